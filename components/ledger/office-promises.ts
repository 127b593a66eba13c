import type { BookEntry, ClosedEntry, PostBook } from '@/lib/ledger/books';
import type { Steps } from '@/lib/ledger/steps';
import { type Outlived, outlivedSteps } from '@/lib/ledger/thesis';
import { entriesSteps } from './office-scale';
import { choiceSteps, type FilterChoices } from './promise-filter';

/** What the page of an office is drawn of: worked out beforehand, since to draw cannot be broken off. */
export interface OfficePromises {
  readonly book: PostBook;
  /** All of its promises, in the order of saying. */
  readonly entries: readonly (BookEntry | ClosedEntry)[];
  readonly choices: FilterChoices;
  readonly outlived: Outlived;
}

/** Works out, step by step, what the page of an office is drawn of. */
export function* officeSteps(book: PostBook): Steps<OfficePromises> {
  const entries = yield* entriesSteps(book);
  const choices = yield* choiceSteps(entries);
  return { book, entries, choices, outlived: yield* outlivedSteps(entries) };
}
