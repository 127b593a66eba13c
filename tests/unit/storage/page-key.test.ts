import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageKey } from '@/lib/storage/page-key';

test.each([
  ['https://www.inform.kz/ru/a-1/', 'inform.kz/ru/a-1'],
  ['http://m.inform.kz/ru/a-1?utm_source=x#end', 'inform.kz/ru/a-1'],
  ['https://inform.kz', 'inform.kz'],
  ['https://inform.kz//', 'inform.kz'],
  ['https://INFORM.kz./Ru', 'inform.kz/Ru'],
  ['https://inform.kz/a/../b', 'inform.kz/b'],
  ['https://inform.kz/a?id=2&page=1', 'inform.kz/a?id=2&page=1'],
  ['https://inform.kz:8080/a', 'inform.kz:8080/a'],
  ['https://inform.kz/новости', 'inform.kz/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8'],
  ['no address', 'no address'],
])('the key of %s', (url, key) => {
  expect(pageKey(url)).toBe(key);
});

const part = fc.stringMatching(/^[a-zA-Z0-9._~-]{0,4}$/);

test('an address that is not taken apart has the key that it would have', () => {
  const urls = fc
    .tuple(fc.constantFrom('http', 'https'), fc.array(part), fc.array(part))
    .map(
      ([scheme, host, path]) => `${scheme}://${['www', ...host, 'kz'].join('.')}/${path.join('/')}`,
    );
  fc.assert(
    // A fragment, which does not count, has it taken apart.
    fc.property(urls, (url) => !URL.canParse(url) || pageKey(url) === pageKey(`${url}#x`)),
    { numRuns: 2_000 },
  );
});
