import { expect, test } from 'vitest';
import { detectLanguages } from '@/lib/language/detect';
import { LANGUAGES } from '@/lib/language/languages';

test.each([
  ['Аким области сказал, что дороги и вода будут.', 'ru'],
  ['Облыс әкімі жол мен су туралы айтты.', 'kk'],
  ['Osy jyly jol jäne su bolady dep aitty äkım.', 'kk'],
  ['The akim said that the road would be built.', 'en'],
  ['Аким обещал дороги', 'ru'],
  ['Akim promises roads', 'en'],
])('%s is %s', (text, lang) => {
  expect(detectLanguages([text], LANGUAGES).map((rules) => rules.lang)).toEqual([lang]);
});

test('a block without words of its own takes the language of the text', () => {
  const blocks = ['Бұл туралы облыс әкімі айтты және жауап берді.', 'Болатов!'];
  expect(detectLanguages(blocks, LANGUAGES).map((rules) => rules.lang)).toEqual(['kk', 'kk']);
});
