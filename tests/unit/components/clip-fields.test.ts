import { describe, expect, it } from 'vitest';
import { type ClipFields, isSourceAddress, missingIn } from '@/components/clip/clip-fields';

const FILLED: ClipFields = {
  text: 'Отремонтировать дороги',
  quote: '',
  lang: 'ru',
  personId: null,
  postId: 'akim-1',
  areaId: null,
  saidOn: null,
  dueOn: null,
  topic: 'roads',
  occasion: null,
  speech: 'direct',
  repeatsId: null,
  sourceUrl: 'https://nur.kz/1',
  archivedUrl: '',
  isWitness: false,
};
const PAGE = { url: 'https://nur.kz/1', title: 'x', publisher: 'nur.kz', publishedOn: null };

describe('what is missing before a clip can be sent', () => {
  it.each([
    [{}, []],
    [{ text: '  ' }, ['text']],
    [{ postId: null }, ['postId']],
    [{ sourceUrl: '' }, ['source']],
    [{ sourceUrl: 'http://nur.kz/1' }, ['source']],
    [{ sourceUrl: '', isWitness: true }, []],
    [{ text: '', postId: null, sourceUrl: '' }, ['text', 'postId', 'source']],
  ] as const)('%j: %j', (change, missing) => {
    expect(missingIn({ ...FILLED, ...change }, null)).toEqual(missing);
  });

  it('a clipped page is its source', () => {
    expect(missingIn({ ...FILLED, sourceUrl: '' }, PAGE)).toEqual([]);
  });
});

describe('an address that can stand as a source', () => {
  it.each(['https://nur.kz/1', 'https://youtu.be/x?t=75'])('%s can', (url) => {
    expect(isSourceAddress(url)).toBe(true);
  });
  it.each(['', 'nur.kz', 'http://nur.kz', 'javascript:alert(1)', 'ftp://nur.kz'])(
    '%s cannot',
    (url) => {
      expect(isSourceAddress(url)).toBe(false);
    },
  );
});
