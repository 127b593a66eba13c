import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '@/lib/wire/text';

const INVISIBLE = '\u200b';

describe('a text is cleaned', () => {
  it.each([
    ['a combining breve', 'и\u0306', 'й'],
    ['a combining diaeresis after Latin', 'u\u0308', 'ü'],
    ['a soft hyphen', 'до\u00adрога', 'дорога'],
    ['a turn of direction', 'a\u202eb', 'ab'],
    ['a control character', 'a\u0007b\u0085c', 'abc'],
    ['a line separator', 'a\u2028b', 'ab'],
    ['half a character', 'a\ud800', 'a\ufffd'],
    ['an ohm sign', '\u2126', 'Ω'],
  ])('of %s', (_, raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  it.each(['дороги, 2027\tгод\n', 'Әкім №3 — «Қала»', 'naïve “x” … •'])(
    'and %j is clean',
    (text) => {
      expect(cleanText(text)).toBe(text);
    },
  );

  it('alike whether an invisible character is in it or not, for every character there is', () => {
    const differing: string[] = [];
    for (let unit = 0; unit <= 0xffff; unit += 1) {
      const text = String.fromCharCode(unit);
      if (cleanText(text) !== cleanText(INVISIBLE + text)) differing.push(unit.toString(16));
    }
    expect(differing).toEqual([]);
  });

  it('alike for characters that join each other', () => {
    const letters = fc.integer({ min: 0x20, max: 0x52f }).map((unit) => String.fromCharCode(unit));
    const any = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
    fc.assert(
      fc.property(fc.array(fc.oneof(letters, any), { maxLength: 6 }), (units) => {
        const text = units.join('');
        expect(cleanText(text)).toBe(cleanText(text + INVISIBLE));
      }),
      { numRuns: 2_000 },
    );
  });
});
