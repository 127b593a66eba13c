import { areaHref, personHref, postHref } from '@/components/ledger/links';
import type { LookUpRow } from '@/components/popup/look-up';
import { nameIn, textIn } from '@/components/text';
import { strings } from '@/lib/language/ui';
import { holderOn, lastSeen } from '@/lib/ledger/holders';
import { EMPTY_LEDGER, indexLedger, type LedgerIndex } from '@/lib/ledger/lookups';
import type { Area, Day, Lang, Membership, Person, Post } from '@/lib/ledger/records';
import type { LookUpIndex } from '@/lib/look-up/index-shape';
import { type LookUpHit, lookUp } from '@/lib/look-up/look-up';
import { readyForQueries } from '@/lib/look-up/query';
import type { Gazetteer } from '@/lib/names/gazetteer';
import type { CacheReader, PromiseCounts } from '@/lib/storage/cache';

/** More than this nobody reads in a popup; the field narrows them down. */
const ROWS = 12;

/** What the rows are made for. */
export interface LookUpDesk {
  readonly cache: CacheReader;
  readonly lang: Lang;
  readonly today: Day;
  /** Records named on the page in front, as `person/{id}`: of equals they stand first. */
  readonly onPage: ReadonlySet<string>;
}

interface Found {
  /** The records found, the posts and persons that their rows name, and their parents. */
  readonly index: LedgerIndex;
  readonly counts: PromiseCounts;
  readonly lang: Lang;
  readonly today: Day;
}

const idsOf = (hits: readonly LookUpHit[], kind: LookUpHit['kind']) =>
  hits.filter((hit) => hit.kind === kind).map(({ id }) => id);
const unique = (ids: readonly (string | null)[]) => [
  ...new Set(ids.filter((id): id is string => id !== null)),
];

function yearsOf({ startDate, endDate }: Membership): string {
  if (startDate === null && endDate === null) return '';
  return ` · ${startDate?.slice(0, 4) ?? '…'} — ${endDate?.slice(0, 4) ?? '…'}`;
}

function personRow(person: Person, posts: readonly string[], { index, counts, lang }: Found) {
  const [shown = ''] = posts;
  const held = index.membershipsByPerson.get(person.id) ?? [];
  const [last] = held
    .filter(({ postId }) => postId === shown)
    .sort((a, b) => (lastSeen(a) < lastSeen(b) ? 1 : -1));
  const post = index.posts.get(shown);
  const label = post === undefined ? '' : textIn(post.label, lang).text;
  const more = posts.length > 1 ? ` · ${strings(lang).popup.moreOffices(posts.length - 1)}` : '';
  return {
    name: nameIn(person, lang),
    detail: `${label}${last === undefined ? '' : yearsOf(last)}${more}`,
    promises: counts.get(`person/${person.id}`) ?? 0,
    href: `/ledger.html${personHref(person.id)}`,
  };
}

/** Who holds the office now; where that is not established, how many have held it. */
function holderWords(post: Post, { index, lang, today }: Found): string {
  const { popup } = strings(lang);
  const { personId } = holderOn(index, post.id, today);
  const person = personId === null ? undefined : index.persons.get(personId);
  if (person !== undefined) return popup.holderNow(nameIn(person, lang));
  const known = index.membershipsByPost.get(post.id) ?? [];
  return popup.holdersKnown(new Set(known.map((one) => one.personId)).size);
}

function postRow(post: Post, found: Found) {
  return {
    name: textIn(post.label, found.lang).text,
    detail: holderWords(post, found),
    promises: found.counts.get(`post/${post.id}`) ?? 0,
    href: `/ledger.html${postHref(post.id)}`,
  };
}

function areaRow(area: Area, { index, lang }: Found) {
  const parent = area.parentId === null ? undefined : index.areas.get(area.parentId);
  const kind = strings(lang).common.areaClass[area.classification];
  return {
    name: textIn(area.name, lang).text,
    detail: parent === undefined ? kind : `${kind} · ${textIn(parent.name, lang).text}`,
    promises: 0,
    href: `/ledger.html${areaHref(area.id)}`,
  };
}

function rowOf(hit: LookUpHit, found: Found): LookUpRow[] {
  const target = `${hit.kind}/${hit.id}`;
  const { index } = found;
  const person = hit.kind === 'person' ? index.persons.get(hit.id) : undefined;
  const post = hit.kind === 'post' ? index.posts.get(hit.id) : undefined;
  const area = hit.kind === 'area' ? index.areas.get(hit.id) : undefined;
  const row =
    (person && personRow(person, hit.posts, found)) ??
    (post && postRow(post, found)) ??
    (area && areaRow(area, found));
  // A record that a sync has just taken away has no row.
  return row === undefined ? [] : [{ ...row, target, isNear: hit.fit === 'near' }];
}

/**
 * All that the rows name. What belongs to what is known from the names, so that all is asked for at once: a question
 * that waits for another's answer cost twice the time (measured). Only who holds the offices found is asked for after.
 */
async function recordsOf(
  hits: readonly LookUpHit[],
  store: Gazetteer,
  today: Day,
): Promise<LedgerIndex> {
  const [personIds, postIds] = [idsOf(hits, 'person'), idsOf(hits, 'post')];
  const [found, posts, held, holders, areas] = await Promise.all([
    store.persons(personIds),
    store.posts(unique(hits.map(({ posts: [shown = null] }) => shown))),
    store.membershipsOfPersons(personIds),
    store.membershipsOfPosts(postIds),
    store.areas(unique([...idsOf(hits, 'area'), ...hits.map(({ parentId }) => parentId)])),
  ]);
  const memberships = [...new Map([...held, ...holders].map((one) => [one.id, one])).values()];
  const index = indexLedger({ ...EMPTY_LEDGER, persons: found, posts, areas, memberships });
  const now = postIds.map((id) => holderOn(index, id, today).personId);
  const others = unique(now).filter((id) => !index.persons.has(id));
  if (others.length === 0) return index;
  return { ...index, persons: indexOfPersons([...found, ...(await store.persons(others))]) };
}

const indexOfPersons = (persons: readonly Person[]): LedgerIndex['persons'] =>
  new Map(persons.map((person) => [person.id, person]));

/** The names, read into memory at the first call, and with them all that a query needs; null before the first sync. */
export async function readyNames(cache: CacheReader, today: Day): Promise<LookUpIndex | null> {
  const reading = cache.lookUpIndex(today);
  readyForQueries();
  return await reading;
}

/** Results of the look-up as rows with office, dates and counts; best first. Nothing before the first sync. */
export async function lookUpRows(query: string, desk: LookUpDesk): Promise<readonly LookUpRow[]> {
  const { cache, lang, today, onPage } = desk;
  const names = await readyNames(cache, today);
  const hits = names === null ? [] : lookUp(names, query, { limit: ROWS, onPage });
  if (hits.length === 0) return [];
  const [index, counts] = await Promise.all([
    cache.gazetteer().atOnce((store) => recordsOf(hits, store, today)),
    cache.promiseCounts(hits.filter(({ kind }) => kind !== 'area')),
  ]);
  return hits.flatMap((hit) => rowOf(hit, { index, counts, lang, today }));
}
