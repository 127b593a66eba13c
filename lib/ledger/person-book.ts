import type { Answer } from './answers';
import { isNotYetSaid } from './answers';
import type { BookDays, BookEntry, ClosedEntry, HeldOffice, LeftEntry, PersonBook } from './books';
import { countEntries } from './counts';
import {
  answersFor,
  closedEntryOf,
  closingOf,
  entryOf,
  type Judged,
  judge,
  leftEntryOf,
  sortEntries,
} from './entries';
import type { Evidence } from './evidence';
import { gistOf } from './gist';
import { holderOn, timelineOf } from './holders';
import { originPosts } from './lineage';
import { type LedgerIndex, restsOnWeakSources } from './lookups';
import { firstDay, lastDay } from './partial-date';
import type { Day, Person, Pledge } from './records';
import { chainSteps } from './repeats';
import { atOnce, each, type Steps } from './steps';

interface Lists {
  readonly made: BookEntry[];
  readonly inherited: BookEntry[];
  readonly left: LeftEntry[];
  readonly closed: ClosedEntry[];
  readonly outside: BookEntry[];
  readonly unclear: BookEntry[];
}

interface Reader {
  readonly index: LedgerIndex;
  readonly person: Person;
  readonly days: BookDays;
}

/** A person's book; null when the ledger has no such person. Promises not yet said on the day are left out. */
export function personBook(
  index: LedgerIndex,
  personId: string,
  days: BookDays,
): PersonBook | null {
  return atOnce(personBookSteps(index, personId, days));
}

/** The same, step by step. */
export function* personBookSteps(
  index: LedgerIndex,
  personId: string,
  days: BookDays,
): Steps<PersonBook | null> {
  const person = index.persons.get(personId);
  if (!person) return null;
  const reader: Reader = { index, person, days };
  const lists: Lists = {
    made: [],
    inherited: [],
    left: [],
    closed: [],
    outside: [],
    unclear: [],
  };
  const promises = yield* candidates(reader);
  yield* chainSteps(index, promises);
  yield* each(promises, (promise) => place(reader, promise, lists));
  const offices = officesOf(reader);
  const sorted = yield* sortLists(lists);
  return {
    person,
    days,
    isInheritanceJudged: days.day !== null,
    offices,
    ...sorted,
    counts: yield* countsOf(sorted),
    gist: gistOf(index, offices, sorted, days),
  };
}

/** His own promises and all that may have come to a post of his. */
function* candidates({ index, person, days }: Reader): Steps<readonly Pledge[]> {
  const held = days.day === null ? [] : (index.membershipsByPerson.get(person.id) ?? []);
  const posts = new Set(held.flatMap(({ postId }) => originPosts(index, postId)));
  const lists = [...posts].map((postId) => index.promisesByPost.get(postId) ?? []);
  const day = days.day ?? days.today;
  const promises = new Set<Pledge>();
  for (const list of [index.promisesByPerson.get(person.id) ?? [], ...lists])
    yield* each(list, (promise) => {
      if (!isNotYetSaid(promise, day)) promises.add(promise);
    });
  return [...promises];
}

/** Puts a promise into the one list of the book it belongs to, or into none when it is not his. */
function place(reader: Reader, promise: Pledge, lists: Lists): void {
  const { index, person, days } = reader;
  const judged = judge(index, promise, days);
  const answers = answersFor(index, judged, days.day);
  const his = answers.find((a) => a.personId === person.id) ?? null;
  const { phase } = judged.status;
  if (phase === 'closed') placeClosed(reader, judged, his, lists);
  else if (phase === 'open') placeOpen(reader, judged, answers, lists);
  else if (promise.personId === person.id || his)
    lists.outside.push(entryOf(index, judged, his ?? answers[0] ?? null, days));
}

function placeOpen(reader: Reader, judged: Judged, answers: readonly Answer[], lists: Lists): void {
  const { index, person, days } = reader;
  const his = answers.find((a) => a.personId === person.id) ?? null;
  const isMaker = judged.promise.personId === person.id;
  if (isMaker && (his || days.day === null)) lists.made.push(entryOf(index, judged, his, days));
  else if (his) lists.inherited.push(entryOf(index, judged, his, days));
  else if (isMaker && isSurelyGone(reader, judged.promise, answers))
    lists.left.push(leftEntryOf(index, judged, answers, days));
  else {
    const unclear = isMaker ? answers[0] : answers.find((a) => mayAnswer(reader, a));
    if (unclear) lists.unclear.push(entryOf(index, judged, unclear, days));
  }
}

