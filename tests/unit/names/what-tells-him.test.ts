import { describe, expect, test } from 'vitest';
import { linksOn, OFFICIALS, row } from './ledger-of';

const HEALTH = { ru: 'Управление здравоохранения Тургайской области' };

const links = linksOn([
  ...OFFICIALS,
  row('lebed', 'Лебедь Анна Львовна', 'deputyAkim', 'turgai', {
    gender: 'female',
    en: 'Lebed Anna',
  }),
  row('soloviev', 'Соловьев Артём Петрович', 'deputyAkim', 'arka'),
  row('utebaev', 'Утебаев Нурлан', 'akim', 'dala'),
  row('doctor', 'Сеитов Арман', 'headOfDepartment', 'turgai', { label: HEALTH }),
  row('shin', 'Шин Вера Сергеевна', 'maslikhatDeputy', 'arka', {
    gender: 'female',
    en: 'Shin Vera',
  }),
  row('sonov', 'Сон Эдуард Витальевич', 'deputyAkim', 'arka', {
    kk: 'Сон Эдуард Витальевич',
    en: 'Son Eduard',
  }),
  row('tauov-s', 'Тауов Санат', 'akim', 'oz-d2'),
]);

const LEBED =
  'Заместитель акима Тургайской области Анна Лебедь ждёт. Её сосед видел, как лебедь улетел.';

describe('a surname that is a word too', () => {
  test.each(['К Лебедь приехали люди.', 'Утром у Лебедь всё в порядке.'])(
    'is a woman after a preposition that would give the thing an ending: %s',
    async (text) => {
      expect(await links(`${LEBED} В кафе «Лебедь» тихо. ${text}`)).toContain('Лебедь → lebed');
    },
  );

  test.each(['Про Лебедь писали.', 'Лебедь цел.'])('else it is in doubt: %s', async (text) => {
    expect(await links(`${LEBED} В кафе «Лебедь» тихо. ${text}`)).not.toContain('Лебедь → lebed');
  });

  test('a saying is no form of a surname like it', async () => {
    const text = 'Заместитель акима Аркатау Артём Соловьев молчит. Тут';
    expect(await links(`${text} Соловья баснями не кормят.`)).not.toContain('Соловья → soloviev');
    expect(await links(`${text} Соловьева баснями не кормят.`)).toContain('Соловьева → soloviev');
  });

  test('in small letters in a comment it stays a surname beside what he did', async () => {
    const text = 'Аким Аркатауского района Олжас Тауов молчит. «где насос, тауов», – пишут люди.';
    expect(await links(`${text}\nТауов кивнул.`)).toContain('Тауов → tauov');
    expect(await links(`${text}\nТауов кивнула.`)).not.toContain('Тауов → tauov');
  });

  test('after which a school is called, it may be the dead man’s', async () => {
    const text = 'Аким Аркатауского района Олжас Тауов молчит. Школа имени Тауова закрыта.';
    expect(await links(`${text}\nТауов был бы рад.`)).not.toContain('Тауов → tauov');
  });

  test.each([
    ['«Сонымен»', 'Аркатау әкімінің орынбасары Эдуард Сон келді.\nСонымен жиын бітті.', 'Сонымен'],
    ['«Соның»', 'Аркатау әкімінің орынбасары Эдуард Сон келді.\nСоның бәрі бітті.', 'Соның'],
    ['`Son of`', 'Deputy mayor of Arkatau Eduard Son came.\nSon of a farmer, he left.', 'Son'],
  ])('%s that begins a sentence is a word', async (_, text, word) => {
    expect(await links(text)).not.toContain(`${word} → sonov`);
  });

  test('`Son asked` is he', async () => {
    expect(await links('Deputy mayor of Arkatau Eduard Son came.\nSon asked for boats.')).toContain(
      'Son → sonov',
    );
  });
});

describe('who bears a surname beside an official', () => {
  const UTEBAEV = 'Аким Далинской области Нурлан Утебаев молчит.';

  test('a woman whose given name has no ending is no rival of his nominative', async () => {
    const text = `${UTEBAEV} Учительница Гульшат Утебаева ждёт. «Тише», – сказал Утебаев.`;
    expect(await links(text)).toContain('Утебаев → utebaev');
  });

  test('a man is', async () => {
    const text = `${UTEBAEV} Учитель Асет Утебаев ждёт. «Тише», – сказал Утебаев.`;
    expect(await links(text)).not.toContain('Утебаев → utebaev');
  });

  test('«тот» tells another', async () => {
    expect(await links(`${UTEBAEV} Тот Утебаев, кстати, проиграл.`)).not.toContain(
      'Утебаев → utebaev',
    );
  });

  test('a camel «по кличке» has the name afterwards too', async () => {
    const text = `${UTEBAEV} Верблюд по кличке Утебаев устал.\nУтебаев не виноват.`;
    expect(await links(text)).not.toContain('Утебаев → utebaev');
  });

  test('of two the one from his place', async () => {
    const text =
      'Аким Аркатауского района Олжас Тауов и аким Озёрного района Далинской области Санат Тауов спорят.';
    expect(await links(`${text} «Беды общие», – шутит Тауов из Аркатауского района.`)).toContain(
      'Тауов → tauov',
    );
    expect(await links(`${text} «Беды общие», – шутит Тауов из Москвы.`)).not.toContain(
      'Тауов → tauov',
    );
  });
});

