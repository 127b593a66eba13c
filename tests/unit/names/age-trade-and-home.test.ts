import { describe, expect, test } from 'vitest';
import { AREAS, area, linksOn, OFFICIALS, row } from './ledger-of';

const links = linksOn(
  [
    ...OFFICIALS,
    row('sarsen', 'Сарсенов Игорь', 'akim', 'kyzyl', { en: 'Sarsenov Igor' }),
    row('late', 'Жолдасов Серик', 'akim', 'kyzyl', { from: '2015-01-01', to: '2019-01-01' }),
  ],
  [...AREAS, area('kyzyl', 'ruralDistrict', 'arka-d', 'Кызылсай', 'Қызылсай', 'Kyzylsai')],
);

const NAME = 'Ескен Болатов → bolatov';

describe('his age before the name', () => {
  const CRASH =
    'В Тургайской области «Нива» под управлением 58-летнего Ескена Болатова ушла в кювет.';

  test('tells a driver, and all of that surname in the text', async () => {
    expect(await links(`${CRASH} Болатов цел. Ескен Болатов рад.`)).toEqual([]);
  });

  test.each([
    ['in Kazakh', 'Торғай облысында 58 жастағы Ескен Болатов аман қалды.'],
    ['in English', 'In Turgai Region 58-year-old Yesken Bolatov survived.'],
  ])('%s', async (_, text) => {
    expect(await links(text)).toEqual([]);
  });

  test('not an official whose title stands beside his name', async () => {
    const text = 'Аким Тургайской области Ескен Болатов принял дела. 58-летний Ескен Болатов рад.';
    expect(await links(text)).toEqual([NAME, NAME]);
  });

  test('nor one whose office is named alone', async () => {
    const text = '58-летний Ескен Болатов принял дела. Аким Тургайской области рад.';
    expect(await links(text)).toEqual([NAME, 'Аким Тургайской области → bolatov']);
  });
});

describe('where he is from', () => {
  test.each([
    ['a village', 'Пришёл Игорь Сарсенов из Кызылсая. Сарсенов рад.', 'sarsen'],
    ['a district', 'Пришёл Олжас Тауов из Аркатауского района. Тауов рад.', 'tauov'],
  ])('is the area of his own office: %s', async (_, text, id) => {
    expect((await links(text)).map((one) => one.split(' → ')[1])).toEqual([id, id]);
  });

  test.each([
    ['is one that lies in it', 'Пришёл Ескен Болатов из Аркатау. Болатов рад.'],
    ['is one in which it lies', 'Пришёл Игорь Сарсенов из Тургайской области. Сарсенов рад.'],
    ['is that of an office he has left', 'Пришёл Серик Жолдасов из Кызылсая. Жолдасов рад.'],
  ])('tells another where it %s', async (_, text) => {
    expect(await links(text)).toEqual([]);
  });
});

describe('what stands after the comma', () => {
  test.each([
    ['a trade in another case', 'Приехал Ескен Болатов, знавший покойного с детства.'],
    ['the trade of whom he met', 'Приехал Ескен Болатов, ждавший тренера в Аркатау.'],
    ['his page', 'Ескен Болатов, страница в Facebook: «Мы не закрывали».'],
  ])('is no trade of his: %s', async (_, text) => {
    expect(await links(text)).toEqual([NAME]);
  });

  test.each([
    ['in his case', 'Приехал Ескен Болатов, известный тренер из Аркатау.'],
    ['in the genitive', 'Ждали Ескена Болатова, известного тренера из Аркатау.'],
    ['in English, without cases', 'In came Yesken Bolatov, a well-known coach.'],
  ])('is one %s', async (_, text) => {
    expect(await links(text)).toEqual([]);
  });
});

test('a passenger is told by that', async () => {
  expect(await links('В Тургайской области пассажирка Инкар Саурова цела.')).toEqual([]);
});
