import { describe, expect, test } from 'vitest';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { area, ledgerOf, type Row } from './ledger-of';

const AREAS = [
  area('kz', 'country', null, 'Казахстан', 'Қазақстан', 'Kazakhstan'),
  area('bel', 'oblast', 'kz', 'Балтинская область', 'Балта облысы', 'Balta Region'),
  area('tau', 'oblast', 'kz', 'Тауская область', 'Тау облысы', 'Tau Region'),
  area('abai', 'city', 'bel', 'Абай', 'Абай', 'Abai'),
  area('koktas', 'district', 'bel', 'Коктасский район', 'Көктас ауданы', 'Koktas District'),
  area('zhar-b', 'district', 'bel', 'Жарский район', 'Жар ауданы', 'Zhar District'),
  area('zhar-t', 'district', 'tau', 'Жарский район', 'Жар ауданы', 'Zhar District'),
];

/** An akim with a surname that may be another word, and two of one surname. */
const akim = (
  id: string,
  gender: Row['gender'],
  [ru, kk, en]: readonly [string, string, string],
  areaId: string,
): Row => ({ id, gender, ru, kk, en, role: 'akim', areaId });

const OFFICIALS: readonly Row[] = [
  akim('bel-akim', 'male', ['Жумин Ерик Саматович', 'Жумин Ерік', 'Zhumin Yerik'], 'bel'),
  akim('tau-akim', 'male', ['Достан Ерболат', 'Достан Ерболат', 'Dostan Yerbolat'], 'tau'),
  akim('abai-akim', 'female', ['Кітап Айна', 'Кітап Айна', 'Kitap Aina'], 'abai'),
  akim('koktas-akim', 'male', ['Сембин Марат', 'Сембин Марат', 'Sembin Marat'], 'koktas'),
  akim('zhar-b-akim', 'male', ['Рахов Думан', 'Рахов Думан', 'Rakhov Duman'], 'zhar-b'),
  akim('zhar-t-akim', 'female', ['Рахова Сауле', 'Рахова Сәуле', 'Rakhova Saule'], 'zhar-t'),
  {
    id: 'minister',
    gender: 'male',
    ru: 'Лисин Олег',
    kk: 'Лисин Олег',
    en: 'Lisin Oleg',
    role: 'minister',
    areaId: 'kz',
    label: { ru: 'министр транспорта', kk: 'Көлік министрі', en: 'Minister of Transport' },
  },
];

const gazetteer = memoryGazetteer(ledgerOf(OFFICIALS, AREAS));

async function links(text: string, within = gazetteer): Promise<string[]> {
  const mentions = await link(text.split('\n'), { date: '2022-05-01' }, within);
  return mentions.flatMap(({ surface, personId }) =>
    personId === null ? [] : [`${surface} → ${personId}`],
  );
}

type Case = readonly [claim: string, text: string, expected: readonly string[]];

const REGION_MEETING = 'В Балтинской области утвердили бюджет.';

