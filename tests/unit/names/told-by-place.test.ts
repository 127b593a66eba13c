import { describe, expect, test } from 'vitest';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { AREAS, area, ledgerOf, linksOn, OFFICIALS, type Row } from './ledger-of';

const ASTANA = area('astana', 'city', 'kz', 'Астана', 'Астана', 'Astana');

const ROWS: readonly Row[] = [
  ...OFFICIALS,
  {
    id: 'sharov-arka',
    gender: 'male',
    ru: 'Шаров Серик Муратович',
    kk: 'Шаров Серік Мұратұлы',
    en: 'Sharov Serik',
    role: 'deputyAkim',
    areaId: 'arka',
  },
  {
    id: 'sharov-turgai',
    gender: 'male',
    ru: 'Шаров Серик Муратович',
    kk: 'Шаров Серік Мұратұлы',
    en: 'Sharov Serik',
    role: 'deputyAkim',
    areaId: 'turgai',
  },
  {
    id: 'sharov-dala',
    gender: 'male',
    ru: 'Шаров Серик Муратович',
    kk: 'Шаров Серік Мұратұлы',
    en: 'Sharov Serik',
    role: 'deputyAkim',
    areaId: 'dala',
  },
  {
    id: 'former',
    gender: 'male',
    ru: 'Гулов Аскар Ерланович',
    kk: 'Гүлов Асқар Ерланұлы',
    en: 'Gulov Askar',
    role: 'maslikhatSecretary',
    areaId: 'arka',
    from: '2015-01-01',
    to: '2019-01-01',
  },
  {
    id: 'capital',
    gender: 'male',
    ru: 'Нарбаев Тимур Касымович',
    kk: 'Нарбаев Тимур Қасымұлы',
    en: 'Narbaev Timur',
    role: 'akim',
    areaId: 'astana',
  },
  {
    id: 'learning',
    gender: 'female',
    ru: 'Шевчук Инна',
    en: 'Shevchuk Inna',
    role: 'headOfDepartment',
    areaId: 'turgai',
    label: {
      ru: 'руководитель управления образования Тургайской области',
      en: 'Head of the Education Department of Turgai Region',
    },
  },
  {
    id: 'double',
    gender: 'male',
    ru: 'Кожин Касым-Болат Муратович',
    role: 'stateSecretary',
    areaId: 'kz',
  },
];
const links = linksOn(ROWS, [...AREAS, ASTANA]);

const FORTY_WORDS = Array.from({ length: 8 }, () => 'Вода в реке была очень холодной.').join(' ');

describe('of several bearers the place beside the name tells one', () => {
  test.each([
    ['a Russian adjective', 'Весь Аркатау рад: аркатауский Шаров обещал мост.', 'Шаров'],
    ['a Kazakh locative', 'Далалық жиында Арқатаудағы Шаров айтты деп жазды.', 'Шаров'],
    ['an English name of a place', 'In the hall the Arkatau Sharov was with us.', 'Sharov'],
  ])('%s', async (_, text, surface) => {
    expect(await links(text)).toEqual([`${surface} → sharov-arka`]);
  });

  test('and no other place does', async () => {
    expect(await links('Весь Аркатау рад: вчера Шаров обещал мост.')).toEqual([]);
  });

  test('a full name «of» the place', async () => {
    expect(
      await links('In the hall Serik Sharov of Arkatau was with the other Serik Sharov.'),
    ).toEqual(['Serik Sharov → sharov-arka']);
  });

  test('a headline of his own town, before that of his region', async () => {
    const others = ['Тенге подорожал пятый день подряд', 'Мост построят через год'];
    const headline = 'Аркатау: Шаров закрыл мост через реку';
    expect(
      await links([...others, headline, 'Дождь шёл три дня', ...others, ...others].join('\n')),
    ).toEqual(['Шаров → sharov-arka']);
  });

  test('after the name of a district a surname is no district', async () => {
    expect(await links('Аким области Ескен Болатов. В Аркатауском районе Болатов ждал.')).toEqual([
      'Ескен Болатов → bolatov',
      'Болатов → bolatov',
    ]);
  });
});

describe('an area that is named later, or not at all', () => {
  test('the head of a region whose town alone is named after it', async () => {
    expect(await links('Глава области представила судью. Из Аркатау он приехал вчера.')).toEqual([
      'Глава области → bolatov',
    ]);
  });

  test('among places that the ledger does not know it is not ours', async () => {
    expect(
      await links('Глава области представила судью Чуйского района. Был гость из Аркатау.'),
    ).toEqual([]);
  });

  test('the akim of the capital, and his names in the same text', async () => {
    expect(await links('Тимур Касымович велел ждать: аким столицы уехал.')).toEqual([
      'Тимур Касымович → capital',
      'аким столицы → capital',
    ]);
  });

  test('the mayor of a capital may be of another country', async () => {
    expect(await links('Мэр столицы велел ждать.')).toEqual([]);
  });

  test('a minister among districts of another country is not ours', async () => {
    expect(
      await links('Аким Чуйского района ушёл, министр водных ресурсов клянётся, что ждёт.'),
    ).toEqual([]);
    expect(
      await links('Аким Чуйского района был в Аркатау, министр водных ресурсов ждёт.'),
    ).toEqual(['министр водных ресурсов → kunaeva']);
  });
});

