import { describe, expect, test } from 'vitest';
import { eachText } from './each-text';
import { AREAS, area, linksOn, OFFICIALS, type Row, row } from './ledger-of';

const ROWS: readonly Row[] = [
  ...OFFICIALS,
  row('roads', 'Саев Тимур', 'headOfDepartment', 'arka', {
    en: 'Sayev Timur',
    label: { ru: 'Управление дорог Аркатау', en: 'Roads Department of Arkatau' },
  }),
  row('mamin', 'Мамин Олжас', 'akim', 'sary', { en: 'Mamin Olzhas' }),
  row('frost', 'Мороз Игорь', 'akim', 'dala-c', { en: 'Moroz Igor' }),
  row('aigul', 'Нурова Айгүл Асанқызы', 'akim', 'dala', { gender: 'female' }),
  row('double-a', 'Ким Роман', 'deputyAkim', 'dala', { en: 'Kim Roman' }),
  row('double-b', 'Ким Антон', 'deputyAkim', 'turgai', { en: 'Kim Anton' }),
];
const MORE = [
  area('sary', 'city', 'turgai', 'Сарысу', 'Сарысу', 'Sarysu'),
  area('dala-c', 'city', 'dala', 'Далакент', 'Далакент', 'Dalakent'),
];
const links = linksOn(ROWS, [...AREAS, ...MORE]);
const each = eachText(links);

describe('a title that does not stand beside the name', () => {
  each([
    ['Arkatau waits. The city’s roads chief, Timur Sayev, is late.', ['Timur Sayev → roads']],
    [
      'Arkatau waits. The city’s roads chief knows Timur Sayev the plumber.',
      [],
      ['Timur Sayev → roads'],
    ],
    ['The student Yesken Bolatov became akim of Turgai Region.', ['Yesken Bolatov → bolatov']],
    ['The student Yesken Bolatov became akim of Ozen District.', [], ['Yesken Bolatov → bolatov']],
    ['Слесарь Ескен Болатов стал акимом Тургайской области.', ['Ескен Болатов → bolatov']],
    ['Слесарь Ескен Болатов видел акима Тургайской области.', [], ['Ескен Болатов → bolatov']],
    ['Тимур Саев, глава аркатауского управления дорог, молчал.', ['Тимур Саев → roads']],
    ['Тимур Саев, глава аркатауского союза дорог, молчал.', [], ['Тимур Саев → roads']],
  ]);
});

describe('one more bearer', () => {
  const tauov = 'Аким Аркатауского района Олжас Тауов ждал.';

  each([
    // Her nominative is his genitive, and his nominative is no form of hers.
    [`${tauov} Кричала Тауова Назира. Потом Тауов ушёл.`, ['Тауов → tauov']],
    [`${tauov} Ушли от Тауова Назима. Потом Тауов ушёл.`, [], ['Тауов → tauov']],
    [`${tauov} Пришёл Тауов Марат. Потом Тауов ушёл.`, [], ['Тауов → tauov']],
    [`${tauov} Кричал старый Тауов. Тауов ушёл.`, [], ['Тауов → tauov']],
    [`${tauov} Кричал усталый Тауов. Тауов ушёл.`, ['Тауов → tauov']],
    [`${tauov} Ещё один Тауов ушёл.`, [], ['Тауов → tauov']],
    ['In Turgai Region the driver called Yesken Bolatov left.', [], ['Yesken Bolatov → bolatov']],
    ['In Turgai Region the driver knew Yesken Bolatov well.', ['Yesken Bolatov → bolatov']],
    ['In Turgai Region a guest, Yesken Bolatov, left.', [], ['Yesken Bolatov → bolatov']],
  ]);
});

describe('a surname before the text names its bearer', () => {
  each([
    [
      'Мороз держится пятые сутки.\nАким Далакента Игорь Мороз ждал. Мороз ушёл.',
      ['Игорь Мороз → frost'],
    ],
    ['Тауов ушёл.\nАким Аркатауского района Олжас Тауов ждал.', ['Тауов → tauov']],
    ['Kim left.\nRoman Kim, deputy akim of Dala Region, waits.', [], ['Kim → double-a']],
    ['Kim said so.\nRoman Kim, deputy akim of Dala Region, waits.', ['Kim → double-a']],
  ]);

  test('is a thing as long as nothing tells', async () => {
    const found = await links(
      'Мороз держится сутки.\nАким Далакента Игорь Мороз ждал. Мороз ушёл.',
    );
    expect(found.filter((one) => one === 'Мороз → frost')).toHaveLength(1);
  });
});

describe('an office', () => {
  each([
    [
      'Гости привезли письмо своего министра водных ресурсов.',
      [],
      ['министра водных ресурсов → kunaeva'],
    ],
    ['Гости привезли письмо министра водных ресурсов.', ['министра водных ресурсов → kunaeva']],
    ['Қай Сарысу қаласының әкімі екені белгісіз.', [], ['Сарысу қаласының әкімі → mamin']],
    ['Кеше Сарысу қаласының әкімі келді.', ['Сарысу қаласының әкімі → mamin']],
  ]);

  test('by its kind is nobody’s where the officials of two places are named as often', async () => {
    const passing = 'Сарысу қаласының әкімі келді.';
    const later = 'Соңында қала әкімі кетті.';
    expect(await links(`${passing}\n${later}`)).toContain('қала әкімі → mamin');
    expect(await links(`Арқатауда Инкар Саурова күтті. ${passing}\n${later}`)).not.toContain(
      'қала әкімі → mamin',
    );
  });
});

