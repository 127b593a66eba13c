import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '@/lib/language/languages';
import type { AreaClass } from '@/lib/ledger/records';
import { areaFocus, isOfKind } from '@/lib/names/area-focus';
import { readKnowledge } from '@/lib/names/knowledge';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import type { PlaceSpan } from '@/lib/names/places';
import { readDocument } from '@/lib/names/text-document';
import { AREAS, area, ledgerOf, OFFICIALS } from './ledger-of';

const TEXT = 'Аркатау Озёрный Аркатауский Тургай Дала. В Казахстане ждали воды.';
const knowledge = await readKnowledge(
  readDocument([TEXT], { date: null }, LANGUAGES),
  memoryGazetteer(ledgerOf(OFFICIALS, AREAS)),
);

const place = (from: number, ids: readonly string[], more: Partial<PlaceSpan> = {}): PlaceSpan => ({
  from,
  to: from + 1,
  ids,
  mask: 1,
  hasKind: false,
  classes: [],
  isDerived: false,
  ...more,
});
const kind = (...classes: AreaClass[]) => ({ phrase: '', classes });
const REGION = kind('oblast');
const DISTRICT = kind('district');

describe('the areas that a text names', () => {
  const focus = areaFocus(knowledge, [
    place(10, ['arka']),
    place(20, ['oz-d', 'oz-d2']),
    place(30, ['oz-d2']),
    place(40, ['arka-d', 'oz-d'], { isList: true }),
  ]);

  test('hold also what they lie in', () => {
    expect(['arka', 'turgai', 'kz', 'dala'].map((id) => focus.names(id))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['arka', 'turgai', 'kz', 'dala'].map((id) => focus.isNamed(id))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('are none where a name may be of several, unless these are a list', () => {
    expect(areaFocus(knowledge, [place(20, ['oz-d', 'oz-d2'])]).names('oz-d')).toBe(false);
    expect(focus.isNamed('oz-d')).toBe(true);
  });

  test('are named from their first place on', () => {
    expect([9, 10, 11].map((at) => focus.isNamedBefore('arka', at))).toEqual([false, true, true]);
    expect(focus.isNamedBefore('turgai', 99)).toBe(false);
  });

  test.each([
    [10, [], []],
    [11, ['turgai'], []],
    [30, ['turgai'], []],
    [31, ['dala'], ['oz-d2']],
    [41, ['turgai'], ['oz-d']],
  ])('before %i the last region is %o, the last district %o', (at, region, district) => {
    expect(focus.lastOf(REGION, at)).toEqual(region);
    expect(focus.lastOf(DISTRICT, at)).toEqual(district);
  });

  test('are told as often as they are named, the last first', () => {
    expect(focus.allOf(REGION, 99)).toEqual(['turgai', 'turgai', 'dala', 'turgai']);
    expect(focus.allOf(REGION, 31)).toEqual(['dala', 'turgai']);
  });

  test('are the only one of their kind, or none is', () => {
    expect(focus.onlyOf(REGION)).toEqual([]);
    expect(focus.onlyOf(kind('city'))).toEqual(['arka']);
    expect(focus.onlyOf(kind('settlement'))).toEqual([]);
  });

  test('between two words are those of the words alone', () => {
    const some = focus.between(10, 30);
    expect(['arka', 'oz-d2'].map((id) => some.isNamed(id))).toEqual([true, false]);
    expect(focus.between(11, 31).isNamed('oz-d2')).toBe(true);
  });

  test('in a block are those of the block alone', () => {
    const tokens = Array.from({ length: 50 }, (_, at) => ({ block: at < 25 ? 0 : 1 }));
    const namedBeside = (at: number) =>
      ['arka', 'oz-d2'].filter((id) => focus.inBlock(tokens, at).isNamed(id));
    expect([namedBeside(3), namedBeside(26)]).toEqual([['arka'], ['oz-d2']]);
  });

  test('may be added in whatever order', () => {
    const added = areaFocus(knowledge, []);
    for (const [id, at] of [
      ['oz-d2', 30],
      ['arka', 10],
      ['arka-d', 20],
      ['arka', 5],
    ] as const)
      added.add(id, at);
    expect(added.allOf(REGION, 99)).toEqual(['dala', 'turgai', 'turgai', 'turgai']);
    expect(added.lastOf(DISTRICT, 25)).toEqual(['arka-d']);
    expect([4, 5].map((at) => added.isNamedBefore('arka', at))).toEqual([false, true]);
  });
});

describe('a word for a kind may be said of an area', () => {
  test.each([
    ['of its class', 'city', { classes: ['city'] }, true],
    ['of one of the classes', 'city', { classes: ['district', 'city'] }, true],
    ['not of another class', 'district', { classes: ['city'] }, false],
    ['that alone bears the name', 'city', { classes: ['city'], only: 'Астана' }, true],
    ['not where another does', 'city', { classes: ['city'], only: 'Алматы' }, false],
    [
      'not of another class, though it bears the name',
      'oblast',
      { classes: ['city'], only: 'Астана' },
      false,
    ],
  ] as const)('%s', (_, own, row, expected) => {
    const one = area('x', own, null, 'Астана', 'Астана', 'Astana');
    expect(isOfKind(one, { phrase: '', ...row })).toBe(expected);
  });
});
