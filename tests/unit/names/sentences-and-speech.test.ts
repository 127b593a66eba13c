import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '@/lib/language/languages';
import { isAttribution } from '@/lib/names/saying';
import { readDocument } from '@/lib/names/text-document';

const read = (text: string) => readDocument([text], { date: null }, LANGUAGES);

describe('where a sentence begins', () => {
  /** A bar before each word that begins one. */
  const marked = (text: string) =>
    read(text)
      .tokens.map((token) => (token.startsSentence ? `|${token.text}` : token.text))
      .join(' ');

  test.each([
    ['Воды мало. Снега много', '|Воды мало |Снега много'],
    ['Воды мало! Снега много', '|Воды мало |Снега много'],
    ['Воды мало? Снега много', '|Воды мало |Снега много'],
    ['Воды мало… Снега много', '|Воды мало |Снега много'],
    ['Воды мало: Снега много', '|Воды мало |Снега много'],
    ['Воды мало\nСнега много', '|Воды мало |Снега много'],
    ['Воды мало.» Снега много', '|Воды мало |Снега много'],
    ['Воды мало». Снега много', '|Воды мало |Снега много'],
    ['Воды мало . Снега много', '|Воды мало |Снега много'],
    ['Воды мало, Снега много', '|Воды мало Снега много'],
    ['Воды мало – Снега много', '|Воды мало Снега много'],
    ['Воды мало (Снега много)', '|Воды мало Снега много'],
    ['Воды ул. Снежной мало', '|Воды ул Снежной мало'],
    ['Воды им. Абая мало', '|Воды им Абая мало'],
    ['Воды обл. Снежной мало', '|Воды обл Снежной мало'],
    ['Воды пить. Снега много', '|Воды пить |Снега много'],
    ['Видели Ак. Снега много', '|Видели Ак |Снега много'],
    ['Воды ул! Снежной мало', '|Воды ул |Снежной мало'],
    ['Воды ул.\nСнежной мало', '|Воды ул |Снежной мало'],
    ['Видели Е. Болатова там', '|Видели Е Болатова там'],
    ['Заметили все. Снега много', '|Заметили все |Снега много'],
    ['Взяли 5. Снега много', '|Взяли 5 |Снега много'],
  ])('%j', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });
});

describe('a word between a speech and a name is one of saying, whichever it is', () => {
  const isSaid = (text: string, verb: string) => {
    const document = read(text);
    return isAttribution(
      document,
      document.tokens.findIndex((token) => token.text === verb),
    );
  };

  test.each([
    ['Воды мало, – вставил Омаров.', 'вставил', true],
    ['Воды мало, — вставил Омаров.', 'вставил', true],
    ['Воды мало, - вставил Омаров.', 'вставил', true],
    ['Воды мало! – вставил Омаров.', 'вставил', true],
    ['Воды мало? – вставил Омаров.', 'вставил', true],
    ['Воды мало… – вставил Омаров.', 'вставил', true],
    ['«Воды мало!» – вставил Омаров.', 'вставил', true],
    ['«Воды мало», – вставил Омаров.', 'вставил', true],
    ['«Воды мало» – вставил Омаров.', 'вставил', true],
    ['«Воды мало»– вставил Омаров.', 'вставил', true],
    ['«Воды мало», вставил Омаров.', 'вставил', false],
    ['“There is no water,” quipped Omarov.', 'quipped', true],
    ['“There is no water!” quipped Omarov.', 'quipped', true],
    ['“There is no water” quipped Omarov.', 'quipped', false],
    ['There is no water, quipped Omarov.', 'quipped', false],
    ['Воды мало – вставил Омаров.', 'вставил', false],
    ['Воды мало, вставил Омаров.', 'вставил', false],
    ['Воды мало: вставил Омаров.', 'вставил', false],
    ['Воды мало, – Вставил Омаров.', 'Вставил', false],
    ['Воды мало, – вставил, Омаров.', 'вставил', false],
    ['Воды мало, – и вставил Омаров.', 'вставил', false],
    ['Воды мало, – вставил', 'вставил', false],
  ])('%j: %s, %s', (text, verb, expected) => {
    expect(isSaid(text, verb)).toBe(expected);
  });
});
