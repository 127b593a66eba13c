import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv, toCsv } from '@/lib/formats/csv';
import { exportPopolo } from '@/lib/formats/popolo-export';
import { importPopolo } from '@/lib/formats/popolo-import';
import { promiseTable } from '@/lib/formats/promise-table';
import { promisesFromTable } from '@/lib/formats/promise-table-import';
import { EMPTY_LEDGER, indexLedger } from '@/lib/ledger/lookups';
import { forAll } from './run';
import { worlds } from './worlds';

const langs = fc.constantFrom('ru', 'kk', 'en' as const);

/** Texts as the wire lets them through: not blank, no blanks at the ends. */
const texts = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
    fc.stringMatching(/^[=+\-@'",;\r\n\tа-я]{1,8}$/),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '');

describe('import ∘ export = identity', () => {
  test(
    'Popolo, for areas, persons, posts and memberships, in each language',
    forAll(
      fc.record({
        ledger: worlds,
        lang: langs,
        names: fc.array(texts, { minLength: 4, maxLength: 4 }),
      }),
      ({ ledger, lang, names: [family = 'F', given = 'G', kk = 'K', other = 'O'] }) => {
        const persons = ledger.persons.map((p, i) =>
          i === 0
            ? {
                ...p,
                name: { kk: { family: kk, given }, en: { family, given, patronymic: other } },
                otherNames: [{ name: other, note: family }],
              }
            : p,
        );
        const { file } = exportPopolo({ ...ledger, persons }, lang);
        const back = importPopolo(JSON.parse(JSON.stringify(file)));
        const { areas, posts, memberships } = ledger;
        expect(back).toEqual({
          ok: true,
          ledger: { ...EMPTY_LEDGER, areas, persons, posts, memberships },
          notCarried: [],
        });
      },
    ),
  );

  test(
    'a table of promises, whatever their texts begin with',
    forAll(
      fc.record({ ledger: worlds, lang: langs, bom: fc.boolean(), ru: texts, quote: texts }),
      ({ ledger, lang, bom, ru, quote }) => {
        const promises = ledger.promises.map((p) => ({ ...p, text: { ...p.text, ru }, quote }));
        const index = indexLedger({ ...ledger, promises });
        const csv = promiseTable(index, { lang, bom, today: '2020-01-01' });
        expect(promisesFromTable(csv)).toEqual({
          promises: [...index.promises.values()],
          faults: [],
        });
      },
    ),
  );

  const rows = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  });
  test(
    'any table',
    forAll(fc.record({ rows, bom: fc.boolean() }), ({ rows: cells, bom }) => {
      expect(parseCsv(toCsv(cells, { bom }))).toEqual(cells);
    }),
  );

  test(
    'no cell begins as a formula does, quoted or not',
    forAll(texts, (text) => {
      for (const cell of [text, ` ${text}`, `\t${text}`]) {
        const written = toCsv([[cell]], { bom: false }).replace(/^"/, '');
        expect(written).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
      }
    }),
  );
});
