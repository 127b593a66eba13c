import { describe, expect, test } from 'vitest';
import { dataFaults } from '../../faults/data';

const ROWS = dataFaults();

describe('hostile data', () => {
  test.each(ROWS.map((row) => [row.injected, row.expected, row] as const))(
    '%s: %s',
    (_injected, _expected, { wrong, controlWrong }) => {
      expect(wrong).toEqual([]);
      // Without the defence some cases must come out wrong, else nothing was tested.
      expect(controlWrong).toBeGreaterThan(0);
    },
  );

  test('is at least 300 cases', () => {
    expect(ROWS.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThanOrEqual(300);
  });
});
