import { isNotYetSaid, type Relation } from './answers';
import type {
  BookDays,
  BookEntry,
  ClosedEntry,
  HolderTally,
  LeftEntry,
  PostBook,
  PostHolder,
} from './books';
import { countIn, noCounts } from './counts';
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
import { chainSteps } from './repeats';
import { atOnce, each, type Steps } from './steps';
import { orderOf } from './succession';

interface Lists {
  readonly open: BookEntry[];
  readonly closed: ClosedEntry[];
  readonly outside: BookEntry[];
  readonly moved: LeftEntry[];
}

/** A post's book; null when the ledger has no such post. Promises not yet said on the day are left out. */
export function postBook(index: LedgerIndex, postId: string, days: BookDays): PostBook | null {
  return atOnce(postBookSteps(index, postId, days));
}

/** The same, step by step. */
export function* postBookSteps(
  index: LedgerIndex,
  postId: string,
  days: BookDays,
): Steps<PostBook | null> {
  const post = index.posts.get(postId);
  if (!post) return null;
  const day = days.day ?? days.today;
  const lists: Lists = { open: [], closed: [], outside: [], moved: [] };
  // Counted as they are placed: to come back to the entries of a large book costs as much as to make them.
  const counts = noCounts();
  const tallies = noTallies(index, postId);
  const origins = originPosts(index, postId);
  for (const origin of origins) {
    const promises = index.promisesByPost.get(origin) ?? [];
    yield* chainSteps(index, promises);
    yield* each(promises, (promise) => {
      const entry = isNotYetSaid(promise, day) ? null : place(index, postId, promise, days, lists);
      if (!entry) return;
      countIn(counts, entry);
      tally(entry, tallies);
    });
  }
  // The promises of one post come in order.
  const inOrder = function* <T extends BookEntry>(list: readonly T[]): Steps<readonly T[]> {
    return origins.length === 1 ? list : yield* sortEntries(list);
  };
  const { ordered, unordered } = orderOf(index, postId);
  return {
    post,
    days,
    spans: spansUntil(timelineOf(index, postId).spans, day),
    segments: spansUntil(timelineOf(index, postId).segments, day),
    holders: ordered.map(postHolder),
    unordered: unordered.map((group) => group.map(postHolder)),
    holder: days.day === null ? null : holderOn(index, postId, days.day),
    open: yield* inOrder(lists.open),
    closed: yield* inOrder(lists.closed),
    outside: yield* inOrder(lists.outside),
    moved: yield* inOrder(lists.moved),
    counts,
    tallies: [...tallies.values()].map((t) => t.counts),
    gist: gistOfPost(index, postId, lists, days),
  };
}

function place(
  index: LedgerIndex,
  postId: string,
  promise: Pledge,
  days: BookDays,
  lists: Lists,
): BookEntry | ClosedEntry | null {
  const judged = judge(index, promise, days);
  const closing = closingOf(index, judged);
  const isHere = isIn(judged, postId, closing);
  if (!isHere && promise.postId !== postId) return null;
  const answers = answersFor(index, judged, days.day);
  if (!isHere) return put(lists.moved, leftEntryOf(index, judged, answers, days));
  const answer = answers.find((a) => a.postId === postId) ?? answers[0] ?? null;
  const entry = entryOf(index, judged, answer, days);
  if (closing)
    return put(lists.closed, closedEntryOf(entry, closing, relationAt(promise, closing)));
  return put(judged.status.phase === 'outside' ? lists.outside : lists.open, entry);
}

function put<T>(list: T[], entry: T): T {
  list.push(entry);
  return entry;
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

function noTallies(index: LedgerIndex, postId: string): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { membership } of timelineOf(index, postId).evidence) {
    const zeros = { made: 0, inherited: 0, closedMade: 0, closedInherited: 0 };
    tallies.set(membership.id, {
      personId: membership.personId,
      counts: { membershipId: membership.id, ...zeros },
      last: null,
    });
  }
  return tallies;
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
  const of: Record<Relation, number> = {
    made: 0,
    inherited: 0,
    vacant: 0,
    unknown: 0,
    disputed: 0,
  };
  for (const { answer } of lists.open) if (answer) of[answer.relation] += 1;
  const closings = { kept: 0, keptBySuccessor: 0, broken: 0 };
  for (const { status, closedBy, relation } of lists.closed) {
    if (status.status === 'broken') closings.broken += 1;
    if (status.status !== 'kept' && status.status !== 'partlyKept') continue;
    closings.kept += 1;
    if (closedBy.personId !== null && relation === 'inherited') closings.keptBySuccessor += 1;
  }
  return {
    holders: days.day === null ? null : holdersLately(index, postId, days.day),
    leftOpen: of.inherited,
    madeOpen: of.made,
    ...termFacts(lists.open),
    ...closings,
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