describe('whom a text names in full', () => {
  const STAGE = 'Вечер открыл оркестр филармонии, дирижёр и скрипка.';

  test('is he again in a text of the stage', async () => {
    const text = `${STAGE} Культуру курирует заместитель акима области Анна Лебедь. По словам Анны Лебедь, зал полон.`;
    expect(await links(text)).toContain('Анны Лебедь → lebed');
    expect(await links(`${STAGE} По словам Анны Лебедь, зал полон.`)).not.toContain(
      'Анны Лебедь → lebed',
    );
  });

  test('a colon and his office tell him', async () => {
    const text = `${STAGE} Место занял Ескен Болатов`;
    expect(await links(`${text}: аким Тургайской области любит кюи.`)).toContain(
      'Ескен Болатов → bolatov',
    );
    expect(await links(`${text}: аким Далинской области любит кюи.`)).not.toContain(
      'Ескен Болатов → bolatov',
    );
  });

  const LONG =
    'Вчера весь день шёл дождь, и люди ждали новостей о воде, дороге, мосте и свете, которых никто не слышал с весны, хотя писали, звонили и ездили, а потом снова писали, звонили и ездили, пока не устали.';

  test.each([
    ['the head of state and of the government', 'Глава государства ждёт, премьер-министр тоже.'],
    [
      'two officials with their titles',
      'Аким Аркатау Инкар Саурова и аким Далинской области Нурлан Утебаев ждут.',
    ],
  ])('far from his place is he beside %s', async (_, text) => {
    expect(await links(`${LONG} ${text} Слушал Дамир Керей.`)).toContain('Дамир Керей → kerei');
  });

  test('one office is not enough', async () => {
    expect(await links(`${LONG} Глава государства ждёт. Слушал Дамир Керей.`)).not.toContain(
      'Дамир Керей → kerei',
    );
  });

  test.each([
    ['19-летний Дамир Керей', false],
    ['24-летний Дамир Керей', false],
    ['25-летний Дамир Керей', true],
    ['19 жастағы Дамир Керей', false],
    ['49 жастағы Дамир Керей', true],
    ['the 19-year-old Damir Kerei', false],
    ['the 49-year-old Damir Kerei', true],
  ])('whose office is named is too young or not: %s', async (name, isHe) => {
    const [frame, office] = /[a-z]/u.test(name)
      ? ['In Ozen District of Turgai Region', 'The akim of Ozen District waits']
      : /жас/u.test(name)
        ? ['Торғай облысының Өзен ауданында', 'Өзен ауданының әкімі күтті']
        : ['В Озёрном районе Тургайской области', 'Аким Озёрного района ждёт'];
    const told = await links(`${frame} ${name} ${/[a-z]/u.test(name) ? 'waits' : 'молчит'}.`);
    expect(told.some((one) => one.endsWith('→ kerei'))).toBe(false);
    const found = await links(`${frame} ${name} молчит. ${office}.`);
    expect(found.some((one) => /^\S+ (?:Керей|Kerei) → kerei$/u.test(one))).toBe(isHe);
  });
});

