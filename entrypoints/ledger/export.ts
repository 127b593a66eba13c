import type { ExportFormat } from '@/components/ledger/tool-kinds';
import { dueCalendarSteps } from '@/lib/formats/calendar';
import { claimReview } from '@/lib/formats/claim-review';
import { jsonList, jsonObject } from '@/lib/formats/json-writing';
import type { Put } from '@/lib/formats/pieces';
import { popoloSteps } from '@/lib/formats/popolo-export';
import { promiseTableSteps } from '@/lib/formats/promise-table';
import { promiseAnnotation } from '@/lib/formats/web-annotation';
import { strings } from '@/lib/language/ui';
import { indexSteps, type LedgerIndex } from '@/lib/ledger/lookups';
import type { Day, Lang, Ledger, Pledge } from '@/lib/ledger/records';
import { passing, type Steps } from '@/lib/ledger/steps';
import { staticPage } from './static-page';

/** A file for the user. */
export interface ExportedFile {
  readonly name: string;
  readonly content: Blob;
}

/** What a page shows, as it is to be given out. */
export interface Shown {
  /** The part of the ledger that the page was made of. */
  readonly ledger: Ledger;
  /** Ids of the promises that the page shows: the part above may hold more, since answers need it. */
  readonly promiseIds: ReadonlySet<string>;
  readonly lang: Lang;
  readonly today: Day;
  /** First part of the file's name. */
  readonly name: string;
}

/** The ledger without promises, and all that hangs on them, which the page does not show. */
function* narrowed(ledger: Ledger, promiseIds: ReadonlySet<string>): Steps<Ledger> {
  const isShown = ({ promiseId }: { readonly promiseId?: string }) =>
    promiseId !== undefined && promiseIds.has(promiseId);
  return {
    ...ledger,
    promises: yield* passing(ledger.promises, ({ id }) => promiseIds.has(id)),
    statusEvents: yield* passing(ledger.statusEvents, isShown),
    replies: yield* passing(ledger.replies, isShown),
    sourceChecks: yield* passing(ledger.sourceChecks, isShown),
    stances: yield* passing(ledger.stances, isShown),
  };
}

type Writer = (index: LedgerIndex, shown: Shown, put: Put) => Steps<void>;

const pageOf =
  ({ lang }: Shown) =>
  (id: string) =>
    staticPage(lang, 'promise', id);

function* writePopolo({ ledger }: LedgerIndex, { lang }: Shown, put: Put): Steps<void> {
  yield* jsonObject(yield* popoloSteps(ledger, lang), put);
}

function writeReviews(index: LedgerIndex, shown: Shown, put: Put): Steps<void> {
  const { lang, today } = shown;
  const publisher = {
    name: strings(lang).common.product,
    url: new URL(pageOf(shown)('')).origin,
  };
  const options = { lang, today, publisher, pageOf: pageOf(shown) };
  const reviewOf = (promise: Pledge) => claimReview(index, promise, options) ?? undefined;
  return jsonList(index.promises.values(), reviewOf, put);
}

const FORMATS: Readonly<
  Record<ExportFormat, { readonly ext: string; readonly type: string; readonly write: Writer }>
> = {
  csv: {
    ext: 'csv',
    type: 'text/csv',
    write: (index, { lang, today }, put) =>
      promiseTableSteps(index, { lang, today, bom: true }, put),
  },
  json: {
    ext: 'json',
    type: 'application/json',
    write: ({ ledger }, { today }, put) => jsonObject({ format: 1, asOf: today, ...ledger }, put),
  },
  popolo: { ext: 'popolo.json', type: 'application/json', write: writePopolo },
  annotation: {
    ext: 'annotations.jsonld',
    type: 'application/ld+json',
    write: (index, shown, put) =>
      jsonList(
        index.promises.values(),
        (promise) =>
          promiseAnnotation(promise, `${pageOf(shown)(promise.id)}#annotation`, shown.lang),
        put,
      ),
  },
  claimReview: { ext: 'claimreview.jsonld', type: 'application/ld+json', write: writeReviews },
  calendar: {
    ext: 'ics',
    type: 'text/calendar',
    write: (index, shown, put) =>
      dueCalendarSteps(
        index,
        {
          lang: shown.lang,
          today: shown.today,
          madeAt: new Date().toISOString(),
          name: shown.name,
          pageOf: pageOf(shown),
        },
        put,
      ),
  },
};

/** Letters made bytes of in one go: a file of 100,000 promises has a hundred million of them. */
const LETTERS_AT_ONCE = 200_000;

/** Puts a file together: of finished pieces a blob keeps a list, and the whole is nowhere made in one go. */
class Pieces {
  readonly #done: Blob[] = [];
  #texts: string[] = [];
  #letters = 0;

  readonly put: Put = (piece) => {
    this.#texts.push(piece);
    this.#letters += piece.length;
    if (this.#letters >= LETTERS_AT_ONCE) this.#finish();
  };

  #finish(): void {
    this.#done.push(new Blob(this.#texts));
    this.#texts = [];
    this.#letters = 0;
  }

  whole(type: string): Blob {
    this.#finish();
    return new Blob(this.#done, { type: `${type};charset=utf-8` });
  }
}

/** Characters that file systems refuse in a name. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{C}]+/gu;

/** Writes what a page shows in one of the formats, step by step. */
export function* exportSteps(format: ExportFormat, shown: Shown): Steps<ExportedFile> {
  const { ext, type, write } = FORMATS[format];
  const index = yield* indexSteps(yield* narrowed(shown.ledger, shown.promiseIds));
  const pieces = new Pieces();
  yield* write(index, shown, pieces.put);
  const name = shown.name.replace(NOT_IN_NAMES, ' ').trim().slice(0, 80);
  return { name: `${name} ${shown.today}.${ext}`, content: pieces.whole(type) };
}
