import { cardStrings } from '@/lib/language/card-strings';
import type { Answer } from '@/lib/ledger/answers';
import type { BookEntry } from '@/lib/ledger/books';
import { EMPTY_LEDGER, indexLedger, isWeakSource } from '@/lib/ledger/lookups';
import type { Lang, Ledger, Person, Source } from '@/lib/ledger/records';
import type { RepeatGist } from '@/lib/ledger/repeats';
import { addressOfQuote } from '@/lib/quotes/text-fragment';
import type { PromiseView } from './promise-line';
import { shortNameIn } from './text';

/** What turns the entries of a book into lines: whose language, whose page, and how to name a person. */
export interface ViewContext {
  readonly lang: Lang;
  readonly persons: ReadonlyMap<string, Person>;
  /** Whether an address is that of the page being read. */
  readonly isThisPage: (url: string) => boolean;
  /** Whether a source is a copy or an aggregator: named, never linked. */
  readonly isWeak: (source: Source) => boolean;
}

/** A context over the persons of a ledger. */
export function viewContext(
  ledger: Pick<Ledger, 'persons' | 'weakSources'>,
  lang: Lang,
  isThisPage: (url: string) => boolean,
): ViewContext {
  const copies = indexLedger({ ...EMPTY_LEDGER, weakSources: ledger.weakSources });
  return {
    lang,
    isThisPage,
    isWeak: (source) => isWeakSource(copies, source),
    persons: new Map(ledger.persons.map((one) => [one.id, one])),
  };
}

const DAYS_A_MONTH = 30.44;
const DAYS_A_YEAR = 365.25;

/** A number of days in the largest unit that is at least two of it: «2 года», «5 месяцев», «40 дней». */
export function spanInWords(days: number, lang: Lang): string {
  const { common } = cardStrings(lang);
  if (days >= DAYS_A_YEAR - 1) return common.years(Math.round(days / DAYS_A_YEAR));
  if (days >= 2 * DAYS_A_MONTH) return common.months(Math.round(days / DAYS_A_MONTH));
  return common.days(days);
}

function sourcesOf(entry: BookEntry, context: ViewContext): PromiseView['sources'] {
  const { source } = entry.promise;
  const others = (entry.status.event?.sources ?? []).filter(({ url }) => url !== source.url);
  const byUrl = new Map(others.map((one) => [one.url, one]));
  return [
    { url: source.url, href: addressOfQuote(entry.promise), isWeak: context.isWeak(source) },
    ...[...byUrl.values()].map((one) => ({
      url: one.url,
      href: one.url,
      isWeak: context.isWeak(one),
    })),
  ];
}

function repeatsOf(repeat: RepeatGist | null, lang: Lang): PromiseView['repeats'] {
  if (repeat === null) return null;
  const slipped = repeat.slippedDays !== null && repeat.slippedDays > 0;
  return {
    times: repeat.nth,
    slipped: slipped ? spanInWords(repeat.slippedDays, lang) : null,
  };
}

function nameOf(id: string | null, context: ViewContext): string | null {
  const person = id === null ? undefined : context.persons.get(id);
  return person === undefined ? null : shortNameIn(person, context.lang);
}

function originOf(entry: BookEntry, context: ViewContext): PromiseView['origin'] {
  if (entry.makerUnnamed) return 'unnamed';
  const name = nameOf(entry.promise.personId, context);
  return name === null ? null : { name };
}

/** Known holders between the one who said it and the one of the day. */
function passedThrough({ hands }: BookEntry): number {
  const known = new Set(hands.flatMap(({ span }) => span.membershipId ?? []));
  return Math.max(0, known.size - 2);
}

/** A line for an entry. `showsMaker`: inherited lines name whose word it was; own lines need not. */
export function promiseView(
  entry: BookEntry & { readonly answersNow?: readonly Answer[] },
  context: ViewContext,
  showsMaker: boolean,
): PromiseView {
  const now = (entry.answersNow ?? [])
    .map((answer) => nameOf(answer.personId, context))
    .filter((name) => name !== null);
  return {
    pledge: entry.promise,
    status: entry.status.status,
    statusOn: entry.status.event?.on ?? null,
    term: entry.term,
    origin: showsMaker ? originOf(entry, context) : null,
    passedThrough: showsMaker ? passedThrough(entry) : 0,
    saidHere: context.isThisPage(entry.promise.source.url),
    repeats: repeatsOf(entry.repeat, context.lang),
    answersNow: now.length === 0 ? null : now.join(', '),
    isWeak: entry.weakSource,
    isStatusWeak: entry.weakStatus,
    hasReply: entry.replies.length > 0,
    sources: sourcesOf(entry, context),
  };
}
