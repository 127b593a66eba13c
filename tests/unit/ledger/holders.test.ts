import { describe, expect, test } from 'vitest';
import { holderOn, timelineOf } from '@/lib/ledger/holders';
import { indexLedger } from '@/lib/ledger/lookups';
import type { Ledger, Membership } from '@/lib/ledger/records';
import { held, ledgerOf, post } from './build';

function on(memberships: readonly Membership[], day: string, rest: Partial<Ledger> = {}) {
  return holderOn(indexLedger(ledgerOf({ memberships, ...rest })), 'p', day);
}

function who(memberships: readonly Membership[], day: string, rest: Partial<Ledger> = {}): string {
  const { state, personId } = on(memberships, day, rest);
  return personId === null ? state : `${state} ${personId}`;
}

const PAIR = [
  held('a', { startDate: '2018-01-10', endDate: '2019-03-01' }),
  held('b', { startDate: '2019-03-01', endDate: '2020-06-30' }),
];

describe('the membership whose interval holds the day', () => {
  test.each([
    ['2018-01-09', 'unknown'],
    ['2018-01-10', 'known a'],
    ['2019-02-28', 'known a'],
    ['2019-03-01', 'known b'],
    ['2020-06-30', 'known b'],
    ['2020-07-01', 'unknown'],
  ])('on %s: %s (the successor holds on the handover day)', (day, expected) => {
    expect(who(PAIR, day)).toBe(expected);
    expect(who(PAIR.toReversed(), day)).toBe(expected);
  });

  test('its reason names the membership', () => {
    expect(on(PAIR, '2018-06-01').reasons).toEqual([{ code: 'inTerm', membershipId: 'm-a' }]);
  });
});

describe('evidence reaches twelve months past its last date, and no day further', () => {
  const attested = [held('a', { attestedOn: ['2020-02', '2020-05-10'] })];
  test.each([
    ['2020-01-31', 'unknown'],
    ['2020-02-07', 'known a'],
    ['2020-05-10', 'known a'],
    ['2021-05-10', 'known a'],
    ['2021-05-11', 'unknown'],
    ['2026-01-01', 'unknown'],
  ])('attested in February and on 10 May 2020: on %s %s', (day, expected) => {
    expect(who(attested, day)).toBe(expected);
  });

  test('an end of null is not "still in office"', () => {
    const begun = [held('a', { startDate: '2015-03-01' })];
    expect(who(begun, '2016-03-01')).toBe('known a');
    expect(who(begun, '2016-03-02')).toBe('unknown');
  });

  test('between the last evidence and its reach the reason says so', () => {
    expect(on(attested, '2020-08-01').reasons).toEqual([
      { code: 'withinReach', membershipId: 'm-a', lastSeen: '2020-05-10' },
    ]);
  });

  test('beyond it the reasons name the last holder seen, and nobody holds', () => {
    const { personId, reasons } = on(attested, '2022-01-01');
    expect(personId).toBeNull();
    expect(reasons).toEqual([{ code: 'beyondReach', membershipId: 'm-a', lastSeen: '2020-05-10' }]);
  });

  test('a known end is not stretched', () => {
    const ended = [held('a', { attestedOn: ['2020-05-10'], endDate: '2020-06' })];
    expect(who(ended, '2020-06-30')).toBe('known a');
    expect(who(ended, '2020-07-01')).toBe('unknown');
  });
});

describe('unknown ends are bounded by the neighbours', () => {
  test('by the start of the next', () => {
    const two = [held('a', { attestedOn: ['2020-01-15'] }), held('b', { startDate: '2020-04-01' })];
    expect(who(two, '2020-03-31')).toBe('known a');
    expect(who(two, '2020-04-01')).toBe('known b');
  });

  test('by the first day on which the next is attested', () => {
    const two = [
      held('a', { attestedOn: ['2021-05-27'] }),
      held('b', { attestedOn: ['2022-02-25'] }),
    ];
    expect(who(two, '2022-02-24')).toBe('known a');
    expect(who(two, '2022-02-25')).toBe('known b');
  });

  test('and not by a membership that rests on weak sources', () => {
    const weak = held('b', {
      startDate: '2020-04-01',
      sources: [{ url: 'https://copy.example/x' }],
    });
    const two = [held('a', { attestedOn: ['2020-01-15'] }), weak];
    const weakSources = [{ host: 'copy.example', why: 'copy' }];
    expect(who(two, '2020-06-01', { weakSources })).toBe('known a');
    expect(who(two, '2020-06-01')).toBe('known b');
  });

  test('the start of the one stated to follow is the missing end, however far', () => {
    const stated = [
      held('a', { startDate: '2010-01-01' }),
      held('b', { startDate: '2014-01-01', followsId: 'm-a' }),
    ];
    expect(who(stated, '2013-01-01')).toBe('known a');
    expect(on(stated, '2013-01-01').reasons).toContainEqual({
      code: 'statedSuccession',
      membershipId: 'm-a',
      otherId: 'm-b',
    });
    const unstated = [
      held('a', { startDate: '2010-01-01' }),
      held('b', { startDate: '2014-01-01' }),
    ];
    expect(who(unstated, '2013-01-01')).toBe('unknown');
  });

  test('the end of the one it is stated to follow is the missing start', () => {
    const two = [
      held('a', { startDate: '2010-01-01', endDate: '2012-05-01' }),
      held('b', { attestedOn: ['2015-01-01'], followsId: 'm-a' }),
    ];
    expect(who(two, '2013-01-01')).toBe('known b');
  });
});

