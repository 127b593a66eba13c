import fs from 'node:fs';
import path from 'node:path';
import type { Kind, Ledger } from '@/lib/ledger/records';
import { type Change, parseChange } from '@/lib/wire/head';
import type { Parsed } from '@/lib/wire/parse';
import { area, event, held, person, post, said } from '../unit/ledger/build';

const FOLDER = path.resolve(import.meta.dirname, '../corpus/hostile');

/** The rows of a file of the hostile corpus. */
export function hostile<T>(file: string): readonly T[] {
  return fs
    .readFileSync(path.join(FOLDER, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

const SOURCE = { url: 'https://news.example/1' };

/** Sound records of the kinds that the corpus changes one field of. */
export const SOUND: Readonly<Partial<Record<Kind, object>>> = {
  promise: said('x', 'p1', { postId: 'o' }),
  person: person('p1'),
  membership: held('p1'),
  statusEvent: event('x', 'kept', '2021-01-01'),
  weakSource: { host: 'copy.example', why: 'a copy' },
};

/** A record as it comes from a tracker: as the text of a line of a signed file. */
export function received(kind: Kind, record: object, id = 'x'): Parsed<Change> {
  return parseChange(JSON.stringify({ t: kind, id, r: 1, d: record }));
}

/** A small ledger in which every text that people see is `text`, and every id begins with `mark`. */
export function ledgerSaying(text: string, mark = 'i'): Ledger {
  const all = { ru: text, kk: text, en: text };
  const [o, p1, a, x] = ['o', 'p', 'a', 'x'].map((id) => mark + id) as [
    string,
    string,
    string,
    string,
  ];
  const name = { family: text, given: text, patronymic: text };
  const sources = [{ ...SOURCE, title: text, publisher: text, note: text }];
  const postId = o;
  return {
    areas: [area(a, { name: all, otherNames: [{ lang: 'ru', name: text, note: text }] })],
    persons: [
      person(p1, {
        name: { ru: name, kk: name, en: name },
        otherNames: [{ name: text, note: text }],
        identifiers: [{ scheme: text, identifier: text }],
      }),
    ],
    posts: [post(o, { areaId: a, label: all })],
    memberships: [held(p1, { id: `${mark}m`, postId, startDate: '2019-01-01', sources })],
    lineages: [],
    promises: [
      said(x, p1, {
        postId,
        areaId: a,
        text: all,
        quote: text,
        dueOn: '2030-01-01',
        source: { ...SOURCE, title: text, publisher: text, note: text },
      }),
      said(`${x}2`, p1, { postId, saidOn: '2021-01-01', text: all, quote: text, repeatsId: x }),
    ],
    statusEvents: [
      event(x, 'stalled', '2021-02-01', { id: `${mark}e`, note: all, sources }),
      event(`${x}2`, 'kept', '2022-01-01', { id: `${mark}e2`, note: all, sources }),
    ],
    replies: [{ id: `${mark}r`, promiseId: x, postId, on: '2021-03-01', text: all, sources }],
    sourceChecks: [],
    stances: [],
    weakSources: [{ host: 'copy.example', why: text }],
  };
}
