import { expect, test } from 'vitest';
import { letGoPart, offerPart, standingPart } from '@/lib/messaging/page-part';

test('a part that was let go is not there until it is offered anew', () => {
  const first = { name: 'first' };
  const second = { name: 'second' };
  expect(standingPart('reading')).toBeNull();
  offerPart('reading', first);
  offerPart('reading', second);
  expect(standingPart('reading')).toBe(first);
  letGoPart('reading');
  expect(standingPart('reading')).toBeNull();
  offerPart('reading', second);
  expect(standingPart('reading')).toBe(second);
});
