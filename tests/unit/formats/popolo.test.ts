import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Validator } from 'jsonschema';
import { describe, expect, test } from 'vitest';
import { langOfName, splitName } from '@/lib/formats/person-names';
import { exportPopolo } from '@/lib/formats/popolo-export';
import { importPopolo } from '@/lib/formats/popolo-import';
import { holderOn } from '@/lib/ledger/holders';
import { EMPTY_LEDGER, indexLedger } from '@/lib/ledger/lookups';
import type { Ledger } from '@/lib/ledger/records';
import { indexOf } from '@/lib/look-up/build';
import { lookUp } from '@/lib/look-up/look-up';
import { area, held, ledgerOf, person, post, said } from '../ledger/build';

const KZ = new URL('../../../tracker/ledger/kz/', import.meta.url);
/** Published files that stay beside the repository: `UADE_SHARED`, else `../shared`. */
const SHARED = new URL(
  `${process.env['UADE_SHARED'] ?? '../../../../shared'}/`,
  process.env['UADE_SHARED'] === undefined ? import.meta.url : 'file:///',
);
const FORMATS = new URL('formats/', SHARED);
const hasShared = existsSync(FORMATS);

function json(file: string, base: URL): unknown {
  return JSON.parse(readFileSync(new URL(file, base), 'utf8'));
}

function starterLedger(): Ledger {
  const lists = [
    'areas',
    'persons',
    'posts',
    'memberships',
    'lineages',
    'promises',
    'statusEvents',
  ];
  const entries = lists.map((list) => [list, json(`${list}.json`, KZ)]);
  // The files are parsed against their schemas by the tracker's own tests.
  return { ...EMPTY_LEDGER, ...Object.fromEntries(entries) } as Ledger;
}

function imported(input: unknown) {
  const result = importPopolo(input);
  if (!result.ok) throw new Error(`${result.field}: expected ${result.expected}`);
  return result;
}

const WORLD = ledgerOf({
  areas: [area('o', { otherNames: [{ lang: 'ru', name: 'Обл.' }], identifier: '100000000' })],
  persons: [
    person('a', {
      gender: 'female',
      name: {
        ru: { family: 'Касенова', given: 'Алия', patronymic: 'Сериковна' },
        kk: { family: 'Қасенова', given: 'Әлия' },
      },
      otherNames: [{ name: 'Касенова А. С.', note: 'as written on a page' }, { name: 'Алия' }],
      identifiers: [{ scheme: 'wikidata', identifier: 'Q1' }],
    }),
  ],
  posts: [post('p', { areaId: 'o', startDate: '2020', endDate: '2024-01-01' })],
  memberships: [
    held('a', {
      startDate: '2020-02',
      attestedOn: ['2020-03-01'],
      acting: true,
      sources: [{ url: 'https://n.example/', title: 'T', publishedOn: '2020-03', note: 'n' }],
    }),
    held('a', { id: 'm-2', followsId: 'm-a' }),
  ],
  promises: [said('x', 'a')],
});

describe('export to Popolo', () => {
  const { file, notCarried } = exportPopolo(WORLD, 'kk');

  test('uses the words of the specification', () => {
    expect(file.persons[0]).toMatchObject({
      id: 'a',
      name: 'Әлия Қасенова',
      family_name: 'Қасенова',
      given_name: 'Әлия',
      gender: 'female',
    });
    expect(file.persons[0]?.other_names[0]).toEqual({
      lang: 'ru',
      name: 'Алия Сериковна Касенова',
      note: 'multilingual',
      family_name: 'Касенова',
      given_name: 'Алия',
      patronymic_name: 'Сериковна',
    });
    expect(file.memberships[0]).toMatchObject({
      person_id: 'a',
      post_id: 'p',
      role: 'akim',
      start_date: '2020-02',
      end_date: null,
    });
    expect(file.areas[0]).toMatchObject({ identifier: '100000000', classification: 'oblast' });
  });

  test('names what Popolo cannot carry', () => {
    expect(notCarried).toEqual([
      { field: 'promises', count: 1, why: 'Popolo has no such record', ids: ['x'] },
    ]);
  });

  test.each(['ru', 'kk', 'en'] as const)('comes back unchanged, main names in %s', (lang) => {
    const back = imported(JSON.parse(JSON.stringify(exportPopolo(WORLD, lang).file)));
    const { areas, persons, posts, memberships } = WORLD;
    expect(back.ledger).toEqual({ ...EMPTY_LEDGER, areas, persons, posts, memberships });
    expect(back.notCarried).toEqual([]);
  });

  test('so do all areas, persons, posts and memberships of the starter ledger', () => {
    const ledger = starterLedger();
    const { ledger: back } = imported(JSON.parse(JSON.stringify(exportPopolo(ledger, 'ru').file)));
    expect(back.areas).toEqual(ledger.areas);
    expect(back.persons).toEqual(ledger.persons);
    expect(back.posts).toEqual(ledger.posts);
    expect(back.memberships).toEqual(ledger.memberships);
  });
});

