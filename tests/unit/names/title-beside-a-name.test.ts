import { describe, expect, test } from 'vitest';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { AREAS, area, ledgerOf, linksOn, OFFICIALS, row } from './ledger-of';

const gazetteer = memoryGazetteer(ledgerOf(OFFICIALS, AREAS));
const links = linksOn([
  ...OFFICIALS,
  row('deputy', 'Ахметов Марат', 'deputyAkim', 'turgai', { en: 'Akhmetov Marat' }),
]);

/** The names that are linked, each with the title that speaks for it. */
async function titled(text: string): Promise<string[]> {
  const mentions = await link(text.split('\n'), { date: '2022-05-01' }, gazetteer);
  return mentions
    .filter(({ postId }) => postId === null)
    .map(({ surface, reasons }) => {
      const title = reasons.find((one) => one.kind === 'title')?.title;
      return title === undefined ? surface : `${surface}: ${title}`;
    });
}

describe('a title speaks for a name', () => {
  test.each([
    ['before it', 'Аким Аркатау Инкар Саурова уехала.', 'Инкар Саурова: Аким Аркатау'],
    ['over an honorific', 'Аким Аркатау госпожа Саурова уехала.', 'Саурова: Аким Аркатау'],
    ['in its case', 'Акиму Аркатау Инкар Сауровой звонили.', 'Инкар Сауровой: Акиму Аркатау'],
    ['in Kazakh', 'Арқатау әкімі Іңкәр Саурова келді.', 'Іңкәр Саурова: Арқатау әкімі'],
    ['after a comma', 'Инкар Саурова, аким Аркатау, уехала.', 'Инкар Саурова: аким Аркатау'],
    ['over «бывший»', 'Инкар Саурова, бывший аким Аркатау, тут.', 'Инкар Саурова: аким Аркатау'],
    ['after a dash', 'Инкар Саурова – аким Аркатау.', 'Инкар Саурова: аким Аркатау'],
    ['in brackets', 'Инкар Саурова (аким Аркатау) уехала.', 'Инкар Саурова: аким Аркатау'],
    [
      'over a word of a caption',
      'Inkar Saurova, right, the akim of Arkatau, left.',
      'Inkar Saurova: akim of Arkatau',
    ],
    [
      'over one in brackets',
      'Inkar Saurova (right), the akim of Arkatau, left.',
      'Inkar Saurova: akim of Arkatau',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await titled(text)).toEqual([expected]);
  });

  test('for each of a list', async () => {
    expect(await titled('Сидели акимы: Болатов, Саурова. Тургайская область.')).toEqual([
      'Болатов: акимы',
      'Саурова: акимы',
    ]);
  });
});

describe('a title speaks for no name', () => {
  test.each([
    ['in another sentence', 'Аким Аркатау. Инкар Саурова уехала.'],
    ['in another paragraph', 'Аким Аркатау\nИнкар Саурова уехала.'],
    ['in another case', 'Акиму Аркатау Инкар Саурова звонила.'],
    ['in another case in Kazakh', 'Арқатау қаласының әкіміне Іңкәр Саурова келді.'],
    ['over a verb', 'Инкар Саурова видела акима Аркатау.'],
    ['over a word of a caption with no comma', 'Inkar Saurova, right the akim of Arkatau stood.'],
  ])('%s', async (_, text) => {
    expect(await titled(text)).toEqual([expect.stringMatching(/^[^:]*$/u)]);
  });
});

describe('between commas after the title of a dependent stands his own name', () => {
  const spokesman = 'A spokesman for the akim of Turgai Region';
  const NAME = 'Yesken Bolatov → bolatov';

  test.each([
    ['between two commas', `${spokesman}, Yesken Bolatov, said so.`, []],
    ['at the end', `We heard a spokesman for the akim of Turgai Region, Yesken Bolatov`, []],
    ['but not after «and»', `${spokesman} and Yesken Bolatov said so.`, [NAME]],
    ['nor in a list', `${spokesman}, Yesken Bolatov and others said so.`, [NAME]],
    ['nor after a colon', `${spokesman}: Yesken Bolatov, he said.`, [NAME]],
  ])('%s', async (_, text, expected) => {
    expect(await links(text)).toEqual(expected);
  });

  test.each([
    ['Пресс-секретарь акима Тургайской области Болатов молчал.', []],
    ['Пресс-секретаря акима Тургайской области Болатова ждали.', []],
    ['Пресс-секретарь акима Тургайской области Болатова молчал.', ['Болатова → bolatov']],
    ['Вдова акима Тургайской области Болатова молчала.', ['Болатова → bolatov']],
  ])('without commas the case tells: %s', async (text, expected) => {
    expect(await links(text)).toEqual(expected);
  });
});

