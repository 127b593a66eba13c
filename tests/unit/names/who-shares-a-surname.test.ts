import { describe, expect, test } from 'vitest';
import { linksOn, OFFICIALS, row } from './ledger-of';

const links = linksOn([
  ...OFFICIALS,
  row('bolatov-a', 'Болатов Арман Сабитович', 'akim', 'oz-d'),
  row('bolatov-s', 'Болатов Санат Нурланович', 'akim', 'dala'),
  row('tauov-p', 'Тауов Пётр', 'akim', 'arka-d', { from: '2015-01-01', to: '2019-12-31' }),
  row('ten', 'Тен Георгий Львович', 'deputyAkim', 'arka', { en: 'Ten Georgy' }),
  row('serov', 'Серов Кадыр Абдиевич', 'deputyAkim', 'arka', { kk: 'Серов Қадыр Әбдіұлы' }),
]);

const AKIM = 'Аким Тургайской области Ескен Болатов молчал.';

describe('«однофамилец» before a full name', () => {
  test.each([
    ['is another listed bearer', 'Его однофамилец Арман Болатов ждёт в Озёрном районе.'],
    ['over words between', 'Его однофамилец из Озёрного района Арман Болатов ждёт.'],
  ])('%s whose area is named', async (_, text) => {
    expect(await links(`${AKIM} ${text}`)).toContain('Арман Болатов → bolatov-a');
  });

  test.each([
    ['his area is not named', `${AKIM} Его однофамилец Санат Болатов ждёт.`],
    [
      'there is no other bearer',
      'Тургайская область, Озёрный район. Однофамилец из района Дамир Керей ждёт.',
    ],
    ['he has a trade', `${AKIM} Его однофамилец, слесарь Арман Болатов, ждёт в Озёрном районе.`],
    ['the surname stands alone', `${AKIM} Однофамилец Болатов ждёт.`],
  ])('is nobody listed where %s', async (_, text) => {
    expect((await links(text)).slice(text.startsWith(AKIM) ? 1 : 0)).toEqual([]);
  });

  test('«почти» says that it is another surname', async () => {
    expect(await links('В Аркатау его почти однофамилец Олжас Тауов молчал.')).toEqual([
      'Олжас Тауов → tauov',
    ]);
    expect(await links('В Аркатау его однофамилец Олжас Керей молчал.')).toEqual([]);
  });
});

describe('«его …» after a full name', () => {
  test('a predecessor held the office too', async () => {
    const text = 'Аким Аркатауского района Олжас Тауов молчал. Пётр Тауов, его';
    expect(await links(`${text} предшественник, тоже.`)).toContain('Пётр Тауов → tauov-p');
    expect(await links(`${text} помощник, тоже.`)).not.toContain('Пётр Тауов → tauov-p');
    expect(await links(`${text} брат, тоже.`)).not.toContain('Пётр Тауов → tauov-p');
  });
});

describe('a title after a name and a comma', () => {
  test('in another case is not said of the name', async () => {
    const other = 'Подрядчик Саурова, акиму Аркатау не родня, молчит.';
    expect(await links(other)).not.toContain('Саурова → saurova');
  });

  test.each([
    ['in its own case is', 'Ждали Саурову, акима Аркатау.', 'Саурову → saurova'],
    [
      'in brackets may have the nominative',
      'С Сауровой (аким Аркатау) говорили.',
      'Сауровой → saurova',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await links(text)).toContain(expected);
  });
});

describe('a surname with initials after a thing that may be named after somebody', () => {
  test('in the nominative is the one who was there', async () => {
    expect(await links('В Аркатау в сквере И. Т. Саурова не была.')).toEqual([
      'И. Т. Саурова → saurova',
    ]);
    expect(await links(`${AKIM} В сквере Е. М. Болатов был.`)).toContain('Е. М. Болатов → bolatov');
  });

  test('in the genitive is the name of the thing', async () => {
    expect(await links(`${AKIM} В сквере Е. М. Болатова сухо.`)).toHaveLength(1);
    expect(await links(`${AKIM} Директор сквера Е. М. Болатов молчит.`)).toHaveLength(1);
  });
});

describe('a first word in -а before a surname', () => {
  test('in the dative is no given name', async () => {
    expect(await links(`${AKIM} Письма Болатову ушли.`)).toContain('Болатову → bolatov');
  });

  test('in the genitive may be one', async () => {
    expect(await links(`${AKIM} Сызнова Болатова ждали.`)).not.toContain('Болатова → bolatov');
  });
});

describe('a number before a name', () => {
  test('«Сауровой – полторы» is no trade', async () => {
    const text = 'Дана Кунаева, министр водных ресурсов, ждёт. Кунаевой –';
    expect(await links(`${text} полторы.`)).toContain('Кунаевой → kunaeva');
    expect(await links(`${text} инвестору.`)).not.toContain('Кунаевой → kunaeva');
  });
});

describe('a verb of the next sentence', () => {
  const text =
    'Аким Аркатау Инкар Саурова уехала. Улица Сауровой длинная. Поезд «Аркатау – Саурова»';

  test('says nothing of a name in this one', async () => {
    expect(await links(`${text}. Дану встретили.`)).not.toContain('Саурова → saurova');
    expect(await links(`${text} встретили.`)).toContain('Саурова → saurova');
  });
});

describe('a woman’s surname that is also a form of a man’s', () => {
  const her = 'Инкар Саурова, аким Аркатау, пришла.';
  const him = 'Помощник Олег Сауров молчал.';

  test.each([
    ['he was named last', `${him} Там Саурова назвали смелым. ${her}`],
    ['he was named since', `${her} ${him} Там Саурова ждали.`],
  ])('is his where %s', async (_, text) => {
    expect(await links(text)).not.toContain('Саурова → saurova');
  });

  test.each([
    ['a verb is hers', `${her} ${him} Саурова сказала.`],
    ['she speaks', `${her} ${him} «Вода есть», – говорит Саурова.`],
    ['she was named last', `${him} ${her} Саурова ждёт.`],
    ['no man was named', `${her} Там Саурова ждёт.`],
  ])('is hers where %s', async (_, text) => {
    expect(await links(text)).toContain('Саурова → saurova');
  });
});

describe('a number with the capital of its sentence', () => {
  const text = 'Georgy Ten, deputy mayor of Arkatau, spoke. We met ten people in the hall.';

  test('before an auxiliary is a number, before a verb of saying a person', async () => {
    expect(await links(`${text} Ten will not do.`)).not.toContain('Ten → ten');
    expect(await links(`${text} Ten said so.`)).toContain('Ten → ten');
  });
});

describe('a Kazakh patronymic that begins as a given name', () => {
  test('is a patronymic where its whole ending is written', async () => {
    const text = 'Арқатау қаласы әкімінің орынбасары Қадыр Серов келді.';
    expect(await links(`${text} Қадыр Әбдіұлынан ақыл сұралды.`)).toContain(
      'Қадыр Әбдіұлынан → serov',
    );
    expect(await links(`${text} Қадыр Айгүлден ақыл сұрады.`)).toHaveLength(1);
  });
});

describe('in a paragraph of wrestling in Kazakh', () => {
  test.each([
    ['is a namesake', 'Палуандар белдесуде Олжас Тауовты жықты.', []],
    [
      'is the official in any other',
      'Ағалар түнде Олжас Тауовты көрді.',
      ['Олжас Тауовты → tauov'],
    ],
  ])('a full name %s', async (_, text, expected) => {
    expect(await links(`${text}\nАрқатау қаласы дайын.`)).toEqual(expected);
  });
});
