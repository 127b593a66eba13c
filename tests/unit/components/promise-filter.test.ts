import { describe, expect, it } from 'vitest';
import { entriesOf } from '@/components/ledger/office-scale';
import { choicesOf, filtered, NO_FILTER } from '@/components/ledger/promise-filter';
import { indexLedger } from '@/lib/ledger/lookups';
import { postBook } from '@/lib/ledger/post-book';
import { event, held, ledgerOf, said } from '../ledger/build';

const TODAY = '2024-06-01';
const LEDGER = ledgerOf({
  memberships: [
    held('a', { startDate: '2019-01-01', endDate: '2021-01-01' }),
    held('b', { startDate: '2021-01-01', attestedOn: ['2024-05-01'] }),
  ],
  promises: [
    said('road', 'a'),
    said('water', 'b', { topic: 'water', saidOn: '2022-01-01', dueOn: '2030' }),
    said('gas', 'b', { topic: 'gas', saidOn: '2022-02-01', dueOn: '2023' }),
    said('old', null, { topic: 'gas', saidOn: null }),
  ],
  statusEvents: [event('gas', 'kept', '2023-01-01')],
});
const BOOK = postBook(indexLedger(LEDGER), 'p', { day: TODAY, today: TODAY });
const ENTRIES = BOOK === null ? [] : entriesOf(BOOK);

describe('the filter of an office', () => {
  it.each([
    [{}, ['road', 'water', 'gas', 'old']],
    [{ status: 'kept' }, ['gas']],
    [{ topic: 'gas' }, ['gas', 'old']],
    [{ holder: 'b' }, ['water', 'gas']],
    [{ holder: '' }, ['old']],
    [{ term: 'notDue' }, ['water']],
    [{ term: 'noDate', holder: 'a' }, ['road']],
    [{ status: 'kept', holder: 'a' }, []],
  ] as const)('%o shows %o', (chosen, ids) => {
    const rows = filtered(ENTRIES, { ...NO_FILTER, ...chosen });
    expect(rows.map(({ promise }) => promise.id)).toEqual(ids);
  });

  it('offers only what occurs', () => {
    expect(choicesOf(ENTRIES)).toEqual({
      statuses: ['notRated', 'kept'],
      topics: ['roads', 'water', 'gas'],
      holders: ['a', 'b', ''],
      terms: ['noDate', 'notDue'],
    });
  });
});
