import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '@/lib/language/languages';
import { readKnowledge } from '@/lib/names/knowledge';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { findPlaces } from '@/lib/names/places';
import { readDocument } from '@/lib/names/text-document';
import { AREAS, area, ledgerOf, linksOn, OFFICIALS, row } from './ledger-of';

const gazetteer = memoryGazetteer(
  ledgerOf(OFFICIALS, [
    ...AREAS,
    area('bridge', 'city', 'turgai', 'Старый Мост', 'Ескі Көпір', 'Old Bridge'),
  ]),
);

/** The places of a text, each with the areas that it may be; `?`: one that the ledger does not know. */
async function placesIn(text: string): Promise<string[]> {
  const document = readDocument([text], { date: null }, LANGUAGES);
  const { at } = findPlaces(document, await readKnowledge(document, gazetteer));
  return [...at.values()].map(({ from, to, ids }) => {
    const [first, last] = [document.tokens[from], document.tokens[to - 1]];
    return `${text.slice(first?.start, last?.end)}: ${ids.toSorted().join() || '?'}`;
  });
}

describe('a place', () => {
  test.each([
    ['with its kind', 'Утром в Аркатауском районе тихо', 'Аркатауском районе: arka-d'],
    ['with its kind before it', 'Утром в районе Аркатау тихо', 'районе Аркатау: arka-d'],
    ['in capitals', 'Утром АРКАТАУСКИЙ РАЙОН ждал воды', 'АРКАТАУСКИЙ РАЙОН: arka-d'],
    ['without a kind is the town', 'Утром в Аркатау тихо', 'Аркатау: arka'],
    ['over a comma too', 'Утром в районе, Аркатау ждёт', 'Аркатау: arka'],
    ['before a comma too', 'Утром в Аркатау, районе степей', 'Аркатау: arka'],
    ['as an adjective in small letters', 'Утром аркатауский воздух тих', 'аркатауский: arka'],
    ['may be several', 'Утром в Озёрном районе тихо', 'Озёрном районе: oz-d,oz-d2'],
    [
      'with an adjective of a kind',
      'Утром Тургайский областной суд',
      'Тургайский областной: turgai',
    ],
    ['a noun goes with no adjective', 'Утром Тургай областной суд хвалил', 'Тургай: turgai'],
    ['the country', 'Утром в Казахстане тихо', 'Казахстане: kz'],
    ['in English', 'The Arkatau district waits for water', 'Arkatau district: arka-d'],
    ['in English, with «of»', 'The city of Arkatau waits for water', 'Arkatau: arka'],
    ['in Kazakh', 'Бұл Арқатау ауданында су жоқ', 'Арқатау ауданында: arka-d'],
    ['in Kazakh with an adjective', 'Бұл Торғай облыстық соты', 'Торғай облыстық: turgai'],
    ['of two words', 'Утром в Старом Мосте тихо', 'Старом Мосте: bridge'],
    ['of two words in Kazakh', 'Бұл Ескі Көпірде су жоқ', 'Ескі Көпірде: bridge'],
    ['of two words in English', 'The akimat of Old Bridge waits', 'Old Bridge: bridge'],
  ])('%s', async (_, text, expected) => {
    expect(await placesIn(text)).toEqual([expected]);
  });

  test.each([
    ['Утром в Балхашском районе тихо', 'Балхашском районе: ?'],
    ['Балхашский район ждёт воды', 'Балхашский район: ?'],
    ['Утром Снежок район видел', 'Снежок район: ?'],
    ['Утром в Аркатауской области тихо', 'Аркатауской области: ?'],
    ['The Oral Region waits for water', 'Oral Region: ?'],
    ['Балқаш ауданы су күтіп отыр', 'Балқаш ауданы: ?'],
    ['Бұл Арқатау облысында су жоқ', 'Арқатау облысында: ?'],
  ])('that the ledger does not know is one: %s', async (text, expected) => {
    expect(await placesIn(text)).toEqual([expected]);
  });

  test.each([
    ['a name in small letters', 'Утром аркатау тих'],
    ['a small word before a kind', 'Весь район ждёт воды'],
    ['a first word that is no adjective', 'Снежок район видел утром'],
    ['a number', 'Утром 5 района не хватило'],
    ['a town of somebody', 'Қалиевтің қаласы су күтіп отыр'],
    ['two words with a comma', 'Утром в Старом, Мосте тихо'],
    ['two words in the plural', 'Утром в Старых Мостах тихо'],
    ['one of two words', 'Утром в Старом городке тихо'],
    ['two words in small letters', 'Утром в Старом мосте тихо'],
    ['an office', 'Утром Аким района молчал'],
  ])('is not %s', async (_, text) => {
    expect(await placesIn(text)).toEqual([]);
  });
});

