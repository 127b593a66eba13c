import { describe, expect, test } from 'vitest';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { AREAS, area, ledgerOf, linksOn, OFFICIALS, type Row } from './ledger-of';

const SALT_D = area('salt-d', 'district', 'turgai', 'Солёный район', 'Тұз ауданы', 'Tuz District');
const HEALTH: Row = {
  id: 'zhaksyna',
  gender: 'female',
  ru: 'Жаксына Жанна',
  kk: 'Жақсына Жанна',
  en: 'Zhaksyna Zhanna',
  role: 'minister',
  areaId: 'kz',
  label: {
    ru: 'министр здравоохранения',
    kk: 'Денсаулық сақтау министрі',
    en: 'Minister of Healthcare',
  },
};

const links = linksOn([...OFFICIALS, HEALTH], [...AREAS, SALT_D]);

describe('the head of something else is not the head of the area', () => {
  test.each([
    'Начальник полиции Аркатау Ескен Болатов сообщил о краже.',
    'Председатель совета директоров Ескен Болатов продал акции.',
    'Председатель тургайского отделения союза писателей Ескен Болатов читал.',
    'Глава крестьянского хозяйства Ескен Болатов собрал урожай.',
    'Президент федерации бокса Ескен Болатов вручил кубок.',
    'Вице-министр водных ресурсов Дана Кунаева приехала.',
    'Пресс-секретарь акима Аркатау Инкар Саурова молчала.',
    'Глава тургайской полиции отчитался.',
    'Руководитель Тургайского отделения партии отчитался.',
    'Қоғамдық кеңес төрағасы Ескен Болатов келді деп жазды.',
    'Мектеп түлегі Ескен Болатов келді деп жазды.',
    'Торғай облысының полиция басшысы Ескен Болатов келді деп жазды.',
    'Өзбекстанның су ресурстары министрі келді деп жазды.',
    'The head of the Turgai branch of the party spoke in the hall.',
    'The Turgai police chief, Yesken Bolatov, spoke in the hall.',
    'A singer, Yesken Bolatov, was in the hall of Turgai.',
    'Yesken Bolatov, chairman of a mill in Turgai, was in the hall.',
    'Yesken Bolatov, a jockey, was in the hall of Turgai.',
  ])('%s', async (text) => {
    expect(await links(text)).toEqual([]);
  });

  test.each([
    ['Аким области Ескен Болатов сказал речь в Тургае.', 'Ескен Болатов → bolatov'],
    ['Бұл туралы Ескен Болатов айтты деп жазды.', 'Ескен Болатов → bolatov'],
    ['Облыс басшысы Ескен Болатов Торғай жайлы айтты.', 'Ескен Болатов → bolatov'],
    ['In Turgai his neighbor, Yesken Bolatov, was in the hall.', 'Yesken Bolatov → bolatov'],
    ['At the office Yesken Bolatov was in the hall of Turgai.', 'Yesken Bolatov → bolatov'],
  ])('%s', async (text, expected) => {
    expect(await links(text)).toContain(expected);
  });
});

describe('who it is not', () => {
  test.each([
    'Приз взял Ескен Болатов, не аким, а его сосед.',
    'Приз взял тоже Ескен Болатов.',
    'Приз взял человек по имени Ескен Болатов.',
    'The prize went to Yesken Bolatov, not the akim but his neighbour.',
    'The cellist, also called Yesken Bolatov, was in the hall.',
  ])('%s', async (text) => {
    expect(await links(text)).toEqual([]);
  });
});

