import { describe, expect, test } from 'vitest';
import { indexOf } from '@/lib/look-up/build';
import { lookUp } from '@/lib/look-up/look-up';
import { AREAS, ledgerOf, OFFICIALS, type Row } from '../names/ledger-of';

const TODAY = '2024-06-01';
const NOBODY: ReadonlySet<string> = new Set();
const index = indexOf(ledgerOf(OFFICIALS, AREAS), TODAY);
const targets = (query: string, limit = 5, within = index, onPage = NOBODY) =>
  lookUp(within, query, { limit, onPage }).map(({ kind, id }) => `${kind}/${id}`);
const fitOf = (query: string) => lookUp(index, query, { limit: 1, onPage: NOBODY })[0]?.fit;

describe('a person is found first by', () => {
  test.each([
    ['a case of the surname', 'Болатову', 'bolatov'],
    ['a Kazakh case', 'Сауроваға', 'saurova'],
    ['both names in any order and case of letters', 'ескен БОЛАТОВ', 'bolatov'],
    ['both in the instrumental', 'Сауровой Инкар', 'saurova'],
    ['English spelling with an initial', 'Bolatov E', 'bolatov'],
    ['an initial that Latin writes with two letters', 'Ye. Bolatov', 'bolatov'],
    ['the given name', 'Yesken', 'bolatov'],
    ['given name and patronymic', 'Павел Олегович', 'lesnoi'],
    ['the patronymic in the other language', 'Маратұлы Ескен', 'bolatov'],
    ['Kazakh without its letters', 'Инкар Талгаткызы', 'saurova'],
    ['two initials', 'П.О. Лесной', 'lesnoi'],
    ['initials after the name', 'Лесной П. О.', 'lesnoi'],
    ['the 2021 alphabet', 'Qonaeva Dana', 'kunaeva'],
    ['what is typed so far', 'сауро', 'saurova'],
    ['a Latin letter of two signs half typed', 'Batyrbek Sanz', 'batyrbek'],
    ['one wrong letter', 'Боланов', 'bolatov'],
    ['two wrong letters of a long name', 'Батирбак Санжар', 'batyrbek'],
    ['neighbours swapped', 'Батрыбек', 'batyrbek'],
    ['a typo in a case form', 'Балатовым', 'bolatov'],
    ['letters of the other script between', 'Бoлaтов', 'bolatov'],
    ['an office beside the surname', 'министр Кунаева', 'kunaeva'],
    ['a place beside the surname', 'Саурова Аркатау', 'saurova'],
    ['an honorific before it', 'господин Тауов', 'tauov'],
    ['a patronymic that the ledger does not have', 'Тауов Олжас Серикович', 'tauov'],
  ])('%s: %s', (_, query, id) => {
    expect(targets(query)[0]).toBe(`person/${id}`);
  });
});

test('an answer does not depend on what was asked before', () => {
  const asked = [
    'са',
    'сауро',
    'Саурова Аркатау',
    'Боланов',
    'министр Кунаева',
    'П. О.',
    'МЧС',
    'МВД аким',
    'Лесной П. О.',
    // More words than matches are kept.
    'аким города Аркатау Болатов Саурова Батырбек Лесной Тауов Кунаева Ескен Инкар Санжар Павел Дана Олжас',
  ];
  const anew = (query: string) => targets(query, 20, indexOf(ledgerOf(OFFICIALS, AREAS), TODAY));
  for (const query of [...asked, ...asked.toReversed(), ...asked])
    expect([query, targets(query, 20)]).toEqual([query, anew(query)]);
});

