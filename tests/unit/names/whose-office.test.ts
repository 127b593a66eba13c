import { describe, expect, test } from 'vitest';
import { AREAS, area, linksOn, OFFICIALS, type Row } from './ledger-of';

const ROWS: readonly Row[] = [
  ...OFFICIALS,
  {
    id: 'zhen',
    gender: 'female',
    ru: 'Асанбек Жанар Кайраткызы',
    kk: 'Асанбек Жанар Қайратқызы',
    en: 'Asanbek Zhanar',
    role: 'deputyAkim',
    areaId: 'arka-d',
  },
  {
    id: 'mayor2',
    gender: 'male',
    ru: 'Нуров Асет',
    kk: 'Нұров Әсет',
    en: 'Nurov Aset',
    role: 'akim',
    areaId: 'sary',
  },
  {
    id: 'secretary',
    gender: 'female',
    ru: 'Байзакова Раушан',
    kk: 'Байзақова Раушан',
    role: 'maslikhatSecretary',
    areaId: 'turgai',
  },
  {
    id: 'dala-d',
    gender: 'male',
    ru: 'Медетов Берик',
    kk: 'Медетов Берік',
    role: 'akim',
    areaId: 'dala-d',
  },
  {
    id: 'dala-o',
    gender: 'male',
    ru: 'Жаров Ерлан',
    kk: 'Жаров Ерлан',
    role: 'akim',
    areaId: 'dala',
  },
];
const MORE = [
  area('sary', 'city', 'turgai', 'Сарысу', 'Сарысу', 'Sarysu'),
  area('dala-d', 'district', 'dala', 'Далинский район', 'Дала ауданы', 'Dala District'),
];
const links = linksOn(ROWS, [...AREAS, ...MORE]);

describe('an office by the kind of its area alone', () => {
  const report = 'Аким Аркатау Инкар Саурова отчиталась. Насос везут из Сарысу.';

  test('is of the town whose officials are named, not of one that is merely mentioned', async () => {
    expect(await links(`${report}\nАким города пригласила всех.`)).toContain(
      'Аким города → saurova',
    );
  });

  test('a place of the sentence before, merely mentioned, is not it either', async () => {
    expect(await links(`${report}\nНасос из Сарысу пришёл. Аким города рада.`)).toContain(
      'Аким города → saurova',
    );
  });

  test('is of the town that its own sentence names', async () => {
    expect(await links(`${report}\nВ Сарысу был дождь, аким города уехал.`)).toContain(
      'аким города → mayor2',
    );
  });

  test('is nobody in particular where officials of two such towns are named', async () => {
    const two = `Аким Аркатау Инкар Саурова ждала. Аким Сарысу Асет Нуров ждал.`;
    expect(await links(`${two}\nАким города уехал.`)).not.toContain('Аким города → mayor2');
    const often = `${two} Инкар Талгатовна рада. Инкар Саурова ждала.`;
    expect(await links(`${often}\nАким города уехал.`)).toContain('Аким города → saurova');
  });

  test('is of the town that an office names, before those of officials named without theirs', async () => {
    const text = 'Аким Аркатау Инкар Саурова ждала. Пришёл Асет Нуров из Сарысу.';
    expect(await links(`${text}\nАким города уехала.`)).toContain('Аким города → saurova');
  });

  test('before a dash and what it is, is anybody', async () => {
    expect(
      await links('Арқатау қаласының әкімі келді.\n«Қала әкімі – елдің көзі», – деді ол.'),
    ).toEqual(['Арқатау қаласының әкімі → saurova']);
    expect(await links('Арқатау.\nҚала әкімі осында болды деп жазды.')).toEqual([
      'Қала әкімі → saurova',
    ]);
  });

  test('an office ends with its block, whatever word joins places there', async () => {
    expect(await links('The akim of Arkatau of\nTurgai Region waits.')).toEqual([
      'akim of Arkatau → saurova',
    ]);
  });

  test('a name that a region and a district share, with no word for its kind, is either', async () => {
    expect(await links('Осында «Дала әкімі су берсін» деп жазылған.')).toEqual([]);
    expect(await links('Осында Дала ауданының әкімі су берді деп жазылған.')).toEqual([
      'Дала ауданының әкімі → dala-d',
    ]);
  });
});

describe('a text that speaks of namesakes', () => {
  test('the one who is named before the official is another', async () => {
    const later = 'Приз вручил аким Аркатауского района Олжас Тауов';
    expect(await links(`В Аркатау победил Олжас Тауов. ${later}, его полный тёзка.`)).toEqual([
      'Олжас Тауов → tauov',
    ]);
    expect(await links(`В Аркатау был Олжас Тауов. ${later}.`)).toHaveLength(2);
  });

  test('a paragraph of sport alone names no official without his title', async () => {
    const sport = 'Kerei Damir came fourth, his teammate won the race, the jersey was Damir Kerei.';
    const end = 'The akim of Ozen District in Turgai Region spoke about the region and its budget.';
    expect(await links(`In Turgai Region it was hot.\n${sport}\n${end}`)).not.toContain(
      'Damir Kerei → kerei',
    );
  });
});