describe('one title for several areas or branches', () => {
  test.each([
    ['Акимы Аркатауского и Озёрного районов, Тауов и Керей, были в Тургае.', ['tauov', 'kerei']],
    ['Акимы Аркатауского и Солёного районов Олжас Тауов и Иван Ким ушли.', ['tauov']],
    ['Акимы Озёрного и Солёного районов Олжас Тауов и Иван Ким ушли.', []],
    ['Арқатау және Тұз аудандарының әкімдері Олжас Тауов пен Иван Ким келді.', ['tauov']],
    ['The akims of Arkatau and Tuz districts, Olzhas Tauov and Ivan Kim, left.', ['tauov']],
    ['Министры здравоохранения и водных ресурсов Жаксына и Кунаева ушли.', ['zhaksyna', 'kunaeva']],
  ])('%s', async (text, ids) => {
    expect((await links(text)).map((one) => one.split(' → ')[1])).toEqual(ids);
  });

  test('each area of the list is one that the text names', async () => {
    const text =
      'В Аркатауском и Солёном районах нет воды. Аким Аркатауского района обещал помочь.';
    expect(await links(text)).toEqual(['Аким Аркатауского района → tauov']);
  });
});

describe('a word that begins a sentence is no given name', () => {
  const HEAD = 'Аким Тургайской области Ескен Болатов пришёл.';
  test.each([
    'Штаб',
    'Дорогу',
    'Подрядчика',
    'Подрядчику',
    'Ответом',
    'Деньги',
    'Наутро',
    'Бюджет',
  ])('%s Болатов', async (word) => {
    expect(await links(`${HEAD} ${word} Болатов забыл.`)).toContain('Болатов → bolatov');
  });

  test.each(['Ардак', 'Гульнур', 'Дархан'])('%s Болатов', async (word) => {
    expect(await links(`${HEAD} ${word} Болатов забыл.`)).not.toContain('Болатов → bolatov');
  });
});

describe('a surname that is something else where it stands', () => {
  const FIELD = 'Аким Озёрного района Далинской области Павел Лесной пришёл.';
  const HEAD = 'The akim of Turgai Region Yesken Bolatov came.';
  test.each([
    [FIELD, 'Лесной квартал далеко, а Лесной госпиталь закрыт.', 'Лесной → lesnoi', false],
    [FIELD, 'Вечером Лесной школу осмотрел.', 'Лесной → lesnoi', true],
    [HEAD, 'The Bolatov café was closed.', 'Bolatov → bolatov', false],
    [HEAD, 'Bolatov the miller was away.', 'Bolatov → bolatov', false],
    [HEAD, 'The poems of Bolatov were read.', 'Bolatov → bolatov', false],
    [HEAD, 'Then Bolatov was away.', 'Bolatov → bolatov', true],
    [
      'Аким Тургайской области Ескен Болатов пришёл.',
      'Болатова пришла позже.',
      'Болатова → bolatov',
      false,
    ],
    [
      'Аким Тургайской области Ескен Болатов пришёл.',
      'Обещание Болатова помнила вся улица.',
      'Болатова → bolatov',
      true,
    ],
    [
      'Аким Тургайской области Ескен Болатов пришёл.',
      'Болатову, сварщику, не платят.',
      'Болатову → bolatov',
      false,
    ],
  ])('%s %s', async (head, text, mention, isFound) => {
    expect((await links(`${head} ${text}`)).includes(mention)).toBe(isFound);
  });
});

describe('an office is none where it is said of a name or in general', () => {
  test.each([
    'Акимом Тургайской области назначен Иван Ким.',
    'При акиме Тургайской области создан совет.',
    'Машина акима Тургайской области сломалась.',
    'Иван Ким Торғай облысына әкім болып келді деп жазды.',
  ])('%s', async (text) => {
    expect(await links(text)).toEqual([]);
  });

  test.each([
    ['Глава Минздрава ушла.', 'Глава Минздрава → zhaksyna'],
    ['Заметили все. Аким Тургайской области ушёл.', 'Аким Тургайской области → bolatov'],
    ['Торғайлық балалар келді. Бұл облыс әкіміне айтылды деп жазды.', 'облыс әкіміне → bolatov'],
  ])('%s', async (text, expected) => {
    expect(await links(text)).toContain(expected);
  });
});

