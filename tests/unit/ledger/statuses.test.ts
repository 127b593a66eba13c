import { describe, expect, test } from 'vitest';
import type { StatusEvent } from '@/lib/ledger/records';
import { phaseOf, SOURCED_STATUSES, statusOn, termOn, validEvents } from '@/lib/ledger/statuses';
import { event, said } from './build';

function status(events: readonly StatusEvent[], day = '2026-01-01') {
  return statusOn(validEvents(events), day);
}

describe('the current status', () => {
  test('without events it is not rated, and open', () => {
    expect(status([])).toEqual({
      status: 'notRated',
      phase: 'open',
      event: null,
      closedOn: null,
    });
  });
  test('is the last by date, whatever the order of records', () => {
    const events = [event('x', 'kept', '2021-05-01'), event('x', 'inProgress', '2020-05-01')];
    expect(status(events).status).toBe('kept');
    expect(status(events.toReversed()).status).toBe('kept');
  });
  test('of one date it is the one recorded last', () => {
    const early = event('x', 'inProgress', '2021-05-01', { recordedAt: '2021-06-01T10:00:00Z' });
    const late = event('x', 'stalled', '2021-05-01', { recordedAt: '2021-06-02T10:00:00Z' });
    expect(status([late, early]).status).toBe('stalled');
  });
  test('of one record time it is the one with the later id', () => {
    const [a, b] = ['a', 'b'].map((id) =>
      event('x', id === 'a' ? 'stalled' : 'kept', '2021-05-01', { id }),
    );
    for (const events of [
      [a, b],
      [b, a],
    ])
      expect(status(events.filter((e) => e !== undefined)).status).toBe('kept');
  });
  test('an event that another corrects is dropped first', () => {
    const wrong = event('x', 'broken', '2022-01-01');
    const right = event('x', 'inProgress', '2021-01-01', { correctsId: wrong.id });
    expect(status([wrong, right]).status).toBe('inProgress');
  });
  test('a day before an event does not know of it', () => {
    expect(status([event('x', 'kept', '2021-05-01')], '2021-04-30').status).toBe('notRated');
    expect(status([event('x', 'kept', '2021-05-01')], '2021-05-01').status).toBe('kept');
  });
  test('it closed when the present status was first stated', () => {
    const events = [
      event('x', 'partlyKept', '2020-01-01'),
      event('x', 'kept', '2021-01-01'),
      event('x', 'kept', '2022-01-01'),
    ];
    expect(status(events).closedOn).toBe('2021-01-01');
  });
  test('an event of a later day does not cut the run, though it sorts before a year that holds both', () => {
    const events = [
      event('x', 'broken', '2019-05-01'),
      event('x', 'kept', '2020-07-10'),
      event('x', 'broken', '2020'),
    ];
    expect(status(events, '2020-03-01').closedOn).toBe('2019-05-01');
    expect(status(events, '2021-03-01').closedOn).toBe('2020');
  });
  test('what cannot be rated is neither open nor closed', () => {
    expect(status([event('x', 'unrateable', '2021-01-01')]).phase).toBe('outside');
  });
});

describe('the state of the term is computed', () => {
  const term = (dueOn: string | null, day: string, events: readonly StatusEvent[] = []) =>
    termOn(said('x', 'a', { dueOn }), status(events, day), day);

  test.each([
    [null, '2021-01-01', 'noDate'],
    ['2021', '2021-11-30', 'notDue'],
    ['2021', '2021-12-01', 'dueSoon'],
    ['2021-11', '2021-11-30', 'dueSoon'],
    ['2021', '2021-12-31', 'dueSoon'],
    ['2021', '2022-01-01', 'passedUnchecked'],
    ['2021-06-30', '2021-07-01', 'passedUnchecked'],
  ])('due %s: on %s %s', (dueOn, day, expected) => {
    expect(term(dueOn, day)).toBe(expected);
  });

  test('an event before the end of the term does not make it overdue', () => {
    expect(term('2021', '2022-06-01', [event('x', 'inProgress', '2021-12-31')])).toBe(
      'passedUnchecked',
    );
    expect(term('2021', '2022-06-01', [event('x', 'inProgress', '2021')])).toBe('passedUnchecked');
  });
  test.each(['inProgress', 'stalled'] as const)('an event %s after the term does', (code) => {
    expect(term('2021', '2022-06-01', [event('x', code, '2022-02-01')])).toBe('overdue');
  });
  test('and not before its own date', () => {
    expect(term('2021', '2022-01-15', [event('x', 'stalled', '2022-02-01')])).toBe(
      'passedUnchecked',
    );
  });
  test.each(['kept', 'partlyKept', 'broken', 'unrateable'] as const)(
    'a promise that is %s has no state of its term',
    (code) => {
      expect(term('2021', '2022-06-01', [event('x', code, '2022-02-01')])).toBeNull();
    },
  );
});

test.each([
  ['notRated', 'open', false],
  ['inProgress', 'open', false],
  ['stalled', 'open', true],
  ['kept', 'closed', true],
  ['partlyKept', 'closed', true],
  ['broken', 'closed', true],
  ['unrateable', 'outside', false],
] as const)('%s is %s; it needs a source: %s', (code, phase, needsSource) => {
  expect(phaseOf(code)).toBe(phase);
  expect(SOURCED_STATUSES.has(code)).toBe(needsSource);
});