describe('acting holders', () => {
  const acting = held('b', { startDate: '2020-03-01', endDate: '2020-05-01', acting: true });
  test('one who acts between two holders is named as acting', () => {
    const three = [
      held('a', { startDate: '2018-01-01', endDate: '2020-03-01' }),
      acting,
      held('c', { startDate: '2020-05-01', attestedOn: ['2020-09-01'] }),
    ];
    expect(who(three, '2020-04-01')).toBe('acting b');
    expect(who(three, '2020-05-01')).toBe('known c');
  });
  test('a holder in his own right goes before one who acts for him', () => {
    const two = [held('a', { startDate: '2018-01-01', endDate: '2021-03-01' }), acting];
    expect(who(two, '2020-04-01')).toBe('known a');
  });
});

describe('two equal claims are disputed, never guessed', () => {
  const overlapping = [
    held('a', { startDate: '2018-01-01', endDate: '2020-01-01' }),
    held('b', { startDate: '2019-06-01', endDate: '2021-01-01' }),
  ];
  test('and name nobody', () => {
    const answer = on(overlapping, '2019-08-01');
    expect(answer.state).toBe('disputed');
    expect(answer.personId).toBeNull();
    expect(answer.candidateIds).toEqual(['m-a', 'm-b']);
  });
  test('only on the days they share', () => {
    expect(who(overlapping, '2019-05-31')).toBe('known a');
    expect(who(overlapping, '2020-01-02')).toBe('known b');
  });
  test('a handover within one month leaves the month open', () => {
    const two = [
      held('a', { startDate: '2018-01-01', endDate: '2019-06' }),
      held('b', { startDate: '2019-06', endDate: '2020-01-01' }),
    ];
    expect(who(two, '2019-05-31')).toBe('known a');
    expect(who(two, '2019-06-10')).toBe('disputed');
    expect(who(two, '2019-07-01')).toBe('known b');
  });
  test('two memberships of one person are no dispute', () => {
    const twice = [
      held('a', { startDate: '2018-01-01', endDate: '2020-01-01' }),
      held('a', { id: 'm-a2', startDate: '2019-06-01', endDate: '2021-01-01' }),
    ];
    expect(who(twice, '2019-08-01')).toBe('known a');
  });
});

describe('vacant needs two dated neighbours', () => {
  const gap = [
    held('a', { startDate: '2018-01-01', endDate: '2020-01-10' }),
    held('b', { startDate: '2020-04-01', endDate: '2021-01-01' }),
  ];
  test('between them it is vacant', () => {
    expect(who(gap, '2020-02-01')).toBe('vacant');
    expect(on(gap, '2020-02-01').reasons).toEqual([
      { code: 'gap', membershipId: 'm-a', otherId: 'm-b' },
    ]);
  });
  test('before the first and after the last it is unknown', () => {
    expect(who(gap, '2017-01-01')).toBe('unknown');
    expect(who(gap, '2022-01-01')).toBe('unknown');
  });
  test('with an undated holder who may have stood between, it is unknown', () => {
    expect(who([...gap, held('c')], '2020-02-01')).toBe('unknown');
  });
  test('a gap longer than evidence reaches is a gap of the records', () => {
    const years = [
      held('a', { startDate: '2002-01-01', endDate: '2003-06-13' }),
      held('b', { startDate: '2012-09-24', endDate: '2014-04-02' }),
    ];
    expect(who(years, '2008-01-01')).toBe('unknown');
  });
  test('when the next is only attested, not dated, it is unknown', () => {
    const seen = [
      held('a', { startDate: '2018-01-01', endDate: '2020-01-10' }),
      held('b', { attestedOn: ['2020-04-01'] }),
    ];
    expect(who(seen, '2020-02-01')).toBe('unknown');
  });
});

describe('the life of a post', () => {
  const posts = [post('p', { startDate: '2022-06-08', endDate: '2024-01-01' })];
  const long = [held('a', { startDate: '2022-06-08', endDate: '2025-01-01' })];
  test.each([
    ['2022-06-07', 'vacant'],
    ['2022-06-08', 'known a'],
    ['2024-01-01', 'known a'],
    ['2024-01-02', 'vacant'],
  ])('on %s: %s', (day, expected) => {
    expect(who(long, day, { posts })).toBe(expected);
  });
});

describe('the time line', () => {
  test('covers every day once, from the beginning to the end of time', () => {
    const { segments } = timelineOf(indexLedger(ledgerOf({ memberships: PAIR })), 'p');
    expect(segments.map((s) => [s.from, s.to, s.state, s.personId])).toEqual([
      [null, '2018-01-09', 'unknown', null],
      ['2018-01-10', '2019-02-28', 'known', 'a'],
      ['2019-03-01', '2020-06-30', 'known', 'b'],
      ['2020-07-01', null, 'unknown', null],
    ]);
  });
  test('a post without memberships is unknown for ever', () => {
    expect(who([], '2020-01-01')).toBe('unknown');
  });
});
