import type { LookUpRow } from '@/components/popup/look-up';
import { nameIn, textIn } from '@/components/text';
import { strings } from '@/lib/language/ui';
import { firstDay } from '@/lib/ledger/partial-date';
import type { Lang, Membership, Person, Post } from '@/lib/ledger/records';
import { type LookUpHit, lookUp } from '@/lib/names/look-up';
import type { CacheReader, PromiseCounts } from '@/lib/storage/cache';

/** More than this nobody reads in a popup; the field narrows them down. */
const ROWS = 12;

interface Found {
  readonly persons: ReadonlyMap<string, Person>;
  readonly posts: ReadonlyMap<string, Post>;
  readonly memberships: readonly Membership[];
  readonly counts: PromiseCounts;
  readonly lang: Lang;
}

const byId = <T extends { readonly id: string }>(records: readonly T[]) =>
  new Map(records.map((record) => [record.id, record]));
const idsOf = (hits: readonly LookUpHit[], key: 'personId' | 'postId') =>
  hits.map((hit) => hit[key]).filter((id) => id !== null);

/** The last day that anything dated says of a membership; empty when nothing does. */
function lastSeen({ startDate, endDate, attestedOn }: Membership): string {
  const dates = [startDate, endDate, ...attestedOn].filter((date) => date !== null);
  return dates.map(firstDay).sort().at(-1) ?? '';
}

function yearsOf({ startDate, endDate }: Membership): string {
  if (startDate === null && endDate === null) return '';
  return ` · ${startDate?.slice(0, 4) ?? '…'} — ${endDate?.slice(0, 4) ?? '…'}`;
}

function personRow(person: Person, found: Found): LookUpRow {
  const held = found.memberships
    .filter((membership) => membership.personId === person.id)
    .sort((a, b) => (lastSeen(a) < lastSeen(b) ? 1 : -1));
  const [latest] = held;
  const post = latest === undefined ? undefined : found.posts.get(latest.postId);
  const { popup } = strings(found.lang);
  const label = post === undefined ? '' : textIn(post.label, found.lang).text;
  const more = held.length > 1 ? ` · ${popup.moreOffices(held.length - 1)}` : '';
  return {
    target: `person/${person.id}`,
    name: nameIn(person, found.lang),
    detail: latest === undefined ? '' : `${label}${yearsOf(latest)}${more}`,
    promises: found.counts.get(`person/${person.id}`) ?? 0,
    href: `/ledger.html#/person/${encodeURIComponent(person.id)}`,
  };
}

function postRow(post: Post, found: Found): LookUpRow {
  const holders = new Set(
    found.memberships.filter((one) => one.postId === post.id).map((one) => one.personId),
  );
  return {
    target: `post/${post.id}`,
    name: textIn(post.label, found.lang).text,
    detail: strings(found.lang).popup.holdersKnown(holders.size),
    promises: found.counts.get(`post/${post.id}`) ?? 0,
    href: `/ledger.html#/post/${encodeURIComponent(post.id)}`,
  };
}

/** Results of the look-up as rows with office, years and counts; best first. */
export async function lookUpRows(
  query: string,
  cache: CacheReader,
  lang: Lang,
): Promise<readonly LookUpRow[]> {
  const gazetteer = cache.gazetteer();
  const hits = await lookUp(query, gazetteer, ROWS);
  const personIds = idsOf(hits, 'personId');
  const postIds = idsOf(hits, 'postId');
  const [persons, ofPersons, ofPosts, counts] = await Promise.all([
    gazetteer.persons(personIds),
    gazetteer.membershipsOfPersons(personIds),
    gazetteer.membershipsOfPosts(postIds),
    cache.promiseCounts(personIds, postIds),
  ]);
  const memberships = [...byId([...ofPersons, ...ofPosts]).values()];
  const posts = await gazetteer.posts([
    ...new Set([...postIds, ...ofPersons.map((m) => m.postId)]),
  ]);
  const found = { persons: byId(persons), posts: byId(posts), memberships, counts, lang };
  return hits.flatMap((hit) => {
    const person = hit.personId === null ? undefined : found.persons.get(hit.personId);
    const post = hit.postId === null ? undefined : found.posts.get(hit.postId);
    if (person !== undefined) return [personRow(person, found)];
    return post === undefined ? [] : [postRow(post, found)];
  });
}
