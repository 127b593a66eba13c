import { describe, expect, test } from 'vitest';
import { normalise, normaliseQuote, rawSpan } from '@/lib/quotes/normalise';

describe('the comparable form', () => {
  test.each([
    ['а\u00ADс\u200Bфальт', 'асфальт', 'soft hyphens and zero-width marks'],
    ['до\u00A01\u202Fмая', 'до 1 мая', 'no-break spaces'],
    ['к \n\t осени', 'к осени', 'a run of white space'],
    ['«ёлка» „да“ “no”', '"елка" "да" "no"', 'quotation marks and ё'],
    ['2025–2027 — срок', '2025-2027 - срок', 'dashes'],
    ['и\u0306од', 'йод', 'decomposed letters'],
  ])('%j becomes %j: %s', (raw, plain) => {
    expect(normaliseQuote(raw)).toBe(plain);
  });

  test.each([
    ['1 мая', '2 мая'],
    ['будет', 'не будет'],
    ['қала', 'кала'],
    ['Май', 'май'],
  ])('%j and %j stay apart', (a, b) => {
    expect(normaliseQuote(a)).not.toBe(normaliseQuote(b));
  });

  test('a span of it leads back to the raw text', () => {
    const raw = 'Аким:  «по\u00ADстроим\u00A0мост»';
    const plain = normalise(raw);
    const start = plain.text.indexOf('построим');
    const { start: from, end: to } = rawSpan(plain, start, start + 'построим мост'.length);
    expect(raw.slice(from, to)).toBe('по\u00ADстроим\u00A0мост');
  });

  test.each([
    ['в начале', 'Ёлка', 'Елка'],
    ['Ё decomposed too', 'Е\u0308лка', 'Елка'],
    ['a mark before any letter', '\u0306а', '\u0306а'],
    ['two marks on one letter', 'и\u0306\u0301', 'й\u0301'],
    ['white space at both ends', '  мост\n', 'мост'],
    ['direction marks', '\u202Aмост\u202C', 'мост'],
    ['more letters than one call takes', 'ё'.repeat(20_000), 'е'.repeat(20_000)],
  ])('%s: %j', (_, raw, plain) => {
    expect(normaliseQuote(raw)).toBe(plain);
  });

  test('untrimmed, with the way back for every letter', () => {
    const raw = ' \u00ADа  и\u0306\u0301 б ';
    const { text, starts, ends } = normalise(raw);
    expect(text).toBe(' а й\u0301 б ');
    // What is dropped belongs to nobody, a run of white space to its one space.
    expect([...starts]).toEqual([0, 2, 3, 5, 6, 8, 9, 10]);
    expect([...ends]).toEqual([1, 3, 5, 6, 8, 9, 10, 11]);
  });

  test('an empty span stays empty, past the end it is the end', () => {
    const plain = normalise('а  б');
    expect(rawSpan(plain, 1, 1)).toEqual({ start: 1, end: 1 });
    expect(rawSpan(plain, 3, 3)).toEqual({ start: 4, end: 4 });
  });

  test('a decomposed letter leads back whole', () => {
    const raw = 'наи\u0306м рабочих';
    const plain = normalise(raw);
    const { start, end } = rawSpan(plain, 2, 3);
    expect(raw.slice(start, end)).toBe('и\u0306');
  });
});