function placeClosed(reader: Reader, judged: Judged, his: Answer | null, lists: Lists): void {
  const { index, person, days } = reader;
  const closing = closingOf(index, judged);
  if (!closing) return;
  const isMaker = judged.promise.personId === person.id;
  const isCloser = closing.holder.personId === person.id && days.day !== null;
  // Open on the day of the book and closed since: it was his to answer for on that day.
  const wasHis = his !== null && days.day !== null && firstDay(closing.on) > days.day;
  if (!isMaker && !isCloser && !wasHis) return;
  const entry = entryOf(index, judged, his, days);
  lists.closed.push(closedEntryOf(entry, closing, isMaker ? 'made' : 'inherited'));
}

/** Whether he is the holder, or one of the claimants, but his relation to the promise cannot be told. */
function mayAnswer({ index, person }: Reader, answer: Answer): boolean {
  const { holder, relation } = answer;
  if (!holder) return false;
  if (relation === 'unknown') return holder.personId === person.id;
  return holder.candidateIds.some((id) => index.memberships.get(id)?.personId === person.id);
}

/** Whether in every post to which his promise has come another answers, nobody does, or he is seen to be gone. */
function isSurelyGone(
  { index, person, days }: Reader,
  promise: Pledge,
  answers: readonly Answer[],
): boolean {
  const { day } = days;
  if (day === null) return false;
  return answers.every(({ relation, holder }) => {
    if (relation === 'disputed') return !isClaimant(index, person.id, holder?.candidateIds ?? []);
    if (relation !== 'unknown') return true;
    if (!holder) return false;
    if (holder.personId !== null) return holder.personId !== person.id;
    return isGoneFrom(index, person.id, holder.postId, day, promise.postId);
  });
}

function isClaimant(index: LedgerIndex, personId: string, ids: readonly string[]): boolean {
  return ids.some((id) => index.memberships.get(id)?.personId === personId);
}

/** Whether all his terms in a post are over: by their end, or by another who is seen in it afterwards. */
function isGoneFrom(
  index: LedgerIndex,
  personId: string,
  postId: string,
  day: Day,
  saidIn: string,
): boolean {
  const { evidence } = timelineOf(index, postId);
  const own = evidence.filter((e) => e.membership.personId === personId);
  if (own.length === 0) return postId !== saidIn;
  return own.every(({ end, lastSeen }) => {
    if (end !== null && lastDay(end) < day) return true;
    return lastSeen !== null && evidence.some((e) => isSeenAfter(e, personId, lastSeen, day));
  });
}

function isSeenAfter(e: Evidence, personId: string, after: Day, day: Day): boolean {
  if (e.isWeak || e.membership.personId === personId || e.firstSeen === null) return false;
  return e.firstSeen > after && e.firstSeen <= day;
}

function officesOf({ index, person, days }: Reader): readonly HeldOffice[] {
  const offices: HeldOffice[] = [];
  for (const membership of index.membershipsByPerson.get(person.id) ?? []) {
    const post = index.posts.get(membership.postId);
    if (!post) continue;
    const holder = days.day === null ? null : holderOn(index, post.id, days.day);
    offices.push({
      post,
      membership,
      holder,
      isHeld: holder?.membershipId === membership.id,
      isWeak: restsOnWeakSources(index, membership.sources),
    });
  }
  return offices.sort((a, b) => Number(b.isHeld) - Number(a.isHeld));
}

type SortedLists = { readonly [K in keyof Lists]: readonly Lists[K][number][] };

function* sortLists(lists: Lists): Steps<SortedLists> {
  return {
    made: yield* sortEntries(lists.made),
    inherited: yield* sortEntries(lists.inherited),
    left: yield* sortEntries(lists.left),
    closed: yield* sortEntries(lists.closed),
    outside: yield* sortEntries(lists.outside),
    unclear: yield* sortEntries(lists.unclear),
  };
}

function* countsOf(lists: SortedLists): Steps<PersonBook['counts']> {
  return {
    made: yield* countEntries(lists.made),
    inherited: yield* countEntries(lists.inherited),
    left: yield* countEntries(lists.left),
    closedMade: yield* countEntries(lists.closed.filter((e) => e.relation === 'made')),
    closedInherited: yield* countEntries(lists.closed.filter((e) => e.relation === 'inherited')),
    outside: yield* countEntries(lists.outside),
    unclear: yield* countEntries(lists.unclear),
  };
}
