import { describe, expect, test } from 'vitest';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { AREAS, ledgerOf, OFFICIALS } from './ledger-of';

const gazetteer = memoryGazetteer(ledgerOf(OFFICIALS, AREAS));
const DATE = '2022-05-01';

/** Links of a text as `surface → person`. */
async function links(text: string, date: string | null = DATE): Promise<string[]> {
  const mentions = await link(text.split('\n'), { date }, gazetteer);
  return mentions
    .filter((mention) => mention.personId !== null)
    .map((mention) => `${mention.surface} → ${mention.personId}`);
}

describe('a full name is found in every case, script and order', () => {
  test.each([
    ['Слово дали Инкар Сауровой, она сказала.', 'Инкар Сауровой → saurova'],
    ['Говорили с Ескеном БОЛАТОВЫМ о воде.', 'Ескеном БОЛАТОВЫМ → bolatov'],
    ['Приехал Болатов Ескен Маратович.', 'Болатов Ескен Маратович → bolatov'],
    ['Письмо Е.М.Болатову вернули.', 'Е.М.Болатову → bolatov'],
    ['Спросили Павла Лесного о мосте.', 'Павла Лесного → lesnoi'],
    ['Приехал Ескен Болатов, а областной журналист опоздал.', 'Ескен Болатов → bolatov'],
    ['Ескен Болатов келді, ал журналист кешікті.', 'Ескен Болатов → bolatov'],
    ['Бұл туралы Іңкәр Саурованың айтқаны бар.', 'Іңкәр Саурованың → saurova'],
    ['Ескен Болатовқа қойылған сұрақ болды.', 'Ескен Болатовқа → bolatov'],
    ['Osy Esken Bolatovqa qoiylğan sūraq jäne jauap boldy.', 'Esken Bolatovqa → bolatov'],
    ['The plan is of Yesken Bolatov, he said.', 'Yesken Bolatov → bolatov'],
    ['Дами\u00ADр Ке\u00ADрей сказал это.', 'Дами\u00ADр Ке\u00ADрей → kerei'],
    ['В школе Ескен Болатов осмотрел классы.', 'Ескен Болатов → bolatov'],
    ['По словам главы РК Болатов Ескен уехал.', 'Болатов Ескен → bolatov'],
    ['Это цитирует ИА Regnum Ескен Болатов, как и было.', 'Ескен Болатов → bolatov'],
    ['Олжас Тауов Президенттің кеңсесінде болды деп жазды.', 'Олжас Тауов → tauov'],
    ['Ескен Бoлaтов сказал это.', 'Ескен Бoлaтов → bolatov'],
  ])('%s', async (text, expected) => {
    expect(await links(text)).toContain(expected);
  });
});

describe('a form of another sex, person or word is not the official', () => {
  test.each([
    ['Айгуль Болатова сказала, что воды нет.'],
    ['Улица Болатова перекрыта, сообщили в акимате.'],
    ['ТОО «Болатов и К» чинит дорогу.'],
    ['Школа имени Ескена Болатова закрыта.'],
    ['Школа Ескена Болатова закрыта.'],
    ['Директор театра Ескен Болатов уехал.'],
    ['Болатовский асфальт вспучило.'],
    ['Полузащитник Ескен Болатов забил гол.'],
    ['Ескен Болатов из Караганды держит пасеку.'],
    ['Петров Ескен Маратович приехал.'],
    ['А. Болатов приехал в акимат.'],
    ['Болатов көшесі жабық тұр, деді олар.'],
    ['Striker Yesken Bolatov won the match.'],
  ])('%s', async (text) => {
    expect(await links(text)).toEqual([]);
  });
});

