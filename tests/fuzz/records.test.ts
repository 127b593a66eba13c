import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OCCASIONS, type Pledge, SPEECHES, TOPICS } from '@/lib/ledger/records';
import { parseClipFile } from '@/lib/wire/clip-file';
import { parseClipBody, parseClipStatus, parseStatusAnswer } from '@/lib/wire/clips';
import {
  parseChange,
  parseHead,
  parseHeadBody,
  parseManifest,
  parseTrackerKeys,
} from '@/lib/wire/head';
import type { Parsed } from '@/lib/wire/parse';
import { KINDS, parseRecord, parseRecordTolerant } from '@/lib/wire/records';
import { NAME_MAX, QUOTE_MAX, TEXT_MAX, URL_MAX } from '@/lib/wire/text';
import { said } from '../unit/ledger/build';
import { damaged, holdsFor } from './run';

const KEYS = ['id', 'text', 'ru', 'source', 'url', 'sources', 't', 'd', 'r', 'body', 'sigs', 'v'];
const keys = fc.oneof(
  fc.constantFrom(...KEYS, '__proto__', 'constructor', 'toString'),
  fc.string({ maxLength: 6 }),
);

/** Values that a field may be given in place of what belongs there. */
const junk: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      'javascript:alert(1)',
      'https://news.kz/a',
      '2020-02-30',
      '2020-02',
      'ru',
      'roads',
    ),
    fc.constantFrom('\u202eabc', '\u200b', 'я'.repeat(9_000), ' ', ''),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 5 }),
  ),
})).value;

const PARSERS: readonly ((input: unknown) => Parsed<unknown>)[] = [
  parseClipBody,
  parseClipStatus,
  parseStatusAnswer,
  parseHead,
  parseManifest,
  parseTrackerKeys,
  parseChange,
  ...KINDS.flatMap((kind) => [
    (input: unknown) => parseRecord(kind, input),
    (input: unknown) => parseRecordTolerant(kind, input),
  ]),
];

/** What is accepted is accepted again, unchanged: what was cleaned is clean. A refusal says what was expected. */
function isSettled(parse: (input: unknown) => Parsed<unknown>, input: unknown): boolean {
  const parsed = parse(input);
  return parsed.ok ? isDeepStrictEqual(parse(parsed.value), parsed) : parsed.expected !== '';
}

const isAnswer = (parsed: Parsed<unknown>) => parsed.ok || parsed.expected !== '';

const [firstPromise = ''] = readFileSync(
  new URL('../../tracker/ledger/kz/promises.json', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line.startsWith('{'))
  .map((line) => line.replace(/,$/u, ''));
const CHANGE = `{"t":"promise","id":"x","r":7,"d":${firstPromise}}`;

describe('any value is parsed or refused', () => {
  test(
    'by every parser of the wire',
    holdsFor(fc.tuple(fc.constantFrom(...PARSERS), junk), ([parse, input]) =>
      isSettled(parse, input),
    ),
  );

  test(
    'as text, by the parsers that take text',
    holdsFor(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        junk.map((value) => JSON.stringify(value) ?? ''),
        damaged(CHANGE),
      ),
      (text) => [parseChange, parseHeadBody, parseClipFile].every((parse) => isAnswer(parse(text))),
    ),
  );
});

const INVISIBLE = /[\p{DI}\p{Cc}\u2028\u2029]/u;

const LANGS: readonly string[] = ['ru', 'kk', 'en'];
const isId = (id: string): boolean => /^[^\s\p{C}]{1,200}$/u.test(id);

function isVisible(text: string, max: number): boolean {
  const hidden = text.replace(/[\t\n]/g, '');
  return text.trim() !== '' && text.length <= max && !INVISIBLE.test(hidden);
}

function isDate(date: string | null | undefined): boolean {
  if (date === null || date === undefined) return true;
  const full = date.padEnd(10, date.length === 4 ? '-01-01' : '-01').slice(0, 10);
  const day = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(full);
}

