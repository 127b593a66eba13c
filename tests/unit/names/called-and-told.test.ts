import { describe } from 'vitest';
import { eachText } from './each-text';
import { AREAS, area, linksOn, OFFICIALS, row } from './ledger-of';

const ROWS = [
  ...OFFICIALS,
  row('kim-v', 'Ким Виктория', 'akim', 'sary', { gender: 'female', en: 'Kim Viktoria' }),
  row('kim-r', 'Ким Родион', 'akim', 'dala', { en: 'Kim Rodion' }),
  row('serik-d', 'Сериков Асхат', 'akim', 'dala', { kk: 'Серіков Асхат' }),
  row('serik-m', 'Сериков Марат', 'akim', 'merke', { kk: 'Серіков Марат' }),
  row('deputy', 'Асанбек Жанар', 'deputyAkim', 'sary', { gender: 'female' }),
  row('ozero', 'Осин Петр', 'akim', 'oz-a'),
  row('ozero2', 'Лунин Иван', 'akim', 'oz-b'),
];
const MORE = [
  area('sary', 'city', 'turgai', 'Сарысу', 'Сарысу', 'Sarysu'),
  area('dala-c', 'city', 'dala', 'Далакент', 'Далакент', 'Dalakent'),
  area('merke', 'district', 'turgai', 'Меркенский район', 'Меркі ауданы', 'Merke District'),
  area('oz-a', 'district', 'sary', 'Абайский район', 'Абай ауданы', 'Abai District'),
  area('oz-b', 'district', 'dala', 'Абайский район', 'Абай ауданы', 'Abai District'),
];
const each = eachText(linksOn(ROWS, [...AREAS, ...MORE]));

describe('a word of address tells the sex', () => {
  const both = 'Dala Region. Viktoria Kim of Sarysu met Rodion Kim.';
  each([
    [`${both} Ms. Kim nodded.`, ['Kim → kim-v'], ['Kim → kim-r']],
    [`${both} Mr. Kim nodded.`, ['Kim → kim-r'], ['Kim → kim-v']],
    ['Dala Region. Rodion Kim came. My neighbour, Mrs. Kim, left.', [], ['Kim → kim-r']],
    ['Далинская область. Пришёл Родион Ким. Ушла госпожа Ким.', [], ['Ким → kim-r']],
    ['Далинская область. Пришёл Родион Ким. Ушёл господин Ким.', ['Ким → kim-r']],
    ['Дала облысы. Родион Ким келді. Ким ханым кетті.', [], ['Ким → kim-r']],
    ['Дала облысы. Родион Ким келді. Ким мырза кетті.', ['Ким → kim-r']],
  ]);
});

describe('words in another case are of something else', () => {
  const he = 'Аким Сарысу Виктория Ким и аким Меркенского района Марат Сериков пришли.';
  each([
    [`${he} Звонили Марату Серикову – трубку взял инженер.`, ['Марату Серикову → serik-m']],
    [`${he} С Маратом Сериковым аким Сарысу не спорит.`, ['аким Сарысу → kim-v']],
    [`${he} Марат Сериков, аким Меркенского района, молчит.`, ['Марат Сериков → serik-m']],
    [
      'На улице Серикова ждут Марата Серикова, акима Меркенского района. Серикову поверят.',
      ['Серикову → serik-m'],
    ],
    [
      'На улице Серикова ждут Марата Серикова, акима Меркенского района. Серикову дождь.',
      [],
      ['Серикову → serik-m'],
    ],
  ]);
});

describe('places that tell whose office it is', () => {
  each([
    ['Пришёл аким Абайского района Сарысу.', ['аким Абайского района Сарысу → ozero']],
    ['Пришёл аким Абайского района.', [], ['аким Абайского района → ozero']],
    [
      'Пришли Марат Сериков и Асхат Сериков. Похвалили далакентского Серикова.',
      ['Серикова → serik-d'],
    ],
    ['Торғай облысының әкімі Жанатастан келді.', ['Торғай облысының әкімі → bolatov']],
    ['Торғай облысының әкімі Нұржановтан сұрадық.', [], ['Торғай облысының әкімі → bolatov']],
    ['Сарысу қаласы тойлады. Қала әкіміне - көпір керек.', ['Қала әкіміне → kim-v']],
    ['Сарысу қаласы тойлады. Қала әкімі – халықтың көзі.', [], ['Қала әкімі → kim-v']],
  ]);
});

describe('a deputy in Kazakh, whose akim is named before', () => {
  each([
    ['Сарысу қаласы тойлады. Әкімге орынбасары Жанар Асанбек болысты.', ['Жанар Асанбек → deputy']],
    [
      'Сарысу қаласы тойлады. Әкімге көмекшісі Жанар Асанбек болысты.',
      [],
      ['Жанар Асанбек → deputy'],
    ],
    ['Сарысу қаласы тойлады. Орынбасары Ескен Болатов болысты.', [], ['Ескен Болатов → bolatov']],
  ]);
});
