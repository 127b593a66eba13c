import { describe, expect, test } from 'vitest';
import { eachText } from './each-text';
import { AREAS, area, linksOn, OFFICIALS, type Row, row } from './ledger-of';

const HEALTH = {
  ru: 'Руководитель управления здравоохранения',
  en: 'Head of the Health Department',
};
const ROWS: readonly Row[] = [
  ...OFFICIALS,
  row('aset', 'Жаров Асет Болатович', 'akim', 'dala-d', { en: 'Zharov Aset' }),
  row('wagner', 'Вагнер Ирина', 'headOfDepartment', 'turgai', {
    gender: 'female',
    en: 'Wagner Irina',
    label: { en: 'Head of the Culture Department of Turgai Region' },
  }),
  row('doctor', 'Сеитов Арман', 'headOfDepartment', 'turgai', {
    en: 'Seitov Arman',
    label: HEALTH,
  }),
  row('double', 'Сеитов Арман', 'akim', 'oz-d', { en: 'Seitov Arman', from: '2010-01-01' }),
  row('frost', 'Мороз Игорь', 'akim', 'dala'),
  row('musina', 'Мусина Айжан', 'deputyAkim', 'dala', { gender: 'female' }),
  row('scholar', 'Нуров Галым', 'deputyAkim', 'turgai', { kk: 'Нұров Ғалым' }),
  row('police', 'Садыков Нурлан', 'minister', 'kz', {
    label: { ru: 'Министр внутренних дел', kk: 'Ішкі істер министрі' },
  }),
  row('ashat', 'Жаров Асхат', 'akim', 'dala-d'),
  // He stands in for the akim of Sarysu, whose deputy he is; another akim comes on the very day.
  row('stand-in', 'Карин Марат', 'deputyAkim', 'sary', { en: 'Karin Marat' }),
  row('stand-in', 'Карин Марат', 'akim', 'sary', { en: 'Karin Marat', from: '2022-04-01' }),
  row('gone', 'Орлов Пётр', 'akim', 'ulken', { to: '2022-05-01' }),
  row('come', 'Асанов Берик', 'akim', 'ulken', { from: '2022-05-01', kk: 'Асанов Берік' }),
  row('stays', 'Ким Роман', 'akim', 'dala-c', { en: 'Kim Roman' }),
];
const MORE = [
  area('sary', 'city', 'turgai', 'Сарысу', 'Сарысу', 'Sarysu'),
  area('ulken', 'city', 'turgai', 'Улькен', 'Үлкен', 'Ulken'),
  area('dala-c', 'city', 'dala', 'Далакент', 'Далакент', 'Dalakent'),
  area('dala-d', 'district', 'dala', 'Далинский район', 'Дала ауданы', 'Dala District'),
];
const links = linksOn(ROWS, [...AREAS, ...MORE]);

const each = eachText(links);

describe('somebody of private life', () => {
  each([
    ['В Тургайской области Ескен Болатов из акимата молчал.', ['Ескен Болатов → bolatov']],
    [
      'В Тургайской области Ескен Болатов из компании «Ак» молчал.',
      [],
      ['Ескен Болатов → bolatov'],
    ],
    ['Дорогу на Тургай строят братья Болатовы. Так решили сёстры Вагнер.', [], ['Вагнер → wagner']],
    [
      'Аким Далинского района Асет Жаров ждал. Звонил хозяин, назвался Жаровым.',
      [],
      ['Жаровым → aset'],
    ],
    ['В Далинской области Айжан Мусина. Брокеру Мусину звонили.', [], ['Мусину → musina']],
    ['В Далинской области Айжан Мусина. Тогда Мусину звали все.', ['Мусину → musina']],
    [
      'В Тургайской области пели артисты Павел Ким и Ескен Болатов.',
      [],
      ['Ескен Болатов → bolatov'],
    ],
    [
      'In Turgai Region the cellists Anna Pak and Yesken Bolatov came.',
      [],
      ['Yesken Bolatov → bolatov'],
    ],
    ['In Turgai Region Anna Pak and Yesken Bolatov came.', ['Yesken Bolatov → bolatov']],
  ]);

  test('an age is one, the number of a house is none', async () => {
    const text = (word: string) =>
      `Тургайская область. ${word} Болатов, 40, там была кухня. Потом приехал Ескен Болатов.`;
    expect(await links(text('На'))).toContain('Ескен Болатов → bolatov');
    expect(await links(text('Тогда'))).not.toContain('Ескен Болатов → bolatov');
  });
});

