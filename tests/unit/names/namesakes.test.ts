import { describe, expect, test } from 'vitest';
import { EN_RULES } from '@/lib/language/en/rules';
import { KK_RULES } from '@/lib/language/kk/rules';
import { RU_RULES } from '@/lib/language/ru/rules';
import type { LanguageRules, MarkerRow } from '@/lib/language/rules';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { AREAS, ledgerOf, linksOn, OFFICIALS, type Row, row } from './ledger-of';

const BOLATOVA: Row = {
  id: 'bolatova',
  gender: 'female',
  ru: 'Болатова Айгерим Сабитовна',
  en: 'Bolatova Aigerim Sabitovna',
  role: 'akim',
  areaId: 'oz-d',
};
const ROMAN: Row = {
  id: 'roman',
  gender: 'male',
  ru: 'Кузнец Роман',
  role: 'akim',
  areaId: 'arka',
};

const links = linksOn([...OFFICIALS, BOLATOVA, ROMAN]);

const FORTY_WORDS = Array.from({ length: 8 }, () => 'Вода в реке была очень холодной.').join(' ');

describe('in an article a full name alone is no official yet', () => {
  test('neither his office nor his place is named', async () => {
    expect(await links(`Роман Кузнец пришёл в цех. Потом Кузнец ушёл. ${FORTY_WORDS}`)).toEqual([]);
  });

  test('his place is named', async () => {
    expect(await links(`В Аркатау приехал Роман Кузнец. ${FORTY_WORDS}`)).toEqual([
      'Роман Кузнец → roman',
    ]);
  });

  test('his office is named', async () => {
    expect(await links(`Приехал аким Роман Кузнец. ${FORTY_WORDS}`)).toEqual([
      'Роман Кузнец → roman',
    ]);
  });
});

describe('a minister and an akim of one name', () => {
  const shared = linksOn([
    ...OFFICIALS,
    row('kuznets-m', 'Кузнец Роман', 'minister', 'kz', { label: { ru: 'министр энергетики' } }),
    ROMAN,
  ]);

  test.each([
    ['neither office nor place is named', 'Роман Кузнец пришёл в цех.'],
    ['the article is long', `Роман Кузнец пришёл в цех. ${FORTY_WORDS}`],
  ])('where %s it is neither', async (_, text) => {
    expect(await shared(text)).toEqual([]);
  });

  test('his office tells the minister', async () => {
    expect(await shared('Министр энергетики Роман Кузнец пришёл в цех.')).toEqual([
      'Роман Кузнец → kuznets-m',
    ]);
  });

  test('a minister alone needs no place', async () => {
    const alone = linksOn([
      ...OFFICIALS,
      row('kuznets-m', 'Кузнец Роман', 'minister', 'kz', { label: { ru: 'министр энергетики' } }),
    ]);
    expect(await alone(`Роман Кузнец пришёл в цех. ${FORTY_WORDS}`)).toEqual([
      'Роман Кузнец → kuznets-m',
    ]);
  });
});