describe('words', () => {
  const tokensOf = (text: string) => readDocument([text], { date: null }, LANGUAGES).tokens;

  test('are cut where a prefix or a suffix is a word of its own', () => {
    const words = (text: string) => tokensOf(text).map((token) => token.text);
    expect(words('Видели экс-акима там')).toEqual(['Видели', 'экс', 'акима', 'там']);
    expect(words('Ждал Болатов-старший тут')).toEqual(['Ждал', 'Болатов', 'старший', 'тут']);
    expect(words('Ждал вице-министр тут')).toEqual(['Ждал', 'вице-министр', 'тут']);
  });

  test('stand where the text has them', () => {
    const text = '  Видели экс-акима,  «Болатов-старший» у О’Брайена. Экс‑аким – А.-Б. Каримов';
    for (const token of tokensOf(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
    const joined = tokensOf(text).map((token) => token.gap + token.text);
    expect(joined.join('')).toBe(text);
  });

  test.each([
    ['МАРАТ', 'upper'],
    ['Марат', 'title'],
    ['марат', 'lower'],
    ['Әсет', 'title'],
    ['ӘСЕТ', 'upper'],
    ['әсет', 'lower'],
    ['iPhone', 'lower'],
    ['Нұр-Сұлтан', 'title'],
    ['аль-Хадж', 'title'],
    ['абвг-Хадж', 'lower'],
    ['2024-05', 'number'],
    ['5', 'number'],
    ['Б', 'title'],
    ['Ә.', 'initial'],
    ['Б.', 'initial'],
    ['Дж.', 'initial'],
    ['Ya.', 'initial'],
    ['Ва.', 'title'],
    ['б.', 'lower'],
    ['5.', 'number'],
  ])('%s is %s', (word, shape) => {
    expect(tokensOf(`Вот ${word} тут`)[1]?.shape).toBe(shape);
  });
});

describe('what people do', () => {
  const links = linksOn([...OFFICIALS, row('winter', 'Зима Олег', 'deputyAkim', 'arka')]);

  test.each([
    ['over a noun that ends as a verb of the other sex', 'Слесарь водоканала Ескен Болатов ждал.'],
    ['after an article', 'A plumber Yesken Bolatov came late.'],
    ['after an article and more words', 'The old town plumber Yesken Bolatov came late.'],
  ])('tells of another: %s', async (_, text) => {
    expect(await links(text)).toEqual([]);
  });

  test.each([
    ['over a verb', 'Слесарь ждал Ескена Болатова весь день.', 'Ескена Болатова'],
    ['over a verb of a woman', 'Слесарь искала Ескена Болатова весь день.', 'Ескена Болатова'],
    ['over «и»', 'Слесарь и Ескен Болатов молчали.', 'Ескен Болатов'],
    ['over a word of saying', 'Слесарь сказал: Ескен Болатов уехал.', 'Ескен Болатов'],
  ])('tells of nobody %s', async (_, text, name) => {
    expect(await links(text)).toEqual([`${name} → bolatov`]);
  });

  test.each([
    ['Приехал Ескен Болатов. Болатов, слесарь и гости ждали.', 'Болатов', true],
    ['Yesken Bolatov came. Bolatov, a skier, waited.', 'Bolatov', false],
    ['Yesken Bolatov came. Bolatov, skiers and guests waited.', 'Bolatov', true],
  ])('after a surname alone is said of it only with an article: %s', async (text, name, isHis) => {
    expect((await links(text)).includes(`${name} → bolatov`)).toBe(isHis);
  });

  test.each([
    ['Зима в этом году кончилась.', []],
    ['Зима наступила.', []],
    ['Зима не наступила.', []],
    ['Вчера Зима отчитался.', ['Зима → winter']],
    ['Зима вчера не молчал.', ['Зима → winter']],
    ['Зима, наступила весна.', ['Зима → winter']],
  ])('a verb of another sex is no man’s: %s', async (text, expected) => {
    expect(await links(`Приехал Олег Зима. ${text}`)).toEqual(['Олег Зима → winter', ...expected]);
  });
});
