import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { todayOf } from '../../../entrypoints/own-page/today';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2036-11-24T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const TEN_YEARS_MS = Date.parse('2036-11-24T12:00:00Z') - Date.parse('2026-11-24T12:00:00Z');

const cacheThatSaw = (clockOffsetMs: number | null) => ({
  syncState: async () =>
    ({
      cursor: null,
      head: { key: 'head', issued: '2026-11-24T06:00:00Z', seenAt: 0, clockOffsetMs },
      sync: null,
    }) as const,
});

it('own pages go by the clock that the tracker set right, as the cards do', async () => {
  expect(await todayOf(cacheThatSaw(-TEN_YEARS_MS))).toBe('2026-11-24');
});

it.each([
  ['the answer had no date', cacheThatSaw(null)],
  ['nothing was synced', { syncState: async () => ({ cursor: null, head: null, sync: null }) }],
])("they go by the device's where %s", async (_, cache) => {
  expect(await todayOf(cache)).toBe('2036-11-24');
});
