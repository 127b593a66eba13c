import { describe, expect, test } from 'vitest';
import { linksOn, OFFICIALS, row } from './ledger-of';

const links = linksOn([
  ...OFFICIALS,
  row('smith', 'Кузнец Роман', 'deputyAkim', 'arka', { en: 'Kuznets Roman' }),
  // An office of the state now, one of a town before.
  row('kunaeva', 'Кунаева Дана', 'deputyAkim', 'arka', {
    gender: 'female',
    from: '2010-01-01',
    to: '2012-01-01',
    kk: 'Қонаева Дана',
    en: 'Kunayeva Dana',
  }),
]);
const NAME = 'Ескен Болатов → bolatov';

describe('a word between the given name and the surname', () => {
  test.each([
    ['his father’s name', 'Вчера приехал Ескен Марат Болатов.', ['Ескен Марат Болатов → bolatov']],
    ['another father’s', 'Вчера приехал Ескен Арман Болатов.', []],
    [
      'any, of one without a patronymic',
      'Вчера приехал Олжас Марат Тауов.',
      ['Олжас Марат Тауов → tauov'],
    ],
    ['a surname is none', 'Вчера приехал Олжас Серов Тауов.', []],
  ])('%s', async (_, text, expected) => {
    expect(await links(text)).toEqual(expected);
  });
});

describe('a word after the surname and the given name', () => {
  test.each([
    ['another surname', 'Поздно вечером сюда приехал Кузнец Роман Гвоздев и ждал.', []],
    ['nothing', 'Вчера приехал Кузнец Роман.', ['Кузнец Роман → smith']],
    [
      'a patronymic that nobody knows',
      'Вчера приехал Кузнец Роман Петрович.',
      ['Кузнец Роман Петрович → smith'],
    ],
    ['a place', 'Вчера Кузнец Роман Аркатау хвалил.', ['Кузнец Роман → smith']],
  ])('%s', async (_, text, expected) => {
    expect(await links(text)).toEqual(expected);
  });
});

describe('a form in -а at the beginning', () => {
  test.each([
    ['of a sentence, with a woman’s verb, is a woman', 'Болатова пришла поздно.', []],
    ['of a paragraph', '\nБолатова пришла поздно.', []],
    ['after a comma', 'Тогда, Болатова пришла поздно.', []],
    ['with no verb of a woman is his genitive', 'Болатова ждали.', ['Болатова → bolatov']],
    ['with her verb in another paragraph', 'Болатова\nпришла.', ['Болатова → bolatov']],
    ['is none in the instrumental', 'Болатовым гордилась вся область.', ['Болатовым → bolatov']],
  ])('%s', async (_, text, expected) => {
    expect(await links(`Приехал Ескен Болатов. ${text}`)).toEqual([NAME, ...expected]);
  });
});

describe('a capitalised word that begins a sentence before a surname', () => {
  test('in a woman’s form is no given name of a man', async () => {
    expect(await links('Приехал Ескен Болатов. Сызнова Болатов обещал воду.')).toEqual([
      NAME,
      'Болатов → bolatov',
    ]);
  });

  test('may be the given name of a woman', async () => {
    expect(await links('Приехала Инкар Саурова. Сызнова Саурова обещала воду.')).toEqual([
      'Инкар Саурова → saurova',
    ]);
  });

  const THINGS =
    'Защита Подписи Виза Фамилия Биография Карьера Отставка Охрана Свита Просьба Жалоба Критика Идея Версия Оценка Шутка Фраза Цитата Улыбка Похвала Угроза Поездка Встреча Беседа Статья Заметка Колонка Затея Задумка Рука Рубашка Квартира Дача';
  test.each(THINGS.split(' '))(
    '«%s Болатова» is his, and he stays the one bearer',
    async (thing) => {
      const text = `Приехал Ескен Болатов. ${thing} Болатова удивила всех. Об этом спросили у Болатова.`;
      expect(await links(text)).toEqual([NAME, 'Болатова → bolatov', 'Болатова → bolatov']);
    },
  );

  test('«Айша Болатова» is a woman, after whom the genitive is nobody’s', async () => {
    const text = 'Приехал Ескен Болатов. Айша Болатова удивила всех. Об этом спросили у Болатова.';
    expect(await links(text)).not.toContain('Болатова → bolatov');
  });
});

describe('an honorific before a surname that nobody was named by', () => {
  test.each([
    ['is enough for an office of the state', 'Госпожа Кунаева молчала.', ['Кунаева → kunaeva']],
    ['is not enough for one of an area', 'Господин Болатов молчал.', []],
    [
      'but is, where the text names the area',
      'Тургайская область ждёт. Господин Болатов молчал.',
      ['Болатов → bolatov'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await links(text)).toEqual(expected);
  });
});

describe('a title before a name in another case', () => {
  test('is of another person', async () => {
    expect(await links('Распоряжением акима Тургайской области Керей Дамир назначен.')).toEqual([
      'акима Тургайской области → bolatov',
      'Керей Дамир → kerei',
    ]);
  });

  test('in the same case is his own', async () => {
    expect(await links('Акима Тургайской области Ескена Болатова ждали.')).toEqual([
      'Ескена Болатова → bolatov',
    ]);
  });
});

describe('a surname in quotation marks', () => {
  test.each([
    ['is a brand', 'Магазин «Болатов» закрыт.'],
    ['in other marks too', 'Магазин "Болатов" закрыт.'],
    ['with a company', 'Играла «Болатов и компания» весь вечер.'],
    ['after another name', 'Открыли «Керей и Болатов» вчера вечером.'],
  ])('%s', async (_, text) => {
    expect(await links(`Приехал Ескен Болатов. ${text}`)).toEqual([NAME]);
  });

  test.each([
    ['with what he does', 'Читали «Болатов ждёт воды» вслух.'],
    ['with a word of saying', 'Читали «Болатов сказал» вслух.'],
    ['where they close later', 'Читали «Болатов и другие гости уехали домой» вслух.'],
    ['where they only close after it', 'Читали «когда уехал Болатов» вслух.'],
  ])('is the person %s', async (_, text) => {
    expect(await links(`Приехал Ескен Болатов. ${text}`)).toEqual([NAME, 'Болатов → bolatov']);
  });
});
