import { areaHref, personHref, postHref } from '@/components/ledger/links';
import type { LookUpRow } from '@/components/popup/look-up';
import { nameIn, textIn } from '@/components/text';
import { strings } from '@/lib/language/ui';
import { holderOn } from '@/lib/ledger/holders';
import { EMPTY_LEDGER, indexLedger, type LedgerIndex } from '@/lib/ledger/lookups';
import { firstDay } from '@/lib/ledger/partial-date';
import type { Area, Day, Lang, Membership, Person, Post } from '@/lib/ledger/records';
import { type LookUpHit, lookUp } from '@/lib/look-up/look-up';
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

/** The last day that anything dated says of a membership; empty when nothing does. */
function lastSeen({ startDate, endDate, attestedOn }: Membership): string {
  const dates = [startDate, endDate, ...attestedOn].filter((date) => date !== null);
  return dates.map(firstDay).sort().at(-1) ?? '';
}

function yearsOf({ startDate, endDate }: Membership): string {
  if (startDate === null && endDate === null) return '';
  return ` · ${startDate?.slice(0, 4) ?? '…'} — ${endDate?.slice(0, 4) ?? '…'}`;
}

function personRow(person: Person, { index, counts, lang, today }: Found) {
  const held = index.membershipsByPerson.get(person.id) ?? [];
  const isNow = ({ postId }: Membership) => holderOn(index, postId, today).personId === person.id;
  const [shown] = held.toSorted(
    (a, b) => Number(isNow(b)) - Number(isNow(a)) || (lastSeen(a) < lastSeen(b) ? 1 : -1),
  );
  const post = shown === undefined ? undefined : index.posts.get(shown.postId);
  const { popup } = strings(lang);
  const label = post === undefined ? '' : textIn(post.label, lang).text;
  const offices = new Set(held.map(({ postId }) => postId)).size;
  const more = offices > 1 ? ` · ${popup.moreOffices(offices - 1)}` : '';
  return {
    name: nameIn(person, lang),
    detail: shown === undefined ? '' : `${label}${yearsOf(shown)}${more}`,
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
    (person && personRow(person, found)) ??
    (post && postRow(post, found)) ??
    (area && areaRow(area, found));
  // A record that a sync has just taken away has no row.
  return row === undefined ? [] : [{ ...row, target, isNear: hit.fit === 'near' }];
}

/** All that the rows name; to be read at one moment of the ledger, since each question waits for the one before. */
async function recordsOf(hits: readonly LookUpHit[], store: Gazetteer): Promise<LedgerIndex> {
  const [personIds, postIds] = [idsOf(hits, 'person'), idsOf(hits, 'post')];
  const [held, areas] = await Promise.all([
    store.membershipsOfPersons(personIds),
    store.areas(idsOf(hits, 'area')),
  ]);
  const allPosts = unique([...postIds, ...held.map(({ postId }) => postId)]);
  const [posts, memberships, parents] = await Promise.all([
    store.posts(allPosts),
    store.membershipsOfPosts(allPosts),
    store.areas(unique(areas.map(({ parentId }) => parentId))),
  ]);
  const ofPosts = memberships.filter(({ postId }) => postIds.includes(postId));
  const persons = await store.persons(
    unique([...personIds, ...ofPosts.map(({ personId }) => personId)]),
  );
  return indexLedger({
    ...EMPTY_LEDGER,
    persons,
    posts,
    areas: [...new Map([...areas, ...parents].map((area) => [area.id, area])).values()],
    memberships,
  });
}

/** Results of the look-up as rows with office, dates and counts; best first. Nothing before the first sync. */
export async function lookUpRows(query: string, desk: LookUpDesk): Promise<readonly LookUpRow[]> {
  const { cache, lang, today, onPage } = desk;
  const names = await cache.lookUpIndex(today);
  const hits = names === null ? [] : lookUp(names, query, { limit: ROWS, onPage });
  if (hits.length === 0) return [];
  const [index, counts] = await Promise.all([
    cache.gazetteer().atOnce((store) => recordsOf(hits, store)),
    cache.promiseCounts(idsOf(hits, 'person'), idsOf(hits, 'post')),
  ]);
  return hits.flatMap((hit) => rowOf(hit, { index, counts, lang, today }));
}
