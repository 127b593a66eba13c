import { describe, expect, it } from 'vitest';
import { indexLedger } from '@/lib/ledger/lookups';
import { postBook } from '@/lib/ledger/post-book';
import type { Ledger } from '@/lib/ledger/records';
import { entriesInside, outlivedOf, thesisOf } from '@/lib/ledger/thesis';
import { event, held, ledgerOf, said } from './build';

const TODAY = '2024-06-01';

/** A holds until 2021, B after her until today. */
const HOLDERS = [
  held('a', { startDate: '2019-01-01', endDate: '2021-01-01' }),
  held('b', { startDate: '2021-01-01', attestedOn: ['2024-05-01'] }),
];

function bookOf(parts: Partial<Ledger>) {
  const index = indexLedger(ledgerOf({ memberships: HOLDERS, ...parts }));
  const book = postBook(index, 'p', { day: TODAY, today: TODAY });
  if (book === null) throw new Error('the post is in the ledger');
  return { index, book };
}

function outlived(parts: Partial<Ledger>) {
  const { open, closed, unknown, undated } = outlivedOf(entriesInside([bookOf(parts).book]));
  const ids = (entries: readonly { readonly promise: { readonly id: string } }[]) =>
    entries.map(({ promise }) => promise.id);
  return { open: ids(open), closed: ids(closed), unknown: ids(unknown), undated };
}

const NONE = { open: [], closed: [], unknown: [], undated: 0 };

describe('promises that outlived their makers', () => {
  it.each([
    ['an open one of a former holder', { promises: [said('x', 'a')] }, { ...NONE, open: ['x'] }],
    ['not one of the present holder', { promises: [said('x', 'b', { saidOn: '2022' })] }, NONE],
    [
      'one closed under the successor',
      { promises: [said('x', 'a')], statusEvents: [event('x', 'kept', '2022-03-01')] },
      { ...NONE, closed: ['x'] },
    ],
    [
      'not one that its maker closed',
      { promises: [said('x', 'a')], statusEvents: [event('x', 'broken', '2020-06-01')] },
      NONE,
    ],
    ['not one bound to the person', { promises: [said('x', 'a', { boundTo: 'person' })] }, NONE],
    [
      'not one that cannot be rated',
      { promises: [said('x', 'a')], statusEvents: [event('x', 'unrateable', '2022')] },
      NONE,
    ],
    [
      'one without a date, since its maker is gone',
      { promises: [said('x', 'a', { saidOn: null })] },
      { ...NONE, open: ['x'] },
    ],
  ] as const)('%s', (_, parts, expected) => {
    expect(outlived(parts)).toEqual(expected);
  });

  it('are unknown when nobody is known to hold the office', () => {
    const memberships = [held('a', { startDate: '2019-01-01', endDate: '2021-01-01' })];
    expect(outlived({ memberships, promises: [said('x', 'a')] })).toEqual({
      ...NONE,
      unknown: ['x'],
    });
  });

  it('are unknown when several claim the office, and open when it is vacant', () => {
    const two = [
      HOLDERS[0] ?? held('a'),
      held('b', { startDate: '2021-01-01', endDate: '2025-01-01' }),
      held('c', { startDate: '2021-01-01', endDate: '2025-01-01' }),
    ];
    expect(outlived({ memberships: two, promises: [said('x', 'a')] })).toEqual({
      ...NONE,
      unknown: ['x'],
    });
    const gap = [
      held('a', { startDate: '2019-01-01', endDate: '2024-05-01' }),
      held('b', { startDate: '2024-07-01', endDate: '2025-01-01' }),
    ];
    expect(outlived({ memberships: gap, promises: [said('x', 'a')] })).toEqual({
      ...NONE,
      open: ['x'],
    });
  });

  it('are unknown when closed while nobody is known to have held the office', () => {
    const memberships = [held('a', { startDate: '2019-01-01', endDate: '2021-01-01' })];
    const statusEvents = [event('x', 'kept', '2022-06-01')];
    expect(outlived({ memberships, promises: [said('x', 'a')], statusEvents })).toEqual({
      ...NONE,
      unknown: ['x'],
    });
  });

  it('are told by the source’s date where the day of saying is not known', () => {
    const source = { url: 'https://news.example/1', publishedOn: '2020-01-10' };
    const promises = [said('x', 'a', { saidOn: null, source })];
    expect(outlived({ memberships: [held('a')], promises })).toEqual({ ...NONE, unknown: ['x'] });
  });

  it('are left out, and counted, where no date tells and nobody is known', () => {
    const memberships = [held('a')];
    const promises = [said('x', 'a', { saidOn: null })];
    expect(outlived({ memberships, promises })).toEqual({ ...NONE, undated: 1 });
  });
});

describe('figures of an area', () => {
  it('take the median of terms with both ends, and count the others', () => {
    const memberships = [
      held('a', { startDate: '2010-01-01', endDate: '2011-01-01' }),
      held('b', { startDate: '2011-01-01', endDate: '2014-01-01' }),
      held('c', { startDate: '2014-01-01', endDate: '2014-07-01' }),
      held('d', { startDate: '2023-09-01' }),
      held('e'),
    ];
    const { index, book } = bookOf({ memberships });
    const { tenure, lately } = thesisOf(index, [book], TODAY);
    expect(tenure.medianDays).toBe(365);
    expect(tenure.rows.map(({ membership }) => membership.personId)).toEqual(['c', 'a', 'b']);
    expect(tenure.undated).toBe(2);
    expect(lately.rows.map(({ membership }) => membership.personId)).toEqual(['d']);
    expect(lately.persons).toBe(1);
    expect(lately.undated).toBe(1);
  });

  it('take the middle of two, rounded, and leave acting holders out of the terms alone', () => {
    const memberships = [
      held('a', { startDate: '2020-01-01', endDate: '2020-01-11' }),
      held('b', { startDate: '2020-02-01', endDate: '2020-02-22' }),
      held('c', { startDate: '2023-02-01', endDate: '2023-03-01', acting: true }),
    ];
    const { index, book } = bookOf({ memberships });
    const { tenure, lately } = thesisOf(index, [book], TODAY);
    expect(tenure.rows.map(({ days }) => days)).toEqual([10, 21]);
    expect(tenure.medianDays).toBe(16);
    expect(tenure.undated).toBe(0);
    expect(lately.rows.map(({ days }) => days)).toEqual([28]);
  });

  it('look 24 months back, to the day, and not ahead; a person counts once', () => {
    const row = (id: string, startDate: string, endDate: string) =>
      held('a', { id, startDate, endDate });
    const memberships = [
      row('too-early', '2020-01-01', '2022-05-31'),
      row('just', '2020-01-01', '2022-06-01'),
      row('today', '2024-06-01', '2025-01-01'),
      row('tomorrow', '2024-06-02', '2025-01-01'),
    ];
    const { index, book } = bookOf({ memberships });
    const { lately } = thesisOf(index, [book], TODAY);
    expect(lately.rows.map(({ membership }) => membership.id)).toEqual(['just', 'today']);
    expect(lately.persons).toBe(1);
  });

  it('leave weak memberships out', () => {
    const memberships = [
      held('a', {
        startDate: '2022-01-01',
        endDate: '2024-01-01',
        sources: [{ url: 'https://copy.example/1' }],
      }),
    ];
    const { index, book } = bookOf({
      memberships,
      weakSources: [{ host: 'copy.example', why: 'a copy' }],
    });
    const { tenure, lately } = thesisOf(index, [book], TODAY);
    expect([tenure.rows, tenure.medianDays, lately.persons]).toEqual([[], null, 0]);
  });
});
