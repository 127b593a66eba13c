import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '@/lib/language/languages';
import type { Mention } from '@/lib/names/gazetteer';
import { inOrder } from '@/lib/names/spans';
import { mayHold } from '@/lib/names/tenure';
import { readDocument, sceneWordsAround } from '@/lib/names/text-document';
import { isFollowed, isNextTo, sentenceAround } from '@/lib/names/tokens';
import { AREAS, linksOn, OFFICIALS } from './ledger-of';

const read = (...blocks: string[]) => readDocument(blocks, { date: null }, LANGUAGES);

describe('two words belong to one phrase', () => {
  test.each([
    ['воды мало', true],
    ['воды  мало', true],
    ['воды\u00A0мало', true],
    ['воды\u202Fмало', true],
    ['воды\nмало', false],
    ['воды, мало', false],
    ['воды – мало', false],
    ['воды - мало', false],
    ['воды (мало)', false],
    ['воды. Мало', false],
    ['обл. акимат', true],
    ['Akim’s house', true],
    ["Akim's house", true],
  ])('%j: %s', (text, expected) => {
    const { tokens } = read(`${text} было всем`);
    const [first, second] = tokens;
    if (second === undefined) throw new Error('two words');
    expect(isNextTo(first, second)).toBe(expected);
    expect(isFollowed({ tokens }, 1)).toBe(expected);
  });

  test('only within a block, and nothing stands before the first', () => {
    const { tokens } = read('Воды', 'мало');
    expect([0, 1, 2].map((at) => isFollowed({ tokens }, at))).toEqual([false, false, false]);
  });
});

describe('a sentence', () => {
  const { tokens } = read('Воды мало. Снега было много там. Да.', 'Ещё строка тут');

  test.each([
    [0, 0, 2],
    [1, 0, 2],
    [2, 2, 6],
    [4, 2, 6],
    [5, 2, 6],
    [6, 6, 7],
    [7, 7, 10],
    [9, 7, 10],
  ])('around word %i reaches from %i to %i', (at, from, to) => {
    expect(sentenceAround(tokens, at)).toEqual({ from, to });
  });
});

describe('a block in capitals', () => {
  test.each([
    ['throughout', 'ВОДЫ МНОГО НЕ БУДЕТ НИКОМУ', true],
    ['but for three of ten words', 'В Воды Снега Льда Дождя Тумана Росы Инея она ему там', true],
    ['but for more', 'В Воды Снега Льда Дождя Тумана Росы ещё она ему там', false],
    ['of too few words', 'Вода Снег Лёд', false],
    ['where a first word counts for nothing', 'Вода. Снег. Лёд. Дождь. Туман', false],
    ['and numbers do not either', 'Вода Снег Лёд 5 Дождь 7 8 9 10', true],
  ])('%s', (_, text, expected) => {
    expect(read(text).shouting.has(0)).toBe(expected);
  });

  test('is told from the next block', () => {
    const { shouting } = read('Воды будет много', 'ВОДЫ МНОГО НЕ БУДЕТ', 'Воды будет много');
    expect([...shouting]).toEqual([1]);
  });
});

describe('words of sport around a word', () => {
  test('count on both sides of it, in its block alone', () => {
    const { tokens } = read('Матч и матч', 'Матч был хороший и матч был красивый', 'Матч');
    const at = tokens.findIndex(({ text }) => text === 'хороший');
    expect(sceneWordsAround({ tokens }, at)).toBe(2);
    expect(sceneWordsAround({ tokens }, tokens.length - 1)).toBe(0);
  });

  test('count for nothing beside one of public affairs', () => {
    const { tokens } = read('Матч посетил бюджет, и матч был красивый');
    expect(sceneWordsAround({ tokens }, 1)).toBe(0);
  });
});

describe('of mentions that overlap', () => {
  const mention = (
    start: number,
    end: number,
    personId: string | null = 'a',
    block = 0,
  ): Mention => ({
    block,
    start,
    end,
    surface: '',
    outcome: personId === null ? 'ambiguous' : 'sure',
    personId,
    postId: null,
    candidates: [],
    light: false,
    reasons: [],
  });
  const kept = (...mentions: Mention[]) =>
    inOrder(mentions).map(({ block, start, end, personId }) => [block, start, end, personId]);

  test('the longer one stays', () => {
    expect(kept(mention(0, 5), mention(0, 9))).toEqual([[0, 0, 9, 'a']]);
    expect(kept(mention(4, 9, 'b'), mention(0, 6))).toEqual([[0, 0, 6, 'a']]);
    expect(kept(mention(0, 5), mention(4, 12, 'b'))).toEqual([[0, 4, 12, 'b']]);
  });

  test('the first stays of two that are as long', () => {
    expect(kept(mention(2, 7, 'b'), mention(0, 5))).toEqual([[0, 0, 5, 'a']]);
  });

  test('one with a person goes before a longer one without', () => {
    expect(kept(mention(0, 20, null), mention(3, 5))).toEqual([[0, 3, 5, 'a']]);
    expect(kept(mention(0, 3), mention(1, 20, null))).toEqual([[0, 0, 3, 'a']]);
  });

  test('all stay that only touch, or stand in other blocks, in text order', () => {
    expect(
      kept(mention(5, 9), mention(0, 5), mention(0, 9, 'b', 1), mention(0, 2, 'c', -1)),
    ).toEqual([
      [-1, 0, 2, 'c'],
      [0, 0, 5, 'a'],
      [0, 5, 9, 'a'],
      [1, 0, 9, 'b'],
    ]);
  });
});

describe('the full stop of a last initial belongs to the name', () => {
  const links = linksOn(OFFICIALS, AREAS);
  test.each([
    ['Подписал Болатов Е. М. вчера.', 'Болатов Е. М.'],
    ['Подписал Болатов Е. вчера.', 'Болатов Е.'],
    ['Подписал вчера Болатов Е. М.', 'Болатов Е. М.'],
    ['Подписал Болатов Ескен.', 'Болатов Ескен'],
  ])('%s', async (text, surface) => {
    expect(await links(text)).toEqual([`${surface} → bolatov`]);
  });
});

describe('a term may hold on a date', () => {
  const term = (startDate: string | null, endDate: string | null) => ({
    id: 'm',
    personId: 'a',
    postId: 'p',
    startDate,
    endDate,
    attestedOn: [],
    followsId: null,
    acting: false,
    sources: [],
  });
  test.each([
    ['2020-05', '2022-05', '2020-04-30', false],
    ['2020-05', '2022-05', '2020-05-01', true],
    ['2020-05', '2022-05', '2022-05-31', true],
    ['2020-05', '2022-05', '2022-06-01', false],
    ['2020-05-15', '2022-05-15', '2020', true],
    ['2020-05-15', '2022-05-15', '2019', false],
    ['2020-05-15', '2022-05-15', '2022-05', true],
    ['2020-05-15', '2022-05-15', '2022-06', false],
    [null, '2022-05', '1999', true],
    [null, '2022-05', '2023', false],
    ['2020-05', null, '2030', true],
    ['2020-05', null, '2019', false],
    [null, null, '2000', true],
  ])('from %s to %s, on %s: %s', (from, to, date, expected) => {
    expect(mayHold(term(from, to), date)).toBe(expected);
  });
});
