import { isNotYetSaid } from './answers';
import type {
  BookDays,
  BookEntry,
  ClosedEntry,
  HolderTally,
  LeftEntry,
  PostBook,
  PostHolder,
} from './books';
import { countEntries } from './counts';
import {
  answersFor,
  type Closing,
  closedEntryOf,
  closingOf,
  entryOf,
  type Judged,
  judge,
  leftEntryOf,
  sortEntries,
} from './entries';
import type { Evidence } from './evidence';
import { holdersLately, termFacts } from './gist';
import { type HolderSpan, holderOn, timelineOf } from './holders';
import { originPosts } from './lineage';
import type { LedgerIndex } from './lookups';
import { daysBetween, firstDay } from './partial-date';
import type { Day, Pledge } from './records';
import { orderOf } from './succession';

interface Lists {
  readonly open: BookEntry[];
  readonly closed: ClosedEntry[];
  readonly outside: BookEntry[];
  readonly moved: LeftEntry[];
}

/** A post's book; null when the ledger has no such post. Promises not yet said on the day are left out. */
export function postBook(index: LedgerIndex, postId: string, days: BookDays): PostBook | null {
  const post = index.posts.get(postId);
  if (!post) return null;
  const day = days.day ?? days.today;
  const lists: Lists = { open: [], closed: [], outside: [], moved: [] };
  for (const origin of originPosts(index, postId))
    for (const promise of index.promisesByPost.get(origin) ?? [])
      if (!isNotYetSaid(promise, day)) place(index, postId, promise, days, lists);
  const { ordered, unordered } = orderOf(index, postId);
  const all = [...lists.open, ...lists.closed, ...lists.outside, ...lists.moved];
  return {
    post,
    days,
    spans: spansUntil(timelineOf(index, postId).spans, day),
    segments: spansUntil(timelineOf(index, postId).segments, day),
    holders: ordered.map(postHolder),
    unordered: unordered.map((group) => group.map(postHolder)),
    holder: days.day === null ? null : holderOn(index, postId, days.day),
    open: sortEntries(lists.open),
    closed: sortEntries(lists.closed),
    outside: sortEntries(lists.outside),
    moved: sortEntries(lists.moved),
    counts: countEntries(all),
    tallies: talliesOf(index, postId, all),
    gist: gistOfPost(index, postId, lists, days),
  };
}

function place(
  index: LedgerIndex,
  postId: string,
  promise: Pledge,
  days: BookDays,
  lists: Lists,
): void {
  const judged = judge(index, promise, days);
  const closing = closingOf(index, judged);
  const isHere = isIn(judged, postId, closing);
  if (!isHere && promise.postId !== postId) return;
  const answers = answersFor(index, judged, days.day);
  if (!isHere) {
    lists.moved.push(leftEntryOf(index, judged, answers, days));
    return;
  }
  const answer = answers.find((a) => a.postId === postId) ?? answers[0] ?? null;
  const entry = entryOf(index, judged, answer, days);
  if (closing) lists.closed.push(closedEntryOf(entry, closing, relationAt(promise, closing)));
  else if (judged.status.phase === 'outside') lists.outside.push(entry);
  else lists.open.push(entry);
}

/** A closed promise stays with the post in which it closed; any other is where it has come to. */
function isIn(judged: Judged, postId: string, closing: Closing | null): boolean {
  if (closing) return closing.holder.postId === postId;
  return judged.destinations.some((d) => d.postId === postId);
}

function relationAt(promise: Pledge, { holder }: Closing): ClosedEntry['relation'] {
  const isMade = promise.personId !== null && promise.personId === holder.personId;
  return isMade ? 'made' : 'inherited';
}

function postHolder({ membership, firstSeen, lastSeen, isWeak }: Evidence): PostHolder {
  return { membership, firstSeen, lastSeen, isWeak };
}

/** The spans from the first evidence to the day; the last one may reach beyond it. */
function spansUntil(spans: readonly HolderSpan[], day: Day): readonly HolderSpan[] {
  return spans.filter((s) => s.from !== null && s.from <= day);
}

interface Tally {
  readonly personId: string;
  readonly counts: { -readonly [K in keyof HolderTally]: HolderTally[K] };
  /** The last promise counted: a time line may name a holder in several spans. */
  last: Pledge | null;
}

function talliesOf(
  index: LedgerIndex,
  postId: string,
  entries: readonly (BookEntry | ClosedEntry)[],
): readonly HolderTally[] {
  const tallies = new Map<string, Tally>();
  for (const { membership } of timelineOf(index, postId).evidence) {
    const zeros = { made: 0, inherited: 0, closedMade: 0, closedInherited: 0 };
    tallies.set(membership.id, {
      personId: membership.personId,
      counts: { membershipId: membership.id, ...zeros },
      last: null,
    });
  }
  for (const entry of entries) tally(entry, tallies);
  return [...tallies.values()].map(({ counts }) => counts);
}

function tally(entry: BookEntry | ClosedEntry, tallies: ReadonlyMap<string, Tally>): void {
  const { promise } = entry;
  for (const { span } of entry.hands) {
    const holder = span.membershipId === null ? undefined : tallies.get(span.membershipId);
    if (!holder || holder.last === promise) continue;
    holder.last = promise;
    holder.counts[holder.personId === promise.personId ? 'made' : 'inherited'] += 1;
  }
  if (!('closedBy' in entry) || entry.closedBy.membershipId === null) return;
  const closer = tallies.get(entry.closedBy.membershipId);
  if (!closer) return;
  closer.counts[closer.personId === promise.personId ? 'closedMade' : 'closedInherited'] += 1;
}

function gistOfPost(
  index: LedgerIndex,
  postId: string,
  lists: Lists,
  days: BookDays,
): PostBook['gist'] {
  const kept = lists.closed.filter(
    ({ status }) => status.status === 'kept' || status.status === 'partlyKept',
  );
  const relation = (wanted: string): number =>
    lists.open.filter((e) => e.answer?.relation === wanted).length;
  return {
    holders: days.day === null ? null : holdersLately(index, postId, days.day),
    leftOpen: relation('inherited'),
    madeOpen: relation('made'),
    ...termFacts(lists.open),
    kept: kept.length,
    keptBySuccessor: kept.filter((e) => e.closedBy.personId !== null && e.relation === 'inherited')
      .length,
    broken: lists.closed.filter((e) => e.status.status === 'broken').length,
    usualTermDays: usualTermDays(index, postId),
  };
}

/** Median of the terms with both ends dated, from first day to first day; null when there is none. */
function usualTermDays(index: LedgerIndex, postId: string): number | null {
  const terms = timelineOf(index, postId)
    .evidence.filter((e) => !e.isWeak && !e.membership.acting)
    .flatMap(({ start, end }) =>
      start && end ? [daysBetween(firstDay(start), firstDay(end))] : [],
    )
    .sort((a, b) => a - b);
  const middle = (terms.length - 1) / 2;
  const [low, high] = [terms[Math.floor(middle)], terms[Math.ceil(middle)]];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}