describe('an office is found first by', () => {
  test.each([
    ['role and area', 'аким Аркатау', 'post/akim-arka-'],
    ['the area in a case', 'акиму города Аркатау', 'post/akim-arka-'],
    ['the district by its kind', 'аким Аркатауского района', 'post/akim-arka-d-'],
    ['the adjective', 'тургайский аким', 'post/akim-turgai-'],
    ['Kazakh order', 'Арқатау қаласының әкімі', 'post/akim-arka-'],
    ['the Kazakh district', 'Арқатау ауданының әкімі', 'post/akim-arka-d-'],
    ['English', 'akim of Turgai Region', 'post/akim-turgai-'],
    ['another word for the role', 'мэр Аркатау', 'post/akim-arka-'],
    [
      'the region that tells two districts apart',
      'аким Озёрного района Далинской области',
      'post/akim-oz-d2-',
    ],
    ['its label', 'министр водных ресурсов', 'post/minister-kz-Minister of Water Resources'],
    ['the beginning of its title', 'минис водных', 'post/minister-kz-Minister of Water Resources'],
    ['a typo in the place', 'аким Аркатоу', 'post/akim-arka-'],
  ])('%s: %s', (_, query, target) => {
    expect(targets(query)[0]).toBe(target);
  });
});

describe('a place is found, and its offices after it, by', () => {
  test.each([
    ['Arkatau', 'area/arka'],
    ['в Аркатау', 'area/arka'],
    ['Тургайская область', 'area/turgai'],
    ['Торғай облысында', 'area/turgai'],
    ['Аркатауский район', 'area/arka-d'],
  ])('%s', (query, target) => {
    const found = targets(query);
    expect(found[0]).toBe(target);
    expect(found.some((one) => one.startsWith('post/'))).toBe(true);
  });

  test('both districts of one name are found', () => {
    expect(targets('Озёрный район').slice(0, 2).sort()).toEqual(['area/oz-d', 'area/oz-d2']);
  });
});

describe('nobody is found by', () => {
  test.each([
    ['nothing', ''],
    ['blanks', '  '],
    ['one letter', 'ж'],
    ['one letter and a full stop', 'Ж.'],
    ['a name that is not there', 'Щербаков'],
    ['the given name of one and the surname of another', 'Ескен Саурова'],
    ['two typos in a short word', 'Тоуаф'],
    ['an initial that is not his', 'К. Болатов'],
    ['another patronymic than the ledger has', 'Лесной Павел Ринатович'],
    ['an office that he never held', 'министр Болатов'],
    ['a place where he never served', 'Болатов Аркатау'],
    ['more words than any name has', 'Болатов '.repeat(40)],
  ])('%s: "%s"', (_, query) => {
    expect(targets(query).filter((one) => one.startsWith('person/'))).toEqual([]);
  });
});

describe('how a hit fits is told', () => {
  test.each([
    ['Болатова', 'sure'],
    ['П.О. Лесной', 'sure'],
    ['Сауро', 'begun'],
    ['Боланов', 'near'],
  ])('%s: %s', (query, fit) => {
    expect(fitOf(query)).toBe(fit);
  });
});

const namesake = (id: string, to: string | null, given = 'Ескен'): Row => ({
  id,
  gender: 'male',
  ru: `Болатов ${given}`,
  role: 'akim',
  areaId: 'arka',
  to,
});

describe('of equals', () => {
  const rows = [
    namesake('former', '2021-01-01'),
    { ...namesake('now', null), areaId: 'dala', from: '2024-01-01' },
  ];
  const twins = indexOf(ledgerOf(rows, AREAS), TODAY);

  test('who holds an office now stands first', () => {
    expect(targets('Болатов', 5, twins)).toEqual(['person/now', 'person/former']);
  });

  test('who is on the page stands before him', () => {
    const onPage = new Set(['person/former']);
    expect(targets('Болатов', 5, twins, onPage)[0]).toBe('person/former');
  });

  test('a mistyped name on the page does not stand before a sure one', () => {
    const mixed = indexOf(
      ledgerOf(
        [namesake('sure', '2021-01-01'), { ...namesake('near', null), ru: 'Боланов Ескен' }],
        AREAS,
      ),
      TODAY,
    );
    expect(targets('Болатов', 5, mixed, new Set(['person/near']))[0]).toBe('person/sure');
  });
});

test('no more hits than asked for', () => {
  expect(targets('Болатов', 0)).toEqual([]);
  expect(targets('аким', 2)).toHaveLength(2);
});

test('an empty ledger finds nothing', () => {
  expect(targets('Болатов', 5, indexOf(ledgerOf([], []), TODAY))).toEqual([]);
});