describe.each<readonly [string, readonly Case[]]>([
  [
    'a list after a plural title',
    [
      [
        'may follow a colon',
        `${REGION_MEETING} Сидели акимы: Сембин, Жумин и гости. Сембину досталось больше всех.`,
        ['Сембин → koktas-akim', 'Жумин → bel-akim', 'Сембину → koktas-akim'],
      ],
      ['is none after a full stop', `${REGION_MEETING} Сидели акимы. Сембин опоздал.`, []],
    ],
  ],
  [
    'an adjective of a kind beside a place',
    [
      [
        'after a title is another noun’s: the head of a branch is not the head of the region',
        'Руководитель Балтинского областного филиала партии поехал домой.\nГлава Балтинского областного музея тоже.\nThe head of the Balta regional branch left.',
        [],
      ],
      [
        'in Kazakh is the noun’s that follows it',
        'Балта облыстық филиалының басшысы үйіне кетті.',
        [],
      ],
      [
        'tells which area is meant',
        'Балтинский областной маслихат утвердил бюджет. Глава региона говорил недолго.',
        ['Глава региона → bel-akim'],
      ],
    ],
  ],
  [
    'a name with the place that it is from',
    [
      [
        'is the official where his own office is named',
        'Приз дали акиму Жарского района. Вышел Думан Рахов из Балтинской области. Рахову вручили диплом, гости хлопали, а зал долго не хотел расходиться и просил ещё одну песню о степи и дороге.',
        ['Думан Рахов → zhar-b-akim', 'Рахову → zhar-b-akim'],
      ],
      [
        'is a namesake where no office is',
        'На ярмарке пел Думан Рахов из Балтинской области. Рахову вручили диплом, гости хлопали, а зал долго не хотел расходиться и просил ещё одну песню о степи, о дороге, о матери и о доме, где всегда ждут.',
        [],
      ],
    ],
  ],
  [
    'a word that ends like a verb',
    [
      [
        'tells no sex over a dash',
        'Аким Жарского района Сауле Рахова молчала. Рахову предложили чай, Рахова – стул.',
        ['Сауле Рахова → zhar-t-akim', 'Рахову → zhar-t-akim', 'Рахова → zhar-t-akim'],
      ],
    ],
  ],
  [
    'a Kazakh surname that is a common word',
    [
      [
        'is the word where the text has it in small letters, in whatever case',
        'Абай қаласының әкімі Айна Кітап келді. Кітаптың беті ашылды. Ол кітапты сүйеді.',
        ['Айна Кітап → abai-akim'],
      ],
      [
        'is the person beside a word of saying',
        'Абай қаласының әкімі Айна Кітап келді. Кітаптың айтуынша, су бар. Ол кітапты сүйеді.',
        ['Айна Кітап → abai-akim', 'Кітаптың → abai-akim'],
      ],
      [
        'is not told by the words of another sentence',
        'Абай қаласының әкімі Айна Кітап келді. Жұрт пікір қосты. Кітап – білім бұлағы. Ол кітапты сүйеді.',
        ['Айна Кітап → abai-akim'],
      ],
      [
        'is nobody in a condition',
        'Абай қаласының әкімі Айна Кітап келді. Кітап айтса, бала тыңдайды. Ол кітапты сүйеді.',
        ['Айна Кітап → abai-akim'],
      ],
      [
        'is the thing of which something is made',
        'Тау облысының әкімі Ерболат Достан келді. Достан құралған топ ән салды.',
        ['Ерболат Достан → tau-akim'],
      ],
      [
        'is the person before another verb',
        'Тау облысының әкімі Ерболат Достан келді. Достан кеше қайтты.',
        ['Ерболат Достан → tau-akim', 'Достан → tau-akim'],
      ],
    ],
  ],
  [
    'a given name that is a place too',
    [
      [
        'is a given name before a surname',
        'Көктас ауданының әкімі Марат Сембин келді. Оның көмекшісі Абай Сембин хаттама жазды.',
        ['Марат Сембин → koktas-akim'],
      ],
      [
        'is a place with an ending of place',
        'Көктас ауданының әкімі Марат Сембин келді. Кеше Абайда Сембин мектеп ашты.',
        ['Марат Сембин → koktas-akim', 'Сембин → koktas-akim'],
      ],
    ],
  ],
  [
    'several of one surname',
    [
      [
        'are no other bearer',
        'Жар ауданының әкімі Думан Рахов пен Сәуле Рахова кездесті. Жұрт Раховтардың келісімін күтті. Раховқа хат келді.',
        ['Думан Рахов → zhar-b-akim', 'Сәуле Рахова → zhar-t-akim', 'Раховқа → zhar-b-akim'],
      ],
    ],
  ],
  [
    'a shop named after somebody',
    [
      [
        'is no person',
        "Marat Sembin has run Koktas District for a year. He walked past Sembin's, a repair stall.",
        ['Marat Sembin → koktas-akim'],
      ],
      [
        'while his thing is his',
        "Marat Sembin has run Koktas District for a year. He walked past Sembin's office.",
        ['Marat Sembin → koktas-akim', 'Sembin → koktas-akim'],
      ],
    ],
  ],
  [
    'an office of the state in a block on another country',
    [
      [
        'is that country’s',
        'A letter came from Tajikistan. The minister of transport should build.',
        [],
      ],
      [
        'is ours where ours is named',
        'A letter from Tajikistan came to Kazakhstan. The minister of transport should build.',
        ['minister of transport → minister'],
      ],
    ],
  ],
  [
    'two areas of one name',
    [
      [
        'are told apart by the region of the text',
        'В Балтинской области открыли мост.\nАким Жарского района перерезал ленту.',
        ['Аким Жарского района → zhar-b-akim'],
      ],
      [
        'and not by the region of somebody else’s office in another paragraph',
        'Советник акима Балтинской области пёк хлеб.\nАким Жарского района купил два.',
        [],
      ],
    ],
  ],
  [
    'a surname after a namesake',
    [
      [
        'is the namesake’s, though the office stands between',
        'Minister of Transport Oleg Lisin came by train. The pianist Oleg Lisin was to play. Kazakhstan’s transport minister slept. Lisin’s left hand was superb.',
        ['Oleg Lisin → minister', 'Kazakhstan’s transport minister → minister'],
      ],
    ],
  ],
  [
    'in a digest of headlines',
    [
      [
        'a place in an oblique case is no name after a title',
        'Көктас жолы жабылды\nКөлік министрі Абайда көпір ашты\nБазарда алма арзандады\nМектепте жиын өтті\nКөлде мұз қатты',
        ['Көлік министрі → minister'],
      ],
      [
        'a workshop is not its namesake’s',
        'Көктас ауданында жол ашылды\nСембин шеберханасы Көктас ауданында ашылды\nБазарда алма арзандады\nМектепте жиын өтті\nКөлде мұз қатты',
        [],
      ],
    ],
  ],
])('%s', (_, cases) => {
  test.each(cases)('%s', async (_claim, text, expected) => {
    expect(await links(text)).toEqual(expected);
  });
});

