import { describe, expect, test } from 'vitest';
import { fold, stem } from '@/lib/language/fold';
import type { Person, Post } from '@/lib/ledger/records';
import { wordsOfArea } from '@/lib/names/area-names';
import { branchVocabulary, fitsLabel, fitsOneLabel } from '@/lib/names/branches';
import { isWithinOneEdit } from '@/lib/names/edits';
import { keysOfPost } from '@/lib/names/keys';
import { aliasesOf, familyAliases } from '@/lib/names/person-names';
import { AREAS, area, linksOn, OFFICIALS, row } from './ledger-of';

const person = (others: readonly string[], name: Person['name'] = {}): Person => ({
  id: 'a',
  gender: null,
  name,
  otherNames: others.map((one) => ({ name: one })),
  identifiers: [],
});

describe('another name of a person is read by the place of its words', () => {
  test.each([
    ['Омаров', { family: 'Омаров', given: '' }],
    ['Асет Омаров', { family: 'Омаров', given: 'Асет' }],
    ['  Асет  Омаров ', { family: 'Омаров', given: 'Асет' }],
    ['Асет Маратович Омаров', { family: 'Омаров', given: 'Асет', patronymic: 'Маратович' }],
    ['Омаров Асет Маратович', { family: 'Омаров', given: 'Асет', patronymic: 'Маратович' }],
    ['Омарова Сәуле Маратқызы', { family: 'Омарова', given: 'Сәуле', patronymic: 'Маратқызы' }],
    ['Әсет Маратұлы Омаров', { family: 'Омаров', given: 'Әсет', patronymic: 'Маратұлы' }],
    ['Anna Maratovna Pak', { family: 'Pak', given: 'Anna', patronymic: 'Maratovna' }],
  ])('%j', (name, expected) => {
    expect(aliasesOf(person([name]))).toEqual([expected]);
  });

  test.each(['Касым Жомарт Омаров', 'Вичев Асет Марат', 'Асет Маратович Омаров Старший'])(
    '%s has an order that is not known',
    (name) => {
      expect(aliasesOf(person([name]))).toEqual([]);
    },
  );

  test('beside those in each language; a surname counts once', () => {
    const name = { family: 'Омаров', given: 'Асет' };
    const en = { family: 'Omarov', given: 'Aset' };
    const one = person(['Асет Омаров', 'Асет Кимов'], { ru: name, kk: name, en });
    expect(aliasesOf(one)).toHaveLength(5);
    expect(familyAliases(one)).toEqual(['Омаров', 'Omarov', 'Кимов']);
  });
});

describe('a given name may be misspelt in one letter', () => {
  const links = linksOn(OFFICIALS, AREAS);
  test.each([
    ['changed', 'Вчера приехал Ескин Болатов.', true],
    ['put in', 'Вчера приехал Ескенн Болатов.', true],
    ['swapped with its neighbour', 'Вчера приехал Ексен Болатов.', true],
    ['but not in two', 'Вчера приехал Ескарт Болатов.', false],
    ['but not in its first', 'Вчера приехал Оскен Болатов.', false],
  ])('%s', async (_, text, expected) => {
    expect((await links(text)).length).toBe(expected ? 1 : 0);
  });

  test('but not a short one', async () => {
    expect(await links('Вчера приехала Дина Кунаева.')).toEqual([]);
    expect(await links('Вчера приехала Дана Кунаева.')).toEqual(['Дана Кунаева → kunaeva']);
  });

  test('but another name of the same stem is another person', async () => {
    const her = { gender: 'female', en: 'Kim Viktoriya' } as const;
    const ofHer = linksOn([row('kim', 'Ким Виктория', 'akim', 'arka', her)], AREAS);
    expect(await ofHer('Виктор Ким попросил подождать.')).toEqual([]);
    expect(await ofHer('Viktor Kim asked to wait.')).toEqual([]);
    expect(await ofHer('Викторя Ким попросила подождать.')).toEqual(['Викторя Ким → kim']);
    expect(await ofHer('Беседа с Викторией Ким.')).toEqual(['Викторией Ким → kim']);
  });
});

describe('one edit apart', () => {
  const LETTERS = ['a', 'b', 'c'];
  const words = ['', ...LETTERS].flatMap((one) =>
    ['', ...LETTERS].flatMap((two) => ['', ...LETTERS].map((three) => one + two + three)),
  );
  /** Every word one edit away from a word, made by the four edits themselves. */
  function neighbours(word: string): ReadonlySet<string> {
    const found = new Set([word]);
    for (let at = 0; at <= word.length; at += 1) {
      const [before, after] = [word.slice(0, at), word.slice(at)];
      for (const letter of LETTERS) {
        found.add(before + letter + after);
        if (after !== '') found.add(before + letter + after.slice(1));
      }
      found.add(before + after.slice(1));
      if (after.length > 1) found.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    }
    return found;
  }

  test('are the words that an edit makes, and no others', () => {
    for (const a of words) {
      const near = neighbours(a);
      for (const b of words) expect([a, b, isWithinOneEdit(a, b)]).toEqual([a, b, near.has(b)]);
    }
  });
});

