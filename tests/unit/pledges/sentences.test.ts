import { expect, test } from 'vitest';
import { sentencesOf } from '@/lib/pledges/sentences';

test.each([
  ['Дорогу сделаем. Воду дадим!', ['Дорогу сделаем.', 'Воду дадим!']],
  ['Обещал: «Сделаем». Потом уехал.', ['Обещал: «Сделаем».', 'Потом уехал.']],
  [
    'Ақша бөлінді. Мектеп саламыз… Су береміз?',
    ['Ақша бөлінді.', 'Мектеп саламыз…', 'Су береміз?'],
  ],
  ['We will mend the road. And soon.', ['We will mend the road.', 'And soon.']],
])('%s is parted', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});

test.each([
  'На ул. Абая в г. Семей Б. Исабаев положит асфальт',
  'Выделим 1.5 млрд тенге и 20 млн. Тенге не хватит',
  'Мы за это. Да',
  'без точки',
])('%s is one', (text) => {
  expect(sentencesOf(text)).toEqual([text]);
});

test('of nothing there is none', () => {
  expect(sentencesOf(' ')).toEqual([]);
});
