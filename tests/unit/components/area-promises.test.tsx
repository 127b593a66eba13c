import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AreaPage } from '@/components/ledger/area-page';
import { type AreaPromises, areaSteps } from '@/components/ledger/area-promises';
import { viewContext } from '@/components/promise-view';
import { areaBook } from '@/lib/ledger/area-book';
import { indexLedger } from '@/lib/ledger/lookups';
import type { Ledger } from '@/lib/ledger/records';
import { A_STEP, atOnce } from '@/lib/ledger/steps';
import { area, event, held, ledgerOf, post, said } from '../ledger/build';

const TODAY = '2024-06-01';

function bookOf(parts: Partial<Ledger>) {
  const place = { areas: [area('o')], posts: [post('p', { areaId: 'o' })] };
  const ledger = ledgerOf({ ...place, ...parts });
  const index = indexLedger(ledger);
  const book = areaBook(index, 'o', { day: TODAY, today: TODAY });
  if (book === null) throw new Error('the area is lost');
  return { ledger, index, book };
}

function promisesOf(parts: Partial<Ledger>): AreaPromises {
  const { index, book } = bookOf(parts);
  return atOnce(areaSteps(index, book));
}

const ids = (list: AreaPromises['entries']) => list.map(({ promise }) => promise.id);

describe('what the page of an area is drawn of', () => {
  const { terms, topics } = promisesOf({
    memberships: [held('a', { startDate: '2019-01-01', attestedOn: ['2024-05-01'] })],
    promises: [
      said('longAgo', 'a', { dueOn: '2021' }),
      said('lately', 'a', { dueOn: '2024-05' }),
      said('today', 'a', { dueOn: TODAY, topic: 'water' }),
      said('soon', 'a', { dueOn: '2024-09', topic: 'water' }),
      said('inAYear', 'a', { dueOn: '2025-06-01' }),
      said('later', 'a', { dueOn: '2025-06-02' }),
      said('kept', 'a', { dueOn: '2024-09', topic: 'gas' }),
      said('noTerm', 'a', { topic: 'water' }),
    ],
    statusEvents: [event('kept', 'kept', '2024-01-01')],
  });

  it('terms: the next on top, of those passed the last on top, the closed in none', () => {
    expect(ids(terms.near)).toEqual(['today', 'soon', 'inAYear']);
    expect(ids(terms.passed)).toEqual(['lately', 'longAgo']);
    expect(ids(terms.later)).toEqual(['later']);
    expect(terms.withoutTerm).toBe(1);
  });

  it('matters: those that occur, the most frequent first', () => {
    expect(topics).toEqual([
      { topic: 'roads', open: 4, closed: 0 },
      { topic: 'water', open: 3, closed: 0 },
      { topic: 'gas', open: 0, closed: 1 },
    ]);
  });
});

describe('an area of many promises', () => {
  const MANY = 5_000;
  const promises = Array.from({ length: MANY }, (_, n) => said(`x${n}`, 'a', { dueOn: '2024-09' }));
  const { ledger, index, book } = bookOf({ promises, memberships: [held('a')] });

  it('is worked out in steps that may be broken off, more of them only as there are more promises', () => {
    const steps = areaSteps(index, book);
    let count = 0;
    while (steps.next().done !== true) count += 1;
    // Gathered, told apart by what became of them, by term (sorted in between), by matter.
    expect(count).toBeGreaterThan((4 * MANY) / A_STEP);
    expect(count).toBeLessThan((10 * MANY) / A_STEP);
  });

  it('is drawn a few lines at once: the others come with the frames', () => {
    const page = renderToStaticMarkup(
      <AreaPage
        book={book}
        parents={[]}
        promises={atOnce(areaSteps(index, book))}
        context={viewContext(ledger, 'ru', () => false)}
        tools={null}
      />,
    );
    expect(page).toContain('1–500 из 5000');
    // Of two lists: their terms, and whether they outlived their maker.
    expect(page.match(/<li class="promise">/g)?.length).toBeLessThan(100);
  });
});
