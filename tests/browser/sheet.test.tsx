import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { SheetPage } from '@/components/ledger/sheet-page';
import { viewContext } from '@/components/promise-view';
import { indexLedger } from '@/lib/ledger/lookups';
import { postBook } from '@/lib/ledger/post-book';
import { held, ledgerOf, said } from '../unit/ledger/build';

const TODAY = '2024-06-01';
const ROWS = 450;
let root: Root | null = null;

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

/** Draws the sheet of an office with so many open promises; `printed` gets the rows that stood there when it asked. */
function drawSheet(rows: number, printed: number[] = []): void {
  const ledger = ledgerOf({
    memberships: [held('a', { startDate: '2019-01-01', attestedOn: [TODAY] })],
    promises: Array.from({ length: rows }, (_, n) => said(`x${n}`, 'a')),
  });
  const book = postBook(indexLedger(ledger), 'p', { day: TODAY, today: TODAY });
  if (book === null) throw new Error('the office is lost');
  root = createRoot(document.body.appendChild(document.createElement('main')));
  root.render(
    <SheetPage
      book={book}
      context={viewContext(ledger, 'ru', () => false)}
      onPrint={() => printed.push(rowsNow())}
    />,
  );
}

const rowsNow = () => document.querySelectorAll('.sheet-table tbody tr').length;
const isThere = () => expect.poll(rowsNow).toBeGreaterThan(0);

test('a long sheet begins with a few rows; all of them are on the paper that its button asks for', async () => {
  const printed: number[] = [];
  drawSheet(ROWS, printed);
  await isThere();
  expect(rowsNow()).toBeLessThan(ROWS);
  document.querySelector<HTMLElement>('.sheet-tools .primary')?.click();
  await expect.poll(() => printed, { timeout: 20_000 }).toEqual([ROWS]);
  const numbers = [...document.querySelectorAll('.sheet-table td.number')];
  expect(numbers.map((cell) => cell.textContent)).toEqual(
    Array.from({ length: ROWS }, (_, n) => String(n + 1)),
  );
});

test("all of them are there for the browser's own print too", async () => {
  drawSheet(ROWS);
  await isThere();
  dispatchEvent(new Event('beforeprint'));
  expect(rowsNow()).toBe(ROWS);
});

test('of a sheet longer than a stack of paper the paper says which part it is', async () => {
  drawSheet(2_100);
  await isThere();
  dispatchEvent(new Event('beforeprint'));
  expect(rowsNow()).toBe(2_000);
  expect(document.querySelector('.pager output')?.textContent).toBe('1–2000 из 2100');
});
