import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '@/lib/language/languages';
import { newCast } from '@/lib/names/cast';
import { readDocument } from '@/lib/names/text-document';
import type { Token } from '@/lib/names/tokens';

/** The tokens of a Russian text. */
function tokensOf(text: string): readonly Token[] {
  return readDocument([`${text}. Вода была холодной.`], { date: null }, LANGUAGES).tokens;
}

const [MANS, MANS_GENITIVE, OTHER] = tokensOf('Килимбаев Килимбаева Омаров') as [
  Token,
  Token,
  Token,
];
const NEVER = Number.POSITIVE_INFINITY;

describe('who is named for sure', () => {
  const cast = newCast();
  for (const at of [20, 5, 12, 12]) cast.anchor('a', at);
  cast.anchorByOffice('a', 2);
  cast.anchorByOffice('b', 9);

  test.each([
    [2, -1, -1],
    [3, 2, -1],
    [5, 2, -1],
    [6, 5, 5],
    [12, 5, 5],
    [13, 12, 12],
    [99, 20, 20],
  ])('before %i was last told at %i, and by name at %i', (at, last, lastNamed) => {
    expect(cast.lastOf('a', at)).toBe(last);
    expect(cast.lastNamed('a', at)).toBe(lastNamed);
  });

  test('is known everywhere, and by his office from there on', () => {
    expect([0, 99].map((at) => cast.isAnchored('a', at))).toEqual([true, true]);
    expect([8, 9, 10].map((at) => cast.isAnchored('b', at))).toEqual([false, true, true]);
    expect(cast.isAnchored('c', 99)).toBe(false);
  });

  test.each([
    [3, 5, false],
    [3, 6, true],
    [5, 6, true],
    [6, 12, false],
    [6, 13, true],
    [21, 99, false],
  ])('stands between %i and %i: %s', (from, to, expected) => {
    expect(cast.isAnchoredWithin('a', from, to)).toBe(expected);
    expect(cast.isAnchoredWithin('c', from, to)).toBe(false);
  });

  test('first stands at the least of all places, others nowhere', () => {
    expect(['a', 'b', 'c'].map((id) => cast.firstOf(id))).toEqual([2, 9, NEVER]);
    expect([...cast.personIds].toSorted()).toEqual(['a', 'b']);
  });
});

describe('who may be meant', () => {
  test('is in doubt after such a name, until he is named for sure', () => {
    const cast = newCast();
    cast.doubt('a', 4);
    expect([4, 5].map((at) => cast.isInDoubt('a', at))).toEqual([false, true]);
    cast.anchorByOffice('a', 5);
    expect(cast.isInDoubt('a', 9)).toBe(true);
    cast.anchor('a', 7);
    expect([7, 8].map((at) => cast.isInDoubt('a', at))).toEqual([true, false]);
    expect(cast.isInDoubt('b', 9)).toBe(false);
  });
});

describe('another bearer of the surname', () => {
  const cast = newCast();
  cast.rival(MANS, 8, false);
  cast.rival(MANS, 3, false);

  test('stands where he is named', () => {
    expect([3, 4, 8].map((at) => cast.isRivalAt(at))).toEqual([true, false, true]);
    cast.parent(11);
    expect(cast.isRivalAt(11)).toBe(true);
  });

  test.each([
    [3, -1],
    [4, 3],
    [8, 3],
    [9, 8],
  ])('before %i was last named at %i, in whatever form', (at, expected) => {
    for (const token of [MANS, MANS_GENITIVE])
      for (const isMans of [true, false])
        expect(cast.lastRivalOf(token, at, isMans)).toBe(expected);
  });

  test('was first named at the least place, those of other surnames nowhere', () => {
    expect(cast.firstRivalOf(MANS_GENITIVE, true)).toBe(3);
    expect(cast.firstRivalOf(OTHER, false)).toBe(NEVER);
    expect(cast.lastRivalOf(OTHER, 99, false)).toBe(-1);
  });

  test('of this very form stands only before a place', () => {
    expect([3, 4].map((at) => cast.isFormOfRival(MANS, at))).toEqual([false, true]);
    expect(cast.isFormOfRival(MANS_GENITIVE, 99)).toBe(false);
  });

  test('who is a woman is none where the form is a man’s alone', () => {
    const women = newCast();
    women.rival(MANS_GENITIVE, 3, true);
    expect(women.lastRivalOf(MANS, 9, true)).toBe(-1);
    expect(women.lastRivalOf(MANS, 9, false)).toBe(3);
    expect(women.firstRivalOf(MANS, true)).toBe(NEVER);
    expect(women.firstRivalOf(MANS, false)).toBe(3);
    expect(women.isRivalAt(3)).toBe(true);
  });
});