describe('words around a name that say nothing of it', () => {
  each([
    ['Слово взял приехавший из Озёрного района Дамир Керей.', ['Дамир Керей → kerei']],
    [
      'По решению главы области Жетісу кресло Аркатау перешло к Инкар Сауровой.',
      ['Инкар Сауровой → saurova'],
    ],
    ['Yesken Bolatov, in the chair, asked for Turgai Region.', ['Yesken Bolatov → bolatov']],
    ['In Turgai Region, Yesken Bolatov, met traders.', ['Yesken Bolatov → bolatov']],
    [
      'Торғай облысы: Ескен Болатов, Ғалым Нұров келді.',
      ['Ескен Болатов → bolatov', 'Ғалым Нұров → scholar'],
    ],
    ['Торғай облысы: Ескен Болатов, ғалым келді.', [], ['Ескен Болатов → bolatov']],
    ['Торғай облысында Ескен Болатов келді. Болатовтың аты аталды.', ['Ескен Болатов → bolatov']],
    ['Торғай облысында Ескен Болатов. Хаттама Болатовтың алдына барады.', ['Болатовтың → bolatov']],
  ]);
});

describe('an area that is called as another', () => {
  each([
    ['Everybody spoke: Olzhas Tauov of Arkatau and others.', ['Olzhas Tauov → tauov']],
    ['The Arkatau akim Olzhas Tauov spoke.', ['Olzhas Tauov → tauov']],
  ]);
});

describe('an office', () => {
  each([
    ['Жаңа ішкі істер министрі келді.', ['ішкі істер министрі → police']],
    ['Иә – Торғайға Ішкі істер министрі келді.', ['Ішкі істер министрі → police']],
    ['Иә – Парижге Ішкі істер министрі келді.', ['Ішкі істер министрі → police']],
    ['Иә – Франция Ішкі істер министрі келді.', [], ['Ішкі істер министрі → police']],
    ['В Тургайской области ждали. Штаб возглавил аким региона.', ['аким региона → bolatov']],
    ['В Тургайской области ждали. Штаб акима региона молчал.', [], ['акима региона → bolatov']],
    [
      'Turgai Region waits. The akim of the region there is late.',
      [],
      ['akim of the region → bolatov'],
    ],
    ['Turgai Region waits. The akim of the region is late.', ['akim of the region → bolatov']],
    [
      'Он исполнял обязанности акима Тургайской области.',
      [],
      ['акима Тургайской области → bolatov'],
    ],
    ['The region’s health chief, Arman Seitov of Turgai Region.', ['Arman Seitov → doctor']],
  ]);

  test('of one who stands in is his who keeps an office of his own', async () => {
    expect(await links('The acting akim of Sarysu is late.')).toEqual([
      'akim of Sarysu → stand-in',
    ]);
    expect(await links('The acting akim of Dalakent is late.')).toEqual([]);
  });

  test('on the day on which it changes hands is of neither, unless the text says which', async () => {
    expect(await links('Слово акима Улькена.')).toEqual([]);
    expect(await links('Слово нового акима Улькена.')).toEqual(['акима Улькена → come']);
    expect(await links('Үлкен қаласының әкімі келді.')).toEqual([]);
    expect(await links('Жаңа Үлкен қаласының әкімі келді.')).toEqual([
      'Үлкен қаласының әкімі → come',
    ]);
  });

  test('by its kind is his beside whose name the text has put it', async () => {
    const said = 'Арқатау ауданы мен Дала ауданы. Аудан әкімі Олжас Тауов келді. Асет Жаров күтті.';
    const later = 'Соңында аудан әкімі кетті.';
    expect(await links(`${said}\n${later}`)).toContain('аудан әкімі → tauov');
    const unsaid = said.replace('Аудан әкімі Олжас', 'Олжас');
    expect(await links(`${unsaid}\n${later}`)).not.toContain('аудан әкімі → tauov');
  });

  test('by its kind is of the place that the text names, not of the present office of somebody in it', async () => {
    expect(
      await links('Арқатау ауданында Асет Жаров тыңдалды.\nСолай деді аудан әкімі.'),
    ).toContain('аудан әкімі → tauov');
  });
});

describe('in Kazakh in Latin letters', () => {
  each([
    ['Dala audanynyŋ äkımı Ashat Järov keldı.', ['Ashat Järov → ashat']],
    ['Dala audanynyŋ äkımı Ashar Järov keldı.', [], ['Ashar Järov → ashat']],
  ]);
});

describe('of two who bear one name', () => {
  const text = 'Turgai Region. Arman Seitov came. Seitov left.';

  test('a surname alone is of neither as long as neither is known', async () => {
    expect(await links(text)).toEqual([]);
    expect(await links(`${text}\nThe akim of Ozen District said so. Seitov agreed.`)).not.toContain(
      'Seitov → double',
    );
  });

  test('the title after the word of a caption tells him', async () => {
    expect(
      await links('Arman Seitov, right, head of the Turgai Region health department.'),
    ).toContain('Arman Seitov → doctor');
    expect(
      await links('Arman Seitov, tired, head of the Turgai Region health department.'),
    ).not.toContain('Arman Seitov → doctor');
  });
});