describe('a surname alone is the person whom the text has named', () => {
  test('after a full name, and before it', async () => {
    expect(
      await links('Болатов молчал.\nПотом аким Тургайской области Ескен Болатов сказал.'),
    ).toEqual(['Болатов → bolatov', 'Ескен Болатов → bolatov']);
  });

  test('after a title that fits one bearer', async () => {
    expect(await links('Аким Аркатау Саурова уехала. Сауровой вручили букет.')).toEqual([
      'Саурова → saurova',
      'Сауровой → saurova',
    ]);
  });

  test('after an office that stood alone', async () => {
    expect(await links('Аким Аркатау опоздала. Саурова передала записку.')).toContain(
      'Саурова → saurova',
    );
  });

  test('not after a nearer bearer of the same surname', async () => {
    expect(
      await links('Выступил Ескен Болатов.\nСоседка Гульнара Болатова спорила. Болатова ушла.'),
    ).toEqual(['Ескен Болатов → bolatov']);
  });

  test('never without anybody of that surname', async () => {
    expect(await links('Болатов сказал, что воды нет.')).toEqual([]);
  });
});

describe('an office is its holder of the day', () => {
  test.each([
    ['Аким Тургайской области уехал.', 'Аким Тургайской области → bolatov'],
    ['Говорили с руководителем Тургайской области.', 'руководителем Тургайской области → bolatov'],
    ['Вода есть, сказал глава Аркатауского района.', 'глава Аркатауского района → tauov'],
    ['Торғай облысының әкімі келді.', 'Торғай облысының әкімі → bolatov'],
    ['Бұл жайлы Арқатау қаласының әкіміне айтылды.', 'Арқатау қаласының әкіміне → saurova'],
    ['The akim of Turgai Region has left.', 'akim of Turgai Region → bolatov'],
    ['The Arkatau mayor has left.', 'Arkatau mayor → saurova'],
    ['Глава государства подписал закон.', 'Глава государства → batyrbek'],
    ['Министр водных ресурсов ответила.', 'Министр водных ресурсов → kunaeva'],
    [
      'Аким Озёрного района Далинской области уехал.',
      'Аким Озёрного района Далинской области → lesnoi',
    ],
  ])('%s', async (text, expected) => {
    expect(await links(text)).toContain(expected);
  });

  test.each([
    ['Пресс-секретарь акима Тургайской области ответил.'],
    ['Аппарат акима Тургайской области переехал.'],
    ['Бывший аким Тургайской области уехал.'],
    ['Будущий аким Тургайской области неизвестен.'],
    ['Аким Балхашской области уехал.'],
    ['Руководители Тургайской области отчитались.'],
    ['Если аким уйдёт, станет тихо.'],
    ['Торғай облысы әкімінің кеңесшісі келді.'],
    ["The akim's office of Turgai Region is closed."],
    ['Аким Озёрного района уехал.'],
    ['The prime minister of Georgia has left.'],
  ])('%s', async (text) => {
    expect(await links(text)).toEqual([]);
  });

  test('without a date nobody is named by office, while names are', async () => {
    expect(
      await links('Аким Тургайской области Ескен Болатов уехал. Глава региона молчит.', null),
    ).toEqual(['Ескен Болатов → bolatov']);
  });

  test('of two districts of one name the one whose region the text names', async () => {
    expect(await links('В Далинской области сухо. Аким Озёрного района уехал.')).toContain(
      'Аким Озёрного района → lesnoi',
    );
  });
});

describe('reasons tell why', () => {
  test('title, tenure and area of a titled name', async () => {
    const [mention] = await link(['Аким Аркатау Инкар Саурова уехала.'], { date: DATE }, gazetteer);
    expect(mention?.reasons).toEqual([
      { kind: 'fullName' },
      { kind: 'title', title: 'Аким Аркатау' },
      { kind: 'tenure', membershipId: 'm-saurova-akim-arka-' },
      { kind: 'area', areaId: 'arka' },
    ]);
  });

  test('two districts of one name are ambiguous, with both holders', async () => {
    const [mention] = await link(['Аким Озёрного района уехал.'], { date: DATE }, gazetteer);
    expect(mention?.outcome).toBe('ambiguous');
    expect(mention?.candidates.toSorted()).toEqual(['kerei', 'lesnoi']);
  });
});

test('offsets are of the block, and the title gets no mentions', async () => {
  const blocks = ['Вступление.', 'Вчера Ескен Болатов уехал.'];
  const mentions = await link(blocks, { date: DATE, title: 'Ескен Болатов уехал' }, gazetteer);
  expect(mentions.map(({ block, start, end, surface }) => [block, start, end, surface])).toEqual([
    [1, 6, 19, 'Ескен Болатов'],
  ]);
});