describe('whose people they are', () => {
  const HEAD = 'Аким Тургайской области Ескен Болатов пришёл.';
  test.each([
    ['Заместители Болатова молчали.', true],
    ['Советники Болатова молчали.', true],
    ['Подрядчик Болатов молчал.', false],
    ['Подрядчику Болатову не верят.', false],
  ])('%s', async (text, isFound) => {
    const found = (await links(`${HEAD} ${text}`)).filter((one) => one.startsWith('Болатов'));
    expect(found).toHaveLength(isFound ? 1 : 0);
  });
});

describe('who tells himself from his namesakes', () => {
  const FORTY_WORDS = Array.from({ length: 8 }, () => 'Вода в реке была очень холодной.').join(' ');
  const MATCH = 'Матч за кубок в Тургае смотрел весь турнир.';
  test.each([
    [`${MATCH} Ескен Болатов ушёл.`, []],
    [`${MATCH} Сам Ескен Болатов ушёл.`, ['Ескен Болатов → bolatov']],
    [
      `Лесник Ескен Болатов из Орска спал. В Тургае Ескен Маратович Болатов ушёл. ${FORTY_WORDS}`,
      ['Ескен Маратович Болатов → bolatov'],
    ],
    [
      'In Turgai they won the match and the cup. Yesken Bolatov himself left.',
      ['Yesken Bolatov → bolatov'],
    ],
    [`Из Тургая звонили Ескен Болатов и Дамир Керей. ${FORTY_WORDS}`, ['bolatov', 'kerei']],
    [`Из Тургая звонили Ескен Болатов и Роман Ким. ${FORTY_WORDS}`, ['bolatov']],
  ])('%s', async (text, expected) => {
    const found = await links(text);
    expect(found).toHaveLength(expected.length);
    for (const one of expected) expect(found.some((link) => link.endsWith(one))).toBe(true);
  });
});

describe('a title before a name in another case', () => {
  test.each([
    ['Распоряжением акима Тургайской области Инкар Саурова уволена.', true],
    ['Вчера аким Тургайской области Ескен Болатов уволен.', false],
  ])('%s', async (text, isOffice) => {
    const found = await links(text);
    expect(found.includes('акима Тургайской области → bolatov')).toBe(isOffice);
  });

  test('a former office tells whose given name and patronymic stand after it', async () => {
    const gone = memoryGazetteer(ledgerOf([{ ...(OFFICIALS[0] as Row), to: '2022-01-01' }], AREAS));
    const text = 'Торғайда жиын өтті. Бұрынғы облыс әкімі Ескен Маратұлы келді деп жазды.';
    const mentions = await link([text], { date: '2022-05-01' }, gone);
    expect(mentions.map(({ surface, personId }) => [surface, personId])).toEqual([
      ['Ескен Маратұлы', 'bolatov'],
    ]);
  });
});

describe('a word of institutions before an article is a verb', () => {
  test.each([
    ['Yesken Bolatov and Damir Kerei plant an elm in Turgai.', 2],
    ['Damir Kerei plant in Turgai was closed.', 0],
  ])('%s', async (text, count) => {
    expect(await links(text)).toHaveLength(count);
  });
});

describe('first words of sentences are no sign of capitals throughout', () => {
  test('the word after a surname is a surname', async () => {
    const text = 'Тургай. Директор «Жылу» Керей Досов задержан';
    expect(await links(text)).toEqual([]);
  });
});

describe('in a digest', () => {
  const REST =
    'Ветер усилится к ночи\nРынок откроют в среду\nДорогу сдадут осенью\nСнег пойдёт в мае';

  test('a headline of sport is no official’s', async () => {
    expect(await links(`Кунаева взяла бронзу в дзюдо\n${REST}`)).toEqual([]);
    expect(await links(`Кунаева отчитался о воде\n${REST}`)).toEqual([]);
    expect(await links(`Кунаева отчиталась о воде\n${REST}`)).toEqual(['Кунаева → kunaeva']);
  });
});