describe('what makes a full name an official', () => {
  test('two offices of the ledger in the text, though not his own', async () => {
    const name = `Павел Лесной пришёл. ${FORTY_WORDS}`;
    expect(await links(name)).toEqual([]);
    expect(await links(`${name} Акима Аркатау ждали. Акима Тургайской области не было.`)).toContain(
      'Павел Лесной → lesnoi',
    );
  });

  test('a title that is a trade elsewhere, after the comma', async () => {
    expect(await links('Инна Шевчук, начальник областного управления образования, рада.')).toEqual([
      'Инна Шевчук → learning',
    ]);
  });

  test('two initials of a double name and one of the patronymic', async () => {
    expect(await links('Подписал К.-Б. М. Кожин вчера.')).toEqual(['К.-Б. М. Кожин → double']);
    expect(await links('Подписал К.-А. М. Кожин вчера.')).toEqual([]);
  });

  test('the post to which he comes', async () => {
    expect(
      await links(
        'Торғай облысының әкімі лауазымына Болатов Ескен Маратұлы тағайындалды деп айтты.',
      ),
    ).toEqual(['Болатов Ескен Маратұлы → bolatov']);
  });

  test('given name and patronymic of one who held an office there', async () => {
    expect(await links('Аркатау рад. Аскар Ерланович позвонил.')).toEqual([
      'Аскар Ерланович → former',
    ]);
    expect(await links('Далинская область рада. Аскар Ерланович позвонил.')).toEqual([]);
  });
});

describe('words that are no part of his name, and names that are not his', () => {
  test('the government after a surname', async () => {
    expect(
      await links('Торғай облысының әкімі Ескен Болатов келді. Болатов Үкіметті күтті деп жазды.'),
    ).toContain('Болатов → bolatov');
  });

  test.each([
    ['a Kazakh surname spoken of', 'Ескен Болатов Торғайда. Оның тегі Болатова да емес деп жазды.'],
    ['a band', 'Ескен Болатов Тургаю рад. Играла «Болатов и компания».'],
  ])('%s', async (_, text) => {
    expect((await links(text)).filter((one) => !one.startsWith('Ескен'))).toEqual([]);
  });

  test('kin between commas', async () => {
    expect(await links('His widow, Inkar Saurova, was in the hall of Arkatau.')).toEqual([]);
    expect(await links('Его вдова, Инкар Саурова, была в Аркатау.')).toEqual([]);
  });

  test('a headline that begins with a place which is a surname too', async () => {
    const gz = memoryGazetteer(
      ledgerOf(
        [
          ...OFFICIALS,
          {
            id: 'arkatau',
            gender: 'male',
            ru: 'Аркатау Ерлан',
            role: 'deputyAkim',
            areaId: 'dala',
          },
        ],
        AREAS,
      ),
    );
    const others = ['Тенге подорожал пятый день подряд', 'Мост построят через год'];
    const blocks = [
      ...others,
      'Аркатау: трое рыбаков сняты со льдины',
      'Дождь шёл три дня',
      ...others,
      ...others,
    ];
    const mentions = await link(blocks, { date: '2022-05-01' }, gz);
    expect(mentions.filter((m) => m.personId !== null)).toEqual([]);
  });
});

test('the elder and the younger, before the name', async () => {
  const gz = memoryGazetteer(
    ledgerOf(
      [
        ...OFFICIALS,
        {
          id: 'elder',
          gender: 'male',
          ru: 'Гулов Кайрат',
          en: 'Gulov Kairat',
          role: 'deputyAkim',
          areaId: 'turgai',
        },
        {
          id: 'younger',
          gender: 'male',
          ru: 'Гулов Алмас Кайратович',
          en: 'Gulov Almas Kairatovich',
          role: 'deputyAkim',
          areaId: 'arka',
        },
      ],
      AREAS,
    ),
  );
  const linksOf = async (text: string) =>
    (await link([text], { date: '2022-05-01' }, gz)).map((m) => `${m.surface} → ${m.personId}`);
  expect(
    await linksOf('In Arkatau were Kairat Gulov and Almas Gulov; the younger Gulov was late.'),
  ).toEqual(['Kairat Gulov → elder', 'Almas Gulov → younger', 'Gulov → younger']);
  expect(
    await linksOf('В Аркатау были Кайрат Гулов и Алмас Гулов; старший Гулов опоздал.'),
  ).toContain('Гулов → elder');
});
