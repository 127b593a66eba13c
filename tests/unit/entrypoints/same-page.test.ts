import { describe, expect, it } from 'vitest';
import { isSamePage } from '@/entrypoints/card/same-page';

describe('one page under two addresses', () => {
  it.each([
    ['https://www.nur.kz/a/1/', 'http://nur.kz/a/1'],
    ['https://nur.kz/a/1?utm_source=x#top', 'https://nur.kz/a/1'],
    ['https://m.nur.kz/a/1', 'https://nur.kz/a/1'],
    ['https://nur.kz/a/1/amp/', 'https://nur.kz/a/1'],
  ])('%s is %s', (one, other) => {
    expect(isSamePage(one, other)).toBe(true);
  });

  it.each([
    ['https://nur.kz/a/1', 'https://nur.kz/a/2'],
    ['https://nur.kz/?p=1', 'https://nur.kz/?p=2'],
    ['https://nur.kz/a', 'https://zakon.kz/a'],
    ['no address', 'no address'],
  ])('%s is not %s', (one, other) => {
    expect(isSamePage(one, other)).toBe(false);
  });
});