describe('a trade beside the name is another person', () => {
  const tradesOf = ({ markers }: LanguageRules, side: MarkerRow['side']): string[] =>
    markers
      .filter((row) => row.kind === 'trade' && row.side === side)
      .flatMap((row) => row.phrases)
      .map((phrase) => phrase.replaceAll('~', ''));

  test.each(tradesOf(RU_RULES, 'before'))('%s', async (trade) => {
    expect(await links(`Об этом сказал ${trade} Ескен Болатов.`)).toEqual([]);
  });

  test.each(tradesOf(KK_RULES, 'before'))('%s', async (trade) => {
    expect(await links(`Бұл туралы ${trade} Ескен Болатов айтты деген хабар болды.`)).toEqual([]);
  });

  test.each(tradesOf(EN_RULES, 'before'))('%s', async (trade) => {
    expect(await links(`This was said by the ${trade} Yesken Bolatov in the hall.`)).toEqual([]);
  });

  test.each([
    ['Вчера Ескен Болатов забил гол с разворота.', []],
    ['Кеше Ескен Болатов гол соқты деген хабар келді.', []],
    ['Late on Friday Yesken Bolatov scored twice in the cold.', []],
    ['Аким Тургайской области Ескен Болатов забил гол журналистам.', ['Ескен Болатов → bolatov']],
  ])('told by what he does in play: %s', async (text, expected) => {
    expect((await links(text)).filter((one) => /(?:Ес|Yes)ken|Ескен/u.test(one))).toEqual(expected);
  });

  test('over a noun that ends as a verb of the other sex does', async () => {
    expect(await links('Лучшим признан слесарь водоканала Ескен Болатов.')).toEqual([]);
  });

  test('after an indefinite article', async () => {
    expect(await links('A Yesken Bolatov drives the truck in the hall.')).toEqual([]);
    expect(await links('Then Yesken Bolatov drives the truck in the hall.')).toHaveLength(1);
  });

  test('after an article, unless an office follows it', async () => {
    expect(await links('It was Yesken Bolatov the midwife who said this.')).toEqual([]);
    expect(await links('It was Yesken Bolatov the former akim who said this.')).toHaveLength(1);
  });

  test('in another case it is of another person', async () => {
    expect(await links('Аким Аркатау Роман Кузнец молчал. Тренер Кузнеца спорил.')).toContain(
      'Кузнеца → roman',
    );
  });
});

describe('a third word takes the given name for itself', () => {
  test.each([
    ['На этот раз победил Кузнец Роман Гвоздев.', []],
    ['На этот раз победил Кузнец Роман, и все ушли.', ['Кузнец Роман → roman']],
  ])('%s', async (text, expected) => {
    expect(await links(text)).toEqual(expected);
  });
});

describe('the name between commas after a dependent title is of the one who serves it', () => {
  test.each([
    ['A spokesman for the akim of Turgai Region, Yesken Bolatov, said it was so.', []],
    ['The akim of Turgai Region, Yesken Bolatov, said it was so.', ['Yesken Bolatov → bolatov']],
  ])('%s', async (text, expected) => {
    expect((await links(text)).filter((one) => one.includes('Yesken'))).toEqual(expected);
  });
});

describe('`of` tells where somebody serves', () => {
  test.each([
    ['Yesken Bolatov of Seoul University spoke about the weather in the hall.', []],
    ['Yesken Bolatov of Turgai spoke about the weather in the hall.', ['Yesken Bolatov → bolatov']],
  ])('%s', async (text, expected) => {
    expect(await links(text)).toEqual(expected);
  });
});

describe('a word with another use is the person where a person is meant', () => {
  const HEAD = 'Аким Тургайской области Ескен Болатов молчал. ';

  test.each([
    [
      'a street of a man does not speak against a woman',
      'аким Озёрного района Айгерим Болатова тоже. Школа имени Болатова далеко. Спорили с Болатовой до утра.',
      'Болатовой → bolatova',
    ],
    [
      'whatever verb stands between a speech and a name',
      'Школа имени Болатова далеко.\n– Асфальт везут, – вставил Болатов.',
      'Болатов → bolatov',
    ],
    [
      'a verb before the name tells the sex',
      'Аким Озёрного района Айгерим Болатова здесь.\n– Дорога готова, – доложила Болатова.',
      'Болатова → bolatova',
    ],
    [
      'a verb after «не» tells it too',
      'Аким Озёрного района Айгерим Болатова здесь. Болатова не приехала.',
      'Болатова → bolatova',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await links(HEAD + text)).toContain(expected);
  });

  test('a capital in the middle of a sentence is no common word', async () => {
    expect(
      await links('Аким Аркатау Роман Кузнец смеялся. В селе есть кузнец. Свой приз Кузнец отдал.'),
    ).toContain('Кузнец → roman');
  });

  test('a street, and a common word at the head of a sentence, are none', async () => {
    expect(await links(`${HEAD}Школа имени Болатова далеко. Болатов перекрыт.`)).toHaveLength(1);
    expect(
      await links('Аким Аркатау Роман Кузнец смеялся. В селе есть кузнец. Кузнец куёт.'),
    ).toEqual(['Роман Кузнец → roman']);
  });
});

