import { describe, expect, test } from 'vitest';
import type { Ledger } from '@/lib/ledger/records';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { AREAS, area, ledgerOf, linksOn, OFFICIALS, row } from './ledger-of';

/** Where a rule ends: each row stands beside one to which the rule does not apply any more. */

const links = linksOn(
  [
    ...OFFICIALS,
    row('tok', 'Токаров Касым-Жомарт Кемелевич', 'deputyAkim', 'arka'),
    row('yar', 'Яров Яков', 'deputyAkim', 'arka', { en: 'Yarov Yakov' }),
    row('yus', 'Юсупов Юрий', 'deputyAkim', 'arka', { en: 'Yusupov Yuri' }),
    row('kham', 'Хамитов Хасен', 'deputyAkim', 'arka', { en: 'Khamitov Khasen' }),
  ],
  AREAS,
);
const NAME = 'Ескен Болатов → bolatov';

describe('initials', () => {
  test.each([
    ['Ye. Bolatov said so.', ['Ye. Bolatov → bolatov']],
    ['Ya. Bolatov said so.', []],
    ['Ya. Yarov said so.', ['Ya. Yarov → yar']],
    ['Yu. Yarov said so.', []],
    ['Yu. Yusupov said so.', ['Yu. Yusupov → yus']],
    ['Kh. Khamitov said so.', ['Kh. Khamitov → kham']],
    ['Sh. Khamitov said so.', []],
    ['К.-Ж. К. Токаров молчал.', ['К.-Ж. К. Токаров → tok']],
    ['К.-Ж. Токаров молчал.', ['К.-Ж. Токаров → tok']],
    ['К. К. Токаров молчал.', ['К. К. Токаров → tok']],
    ['К.-А. К. Токаров молчал.', []],
    ['К.-Ж. А. Токаров молчал.', []],
    ['К. А. Токаров молчал.', []],
  ])('%s', async (text, expected) => {
    expect(await links(text)).toEqual(expected);
  });
});

describe('a given name and a surname', () => {
  test.each([
    ['Ескена Болатова ждали.', ['Ескена Болатова → bolatov']],
    ['Ескена Болатов ждали.', []],
    ['Болатов Ескен Маратович молчал.', ['Болатов Ескен Маратович → bolatov']],
    ['Болатов Ескен Ахметович молчал.', []],
    ['Приехал Ескен Болатов. Болатова ждали.', [NAME, 'Болатова → bolatov']],
    ['Приехал Ескен Болатов. Болатова пришла поздно.', [NAME]],
    [
      'Приехал Ескен Болатов. Обещание Болатова подтвердила комиссия.',
      [NAME, 'Болатова → bolatov'],
    ],
    ['It was Yesken Bolatov the Great who said this.', ['Yesken Bolatov → bolatov']],
  ])('%s', async (text, expected) => {
    expect(await links(text)).toEqual(expected);
  });
});

describe('after another of the surname was named, a form is his that can be nobody else’s', () => {
  const base = 'Аким Тургайской области Ескен Болатов молчал. ';
  test.each([
    ['a woman’s surname has not his nominative', 'Болатова Назира', 'Потом Болатов ушёл.', true],
    ['but it has his genitive', 'Болатова Назира', 'Потом Болатова ждали.', false],
    ['a man’s has both', 'Болатов Назир', 'Потом Болатов ушёл.', false],
    [
      'a woman’s given name may be a man’s genitive',
      'Александра Болатова',
      'Потом Болатов ушёл.',
      false,
    ],
  ])('%s', async (_, other, then, isHis) => {
    const found = await links(`${base}Там спорили Саша и ${other}. ${then}`);
    expect(found).toEqual(isHis ? [NAME, 'Болатов → bolatov'] : [NAME]);
  });
});

describe('«аким города» is of the one whose office the text has named', () => {
  const two = linksOn(
    [
      ...OFFICIALS,
      row('nurov', 'Нуров Асет', 'akim', 'sary'),
      row('maratov', 'Маратов Берик', 'deputyAkim', 'sary'),
    ],
    [...AREAS, area('sary', 'city', 'turgai', 'Сарысу', 'Сарысу', 'Sarysu')],
  );
  const office = 'Аким Аркатау Инкар Саурова молчала.';

  test.each([
    ['beside one official of another', `${office} Приехал Асет Нуров.`, true],
    [
      'not beside an office of another',
      `Заместитель акима Сарысу Берик Маратов приехал. Асет Нуров тоже. ${office}`,
      false,
    ],
  ])('%s', async (_, text, isHers) => {
    const found = await two(`${text}\nАким города опоздала.`);
    expect(found.includes('Аким города → saurova')).toBe(isHers);
  });
});

