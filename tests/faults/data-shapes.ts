import type { Kind } from '@/lib/ledger/records';
import { parseChange } from '@/lib/wire/head';
import { type DataRow, FREEZE_MS, rowOf } from './data-row';
import { hostile, received, SOUND } from './hostile-ledger';

/** JSON.parse and a cast, without schemas: nothing is refused. */
const refusesNothing = (): boolean => false;

interface Shape {
  readonly kind: Kind;
  readonly patch: object;
  readonly field: string;
  readonly why: string;
}

export function shapes(): DataRow {
  return rowOf({
    limitMs: FREEZE_MS,
    injected: 'wrong types, dates that are none, ids that are none',
    expected: "refused with the field's name",
    cases: hostile<Shape>('shapes.jsonl'),
    named: ({ kind, patch }) => `${kind} ${JSON.stringify(patch)}`,
    holds: ({ kind, patch, field }) => {
      const sound = received(kind, SOUND[kind] ?? {});
      const parsed = received(kind, { ...SOUND[kind], ...patch });
      return sound.ok && !parsed.ok && parsed.field === `d.${field}`;
    },
    control: refusesNothing,
  });
}

const MB = 1_048_576;

interface Size {
  readonly what: string;
  readonly line: string;
  readonly field: string;
}

function sizesOf(): readonly Size[] {
  const long = 'я'.repeat(MB);
  const line = (t: Kind, d: object) => JSON.stringify({ t, id: 'x', r: 1, d });
  const { promise = {}, person: one = {}, membership = {} } = SOUND;
  const source = { url: 'https://news.example/1' };
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const withDeep = line('promise', promise).replace('"quote":null', `"quote":${deep}`);
  const unknownDeep = line('promise', promise).replace(
    '"quote":null',
    `"quote":null,"new":${deep}`,
  );
  return [
    {
      what: 'a name of 1 MB',
      field: 'd.name.ru.family',
      line: line('person', { ...one, name: { ru: { family: long, given: 'Ж' } } }),
    },
    {
      what: 'a text of 1 MB',
      field: 'd.text.ru',
      line: line('promise', { ...promise, text: { ru: long } }),
    },
    {
      what: 'a quotation of 1 MB',
      field: 'd.quote',
      line: line('promise', { ...promise, quote: long }),
    },
    {
      what: 'a name of 1 MB of nothing',
      field: 'd.name.ru.family',
      line: line('person', { ...one, name: { ru: { family: '\u200b'.repeat(MB), given: 'Ж' } } }),
    },
    {
      what: 'a name of 1 MB of marks over one letter',
      field: 'd.name.ru.family',
      line: line('person', {
        ...one,
        name: { ru: { family: `a${'\u0301'.repeat(MB)}`, given: 'Ж' } },
      }),
    },
    {
      what: 'an address of 1 MB',
      field: 'd.source.url',
      line: line('promise', { ...promise, source: { url: `https://a.kz/${'a'.repeat(MB)}` } }),
    },
    {
      what: 'an id of 1 MB',
      field: 'd.postId',
      line: line('promise', { ...promise, postId: 'a'.repeat(MB) }),
    },
    {
      what: '20,000 sources',
      field: 'd.sources',
      line: line('membership', {
        ...membership,
        sources: Array.from({ length: 20_000 }, () => source),
      }),
    },
    {
      what: '20,000 other names',
      field: 'd.otherNames',
      line: line('person', {
        ...one,
        otherNames: Array.from({ length: 20_000 }, () => ({ name: 'x' })),
      }),
    },
    { what: 'a field as deep as 100,000', field: 'd.quote', line: withDeep },
    { what: 'an unknown field as deep as 100,000', field: '', line: unknownDeep },
  ];
}

export function sizes(): DataRow {
  return rowOf({
    limitMs: FREEZE_MS,
    injected: 'sizes and depths',
    expected:
      "refused with the field's name; an unknown field, however deep, is dropped or refused",
    cases: sizesOf(),
    named: ({ what }) => what,
    holds: ({ line, field }) => {
      const parsed = parseChange(line);
      return field === '' ? parsed.ok || parsed.field !== '' : !parsed.ok && parsed.field === field;
    },
    control: refusesNothing,
  });
}
