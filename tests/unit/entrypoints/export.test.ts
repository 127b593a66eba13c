import { describe, expect, test } from 'vitest';
import { EXPORTS, type ExportFormat } from '@/components/ledger/tool-kinds';
import { exportSteps, type Shown } from '@/entrypoints/ledger/export';
import { dueCalendar } from '@/lib/formats/calendar';
import { claimReviews } from '@/lib/formats/claim-review';
import { exportPopolo } from '@/lib/formats/popolo-export';
import { promiseTable } from '@/lib/formats/promise-table';
import { promiseAnnotation } from '@/lib/formats/web-annotation';
import { indexLedger } from '@/lib/ledger/lookups';
import { A_STEP, atOnce } from '@/lib/ledger/steps';
import { event, held, ledgerOf, post, said } from '../ledger/build';

const TODAY = '2026-11-28';
const MANY = 20 * A_STEP;

const idOf = (n: number) => `p${String(n).padStart(5, '0')}`;
/** Texts that every format must escape, and a third of the promises closed. */
const PROMISES = Array.from({ length: MANY }, (_, n) =>
  said(idOf(n), 'a', {
    text: { ru: `Дорога № ${n}; "мост", школа\nи сад` },
    dueOn: n % 2 === 0 ? '2025' : null,
  }),
);
const LEDGER = ledgerOf({
  posts: [post('p')],
  memberships: [held('a', { startDate: '2020-01-01' })],
  promises: PROMISES,
  statusEvents: PROMISES.filter((_, n) => n % 3 === 0).map(({ id }) => event(id, 'kept', '2021')),
  sourceChecks: PROMISES.map(({ id }) => ({
    id: `check-${id}`,
    promiseId: id,
    checkedOn: '2026-01-01T08:00:00Z',
    state: 'found' as const,
    textDigest: 'a'.repeat(64),
  })),
});

const shown = (promiseIds: readonly string[]): Shown => ({
  ledger: LEDGER,
  promiseIds: new Set(promiseIds),
  lang: 'ru',
  today: TODAY,
  name: 'аким/города',
});
const ALL = shown(PROMISES.map(({ id }) => id));

async function textIn(format: ExportFormat, of: Shown = ALL): Promise<string> {
  const bytes = await atOnce(exportSteps(format, of)).content.arrayBuffer();
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

const INDEX = indexLedger(LEDGER);
const pageOf = (id: string) => `https://tracker.example/ru/promise/${id}`;
const publisher = { name: 'Уәде', url: 'https://tracker.example' };
const pretty = (value: unknown) => JSON.stringify(value, null, 2);
/** The tracker of a build has another address. */
const withoutHost = (text: string) => text.replaceAll(/https?:\/\/[^/"]+(?=\/ru\/promise|")/g, '');

describe('a file made step by step is the one that is made at once', () => {
  test('CSV', async () => {
    const table = promiseTable(INDEX, { lang: 'ru', today: TODAY, bom: true });
    expect(await textIn('csv')).toBe(table);
  });
  test('the records', async () => {
    expect(await textIn('json')).toBe(pretty({ format: 1, asOf: TODAY, ...LEDGER }));
  });
  test('Popolo', async () => {
    expect(await textIn('popolo')).toBe(pretty(exportPopolo(LEDGER, 'ru').file));
  });
  test('annotations', async () => {
    const all = PROMISES.map((one) => promiseAnnotation(one, `${pageOf(one.id)}#annotation`, 'ru'));
    expect(withoutHost(await textIn('annotation'))).toBe(withoutHost(pretty(all)));
  });
  test('reviews', async () => {
    const all = claimReviews(INDEX, { lang: 'ru', today: TODAY, publisher, pageOf });
    expect(all).toHaveLength(Math.ceil(MANY / 3));
    expect(JSON.parse(withoutHost(await textIn('claimReview')))).toHaveLength(all.length);
  });
  test('the calendar', async () => {
    const lines = (await textIn('calendar')).split('\r\n');
    const madeAt = '2026-11-28T06:30:00Z';
    const whole = dueCalendar(INDEX, {
      lang: 'ru',
      today: TODAY,
      madeAt,
      name: 'аким/города',
      pageOf,
    });
    const own = (line: string) => !/^(?:DTSTAMP|URL|[\t ])/.test(line);
    expect(lines.filter(own)).toEqual(whole.split('\r\n').filter(own));
    expect(lines.filter((line) => line.startsWith('UID:'))).toHaveLength(
      PROMISES.filter((_, n) => n % 2 === 0 && n % 3 !== 0).length,
    );
  });
});

test('no format writes a long ledger in one go', () => {
  for (const format of EXPORTS) {
    let steps = 0;
    for (const _ of exportSteps(format, ALL)) steps += 1;
    // Some forty lists of the index, and the writer's own list.
    expect(steps, format).toBeGreaterThan((6 * MANY) / A_STEP);
  }
});

test('what the page does not show is not in the file', async () => {
  const some = await textIn('json', shown([idOf(1), idOf(2)]));
  const { promises, sourceChecks } = JSON.parse(some) as Record<string, readonly object[]>;
  expect(promises).toHaveLength(2);
  expect(sourceChecks).toHaveLength(2);
});

test('the name of the file has no letter that a disk refuses', () => {
  const { name, content } = atOnce(exportSteps('csv', ALL));
  expect(name).toBe(`аким города ${TODAY}.csv`);
  expect(content.type).toBe('text/csv;charset=utf-8');
});