describe('a title that names another office is another person’s', () => {
  test.each([
    ['Аким Аркатау Ескен Болатов молчал.', []],
    ['Бывший аким Аркатау Ескен Болатов молчал.', [NAME]],
    ['Будущий аким Аркатау Ескен Болатов молчал.', [NAME]],
    ['Президент Ескен Болатов молчал.', []],
    ['Бывший президент Ескен Болатов молчал.', [NAME]],
  ])('%s', async (text, expected) => {
    expect((await links(text)).filter((one) => one.startsWith('Ескен'))).toEqual(expected);
  });
});

async function officesOn(ledger: Ledger, text: string, date: string): Promise<string[]> {
  const mentions = await link([text], { date }, memoryGazetteer(ledger));
  return mentions.flatMap(({ personId }) => (personId === null ? [] : [personId]));
}

describe('an office on a day that is known in part', () => {
  const ledger = ledgerOf(
    [
      ...OFFICIALS,
      row('going', 'Жаров Ерлан', 'akim', 'dala', { to: '2022-05-20' }),
      row('coming', 'Сериков Марат', 'akim', 'dala', { from: '2022-05-21' }),
    ],
    AREAS,
  );

  test.each([
    ['2021', ['going']],
    ['2022-04', ['going']],
    ['2022-05', []],
    ['2022', []],
    ['2022-06', ['coming']],
    ['2023', ['coming']],
    ['2025', []],
  ])('in %s is of %o', async (date, expected) => {
    expect(await officesOn(ledger, 'Аким Далинской области молчал.', date)).toEqual(expected);
  });
});

describe('of two offices of one name only one', () => {
  const all = ledgerOf(OFFICIALS, AREAS);
  const posts = (life: { startDate?: string; endDate?: string }): Ledger => ({
    ...all,
    posts: all.posts.map((post) => (post.areaId === 'oz-d2' ? { ...post, ...life } : post)),
  });
  const text = 'Аким Озёрного района молчал.';

  test.each([
    ['founded later', { startDate: '2022-06' }, '2022-05-31', ['kerei']],
    ['founded on the day', { startDate: '2022-06' }, '2022-06-01', []],
    ['founded within the month', { startDate: '2022-06-15' }, '2022-06', []],
    ['abolished before', { endDate: '2022-06' }, '2022-07-01', ['kerei']],
    ['abolished on the day', { endDate: '2022-06' }, '2022-06-30', []],
    ['abolished within the month', { endDate: '2022-06-15' }, '2022-06', []],
  ])('where the other was %s', async (_, life, date, expected) => {
    expect(await officesOn(posts(life), text, date)).toEqual(expected);
  });
});

describe('a digest is told by its headlines', () => {
  const OTHERS = ['Тенге подорожал', 'Мост построят через год', 'Дождь шёл три дня'];
  const SAID = 'Болатов: воды хватит до июля';
  const LONG = 'Дождь '.repeat(18);
  const read = (...blocks: string[]) => links([SAID, ...OTHERS, ...blocks].join('\n'));

  test.each([
    ['five', ['Снег пошёл'], true],
    ['four are too few', [], false],
    ['four and an empty line', ['', ' '], false],
    ['four of five', ['Снег пошёл.'], true],
    ['four of six', ['Снег пошёл.', 'Снег идёт.'], false],
    ['a quotation ends one', ['Снег «пошёл»'], true],
    ['110 letters are one', [`${LONG}аб`, 'Снег пошёл.'], true],
    ['111 are none', [`${LONG}абв`, 'Снег пошёл.'], false],
    ['spaces around one do not count', [`  ${LONG}аб  `, 'Снег пошёл.'], true],
    ['a sentence in quotation marks is none', ['«Снег пошёл.»', 'Снег идёт.'], false],
  ])('%s', async (_, blocks, isDigest) => {
    expect(await read(...blocks)).toEqual(isDigest ? ['Болатов → bolatov'] : []);
  });
});