describe.skipIf(!hasShared)('against the published schemas', () => {
  const validator = new Validator();
  const dir = new URL('popolo-schemas/', FORMATS);
  if (hasShared)
    // The published schemas are JSON objects.
    for (const name of readdirSync(dir)) validator.addSchema(json(name, dir) as object);

  const KINDS = {
    persons: 'person',
    areas: 'area',
    posts: 'post',
    memberships: 'membership',
  } as const;
  const faultsOf = (list: keyof typeof KINDS, record: unknown): readonly string[] =>
    validator
      .validate(record, { $ref: `http://www.popoloproject.com/schemas/${KINDS[list]}.json#` })
      .errors.map(String);

  test.each(Object.keys(KINDS) as (keyof typeof KINDS)[])('all %s are valid', (list) => {
    for (const ledger of [starterLedger(), WORLD]) {
      const { file } = exportPopolo(ledger, 'ru');
      expect(file[list].length).toBeGreaterThan(0);
      expect(file[list].flatMap((record) => faultsOf(list, record))).toEqual([]);
    }
  });

  test('the schemas do refuse what is wrong', () => {
    expect(faultsOf('memberships', { start_date: '2020-1' })).not.toEqual([]);
    expect(faultsOf('persons', { identifiers: [{ scheme: 'x' }] })).not.toEqual([]);
  });
});

/** The names of persons that a look-up by each query does not show among the popup's first ones. */
function notLookedUp(ledger: Ledger, queryOf: (name: string) => string) {
  const index = indexOf(ledger, '2026-06-01');
  const missing: string[] = [];
  for (const one of ledger.persons) {
    const name = one.name.en ?? one.name.ru ?? one.name.kk;
    const full = [name?.given, name?.family].join(' ');
    const hits = lookUp(index, queryOf(full), { limit: 5, onPage: new Set() });
    if (!hits.some(({ id }) => id === one.id)) missing.push(full);
  }
  return missing;
}

const QUERIES: readonly [string, (name: string) => string][] = [
  ['the name as it stands', (name) => name],
  ['the family name first', (name) => name.split(' ').toReversed().join(' ')],
  ['small letters', (name) => name.toLowerCase()],
];

describe.skipIf(!hasShared)('EveryPolitician files', () => {
  describe.each(['ep-popolo-kazakhstan-2015.json', 'ep-popolo-pitcairn.json'])('%s', (file) => {
    test.each(QUERIES)('every person is looked up by %s', (_, queryOf) => {
      const { ledger } = imported(json(file, FORMATS));
      expect(notLookedUp(ledger, queryOf)).toEqual([]);
    });
  });

  test.each([
    ['ep-popolo-kazakhstan-2015.json', 107, 107, 107],
    ['ep-popolo-pitcairn.json', 12, 12, 14],
  ])('%s imports whole', (file, persons, posts, memberships) => {
    const { ledger, notCarried } = imported(json(file, FORMATS));
    expect([ledger.persons.length, ledger.posts.length, ledger.memberships.length]).toEqual([
      persons,
      posts,
      memberships,
    ]);
    expect(notCarried.every((n) => n.count > 0 && n.why !== '')).toBe(true);
    expect(notCarried.find((n) => n.field === 'memberships[].on_behalf_of_id')?.count).toBe(
      memberships,
    );
  });

  test('a member of two terms holds one seat twice, with the dates of the terms', () => {
    const { ledger } = imported(json('ep-popolo-pitcairn.json', FORMATS));
    const index = indexLedger(ledger);
    const twice = [...index.membershipsByPost.values()].filter((m) => m.length > 1);
    expect(twice).toHaveLength(2);
    for (const [first] of twice) {
      if (!first) throw new Error('no membership');
      expect(holderOn(index, first.postId, '2010-06-01').personId).toBe(first.personId);
    }
  });
});

