import type { ExportFormat } from '@/components/ledger/tool-kinds';
import { dueCalendar } from '@/lib/formats/calendar';
import { claimReviews } from '@/lib/formats/claim-review';
import { exportPopolo } from '@/lib/formats/popolo-export';
import { promiseTable } from '@/lib/formats/promise-table';
import { promiseAnnotation } from '@/lib/formats/web-annotation';
import { strings } from '@/lib/language/ui';
import { indexLedger, type LedgerIndex } from '@/lib/ledger/lookups';
import type { Day, Lang, Ledger } from '@/lib/ledger/records';
import { staticPage } from './static-page';

/** A file for the user. */
export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
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
export function narrowed(ledger: Ledger, promiseIds: ReadonlySet<string>): Ledger {
  const isShown = ({ promiseId }: { readonly promiseId?: string }) =>
    promiseId !== undefined && promiseIds.has(promiseId);
  return {
    ...ledger,
    promises: ledger.promises.filter(({ id }) => promiseIds.has(id)),
    statusEvents: ledger.statusEvents.filter(isShown),
    replies: ledger.replies.filter(isShown),
    sourceChecks: ledger.sourceChecks.filter(isShown),
    stances: ledger.stances.filter(isShown),
  };
}

type Writer = (index: LedgerIndex, shown: Shown) => string;

const pageOf =
  ({ lang }: Shown) =>
  (id: string) =>
    staticPage(lang, 'promise', id);

const asJson = (value: unknown) => JSON.stringify(value, null, 2);

const FORMATS: Readonly<
  Record<ExportFormat, { readonly ext: string; readonly type: string; readonly write: Writer }>
> = {
  csv: {
    ext: 'csv',
    type: 'text/csv',
    write: (index, { lang, today }) => promiseTable(index, { lang, today, bom: true }),
  },
  json: {
    ext: 'json',
    type: 'application/json',
    write: ({ ledger }, { today }) => asJson({ format: 1, asOf: today, ...ledger }),
  },
  popolo: {
    ext: 'popolo.json',
    type: 'application/json',
    write: ({ ledger }, { lang }) => asJson(exportPopolo(ledger, lang).file),
  },
  annotation: {
    ext: 'annotations.jsonld',
    type: 'application/ld+json',
    write: (index, shown) =>
      asJson(
        [...index.promises.values()].map((promise) =>
          promiseAnnotation(promise, `${pageOf(shown)(promise.id)}#annotation`, shown.lang),
        ),
      ),
  },
  claimReview: {
    ext: 'claimreview.jsonld',
    type: 'application/ld+json',
    write: (index, shown) =>
      asJson(
        claimReviews(index, {
          lang: shown.lang,
          today: shown.today,
          publisher: {
            name: strings(shown.lang).common.product,
            url: new URL(pageOf(shown)('')).origin,
          },
          pageOf: pageOf(shown),
        }),
      ),
  },
  calendar: {
    ext: 'ics',
    type: 'text/calendar',
    write: (index, shown) =>
      dueCalendar(index, {
        lang: shown.lang,
        today: shown.today,
        madeAt: new Date().toISOString(),
        name: shown.name,
        pageOf: pageOf(shown),
      }),
  },
};

/** Characters that file systems refuse in a name. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{C}]+/gu;

/** Writes what a page shows in one of the formats. Throws what the writer reports. */
export function exported(format: ExportFormat, shown: Shown): ExportedFile {
  const { ext, type, write } = FORMATS[format];
  const index = indexLedger(narrowed(shown.ledger, shown.promiseIds));
  const name = shown.name.replace(NOT_IN_NAMES, ' ').trim().slice(0, 80);
  return { name: `${name} ${shown.today}.${ext}`, type, text: write(index, shown) };
}