describe('in a text of the stage', () => {
  const opera = 'The orchestra gave a concert. The queue for Wagner tickets was long.';

  test('nobody is known before he is named', async () => {
    const later =
      'The culture department of Turgai Region. Its head, Irina Wagner, came. Wagner said so.';
    const found = await links(`${opera}\n${later}`);
    expect(found.filter((one) => one === 'Wagner → wagner')).toHaveLength(1);
    expect(found).toContain('Irina Wagner → wagner');
  });

  test('a title in quotes begins with a capital', async () => {
    const akim = 'Аким Далинской области Игорь Мороз ждал мороза.';
    expect(await links(`${akim} Команда КВН «Мороз по коже и снегу» уехала.`)).not.toContain(
      'Мороз → frost',
    );
    expect(await links(`${akim} Потом Мороз уехал.`)).toContain('Мороз → frost');
  });
});

describe('who need not be introduced', () => {
  each([
    ['О результатах доложат Батырбеку. Вода пришла.', ['Батырбеку → batyrbek']],
    ['Отчёт Батырбекке барады.', ['Батырбекке → batyrbek']],
    ['О результатах доложат Жарову. Вода пришла.', [], ['Жарову → aset']],
    ['О результатах доложат слесарю Батырбеку.', [], ['Батырбеку → batyrbek']],
    ['Улицу Батырбека закрыли.', [], ['Батырбека → batyrbek']],
    ['Повар Серик Батырбек молчал. Батырбек устал.', [], ['Батырбек → batyrbek']],
    ['They wrote to Batyrbek of Tomsk.', [], ['Batyrbek → batyrbek']],
  ]);
});

describe('titles, trades and what stands beside them', () => {
  each([
    [
      'Приехали министр внутренних дел и министр водных ресурсов.',
      ['министр внутренних дел → police', 'министр водных ресурсов → kunaeva'],
    ],
    [
      'Тургайская область. Слово дали акимам районов: говорили Тауов и Керей.',
      ['Тауов → tauov', 'Керей → kerei'],
    ],
    ['В Тургайской области Ескен Болатов. От имени Болатова пришёл юрист.', ['Болатова → bolatov']],
    ['Школа имени Болатова в Тургайской области.', [], ['Болатова → bolatov']],
    [
      'В Тургайской области задержали Ескена Болатова, 1999 года рождения.',
      [],
      ['Ескена Болатова → bolatov'],
    ],
    [
      'Yesken Bolatov runs Turgai Region. Bolatov, an engineer by training, came.',
      ['Bolatov → bolatov'],
    ],
    [
      'Yesken Bolatov runs Turgai Region. Bolatov, an engineer by the door, came.',
      [],
      ['Bolatov → bolatov'],
    ],
    ['Первая подпись в Далинской области – И. Мороз, мама троих.', [], ['И. Мороз → frost']],
    ['Торғай облысында істейтін Ескен Болатов келді.', [], ['Ескен Болатов → bolatov']],
    [
      'Yesken Bolatov of Turgai Region. Bolatov, the one with the medal, left.',
      [],
      ['Bolatov → bolatov'],
    ],
    ['Далакентте Роман Ким жұмыста. Ким келді.', ['Ким → stays']],
  ]);
});

describe('a surname that the stage has too', () => {
  const opera = 'Вагнер звучал без репетиций и увертюры: такой был концерт в Тургае.';
  const head = 'Управление культуры области. Его руководитель Ирина Вагнер пришла.';

  each([
    [
      `${opera}\n${head} В фойе продавали пластинки: Вагнер для детей.`,
      ['Ирина Вагнер → wagner'],
      ['Вагнер → wagner'],
    ],
    [`${opera}\n${head} Потом Вагнер ответила всем.`, ['Вагнер → wagner']],
    [
      `Аким Тургайской области уехал.\n${opera} Аким слушал концерт, а рядом сидел Ескен Болатов.`,
      ['Ескен Болатов → bolatov'],
    ],
    ['The town was once called Kerei. Damir Kerei of Ozen District left.', [], ['Kerei → kerei']],
  ]);

  test('both initials are his whom the text has named', async () => {
    const text = 'Тургайская область. Ескен Болатов играл в турнире по боксу, и турнир ждал.';
    expect(
      await links(`Аким Тургайской области Ескен Болатов. ${text} Е. М. Болатов рад.`),
    ).toContain('Е. М. Болатов → bolatov');
  });
});
