import { expect, test } from 'vitest';
import { selectorGroups } from '@/lib/quotes/selectors';

test('a quote keeps 32 characters of each side and its position', () => {
  const before = 'б'.repeat(40);
  const after = 'п'.repeat(40);
  expect(selectorGroups(`${before}мост${after}`, [{ start: 40, end: 44 }])).toEqual([
    {
      quote: {
        type: 'TextQuoteSelector',
        exact: 'мост',
        prefix: 'б'.repeat(32),
        suffix: 'п'.repeat(32),
      },
      position: { type: 'TextPositionSelector', start: 40, end: 44 },
    },
  ]);
});

test('at the edges of a text there is less, in the order given', () => {
  const groups = selectorGroups('мост и школа', [
    { start: 7, end: 12 },
    { start: 0, end: 4 },
  ]);
  expect(groups.map(({ quote }) => [quote.prefix, quote.exact, quote.suffix])).toEqual([
    ['мост и ', 'школа', ''],
    ['', 'мост', ' и школа'],
  ]);
});
