import { answersOn } from '@/lib/ledger/answers';
import type { LedgerIndex } from '@/lib/ledger/lookups';
import type { Day, Lang, Pledge } from '@/lib/ledger/records';
import { statusOn, termOn } from '@/lib/ledger/statuses';
import { each, type Steps } from '@/lib/ledger/steps';
import { type CsvOptions, toCsv } from './csv';
import { type Put, textOf } from './pieces';
import { nameIn, textIn } from './texts';

/** How the promises are told: names in `lang`, statuses and answers on `today`. */
export interface TableOptions extends CsvOptions {
  readonly lang: Lang;
  readonly today: Day;
}

type Column = readonly [name: string, cell: (row: Row) => string | null | undefined];

interface Row {
  readonly promise: Pledge;
  readonly index: LedgerIndex;
  readonly options: TableOptions;
}

/** The record itself: what `promisesFromTable` reads back. */
const RECORD_COLUMNS: readonly Column[] = [
  ['id', (r) => r.promise.id],
  ['text_ru', (r) => r.promise.text.ru],
  ['text_kk', (r) => r.promise.text.kk],
  ['text_en', (r) => r.promise.text.en],
  ['quote', (r) => r.promise.quote],
  ['lang', (r) => r.promise.lang],
  ['topic', (r) => r.promise.topic],
  ['area_id', (r) => r.promise.areaId],
  ['person_id', (r) => r.promise.personId],
  ['post_id', (r) => r.promise.postId],
  ['bound_to', (r) => r.promise.boundTo],
  ['said_on', (r) => r.promise.saidOn],
  ['due_on', (r) => r.promise.dueOn],
  ['occasion', (r) => r.promise.occasion],
  ['speech', (r) => r.promise.speech],
  ['outside_powers', (r) => String(r.promise.outsidePowers)],
  ['repeats_id', (r) => r.promise.repeatsId],
  ['source_url', (r) => r.promise.source.url],
  ['source_title', (r) => r.promise.source.title],
  ['source_publisher', (r) => r.promise.source.publisher],
  ['source_published_on', (r) => r.promise.source.publishedOn],
  ['source_archived_url', (r) => r.promise.source.archivedUrl],
  ['source_note', (r) => r.promise.source.note],
];

/** Computed for the reader; not read back. */
const READER_COLUMNS: readonly Column[] = [
  ['area', ({ promise, index, options }) => areaName(index, promise.areaId, options.lang)],
  ['person', ({ promise, index, options }) => personName(index, promise.personId, options.lang)],
  ['post', ({ promise, index, options }) => postLabel(index, promise.postId, options.lang)],
  ['status', (r) => statusOfRow(r).status],
  ['status_on', (r) => statusOfRow(r).event?.on],
  ['closed_on', (r) => statusOfRow(r).closedOn],
  ['term', (r) => termOn(r.promise, statusOfRow(r), r.options.today)],
  [
    'answers_relation',
    (r) =>
      answersOfRow(r)
        .map((a) => a.relation)
        .join('; '),
  ],
  [
    'answers_person',
    (r) =>
      answersOfRow(r)
        .map((a) => personName(r.index, a.personId, r.options.lang) || '?')
        .join('; '),
  ],
  [
    'answers_post',
    (r) =>
      answersOfRow(r)
        .map((a) => postLabel(r.index, a.postId ?? r.promise.postId, r.options.lang))
        .join('; '),
  ],
];

/** The names of the columns that carry the record. */
export const RECORD_COLUMN_NAMES: readonly string[] = RECORD_COLUMNS.map(([name]) => name);

/** All promises of a ledger as CSV, one a row, ordered by id. */
export function promiseTable(index: LedgerIndex, options: TableOptions): string {
  return textOf((put) => promiseTableSteps(index, options, put));
}

/** The same, row by row. */
export function* promiseTableSteps(
  index: LedgerIndex,
  options: TableOptions,
  put: Put,
): Steps<void> {
  const columns = [...RECORD_COLUMNS, ...READER_COLUMNS];
  put(toCsv([columns.map(([name]) => name)], options));
  yield* each(index.promises.values(), (promise) => {
    const row = columns.map(([, cell]) => cell({ promise, index, options }) ?? '');
    put(toCsv([row], { bom: false }));
  });
}

function statusOfRow({ promise, index, options }: Row) {
  return statusOn(index.eventsByPromise.get(promise.id) ?? [], options.today);
}

function answersOfRow({ promise, index, options }: Row) {
  return answersOn(index, promise, options.today);
}

function areaName(index: LedgerIndex, id: string | null, lang: Lang): string {
  const area = id === null ? undefined : index.areas.get(id);
  return area ? textIn(area.name, lang) : '';
}

function personName(index: LedgerIndex, id: string | null, lang: Lang): string {
  const person = id === null ? undefined : index.persons.get(id);
  return person ? nameIn(person, lang) : '';
}

function postLabel(index: LedgerIndex, id: string, lang: Lang): string {
  const post = index.posts.get(id);
  return post ? textIn(post.label, lang) : '';
}