describe('the name of an area without its kind', () => {
  const named = (ru: string, kk: string, en: string, classification: 'oblast' | 'district') =>
    wordsOfArea(area('x', classification, null, ru, kk, en)).map(
      ({ words, hasKind }) => `${words.join(' ')}${hasKind ? ' +' : ''}`,
    );

  test.each([
    [
      'a kind after it',
      ['Талгарский район', 'Талғар ауданы', 'Talgar District'],
      ['Талгарский +', 'Талғар +', 'Talgar +'],
    ],
    ['a kind before it', ['город Абай', 'Абай', 'Abai'], ['Абай +', 'Абай', 'Abai']],
    ['a kind alone', ['Район', 'Аудан', 'District'], ['Район', 'Аудан', 'District']],
    [
      'no kind in the middle',
      ['Старый Город Абай', 'Абай', 'Abai'],
      ['Старый Город Абай', 'Абай', 'Abai'],
    ],
  ] as const)('%s', (_, [ru, kk, en], expected) => {
    expect(named(ru, kk, en, 'district')).toEqual(expected);
  });

  test('and the letters of a region of two parts', () => {
    expect(
      named('Западно-Дальная область', 'Батыс Дала облысы', 'West Dala Region', 'oblast'),
    ).toEqual(['Западно-Дальная +', 'Батыс Дала +', 'West Dala +', 'ЗДО +', 'БДО +']);
    expect(named('Дальная область', 'Дала облысы', 'Dala Region', 'oblast')).toHaveLength(3);
    expect(
      named('Западно-Дальный район', 'Батыс Дала ауданы', 'West Dala District', 'district'),
    ).toHaveLength(3);
  });
});

describe('the branch of an office', () => {
  const post = (role: string, ru: string, more: Post['label'] = {}): Post => ({
    id: ru,
    role,
    areaId: null,
    label: { ru, ...more },
    startDate: null,
    endDate: null,
  });
  /** As a branch has them: «и» says nothing. */
  const skeletons = (text: string) => text.split(' ').map((one) => (one === 'и' ? '' : fold(one)));
  const water = post('minister', 'министр водных ресурсов', { en: 'Minister of Water Resources' });

  test.each([
    ['all of its words', 'водных ресурсов', true],
    ['one of them', 'ресурсов', true],
    ['one in another language', 'water', true],
    ['a word with another ending', 'ресурсной', true],
    ['not with a word of another', 'водных дорог', false],
    ['not by a few letters of one', 'водка', false],
  ])('is told by %s', (_, branch, expected) => {
    expect(fitsLabel(water, skeletons(branch))).toBe(expected);
  });

  test('may be one of several', () => {
    expect(fitsOneLabel(water, skeletons('дорог и водных ресурсов'))).toBe(true);
    expect(fitsOneLabel(water, skeletons('водных ресурсов и дорог'))).toBe(true);
    expect(fitsOneLabel(water, skeletons('водных и ресурсов'))).toBe(true);
    expect(fitsOneLabel(water, skeletons('дорог и водных земель'))).toBe(false);
  });

  test('has no words of titles, none of two letters and none of other offices', () => {
    const words = branchVocabulary([
      water,
      post('headOfDepartment', 'руководитель управления по делам дорог'),
      post('akim', 'аким площадей'),
    ]);
    const expected = ['водных', 'ресурсов', 'water', 'resources', 'делам', 'дорог'];
    expect(words).toHaveLength(new Set(words).size);
    expect(words.toSorted()).toEqual(expected.map((word) => stem(fold(word))).toSorted());
  });

  test.each([
    ['Руководитель областного управления культуры', 'культуры'],
    ['руководитель управления культуры Тургайской области', 'культуры тургайской'],
    ['Торғай облысы мәдениет басқармасының басшысы', 'мәдениет торғай'],
    ['Талды қаласы мәдениет басқармасының басшысы', 'мәдениет талды'],
    ['Head of the Culture Department of Turgai Region', 'culture turgai'],
    ['министр культуры Республики Казахстан', 'культуры'],
    ['Қазақстан Республикасының мәдениет министрі', 'мәдениет'],
    ['Minister of Culture of Kazakhstan', 'culture'],
  ])('is what titles, departments and the country leave of «%s»', (label, expected) => {
    const words = branchVocabulary([post('headOfDepartment', label)]);
    expect(words.toSorted()).toEqual(
      expected
        .split(' ')
        .map((word) => stem(fold(word)))
        .toSorted(),
    );
  });

  test('is found by its role, but for an office of an area', () => {
    expect(keysOfPost(water)).toEqual(['r:minister']);
    expect(keysOfPost(post('president', ''))).toEqual(['r:president']);
    for (const role of ['akim', 'deputyAkim', 'headOfDepartment', 'maslikhatSecretary'])
      expect(keysOfPost(post(role, ''))).toEqual([]);
  });
});