describe('a word for a kind before a title', () => {
  const OFFICE = 'bolatov';
  test.each([
    ['in the nominative', 'Торғай облысы. Облыс әкімі келді.', OFFICE],
    ['is a place to go to in the dative', 'Торғай облысы. Облысқа әкім келді.', null],
    ['is an adjective in Russian', 'Тургайская область. Областной аким приехал.', OFFICE],
    ['is no noun in Russian', 'Тургайская область. Область аким приехал.', null],
    ['is a noun in English', 'Turgai Region waits. The region akim came.', OFFICE],
  ])('%s', async (_, text, expected) => {
    const found = await links(text);
    expect(found.map((one) => one.split(' → ')[1])).toEqual(expected === null ? [] : [expected]);
  });
});

describe('a word before a surname that is followed by his given name', () => {
  const found = (word: string) =>
    links(`Поздно вечером сюда пришёл ${word} Болатов Ескен и все гости.`);

  test.each(['Павел', 'П.', 'Олегович'])('%s is of another name', async (word) => {
    expect(await found(word)).toEqual([]);
  });

  test('is outweighed where it is no given name', async () => {
    expect(await found('Гвоздев')).toEqual(['Болатов Ескен → bolatov']);
  });
});

describe('the given name of one who is named in full', () => {
  test('is no surname of another, who stays the last of his', async () => {
    const both = linksOn([...OFFICIALS, row('esken', 'Ескен Данияр', 'deputyAkim', 'arka')]);
    expect(await both('Приехал Данияр Ескен. Потом уехал Ескен Болатов. Ескен молчал.')).toEqual([
      'Данияр Ескен → esken',
      'Ескен Болатов → bolatov',
      'Ескен → esken',
    ]);
  });
});

describe('«аким района» after an official', () => {
  const some = linksOn(
    [
      ...OFFICIALS,
      row('moved', 'Серов Олег', 'akim', 'ili-d', { from: '2010-01-01', to: '2015-01-01' }),
      row('moved', 'Серов Олег', 'akim', 'taldy-d'),
      row('other', 'Сеитов Марат', 'akim', 'ili-d'),
    ],
    [
      ...AREAS,
      area('taldy-d', 'district', 'turgai', 'Талдинский район', 'Талды ауданы', 'Taldy District'),
      area('ili-d', 'district', 'turgai', 'Илинский район', 'Іле ауданы', 'Ili District'),
    ],
  );

  test('is of his office of the day, not of one that he has left', async () => {
    expect(await some('Приехал Олег Серов. Аким района опоздал.')).toEqual([
      'Олег Серов → moved',
      'Аким района → moved',
    ]);
    expect(await some('Приехал Марат Сеитов. Аким района опоздал.')).toEqual([
      'Марат Сеитов → other',
      'Аким района → other',
    ]);
  });
});

describe('two who hold one office', () => {
  const TEXT = 'Аким Далинской области молчал.';
  const told = async (...rows: ReturnType<typeof row>[]) => {
    const store = memoryGazetteer(ledgerOf([...OFFICIALS, ...rows], AREAS));
    const mentions = await link([TEXT], { date: '2022-05-01' }, store);
    return mentions.map(({ personId, candidates }) => personId ?? candidates.toSorted().join());
  };
  const held = (id: string, from: string, to: string) =>
    row(id, `${id === 'a' ? 'Жаров' : 'Сериков'} Ерлан`, 'akim', 'dala', { from, to });
  const gone = row('c', 'Орлов Пётр', 'akim', 'dala', { from: '2010-01-01', to: '2015-01-01' });

  test('are both told on the day on which one goes and the other comes, and no third', async () => {
    const found = await told(
      held('a', '2020', '2022-05-01'),
      held('b', '2022-05-01', '2024'),
      gone,
    );
    expect(found).toEqual(['a,b']);
  });

  test('are none of them told where only one of both begins or ends on the day', async () => {
    expect(await told(held('a', '2020', '2022-05-01'), held('b', '2021', '2024'))).toEqual([]);
    expect(await told(held('a', '2020', '2023'), held('b', '2022-05-01', '2024'))).toEqual([]);
    expect(await told(held('a', '2020', '2023'), held('b', '2021', '2024'))).toEqual([]);
  });
});