describe('words before a name', () => {
  each([
    ['Аким Сарысу Олжас Мамин ждал. Водовозы Мамину дали.', ['Мамину → mamin']],
    ['Аким Сарысу Олжас Мамин ждал. Асылу Мамину дали.', [], ['Мамину → mamin']],
    ['Дала облысының әкімі Айгүл Нурова. Кеше Айгүл Асанқызы келді.', ['Айгүл Асанқызы → aigul']],
    [
      'Дала облысының әкімі Айгүл Нурова. Юров Айгүл Асанқызы келді.',
      [],
      ['Айгүл Асанқызы → aigul'],
    ],
    ['Торғай облысы: бірі жаңа, екіншісі Ескен Болатовтан қалған.', ['Ескен Болатовтан → bolatov']],
    [
      'Торғай облысы: бірі жаңа, шәкіртшісі Ескен Болатовтан қалған.',
      [],
      ['Ескен Болатовтан → bolatov'],
    ],
  ]);
});

describe('in Kazakh the genitive of a surname in -н', () => {
  each([
    // `Мамин` + `нің`, and not `Мамин` + `ің`: a nominative before such a word is of the street.
    ['Сарысу қаласының әкімі Олжас Мамин. Маминнің көшесі таза.', ['Маминнің → mamin']],
    ['Сарысу қаласының әкімі Олжас Мамин. Мамин көшесі таза.', [], ['Мамин → mamin']],
  ]);
});

describe('firms, former offices and first words', () => {
  each([
    [
      'Yesken Bolatov, for seven years the akim of Dala Region, came.',
      [],
      ['akim of Dala Region → aigul'],
    ],
    ['Yesken Bolatov met the akim of Dala Region.', ['akim of Dala Region → aigul']],
    ['Аким Сарысу Олжас Мамин ждал. Представляя Мамина, молчали.', ['Мамина → mamin']],
    ['Аким Сарысу Олжас Мамин ждал. Галья Мамина молчала.', [], ['Мамина → mamin']],
    ['Аким Сарысу Олжас Мамин ждал. Фирма «Орлов и Мамин» закрыта.', [], ['Мамин → mamin']],
    ['Аким Сарысу Олжас Мамин ждал. «Орлов и Мамин спорят с нами сутки».', ['Мамин → mamin']],
  ]);
});

describe('a parent of the same surname', () => {
  each([
    [
      'Сарысу қаласының әкімі Олжас Мамин келді. Әкесі Ескен Мамин жүргізуші еді. Мамин үйді көрді.',
      ['Олжас Мамин → mamin', 'Мамин → mamin'],
    ],
    [
      'Сарысу қаласының әкімі Олжас Мамин келді. Көршісі Ескен Мамин жүргізуші еді. Мамин үйді көрді.',
      ['Олжас Мамин → mamin'],
      ['Мамин → mamin'],
    ],
    [
      'Умер аким Сарысу Олжас Мамин. Он родился в семье токаря Степана Мамина. При Мамине открыли школу.',
      ['Олжас Мамин → mamin', 'Мамине → mamin'],
      ['Мамина → mamin'],
    ],
    [
      'Умер аким Сарысу Олжас Мамин. Он спорил с токарем Степаном Маминым. При Мамине открыли школу.',
      ['Олжас Мамин → mamin'],
      ['Мамине → mamin'],
    ],
    [
      'The akim of Sarysu Olzhas Mamin came. His father, Stepan Mamin, drove a bus. Mamin senior sang. Mamin said little.',
      ['Olzhas Mamin → mamin'],
      ['Mamin → mamin'],
    ],
    [
      'The akim of Sarysu Olzhas Mamin came. His father, Stepan Mamin, drove a bus. Mamin said little.',
      ['Olzhas Mamin → mamin', 'Mamin → mamin'],
    ],
  ]);
});

describe('a fund of his name, and an article that begins what is said', () => {
  each([
    [
      'Сарысу қаласының әкімі Олжас Мамин келді. Мамин ел басқарды. «Мамин қоры» ашылды.',
      ['Олжас Мамин → mamin', 'Мамин → mamin'],
    ],
    [
      'Сарысу қаласының әкімі Олжас Мамин келді. «Мамин» ұтылды. Мамин ел басқарды.',
      ['Олжас Мамин → mamin'],
      ['Мамин → mamin'],
    ],
    ['Under Olzhas Mamin the lift of Sarysu stuck.', ['Olzhas Mamin → mamin']],
    ['Under Olzhas Mamin the plumber the lift stuck.', [], ['Olzhas Mamin → mamin']],
    ['They met Olzhas Mamin the lift man of Sarysu.', [], ['Olzhas Mamin → mamin']],
    ['Сарысу қаласының әкімі Олжас Мамин келді. Айырмасын Мамин жабады.', ['Мамин → mamin']],
    ['Сарысу қаласының әкімі Олжас Мамин келді. Айбек Мамин жабады.', [], ['Мамин → mamin']],
  ]);
});
