import type { BookEntry } from '@/lib/ledger/books';
import { STATUSES, type Status, TOPICS, type Topic } from '@/lib/ledger/records';
import { TERM_STATES, type TermState } from '@/lib/ledger/statuses';
import { atOnce, each, type Steps } from '@/lib/ledger/steps';

/** What the reader has chosen to see; null: all. */
export interface PromiseFilter {
  readonly status: Status | null;
  readonly topic: Topic | null;
  /** Id of the person who promised; an empty text: the source does not name him. */
  readonly holder: string | null;
  readonly term: TermState | null;
}

export const NO_FILTER: PromiseFilter = { status: null, topic: null, holder: null, term: null };

/** Who promised, as the filter names him. */
const holderOf = ({ promise }: BookEntry) => promise.personId ?? '';

/** The entries that fit every chosen thing. */
export function filtered<E extends BookEntry>(
  entries: readonly E[],
  filter: PromiseFilter,
): readonly E[] {
  if (filter === NO_FILTER) return entries;
  const { status, topic, holder, term } = filter;
  return entries.filter(
    (entry) =>
      (status === null || entry.status.status === status) &&
      (topic === null || entry.promise.topic === topic) &&
      (holder === null || holderOf(entry) === holder) &&
      (term === null || entry.term === term),
  );
}

/** The choices that occur among the entries, in their usual order; holders by their first promise. */
export interface FilterChoices {
  readonly statuses: readonly Status[];
  readonly topics: readonly Topic[];
  readonly holders: readonly string[];
  readonly terms: readonly TermState[];
}

/** What there is to choose from. */
export function choicesOf(entries: readonly BookEntry[]): FilterChoices {
  return atOnce(choiceSteps(entries));
}

/** The same, step by step. */
export function* choiceSteps(entries: readonly BookEntry[]): Steps<FilterChoices> {
  const [statuses, topics] = [new Set<Status>(), new Set<Topic>()];
  const [holders, terms] = [new Set<string>(), new Set<TermState | null>()];
  yield* each(entries, (entry) => {
    statuses.add(entry.status.status);
    topics.add(entry.promise.topic);
    holders.add(holderOf(entry));
    terms.add(entry.term);
  });
  return {
    statuses: STATUSES.filter((one) => statuses.has(one)),
    topics: TOPICS.filter((one) => topics.has(one)),
    holders: [...holders],
    terms: TERM_STATES.filter((one) => terms.has(one)),
  };
}
