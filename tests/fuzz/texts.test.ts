import fc from 'fast-check';
import { describe, test } from 'vitest';
import { parseCsv } from '@/lib/formats/csv';
import { importPopolo } from '@/lib/formats/popolo-import';
import { promisesFromTable } from '@/lib/formats/promise-table-import';
import { isPartialDate } from '@/lib/ledger/partial-date';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { readDeadline } from '@/lib/pledges/deadline';
import { refind } from '@/lib/quotes/refind';
import { QUOTE_MAX } from '@/lib/wire/text';
import { AREAS, ledgerOf, OFFICIALS } from '../unit/names/ledger-of';
import { damaged, holdsFor } from './run';

const isDateOrNull = (date: string | null) => date === null || isPartialDate(date);
const langs = fc.constantFrom('ru', 'kk', 'en' as const);
const days = fc
  .date({ min: new Date('1995-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Words of the three languages in any order, with what stands between words in real and in broken texts. */
const WORDS =
  'до к в конца года 2025 года, 31 июня 1 марта через два месяца следующем году весной будет сдадим построим не обещал аким города области қаласының әкімі жылдың соңына дейін келесі жылы екі айда салынады by the end of 2025 next year in March will build the akim said “ ” « » - — . , ; : ( ) 99999 0 00.00.0000 31.02.2020 12/13/2021 Болатов БОЛАТОВ Ескен Сауровой Е. М. Болатова пресс-секретарь экс-'.split(
    ' ',
  );
const soup = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 40,
  })
  .map((words) => words.join(' '));
/** The same piece very often: where a pattern goes back over its tracks, it shows here. */
const monotone = fc
  .tuple(fc.constantFrom(...WORDS, ' ', '\u00a0', 'а', '\u0301', '"', '1'), fc.nat(3_000))
  .map(([piece, times]) => piece.repeat(times));
const texts = fc.oneof(
  { arbitrary: soup, weight: 8 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 200 }), weight: 2 },
  { arbitrary: monotone, weight: 1 },
);
const SENTENCES = [
  'Дорогу в селе отремонтируют до конца 2025 года, а к 1 сентября сдадут школу.',
  'Ауылдағы жол 2025 жылдың соңына дейін жөнделеді, 1 қыркүйекке дейін мектеп салынады.',
  'The road will be repaired by the end of 2025 and the school opened by 1 September.',
];
/** What readers of one sentence are given: the form takes no longer quotation. */
const quotes = fc.oneof(
  texts.map((text) => text.slice(0, QUOTE_MAX)),
  fc.constantFrom(...SENTENCES).chain(damaged),
);

test(
  'the deadline reader answers with a date of the calendar, from words of the text, or not at all',
  holdsFor(fc.record({ text: quotes, saidOn: days, lang: langs }), ({ text, saidOn, lang }) => {
    const deadline = readDeadline(text, { saidOn, lang });
    if (deadline === null) return true;
    const { dueOn, span } = deadline;
    const isInside = span.start >= 0 && span.end <= text.length;
    // What was said is about what comes: a term that was over before it was said is none.
    const isAhead = dueOn >= saidOn.slice(0, dueOn.length);
    const words = text.slice(span.start, span.end).trim();
    return isPartialDate(dueOn) && isAhead && isInside && words !== '';
  }),
);

const gazetteer = memoryGazetteer(ledgerOf(OFFICIALS, AREAS));

test(
  'the name finder answers with spans of the text; who is sure is one person',
  holdsFor(
    fc.record({ blocks: fc.array(texts, { maxLength: 4 }), date: days }),
    async (article) => {
      const { blocks, date } = article;
      const mentions = await link(blocks, { date }, gazetteer);
      return mentions.every(
        ({ block, start, end, surface, outcome, personId }) =>
          surface !== '' &&
          blocks[block]?.slice(start, end) === surface &&
          (outcome === 'sure') === (personId !== null),
      );
    },
  ),
);

test(
  'a quote is found only where its own letters stand',
  holdsFor(fc.record({ text: texts, exact: soup, prefix: soup, suffix: soup }), (given) => {
    const { text, exact, prefix, suffix } = given;
    const quote = { type: 'TextQuoteSelector' as const, exact, prefix, suffix };
    const position = { type: 'TextPositionSelector' as const, start: 0, end: exact.length };
    const { state } = refind(text, [{ quote, position }]);
    const hasLetters = (words: string) => /[\p{L}\p{N}]/u.test(words);
    // Nothing can be found in a text that has no letter.
    const isImpossible = state === 'found' && !hasLetters(text) && hasLetters(exact);
    return ['found', 'changed', 'gone'].includes(state) && !isImpossible;
  }),
);

describe('imports', () => {
  const keys = fc.constantFrom(
    'id',
    'name',
    'persons',
    'areas',
    'posts',
    'memberships',
    'person_id',
    'other_names',
    'start_date',
    'sources',
    'url',
    'lang',
    '__proto__',
    'constructor',
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 5 },
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        '2020-01-01',
        '2020-02-30',
        'https://news.kz/1',
        'javascript:1',
        'Омаров Жолан',
      ),
      fc.integer(),
      fc.constant(null),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(keys, tie('any'), { maxKeys: 6 }),
    ),
  })).any;
  const files = fc.oneof(
    value,
    fc.jsonValue(),
    fc.record({
      persons: fc.array(value, { maxLength: 4 }),
      areas: value,
      posts: fc.array(value, { maxLength: 3 }),
      memberships: fc.array(value, { maxLength: 4 }),
    }),
  );

  test(
    'a Popolo file is read, or refused with its field, and gives no object a new field',
    holdsFor(files, (file) => {
      const before = Object.getOwnPropertyNames(Object.prototype).join();
      const made = importPopolo(file);
      const isUntouched = Object.getOwnPropertyNames(Object.prototype).join() === before;
      if (!made.ok) return isUntouched && made.expected !== '';
      const { persons, memberships } = made.ledger;
      const ids = [
        ...persons.map(({ id }) => id),
        ...memberships.flatMap((m) => [m.personId, m.postId]),
      ];
      const dates = memberships.flatMap((m) => [m.startDate, m.endDate]);
      return isUntouched && ids.every((id) => typeof id === 'string') && dates.every(isDateOrNull);
    }),
  );

  const HEAD =
    'id,text_ru,quote,lang,topic,post_id,bound_to,said_on,due_on,speech,outside_powers,source_url';
  const GOOD = 'x,Дорога,,ru,roads,p,post,2020-01-10,,direct,false,https://news.kz/1';
  const tables = fc
    .tuple(
      fc.nat(GOOD.length),
      fc.nat(12),
      fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('"', ',', '\n', '\r', '""')),
    )
    .map(([at, cut, put]) => `${HEAD}\r\n${GOOD.slice(0, at)}${put}${GOOD.slice(at + cut)}\r\n`);

  test(
    'a damaged table gives sound rows, named faults, or says where it is no table',
    holdsFor(fc.oneof(tables, fc.string({ unit: 'binary', maxLength: 120 })), (csv) => {
      try {
        const { promises, faults } = promisesFromTable(csv);
        const isSound = promises.every(
          ({ id, postId, saidOn, dueOn }) =>
            id !== '' && postId !== '' && [saidOn, dueOn].every(isDateOrNull),
        );
        const isTold = faults.every(({ expected }) => expected !== '');
        return isSound && isTold && parseCsv(csv).every((row) => row.length > 0);
      } catch (error) {
        return error instanceof SyntaxError && error.message.startsWith('no CSV');
      }
    }),
  );
});