describe('a list', () => {
  test('the trade of the next one is not his', async () => {
    const list = 'Тургайская область. Слева направо: Инкар Саурова, Ескен Болатов,';
    expect(await links(`${list} лучник Тимур Исаков.`)).toContain('Ескен Болатов → bolatov');
    expect(await links(`${list} лучник Тимура Исакова.`)).not.toContain('Ескен Болатов → bolatov');
    expect(await links(`${list} лучник клуба.`)).not.toContain('Ескен Болатов → bolatov');
  });

  test('nor is the title of the next one', async () => {
    expect(
      await links('Выступили: Болатов Е. М., вице-министр Т. Исаков. Тургайская область ждёт.'),
    ).toContain('Болатов Е. М. → bolatov');
  });

  test('a title after initials is his', async () => {
    expect(await links('Саурова И. Т., аким Аркатау, молчит.')).toContain(
      'Саурова И. Т. → saurova',
    );
    expect(await links('Саурова И. Т., слесарь Аркатау, молчит.')).not.toContain(
      'Саурова И. Т. → saurova',
    );
  });

  test('Latin initials beside a Cyrillic surname are what they look like', async () => {
    expect(await links('Депутат маслихата Аркатау Шин B.C. молчит.')).toContain('Шин B.C. → shin');
    expect(await links('Депутат маслихата Аркатау Шин D.C. молчит.')).toEqual([]);
    expect(await links('Arkatau maslikhat deputy B. Shin waits.')).toEqual([]);
  });

  test('`(chair)` is no trade', async () => {
    expect(await links('Arkatau city. Present: I. Saurova (chair), T. Issakov.')).toContain(
      'I. Saurova → saurova',
    );
    expect(await links('Arkatau city. Inkar Saurova, chair of the parents, waits.')).not.toContain(
      'Inkar Saurova → saurova',
    );
  });
});

describe('what a name is called after', () => {
  const SAUROVA = 'Аким Аркатау Инкар Саурова молчит.';

  test.each([
    ['В городе Саурову помнят.', 'Саурову → saurova'],
    ['В школе Сауровой довольны.', null],
  ])('only its genitive or nominative: %s', async (text, link) => {
    const found = await links(`${SAUROVA} ${text}`);
    expect(found.slice(1)).toEqual(link === null ? [] : [link]);
  });

  test('a listed surname before «область» is no place', async () => {
    const text = 'Аким Далинской области Нурлан Утебаев молчит. При Утебаеве область строилась.';
    expect(await links(text)).toContain('Утебаеве → utebaev');
  });

  test('a club in one headline of a digest says nothing of another', async () => {
    const digest = (one: string) =>
      [
        'Тауов отчитался о мосте в Аркатауском районе',
        one,
        'Вода ушла',
        'Снег выпал',
        'Хлеб подорожал',
      ].join('\n');
    expect(await links(digest('Клуб Тауова победил'))).toContain('Тауов → tauov');
  });
});

describe('offices of departments', () => {
  test.each([
    ['Ждали руководителя управления здравоохранения Тургайской области.', 'Тургайской области'],
    ['Тургайская область ждёт. Молчит руководитель управления здравоохранения области.', 'области'],
  ])('with branch and area: %s', async (text, end) => {
    const found = await links(text);
    expect(found.some((one) => one.endsWith(`здравоохранения ${end} → doctor`))).toBe(true);
  });

  test.each([
    'Ждали руководителя управления Тургайской области.',
    'Ждали руководителя управления здравоохранения Далинской области.',
    'Ждали руководителя управления здравоохранения.',
  ])('else nobody’s: %s', async (text) => {
    expect((await links(text)).filter((one) => one.endsWith('doctor'))).toEqual([]);
  });
});

describe('an English title and the name beside', () => {
  test('after «of» the name is the title’s', async () => {
    expect(await links('An adviser of Mayor of Arkatau Inkar Saurova waits.')).toContain(
      'Inkar Saurova → saurova',
    );
  });

  test.each([
    'Arkatau city deputy Vera Shin waits.',
    'Arkatau waits for Vera Shin, a deputy of the city maslikhat.',
    'Arkatau waits for Vera Shin, member of the city maslikhat.',
    'Vera Shin, a deputy of the maslikhat, waits in Arkatau.',
  ])('a deputy of a maslikhat: %s', async (text) => {
    expect(await links(text)).toContain('Vera Shin → shin');
  });
});

describe('a Kazakh office without a name', () => {
  test('«болса» after a comma goes on to speak of it', async () => {
    const text = 'Аркатау қаласында жиын болды. Қала әкімі болса,';
    expect(await links(`${text} үндемеді.`)).toContain('Қала әкімі → saurova');
    expect(await links(`${text} жол болар еді.`)).not.toContain('Қала әкімі → saurova');
  });

  test('a word like «көп» before a full stop ends the sentence', async () => {
    const text = 'Арқатау қаласында қонақ көп. Қала әкімі де соны сұрады.';
    expect(await links(text)).toContain('Қала әкімі → saurova');
  });
});

test('«сынған» is broken, and nobody’s word', async () => {
  const text = 'Арқатау ауданында Тауовтың домбырасы сынған.\nАудан әкімі Олжас Тауов келді.';
  expect(await links(text)).toContain('Олжас Тауов → tauov');
});

test('«отвечает» is a word of saying', async () => {
  const text = `${LEBED}\nЛебедь отвечает, что ждёт.`;
  expect(await links(text)).toContain('Лебедь → lebed');
});
