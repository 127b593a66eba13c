import { describe, expect, test } from 'vitest';
import { indexGrams, likelyWindows } from '@/lib/quotes/gram-index';

const PATTERN = 'построим мост через реку до конца осени';
/** Words that share no run of three letters with the pattern. */
const OTHER = 'вчера здесь шёл дождь, люди ждали и пили чай. ';

const windowsOf = (text: string, pattern: string, most = 3): string[] =>
  likelyWindows(indexGrams(text), pattern, most).map(({ start, end }) => text.slice(start, end));

describe('stretches that may hold a pattern', () => {
  test.each([
    ['at the beginning', `${PATTERN}. ${OTHER.repeat(20)}`],
    ['in the middle', OTHER.repeat(10) + PATTERN + OTHER.repeat(10)],
    ['at the end', OTHER.repeat(20) + PATTERN],
    ['alone', PATTERN],
  ])('hold it: %s', (_, text) => {
    const [first = ''] = windowsOf(text, PATTERN);
    expect(first).toContain(PATTERN);
    // Three slots of half the pattern and three tenths on both sides.
    expect(first.length).toBeLessThanOrEqual(PATTERN.length * 2.2);
  });

  test('hold it with a fifth of its letters changed', () => {
    const edited = 'посттоим мест чуриз речу до конча осеми';
    expect(windowsOf(OTHER.repeat(10) + edited + OTHER.repeat(10), PATTERN)[0]).toContain(edited);
  });

  test('there are none where nothing is alike', () => {
    expect(windowsOf(OTHER.repeat(20), PATTERN)).toEqual([]);
    expect(windowsOf('', PATTERN)).toEqual([]);
  });

  test('a pattern of two letters has no run of three', () => {
    expect(windowsOf('да и да', 'да')).toEqual([]);
    expect(windowsOf('нет и да, и нет', 'нет')[0]).toContain('нет');
  });

  test('the likeliest comes first, wherever it stands', () => {
    const half = 'построим мост через овраг до самой зимы';
    for (const [one, other] of [
      [half, PATTERN],
      [PATTERN, half],
    ])
      expect(windowsOf(one + OTHER.repeat(10) + other, PATTERN)[0]).toContain(PATTERN);
  });

  test('of equals the first comes first, and no more than asked for', () => {
    const text = [PATTERN, PATTERN, PATTERN, PATTERN].join(OTHER.repeat(6));
    const found = likelyWindows(indexGrams(text), PATTERN, 3);
    expect(found).toHaveLength(3);
    expect(found.map(({ start }) => start)).toEqual(
      found.map(({ start }) => start).sort((a, b) => a - b),
    );
    expect(text.slice(found[0]?.start, found[0]?.end)).toContain(PATTERN);
    expect(found[0]?.start).toBe(0);
  });

  test('one that has far less than the best is no rival', () => {
    const text = `построим мост через ${OTHER.repeat(10)}${PATTERN}`;
    expect(windowsOf(text, PATTERN)).toHaveLength(1);
  });

  test('neighbours of one that is taken are not looked at again', () => {
    expect(windowsOf(OTHER.repeat(10) + PATTERN + OTHER.repeat(10), PATTERN)).toHaveLength(1);
  });

  test('a long text has them too', () => {
    const text = OTHER.repeat(2_000) + PATTERN + OTHER.repeat(2_000);
    expect(windowsOf(text, PATTERN)[0]).toContain(PATTERN);
  });
});