function isAddress(url: string | undefined): boolean {
  if (url === undefined) return true;
  const { protocol, username } = new URL(url);
  return url.length <= URL_MAX && /^https?:$/.test(protocol) && username === '';
}

/** What a promise must be, said once more and without the schema: a claim for each field. */
const CLAIMS: { readonly [F in keyof Pledge]: (value: Pledge[F]) => boolean } = {
  id: isId,
  text: (text) =>
    Object.keys(text).length > 0 &&
    Object.entries(text).every(
      ([lang, words]) => LANGS.includes(lang) && isVisible(words, TEXT_MAX),
    ),
  quote: (quote) => quote === null || isVisible(quote, QUOTE_MAX),
  lang: (lang) => LANGS.includes(lang),
  topic: (topic) => TOPICS.includes(topic),
  areaId: (id) => id === null || isId(id),
  personId: (id) => id === null || isId(id),
  postId: isId,
  boundTo: (bound) => ['post', 'person'].includes(bound),
  saidOn: isDate,
  dueOn: isDate,
  occasion: (occasion) => occasion === null || OCCASIONS.includes(occasion),
  speech: (speech) => SPEECHES.includes(speech),
  outsidePowers: (flag) => typeof flag === 'boolean',
  repeatsId: (id) => id === null || isId(id),
  source: ({ url, archivedUrl, title, publisher, publishedOn }) =>
    [url, archivedUrl].every(isAddress) &&
    isDate(publishedOn) &&
    [title, publisher].every((words) => words === undefined || isVisible(words, NAME_MAX)),
};

function isPromise(promise: Pledge): boolean {
  return Object.entries(CLAIMS).every(([field, holds]) =>
    // Each claim is that of its own field, which a list of entries cannot say.
    (holds as (value: unknown) => boolean)(Reflect.get(promise, field)),
  );
}

const SOUND = said('x', 'p', {
  quote: 'Дорогу починим',
  occasion: 'briefing',
  dueOn: '2021-06',
  source: { url: 'https://news.kz/1', title: 'Отчёт', publishedOn: '2020-01-11' },
});

const PATHS: readonly (readonly string[])[] = [
  ...Object.keys(SOUND).map((key) => [key]),
  ['text', 'ru'],
  ['text', 'de'],
  ['source', 'url'],
  ['source', 'title'],
  ['source', 'publishedOn'],
  ['source', 'archivedUrl'],
];

function changed(value: object, [key = '', ...rest]: readonly string[], put: unknown): object {
  const inner: unknown = Reflect.get(value, key);
  const next =
    rest.length > 0 && typeof inner === 'object' && inner ? changed(inner, rest, put) : put;
  return { ...value, [key]: next };
}

test(
  'a promise with fields changed is accepted only when it still is a promise',
  holdsFor(
    fc.array(fc.tuple(fc.constantFrom(...PATHS), junk), { minLength: 1, maxLength: 3 }),
    (changes) => {
      const input = changes.reduce<object>((p, [path, put]) => changed(p, path, put), SOUND);
      const parsed = parseRecord('promise', input);
      return !parsed.ok || isPromise(parsed.value);
    },
  ),
);

test(
  'a promise that is taken as it is, the schema would have copied without a change',
  holdsFor(fc.array(fc.tuple(fc.constantFrom(...PATHS), junk), { maxLength: 2 }), (changes) => {
    const input = changes.reduce<object>((p, [path, put]) => changed(p, path, put), SOUND);
    const quick = parseRecordTolerant('promise', input);
    // Not the same by value alone: in the same order, to the character.
    const copy = JSON.stringify(parseRecord('promise', input));
    return (
      !quick.ok || quick.value !== input || copy === JSON.stringify({ ok: true, value: input })
    );
  }),
);

test('the second description of a promise knows a good one from bad ones', () => {
  expect(isPromise(SOUND)).toBe(true);
  expect(isPromise({ ...SOUND, saidOn: '2020-02-30' })).toBe(false);
  expect(isPromise({ ...SOUND, quote: 'а\u202eб' })).toBe(false);
  expect(isPromise({ ...SOUND, source: { url: 'javascript:alert(1)' } })).toBe(false);
});
