import type { AreaBook, BookEntry } from '@/lib/ledger/books';
import type { LedgerIndex } from '@/lib/ledger/lookups';
import { addMonths, compareDays, lastDay } from '@/lib/ledger/partial-date';
import { type Day, TOPICS, type Topic } from '@/lib/ledger/records';
import { each, type Steps, sorted } from '@/lib/ledger/steps';
import { insideSteps, postsInside, type Thesis, thesisSteps } from '@/lib/ledger/thesis';

/** The terms of the open promises of an area. */
export interface AreaTerms {
  /** From today on, the next one first. */
  readonly near: readonly BookEntry[];
  /** The last one first. */
  readonly passed: readonly BookEntry[];
  readonly later: readonly BookEntry[];
  /** Open, and no term was named. */
  readonly withoutTerm: number;
}

/** How many promises of a matter are open, and how many are not. */
export type TopicCount = Readonly<OpenCount>;

interface OpenCount {
  topic: Topic;
  open: number;
  closed: number;
}

/** What the page of an area is drawn of: worked out beforehand, since to draw cannot be broken off. */
export interface AreaPromises {
  readonly entries: readonly BookEntry[];
  readonly thesis: Thesis;
  readonly terms: AreaTerms;
  /** Of the matters that occur, the most frequent first. */
  readonly topics: readonly TopicCount[];
}

/** Works out, step by step, what the page of an area is drawn of. */
export function* areaSteps(index: LedgerIndex, book: AreaBook): Steps<AreaPromises> {
  const posts = postsInside(book);
  const { today } = book.days;
  const entries = yield* insideSteps(posts);
  return {
    entries,
    thesis: yield* thesisSteps(index, posts, entries, today),
    terms: yield* termSteps(entries, today),
    topics: yield* topicSteps(entries),
  };
}

/** How far ahead counts as near. */
const AHEAD_MONTHS = 12;

interface Due {
  readonly entry: BookEntry;
  readonly on: Day;
}

function* termSteps(entries: readonly BookEntry[], today: Day): Steps<AreaTerms> {
  const dues: Due[] = [];
  let withoutTerm = 0;
  yield* each(entries, (entry) => {
    const { dueOn } = entry.promise;
    if (entry.status.phase !== 'open') return;
    if (dueOn === null) withoutTerm += 1;
    else dues.push({ entry, on: lastDay(dueOn) });
  });
  const until = addMonths(today, AHEAD_MONTHS);
  const [near, passed, later] = [[] as BookEntry[], [] as BookEntry[], [] as BookEntry[]];
  yield* each(yield* sorted(dues, (a, b) => compareDays(a.on, b.on)), ({ entry, on }) => {
    if (on < today) passed.push(entry);
    else (on <= until ? near : later).push(entry);
  });
  return { near, passed: passed.reverse(), later, withoutTerm };
}

function* topicSteps(entries: readonly BookEntry[]): Steps<readonly TopicCount[]> {
  const counts = new Map(
    TOPICS.map((topic): [Topic, OpenCount] => [topic, { topic, open: 0, closed: 0 }]),
  );
  yield* each(entries, ({ promise, status }) => {
    const count = counts.get(promise.topic);
    if (count) count[status.phase === 'open' ? 'open' : 'closed'] += 1;
  });
  return [...counts.values()]
    .filter(({ open, closed }) => open + closed > 0)
    .sort((a, b) => b.open + b.closed - (a.open + a.closed));
}