describe('an ep-popolo file of our own writing', () => {
  const file = {
    persons: [
      {
        id: '1',
        name: 'ABDIROV Nurlan Mazhitovich',
        image: 'https://x.example/1.jpg',
        sources: [{ url: 'https://x.example/list' }],
      },
      { id: '2', name: 'Plato' },
      { name: 'No Id' },
    ],
    organizations: [{ id: 'mp', name: 'Mazhilis', classification: 'legislature' }],
    events: [{ id: 'term/5', start_date: '2012-01-15', end_date: '2016-01-20' }],
    memberships: [
      { person_id: '1', organization_id: 'mp', role: 'member', legislative_period_id: 'term/5' },
      { person_id: '2', organization_id: 'mp', role: 'member' },
      { person_id: '1' },
    ],
    areas: [],
  };
  const { ledger, notCarried } = imported(file);

  test('a member without a post gets a seat of his own, with the dates of the term', () => {
    expect(ledger.posts.map((p) => [p.id, p.label])).toEqual([
      ['mp:1', { en: 'member, Mazhilis' }],
    ]);
    expect(ledger.memberships).toEqual([
      {
        id: '1:mp:1',
        personId: '1',
        postId: 'mp:1',
        startDate: '2012-01-15',
        endDate: '2016-01-20',
        attestedOn: [],
        followsId: null,
        acting: false,
        sources: [{ url: 'https://x.example/list' }],
      },
    ]);
  });

  test.each(QUERIES)('its person is looked up by %s', (_, queryOf) => {
    expect(ledger.persons).toHaveLength(1);
    expect(notLookedUp(ledger, queryOf)).toEqual([]);
  });

  test('whatever is left out is counted and named', () => {
    const counts = notCarried.map((n) => [n.field, n.count, n.ids]);
    expect(counts).toContainEqual(['persons', 2, ['2', 'No Id']]);
    expect(counts).toContainEqual(['persons[].image', 1, []]);
    expect(counts).toContainEqual(['organizations', 1, ['mp']]);
    expect(counts).toContainEqual(['memberships', 1, ['2']]);
    expect(counts).toContainEqual(['memberships', 1, ['1']]);
  });

  test.each([[[]], ['text'], [null], [{}], [{ persons: {} }]])('%j is refused', (input) => {
    expect(importPopolo(input).ok).toBe(false);
  });
});

describe('a name in one text is taken apart', () => {
  test.each([
    [
      'ABDIROV Nurlan Mazhitovich',
      { family: 'Abdirov', given: 'Nurlan', patronymic: 'Mazhitovich' },
    ],
    ['Brenda Christian', { family: 'Christian', given: 'Brenda' }],
    ['Жолан ОМАРОВ', { family: 'Омаров', given: 'Жолан' }],
    ['Иванов Иван Иванович', { family: 'Иванов', given: 'Иван', patronymic: 'Иванович' }],
    ['Серік Ахметұлы САҒЫНТАЕВ', { family: 'Сағынтаев', given: 'Серік', patronymic: 'Ахметұлы' }],
    ['DE LA CRUZ Juan', { family: 'De La Cruz', given: 'Juan' }],
  ])('%s', (name, parts) => {
    expect(splitName(name)).toEqual(parts);
  });
  test('one word is no name', () => {
    expect(splitName('Plato')).toBeNull();
  });
  test.each([
    ['Омаров', 'ru'],
    ['Қасенова', 'kk'],
    ['Omarov', 'en'],
  ])('%s is %s', (name, lang) => {
    expect(langOfName(name)).toBe(lang);
  });
});

test.each(['constructor', '__proto__', 'toString'])(
  'a list named %s is one that a ledger has not',
  (kind) => {
    const file: unknown = JSON.parse(`{"persons": [], "${kind}": [{"id": "1"}]}`);
    const read = importPopolo(file);
    expect(read.ok && read.notCarried.map(({ field }) => field)).toEqual([kind]);
  },
);
