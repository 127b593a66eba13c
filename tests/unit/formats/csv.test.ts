import { describe, expect, test } from 'vitest';
import { parseCsv, toCsv } from '@/lib/formats/csv';
import { promiseTable, RECORD_COLUMN_NAMES } from '@/lib/formats/promise-table';
import { promisesFromTable } from '@/lib/formats/promise-table-import';
import { indexLedger } from '@/lib/ledger/lookups';
import { event, held, ledgerOf, post, said } from '../ledger/build';

const PLAIN = { bom: false };

describe('a table is RFC 4180', () => {
  test('commas, quotes and line breaks are quoted, lines end with CRLF', () => {
    expect(toCsv([['a', 'b,c', 'd "e"', 'f\ng']], PLAIN)).toBe('a,"b,c","d ""e""","f\ng"\r\n');
  });
  test('with the option it begins with a byte order mark', () => {
    expect(toCsv([['a']], { bom: true })).toBe('\uFEFFa\r\n');
  });
});

describe('no cell is run as a formula', () => {
  test.each([
    ['=1+2', "'=1+2"],
    ['+7 727', "'+7 727"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['\u200B=1', "'\u200B=1"],
  ])('%j becomes %j', (cell, written) => {
    expect(toCsv([[cell]], PLAIN)).toBe(`${written}\r\n`);
  });
  test.each(['a=1', '1-2', 'Жол', ''])('%j stays as it is', (cell) => {
    expect(toCsv([['x', cell]], PLAIN)).toBe(`x,${cell}\r\n`);
  });
});

describe('a table is read back', () => {
  test.each([
    ['a,b\r\n', [['a', 'b']]],
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a,""b""\r\nc",\r\n', [['a,"b"\r\nc', '']]],
    ['\uFEFFa\r\n\r\nb\r\n', [['a'], ['b']]],
    ["'=1,''x\r\n", [['=1', "'x"]]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(parseCsv(text)).toEqual(rows);
  });
  test('a quote that is not closed is refused', () => {
    expect(() => parseCsv('"a\r\n')).toThrow(SyntaxError);
  });
  test('a table of promises with one says on which line it begins', () => {
    expect(promisesFromTable('id,postId\r\np1,"a\r\np2,b')).toEqual({
      promises: [],
      faults: [{ row: 2, field: '', expected: 'a closed quote' }],
    });
  });
});

describe('promises as a table', () => {
  const promises = [
    said('x', 'a', { dueOn: '2020-12', text: { ru: '=Дорога, "новая"', en: 'Road' } }),
    said('y', null, { saidOn: null, quote: 'строка\nвторая', occasion: 'briefing' }),
  ];
  const ledger = ledgerOf({
    memberships: [held('a', { startDate: '2020-01-01', endDate: '2021-01-01' })],
    posts: [post('p', { label: { ru: 'аким', kk: 'әкім' } })],
    promises,
    statusEvents: [event('x', 'broken', '2021-01-10')],
  });
  const options = { lang: 'kk', today: '2020-06-01', bom: true } as const;
  const csv = promiseTable(indexLedger(ledger), options);
  const [head = [], ...rows] = parseCsv(csv);
  const cell = (row: number, column: string) => rows[row]?.[head.indexOf(column)];

  test('each promise is a row with its record and what is computed of it', () => {
    expect(rows).toHaveLength(2);
    expect(cell(0, 'status')).toBe('notRated');
    expect(cell(0, 'term')).toBe('notDue');
    expect(cell(0, 'post')).toBe('әкім');
    expect(cell(0, 'answers_relation')).toBe('made');
    expect(cell(1, 'answers_relation')).toBe('unknown');
    expect(cell(1, 'answers_person')).toBe('?');
    expect(RECORD_COLUMN_NAMES.every((name) => head.includes(name))).toBe(true);
  });

  test('and comes back as it was', () => {
    expect(promisesFromTable(csv)).toEqual({ promises, faults: [] });
  });

  test('columns may stand in any order', () => {
    const turned = [head, ...rows].map((row) => row.toReversed());
    expect(promisesFromTable(toCsv(turned, PLAIN)).promises).toEqual(promises);
  });

  test('a cell at fault is named by its row and column, and its row is left out', () => {
    const broken = toCsv(
      [head, ...rows.map((row) => row.map((c) => (c === '2020-12' ? '2020-13' : c)))],
      PLAIN,
    );
    expect(promisesFromTable(broken)).toEqual({
      promises: [promises[1]],
      faults: [{ row: 2, field: 'due_on', expected: 'YYYY, YYYY-MM or YYYY-MM-DD' }],
    });
  });

  test('a table of something else gives faults, not promises', () => {
    const { promises: found, faults } = promisesFromTable('name,age\r\nx,1\r\n');
    expect(found).toEqual([]);
    expect(faults.map((f) => f.field)).toContain('post_id');
  });
});
