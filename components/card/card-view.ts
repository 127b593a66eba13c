import { cardStrings } from '@/lib/language/card-strings';
import type { BookEntry, Counts, PersonBook } from '@/lib/ledger/books';
import type { Gender, PartialDate, Post, Status } from '@/lib/ledger/records';
import type { PromiseView } from '../promise-line';
import { promiseView, type ViewContext } from '../promise-view';
import { nameIn, textIn } from '../text';

/** One section of the card: a heading, counts by status, lines; what is beyond the lines stands in the ledger. */
export interface CardSection {
  readonly kind: 'inherited' | 'own' | 'unclear' | 'left' | 'closed' | 'outside';
  readonly total: number;
  readonly byStatus: readonly (readonly [Status, number])[];
  readonly lines: readonly PromiseView[];
}

/** What the card shows of a person, in the reader's language. */
export interface CardView {
  readonly name: string;
  readonly gender: Gender | null;
  /** The office on the article's date; null: not established, or the date is not known. */
  readonly office: string | null;
  /** The article's date; null: not known, then nothing is said to be inherited. */
  readonly date: PartialDate | null;
  readonly gist: string;
  readonly sections: readonly CardSection[];
  /** The page of the ledger that «whole book» opens. */
  readonly ledgerHash: string;
}

/** The office the card opens on: the one that the mark names, else the one held on the article's date. */
function officeOf(book: PersonBook, postId: string | null): Post | null {
  const named = book.offices.find((office) => office.post.id === postId && office.isHeld);
  const held = book.offices.find((office) => office.isHeld);
  return (named ?? held)?.post ?? null;
}

function section(
  kind: CardSection['kind'],
  entries: readonly BookEntry[],
  counts: readonly Counts[],
  context: ViewContext,
): CardSection {
  const byStatus = new Map<Status, number>();
  for (const count of counts) {
    for (const [status, n] of Object.entries(count.byStatus) as [Status, number][]) {
      if (n > 0) byStatus.set(status, (byStatus.get(status) ?? 0) + n);
    }
  }
  const showsMaker = kind === 'inherited' || kind === 'closed' || kind === 'unclear';
  return {
    kind,
    total: counts.reduce((sum, { total }) => sum + total, 0),
    byStatus: [...byStatus],
    lines: entries.map((entry) => promiseView(entry, context, showsMaker)),
  };
}

function gistOf(book: PersonBook, post: Post | null, context: ViewContext): string {
  const { holders } = book.gist;
  const { made, inherited, closedMade, closedInherited } = book.counts;
  const noneOpen = inherited.total === 0 && made.total === 0;
  return cardStrings(context.lang).card.gist({
    holders: holders === null || post === null ? null : { role: post.role, ...holders },
    inherited: inherited.total,
    own: made.total,
    // Closed ones are counted only where they are all there is: else three figures stand for one line.
    closed: noneOpen ? closedMade.total + closedInherited.total : 0,
  });
}

/** The card's content from a person's book, whole or as a glance; inherited first, then his own, then the rest. */
export function cardView(
  book: PersonBook,
  opening: { readonly postId: string | null; readonly date: PartialDate | null },
  context: ViewContext,
): CardView {
  const post = officeOf(book, opening.postId);
  const { counts } = book;
  const sections = [
    section('inherited', book.inherited, [counts.inherited], context),
    section('own', book.made, [counts.made], context),
    section('unclear', book.unclear, [counts.unclear], context),
    section('closed', book.closed, [counts.closedMade, counts.closedInherited], context),
    section('left', book.left, [counts.left], context),
    section('outside', book.outside, [counts.outside], context),
  ];
  return {
    name: nameIn(book.person, context.lang),
    gender: book.person.gender,
    office: post === null ? null : textIn(post.label, context.lang).text,
    date: opening.date,
    gist: gistOf(book, post, context),
    sections: sections.filter((one) => one.total > 0),
    ledgerHash: post === null ? `#/person/${book.person.id}` : `#/post/${post.id}`,
  };
}

/** The line below the name: office on the article's date, or what is not known of it. */
export function officeLine(view: CardView, lang: ViewContext['lang']): string {
  const { card } = cardStrings(lang);
  if (view.date === null) return view.office ?? card.dateFrom.none;
  const date = card.atDate(view.date);
  return view.office === null ? card.noOffice(date) : card.officeOn(view.office, date);
}
