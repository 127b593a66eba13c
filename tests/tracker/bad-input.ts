import { clipBody } from './harness';

/** A body that must be refused: what it is, the body, status, stable code, words of the message. */
export type BadBody = readonly [
  what: string,
  body: unknown,
  status: number,
  error: string,
  words: string,
];

/** Deeper than the cap, and deeper than a stack. */
const nest = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const source = { ...clipBody.source };

export const BAD_BODIES: readonly BadBody[] = [
  ['no JSON', '{"v":1,', 400, 'json', 'JSON'],
  ['an empty body', '', 400, 'json', 'JSON'],
  ['a list', [], 400, 'field', 'the body'],
  ['a nest', nest(40), 400, 'depth', '16 levels'],
  ['a nest deeper than a stack', nest(30_000), 400, 'depth', '16 levels'],
  [
    'an unknown field',
    { ...clipBody, status: 'kept' },
    400,
    'field',
    'status: expected no such field',
  ],
  [
    'a script link',
    { ...clipBody, source: { ...clipBody.source, url: 'javascript:alert(1)' } },
    400,
    'field',
    'source.url',
  ],
  [
    'a data link',
    { ...clipBody, source: { ...clipBody.source, url: 'data:text/html,x' } },
    400,
    'field',
    'source.url',
  ],
  ['a missing field', { ...clipBody, topic: undefined }, 400, 'field', 'topic'],
  ['a wrong date', { ...clipBody, dueOn: '2027-02-30' }, 400, 'field', 'dueOn'],
  ['a name of 1 MB', { ...clipBody, quote: 'ы'.repeat(500_000) }, 413, 'tooLarge', '65536 bytes'],
  ['a long name', { ...clipBody, quote: 'ы'.repeat(9_000) }, 400, 'field', 'quote'],
  [
    'only invisible letters',
    { ...clipBody, text: { ru: '\u202e\u200b' } },
    400,
    'field',
    'text.ru',
  ],
  ['an unknown office', { ...clipBody, postId: 'nowhere' }, 422, 'value', 'postId'],
  ['SQL for an office', { ...clipBody, postId: "x';droptable-clip;--" }, 422, 'value', 'postId'],
  [
    'a clock ten years ahead',
    { ...clipBody, retrievedAt: '2036-11-25T00:00:00Z' },
    422,
    'value',
    'retrievedAt',
  ],
  [
    'a clock ten years behind',
    { ...clipBody, retrievedAt: '2016-11-25T00:00:00Z' },
    422,
    'value',
    'retrievedAt',
  ],

  ['one byte too many', ' '.repeat(65_537), 413, 'tooLarge', '65536 bytes'],
  [
    'an unknown field inside',
    { ...clipBody, source: { ...source, author: 'x' } },
    400,
    'field',
    'source.author',
  ],
  ['a field of prototypes', '{"__proto__":{"v":1},"v":1}', 400, 'field', 'expected'],
  ['a number for a text', { ...clipBody, quote: 7 }, 400, 'field', 'quote'],
  ['a version from the future', { ...clipBody, v: 2 }, 400, 'field', 'v'],
  ['a digest that is none', { ...clipBody, textDigest: "' or 1=1" }, 400, 'field', 'textDigest'],
  [
    'an address with a password',
    { ...clipBody, source: { ...source, url: 'https://a:b@news.test/' } },
    400,
    'field',
    'source.url',
  ],
  [
    'a script link behind invisible letters',
    { ...clipBody, source: { ...source, url: '\u200bjava\u0000script:alert(1)' } },
    400,
    'field',
    'source.url',
  ],
];

export const BAD_IDS: readonly string[] = [
  'not-a-uuid',
  '01936b1e-7c00-4abc-8def-000000000001',
  "01936b1e-7c00-7abc-8def-000000000001'--",
  '01936B1E-7C00-7ABC-8DEF-000000000001',
  '%00',
  '..%2f..%2fhealth',
];

/** Every path to a text in a value. */
export function textPaths(value: unknown, before: readonly string[] = []): string[][] {
  if (typeof value === 'string') return [[...before]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textPaths(inner, [...before, key]));
}

/** A copy of a value with the text at a path replaced. */
export function withText(value: unknown, [key, ...rest]: readonly string[], text: string): unknown {
  if (key === undefined) return text;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === key ? withText(inner, rest, text) : inner,
    ]),
  );
}