describe('whose the one beside is', () => {
  test.each([
    ['Inkar Saurova, his deputy, was late in Arkatau.'],
    ['Инкар Саурова, его помощница, опоздала в Аркатау.'],
  ])('%s', async (text) => {
    expect(await links(text)).toEqual([]);
  });

  test('«заместителем у неё остаётся …»: the verb ends the title', async () => {
    expect(await links('Аркатауский район. Заместителем у неё остаётся Жанар Асанбек.')).toEqual([
      'Жанар Асанбек → zhen',
    ]);
  });

  test('a witness may be an official', async () => {
    expect(await links('В Аркатау свидетель Инкар Саурова молчала.')).toEqual([
      'Инкар Саурова → saurova',
    ]);
  });

  test('`облыстық мәслихаттың хатшысы`', async () => {
    expect(
      await links('Торғай облысы. Облыстық мәслихаттың хатшысы Раушан Байзақова келді деп жазды.'),
    ).toEqual(['Раушан Байзақова → secretary']);
  });
});

describe('Kazakh in Latin letters', () => {
  test('a word in a case before given name and patronymic is no part of them', async () => {
    expect(
      await links('Arqatau audany. Joldy Janar Qairatqyzy ekı jyl būryn uäde etken dep jazdy.'),
    ).toEqual(['Janar Qairatqyzy → zhen']);
  });

  test('nor is a listed surname in a case after them', async () => {
    expect(
      await links('Arqatau audany. Onda Janar Qairatqyzy Tauovty qūttyqtady dep jazdy.'),
    ).toContain('Janar Qairatqyzy → zhen');
  });
});

test('a headline whose place several areas share, one of which is his', async () => {
  const others = ['Тенге подорожал пятый день подряд', 'Мост построят через год'];
  const blocks = [
    ...others,
    'Керей открыл ферму в Озёрном районе',
    'Дождь шёл',
    ...others,
    ...others,
  ];
  expect(await links(blocks.join('\n'))).toEqual(['Керей → kerei']);
});

describe('a name beside a thing of the office, and words before it', () => {
  test('«кабинет Тауова» is still of him, «помощник Тауов» is not he', async () => {
    const text = 'Аким Аркатауского района Олжас Тауов ушёл.';
    expect(await links(`${text} Кто займёт кабинет Тауова?`)).toContain('Тауова → tauov');
    expect(await links(`${text} Пришёл помощник Тауов.`)).not.toContain('Тауов → tauov');
  });

  test('an adjective of a place is of the town or of the district', async () => {
    expect(await links('Был аркатауский аким Олжас Тауов.')).toEqual(['Олжас Тауов → tauov']);
    expect(await links('Была аркатауский аким Инкар Саурова.')).toEqual([
      'Инкар Саурова → saurova',
    ]);
  });

  test('a Kazakh word in the accusative is no given name', async () => {
    expect(
      await links('Арқатау ауданының әкімі Олжас Тауов. «Бағаны Тауовқа тапсырамын», – деді ол.'),
    ).toContain('Тауовқа → tauov');
  });

  test('`By then city council deputy …`: the first word is no place', async () => {
    expect(
      await links('In Arkatau it rained. By then akim Inkar Saurova was in the hall.'),
    ).toEqual(['Inkar Saurova → saurova']);
  });

  test('`By Wednesday city council deputy …`: nor is a day', async () => {
    expect(
      await links('In Arkatau it rained. By Wednesday akim Inkar Saurova was in the hall.'),
    ).toEqual(['Inkar Saurova → saurova']);
    expect(
      await links('In Arkatau it rained. In Talgar akim Inkar Saurova was in the hall.'),
    ).toEqual([]);
  });

  test('`now in the chair once held by …` is no trade', async () => {
    expect(await links('In Arkatau Inkar Saurova, now in the chair of others, was late.')).toEqual([
      'Inkar Saurova → saurova',
    ]);
    expect(await links('In Arkatau Inkar Saurova, now chair of others, was late.')).toEqual([]);
  });

  test('`Y. Bolatov` is Yesken Bolatov', async () => {
    expect(await links('In Turgai Region Y. Bolatov signed.')).toEqual(['Y. Bolatov → bolatov']);
    expect(await links('In Turgai Region T. Bolatov signed.')).toEqual([]);
  });
});