describe('the word for the capital is said of one city alone', () => {
  const withAstana = memoryGazetteer(
    ledgerOf(
      [
        ...OFFICIALS,
        akim('astana-akim', 'male', ['Нурин Асет', 'Нурин Әсет', 'Nurin Aset'], 'astana'),
      ],
      [...AREAS, area('astana', 'city', 'kz', 'Астана', 'Астана', 'Astana')],
    ),
  );
  const named = (text: string): Promise<string[]> => links(text, withAstana);

  test.each([
    ['В Абае прошёл парад. Аким столицы поздравил горожан.', 'Аким столицы'],
    ['В Абае прошёл парад. Столичный аким поздравил горожан.', 'Столичный аким'],
    ['Абайда шеру өтті. Елорда әкімі қала тұрғындарын құттықтады.', 'Елорда әкімі'],
    [
      'A parade was held in Abai. The akim of the capital spoke to residents.',
      'akim of the capital',
    ],
  ])('not of the city named last: %s', async (text, surface) => {
    expect(await named(text)).toEqual([`${surface} → astana-akim`]);
  });

  test.each([
    ['В Абае прошёл парад. Мэр столицы поздравил горожан.'],
    ['A parade was held in Abai. The mayor of the capital spoke to residents.'],
  ])('a word for mayors of all countries needs its name: %s', async (text) => {
    expect(await named(text)).toEqual([]);
  });

  test.each([
    [
      'Астана готовится к параду. В Абае он прошёл. Аким столицы поздравил горожан.',
      'Аким столицы',
    ],
    ['Астанада шеру өтеді. Абайда өтті. Елорда әкімі құттықтады.', 'Елорда әкімі'],
  ])('of the one that the text has named: %s', async (text, surface) => {
    expect(await named(text)).toEqual([`${surface} → astana-akim`]);
  });

  test('a person is no akim of the capital who is one of another city', async () => {
    expect(await named('В Абае прошёл парад. Аким столицы Кітап поздравила горожан.')).toEqual([]);
  });
});
