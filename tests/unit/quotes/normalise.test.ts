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

  test('a decomposed letter leads back whole', () => {
    const raw = 'наи\u0306м рабочих';
    const plain = normalise(raw);
    const { start, end } = rawSpan(plain, 2, 3);
    expect(raw.slice(start, end)).toBe('и\u0306');
  });
});
