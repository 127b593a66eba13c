import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { ReviewList } from '@/components/review/review-list';
import { indexLedger } from '@/lib/ledger/lookups';
import { postBook } from '@/lib/ledger/post-book';
import { workList } from '@/lib/ledger/work-list';
import { held, ledgerOf, said } from '../unit/ledger/build';

const TODAY = '2024-06-01';
const MANY = 1_050;
let root: Root | null = null;

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

/** Draws the list of an office whose terms have all passed, with so many clips that wait. */
function drawList(terms: number, clips: number): void {
  const ledger = ledgerOf({
    memberships: [held('a', { startDate: '2019-01-01', attestedOn: [TODAY] })],
    promises: Array.from({ length: terms }, (_, n) =>
      said(`x${String(n).padStart(4, '0')}`, 'a', { dueOn: '2021', text: { ru: `Дорога ${n}` } }),
    ),
  });
  const book = postBook(indexLedger(ledger), 'p', { day: TODAY, today: TODAY });
  if (book === null) throw new Error('the office is lost');
  root = createRoot(document.body.appendChild(document.createElement('main')));
  root.render(
    <ReviewList
      lang="ru"
      queue={Array.from({ length: clips }, (_, n) => ({
        id: `c${n}`,
        text: { ru: `Запись ${n}` },
        receivedOn: TODAY,
      }))}
      seconds={[]}
      problem={null}
      note=""
      work={workList([book], [])}
      onAgain={() => undefined}
    />,
  );
}

const sectionOf = (heading: string) =>
  [...document.querySelectorAll('section')].find((one) =>
    one.querySelector('h2')?.textContent?.startsWith(heading),
  );
const rowsOf = (heading: string) => [...(sectionOf(heading)?.querySelectorAll('li bdi') ?? [])];
const press = (heading: string, words: string) =>
  [...(sectionOf(heading)?.querySelectorAll('button') ?? [])]
    .find((one) => one.textContent === words)
    ?.click();

test('of more than a thousand terms eight are drawn, then a page of them, then the next', async () => {
  drawList(MANY, 0);
  await expect.poll(() => rowsOf('Срок прошёл').length).toBe(8);
  expect(sectionOf('Срок прошёл')?.textContent).toContain(`показано 8 из ${MANY}`);
  press('Срок прошёл', 'Показать остальные');
  await expect.poll(() => rowsOf('Срок прошёл').length).toBe(100);
  expect(sectionOf('Срок прошёл')?.textContent).toContain(`1–100 из ${MANY}`);
  press('Срок прошёл', 'Следующие');
  await expect.poll(() => rowsOf('Срок прошёл')[0]?.textContent).toBe('Дорога 100');
  expect(rowsOf('Срок прошёл')).toHaveLength(100);
});

test('a group that fits stands whole, with nothing to turn; one of none says so', async () => {
  drawList(0, 9);
  await expect.poll(() => rowsOf('Записи читателей').length).toBe(8);
  press('Записи читателей', 'Показать остальные');
  await expect.poll(() => rowsOf('Записи читателей').length).toBe(9);
  expect(document.querySelector('.pager')).toBeNull();
  expect(sectionOf('Срок прошёл')?.textContent).toContain('Ничего не ждёт.');
});