describe('words beside a name that are no part of it, and words that are', () => {
  const HEAD = 'Аким Тургайской области Ескен Болатов молчал. ';
  const bare = async (text: string): Promise<string[]> =>
    (await links(HEAD + text)).filter((one) => !one.startsWith('Ескен'));

  test.each([
    ['a name of his kin', 'Рядом была вдова Болатова Наина.', ['Болатова → bolatov']],
    ['a word in another case', 'Вместо Болатова Газпром решил сам.', ['Болатова → bolatov']],
    ['after a dative', 'Помог Болатову Авангард и другие клубы.', ['Болатову → bolatov']],
    ['another given name', 'Письмо Болатовой Айгуль вернули.', []],
  ])('%s', async (_, text, expected) => {
    expect(await bare(text)).toEqual(expected);
  });

  test.each([
    ['Об этом сказал Дамир Пабло Керей на встрече.', 'Дамир Пабло Керей → kerei'],
    ['Письмо Дамиру Пабло Керею вернули на почту.', 'Дамиру Пабло Керею → kerei'],
  ])('a middle name: %s', async (text, expected) => {
    const row: Row = {
      id: 'kerei',
      gender: 'male',
      ru: 'Керей Дамир',
      role: 'akim',
      areaId: 'arka',
    };
    const mentions = await link(
      [text],
      { date: '2022-05-01' },
      memoryGazetteer(ledgerOf([row], AREAS)),
    );
    expect(mentions.map((one) => `${one.surface} → ${one.personId}`)).toEqual([expected]);
  });

  test.each([
    ['ends like a surname', 'Письмо передал Ескен Сабитов Болатову на почте.'],
    ['is not of his father', 'Об этом сказал Дамир Пабло Керей, а не тот.'],
  ])('no middle name: it %s', async (_, text) => {
    expect(await links(text)).toEqual([]);
  });

  test('a particle with a small letter begins a surname', async () => {
    const row: Row = {
      id: 'masri',
      gender: 'male',
      ru: 'эль-Масри Халед',
      en: 'el-Masri Khaled',
      role: 'akim',
      areaId: 'arka',
    };
    const gazette = memoryGazetteer(ledgerOf([row], AREAS));
    for (const text of ['Письмо Халеда эль-Масри вернули.', 'It was Khaled el-Masri of Arkatau.'])
      expect(await link([text], { date: '2022-05-01' }, gazette)).toMatchObject([
        { personId: 'masri' },
      ]);
  });

  test('a café has no case: its owner is not named after', async () => {
    expect(await links('Это кафе Ескена Болатова закрыли на ремонт.')).toEqual([]);
    const row: Row = {
      id: 'scharf',
      gender: 'male',
      ru: 'Шарф Йохен',
      role: 'akim',
      areaId: 'arka',
    };
    const persons = ledgerOf([row], AREAS).persons;
    const mentions = await link(
      ['Владелец кафе Йохен Шарф и работник фирмы Йохен Шарф не пришли.'],
      { date: null },
      memoryGazetteer({ ...ledgerOf([], []), persons }),
    );
    expect(mentions.map((one) => one.personId)).toEqual(['scharf', 'scharf']);
  });
});

