import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FILE_OF_KIND, ledgerFile, parseLedgerMeta } from '@/lib/wire/ledger-file';
import { KINDS, parseRecord, parseRecordTolerant } from '@/lib/wire/records';

const folder = new URL('../../../tracker/ledger/kz/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
/** Kinds that the starter ledger has no records of yet. */
const ABSENT = new Set(['reply', 'sourceCheck']);

const promise = {
  id: 'p1',
  text: { ru: 'Починить дорогу' },
  quote: null,
  lang: 'ru',
  topic: 'roads',
  areaId: null,
  personId: null,
  postId: 'akim-1',
  boundTo: 'post',
  saidOn: '2020-02',
  dueOn: null,
  occasion: null,
  speech: 'reported',
  outsidePowers: false,
  repeatsId: null,
  source: { url: 'https://ratel.kz/a', publisher: 'ratel.kz' },
};

describe('the starter ledger', () => {
  it.each(KINDS.filter((kind) => !ABSENT.has(kind)))(
    'parses every record of kind %s and writes its file back to the byte',
    (kind) => {
      const text = read(FILE_OF_KIND[kind]);
      const records: unknown = JSON.parse(text);
      if (!Array.isArray(records)) throw new TypeError('not a list');
      expect(records.length).toBeGreaterThan(0);
      const parsed = records.map((record) => {
        const result = parseRecord(kind, record);
        if (!result.ok) throw new Error(`${JSON.stringify(record)}: ${JSON.stringify(result)}`);
        return result.value;
      });
      expect(ledgerFile(parsed)).toBe(text);
    },
  );

  it('has a readable ledger.json', () => {
    expect(parseLedgerMeta(JSON.parse(read('ledger.json')))).toMatchObject({
      ok: true,
      value: { dataset: 'kz' },
    });
  });
});

describe('refusals name the field and what was expected', () => {
  it.each([
    [{ ...promise, colour: 1 }, 'colour', 'no such field'],
    [{ ...promise, text: {} }, 'text', 'text in at least one of ru, kk, en'],
    [{ ...promise, text: { ru: 5 } }, 'text.ru', 'a text'],
    [{ ...promise, text: { ru: '\u200b ' } }, 'text.ru', 'a text that is not blank'],
    [{ ...promise, dueOn: '2020-02-30' }, 'dueOn', 'a date of the calendar'],
    [{ ...promise, dueOn: '2020-13' }, 'dueOn', 'a date of the calendar'],
    [{ ...promise, topic: 'moon' }, 'topic', 'one of "roads"'],
    [{ ...promise, postId: undefined }, 'postId', 'a text (it is missing)'],
    [
      { ...promise, source: { url: 'javascript:alert(1)' } },
      'source.url',
      'an https or http address',
    ],
    [{ ...promise, source: { url: 'https://a:b@c.kz/' } }, 'source.url', 'without a user name'],
    [{ ...promise, source: { url: 'https://a.kz', extra: 1 } }, 'source.extra', 'no such field'],
    [{ ...promise, quote: 'ё'.repeat(8001) }, 'quote', 'at most 8000 characters'],
    [{ ...promise, id: 'a b' }, 'id', 'an id without blanks'],
    [null, '', 'an object'],
    ['text', '', 'an object'],
    [[], '', 'an object'],
  ])('%#', (input, field, expected) => {
    const result = parseRecord('promise', input);
    if (result.ok) throw new Error('accepted');
    expect(result.field).toBe(field);
    expect(result.expected).toContain(expected);
  });
});

describe('text hygiene', () => {
  it('takes out bidi controls and zero-width characters and composes letters', () => {
    const dirty = { ...promise, text: { ru: 'По\u202eчи\u200bнить\u0000 и\u0306\uFEFF' } };
    const result = parseRecord('promise', dirty);
    expect(result).toMatchObject({ ok: true, value: { text: { ru: 'Починить й' } } });
  });

  it('lets an http source through (it is shown as text) and an ordinary promise too', () => {
    const http = { ...promise, source: { url: 'http://old.kz/a' } };
    expect(parseRecord('promise', http).ok).toBe(true);
    expect(parseRecord('promise', promise).ok).toBe(true);
  });
});

describe('a reader of an older minor version', () => {
  it('drops fields that it does not know, and still refuses wrong values', () => {
    const newer = { ...promise, mood: 'hopeful', source: { ...promise.source, weight: 3 } };
    expect(parseRecordTolerant('promise', newer)).toEqual({ ok: true, value: promise });
    expect(parseRecordTolerant('promise', { ...newer, topic: 'moon' }).ok).toBe(false);
    expect(parseRecord('promise', newer).ok).toBe(false);
  });
});
