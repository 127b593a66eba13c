import type { Area, Ledger, Lineage, Pledge } from '@/lib/ledger/records';
import { joinPieces } from './bundle';
import { present } from './cache-gazetteer';
import type { CacheView } from './cache-view';
import { bundlesAt, keysOfSpeaker } from './fresh';
import { recordsByAny, recordsById } from './packs';

/** Posts with all that they descend from, whose promises they inherited. */
export function postsOfOrigin(
  postIds: Iterable<string>,
  lineages: readonly Lineage[],
): ReadonlySet<string> {
  return reach(postIds, lineages, (lineage) => [lineage.toPostId, lineage.fromPostId]);
}

/**
 * The posts whose records are needed to answer for `postIds`: those that they descend from (whose promises
 * they inherited), and those that came of any of these (which answer for them today).
 */
function relatedPosts(
  postIds: Iterable<string>,
  lineages: readonly Lineage[],
): ReadonlySet<string> {
  return reach(postsOfOrigin(postIds, lineages), lineages, (lineage) => [
    lineage.fromPostId,
    lineage.toPostId,
  ]);
}

function reach(
  start: Iterable<string>,
  lineages: readonly Lineage[],
  direction: (lineage: Lineage) => readonly [from: string, to: string],
): Set<string> {
  const reached = new Set(start);
  let before: number;
  do {
    before = reached.size;
    for (const lineage of lineages) {
      const [from, to] = direction(lineage);
      if (reached.has(from)) reached.add(to);
    }
  } while (reached.size > before);
  return reached;
}

/** Areas with all that they lie in. */
async function areasUpwards(view: CacheView, ids: Iterable<string>): Promise<readonly Area[]> {
  const found = new Map<string, Area>();
  let wanted = [...new Set(ids)];
  while (wanted.length > 0) {
    const areas = present(await view.rows('areas', wanted));
    for (const area of areas) found.set(area.id, area);
    const parents = areas.flatMap(({ parentId }) => (parentId === null ? [] : [parentId]));
    wanted = [...new Set(parents)].filter((id) => !found.has(id));
  }
  return [...found.values()];
}

function personIdsOf(memberships: Ledger['memberships'], promises: readonly Pledge[]) {
  const ids = new Set(memberships.map(({ personId }) => personId));
  for (const { personId } of promises) if (personId !== null) ids.add(personId);
  return [...ids];
}

function areaIdsOf(
  posts: Ledger['posts'],
  promises: readonly Pledge[],
  lineages: Ledger['lineages'],
) {
  const ids = new Set(lineages.flatMap(({ areaIds }) => areaIds));
  for (const list of [posts, promises])
    for (const { areaId } of list) if (areaId !== null) ids.add(areaId);
  return ids;
}

/**
 * The part of the ledger that answers for some posts: they and their relatives by lineage, with all
 * memberships, the persons of these, all promises and what hangs on them, areas with their parents.
 */
export async function ledgerOfPosts(view: CacheView, postIds: Iterable<string>): Promise<Ledger> {
  const allLineages = await view.allRows('lineages');
  const related = relatedPosts(postIds, allLineages);
  const lineages = allLineages.filter(({ fromPostId }) => related.has(fromPostId));
  const bundle = joinPieces(await bundlesAt(view, related));
  const promises = bundle.promise;
  const posts = await recordsById(view, 'posts', related);
  const memberships = await recordsByAny(view, 'memberships', 'postId', related);
  return {
    areas: await areasUpwards(view, areaIdsOf(posts, promises, lineages)),
    persons: await recordsById(view, 'persons', personIdsOf(memberships, promises)),
    posts,
    memberships,
    lineages,
    promises,
    statusEvents: bundle.statusEvent,
    replies: bundle.reply,
    sourceChecks: bundle.sourceCheck,
    stances: bundle.stance,
    weakSources: await view.allRows('weakSources'),
  };
}

/** The posts in whose bundles a promise of a person is recorded. */
export async function postsSpokenIn(view: CacheView, personId: string): Promise<readonly string[]> {
  const keys = await keysOfSpeaker(view, personId);
  // What waits for its promise is of no post yet.
  return keys.filter((key) => !key.startsWith('?'));
}

/** The posts of a person: held ones, and those in which a promise of his is recorded. */
export async function postsOfPerson(view: CacheView, personId: string): Promise<readonly string[]> {
  const [held, spoken] = await Promise.all([
    recordsByAny(view, 'memberships', 'personId', [personId]),
    postsSpokenIn(view, personId),
  ]);
  return [...new Set([...held.map(({ postId }) => postId), ...spoken])];
}