describe('one more bearer of the name', () => {
  const wordsOf = (
    { markers }: LanguageRules,
    kind: MarkerRow['kind'],
    side: MarkerRow['side'],
  ): string[] =>
    markers
      .filter((row) => row.kind === kind && row.side === side)
      .flatMap((row) => row.phrases)
      .map((phrase) => phrase.replaceAll('~', ''));

  test.each(wordsOf(RU_RULES, 'another', 'before'))('%s Болатов', async (word) => {
    const text = `Аким Тургайской области Ескен Болатов молчал. Об этом сказал ${word} Болатов, и он ушёл.`;
    expect(await links(text)).toEqual(['Ескен Болатов → bolatov']);
  });

  test.each(wordsOf(KK_RULES, 'another', 'before'))('%s Болатов', async (word) => {
    const text = `Торғай облысының әкімі Ескен Болатов айтты. Жиында ${word} Болатов болды деп жазды.`;
    expect(await links(text)).toEqual(['Ескен Болатов → bolatov']);
  });

  test.each(wordsOf(EN_RULES, 'another', 'before'))('%s Bolatov', async (word) => {
    const text = `The akim of Turgai Region Yesken Bolatov left. It was said by ${word} Bolatov in the hall.`;
    expect(await links(text)).toEqual(['Yesken Bolatov → bolatov']);
  });

  test.each(wordsOf(RU_RULES, 'another', 'after'))('Ескен Болатов, %s', async (word) => {
    expect(await links(`Приз взял Ескен Болатов – ${word}, о ком писали вчера.`)).toEqual([]);
  });

  test.each(wordsOf(EN_RULES, 'another', 'after'))('Yesken Bolatov, %s', async (word) => {
    expect(await links(`The prize went to Yesken Bolatov, ${word}, in the hall.`)).toEqual([]);
  });

  test.each([
    [
      'Аким Тургайской области Ескен Болатов молчал.',
      'Болатов',
      'это и то.',
      wordsOf(RU_RULES, 'meaning', 'after'),
    ],
    [
      'Торғай облысының әкімі Ескен Болатов айтты.',
      'Болатов',
      'осы болды.',
      wordsOf(KK_RULES, 'meaning', 'after'),
    ],
    [
      'The akim of Turgai Region Yesken Bolatov left.',
      'Bolatov',
      'of the steppe.',
      wordsOf(EN_RULES, 'meaning', 'after'),
    ],
  ])('the word itself: %s', async (head, name, tail, words) => {
    for (const word of words) {
      const found = await links(`${head} ${name} ${word} ${tail}`);
      expect(found).toEqual([expect.stringContaining('→ bolatov')]);
    }
  });

  test.each([
    ['The akim of Arkatau spoke. Saurova & Sons built the bridge in the hall.'],
    ['The akim of Arkatau spoke. Saurova, a Seoul skier, was fourth in the hall.'],
    ['Bolatov was a poet of the steppe in the old days.\nThe akim of Turgai Region left.'],
    ['Осы иесі Ескен Болатовым деген сөз болды.'],
  ])('%s', async (text) => {
    expect((await links(text)).filter((one) => /^(?:Saurova|Bolatov|Ескен)/u.test(one))).toEqual(
      [],
    );
  });

  test('a verb of another sex in the clause is not his', async () => {
    const head = 'Аким Аркатау Роман Кузнец приехал. ';
    expect(await links(`${head}Кузнец в этом году кончилась.`)).toHaveLength(1);
    expect(await links(`${head}Кузнец в этом году кончился.`)).toHaveLength(2);
    expect(await links(`${head}За Кузнеца осталась мать.`)).toHaveLength(2);
  });

  test('an office makes its holder known in its own paragraph, and a speaker everywhere', async () => {
    expect(await links('Болатов заверил в этом. Так сказал аким Тургайской области.')).toHaveLength(
      2,
    );
    expect(await links('БОЛАТОВ: Это будет.\nТак сказал аким Тургайской области.')).toHaveLength(2);
    expect(await links('Болатов это видел.\nТак сказал аким Тургайской области.')).toHaveLength(1);
  });
});
