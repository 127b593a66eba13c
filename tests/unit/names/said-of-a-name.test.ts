import { describe, expect, test } from 'vitest';
import { AREAS, linksOn, OFFICIALS } from './ledger-of';

const links = linksOn(OFFICIALS, AREAS);
const NAME = 'Ескен Болатов → bolatov';

describe('an office that is said of a name is no mention of its own', () => {
  test.each([
    ['after a comma', 'Приехал Ескен Болатов, аким Тургайской области.'],
    ['after a dash', 'Ескен Болатов – аким Тургайской области.'],
    ['after a long dash', 'Ескен Болатов — аким Тургайской области.'],
    ['after a hyphen', 'Ескен Болатов - аким Тургайской области.'],
    ['in brackets', 'Приехал Ескен Болатов (аким Тургайской области).'],
    ['after nothing', 'Приехал Ескен Болатов аким Тургайской области.'],
    ['by a small word', 'Ескен Болатов как аким Тургайской области молчал.'],
    ['after «стал»', 'Ескен Болатов стал акимом Тургайской области.'],
    ['after «назначен»', 'Ескен Болатов назначен акимом Тургайской области.'],
    ['before «назначен»', 'Акимом Тургайской области назначен Ескен Болатов.'],
  ])('%s', async (_, text) => {
    expect(await links(text)).toEqual([NAME]);
  });

  test.each([
    ['`as`', 'Yesken Bolatov as akim of Turgai Region kept silent.'],
    ['a comma and an article', 'Yesken Bolatov, the akim of Turgai Region, kept silent.'],
  ])('in English after %s', async (_, text) => {
    expect(await links(text)).toEqual(['Yesken Bolatov → bolatov']);
  });
});

describe('an office beside a name of which it is not said is one', () => {
  const office = (words: string): string[] => [NAME, `${words} → bolatov`];

  test.each([
    ['in the next sentence', 'Приехал Ескен Болатов. Аким Тургайской области молчал.'],
    ['after a colon', 'Молчал Ескен Болатов: Аким Тургайской области не знал.'],
    ['in the next paragraph', 'Молчал Ескен Болатов\nАким Тургайской области не знал.'],
    ['after another word', 'Ескен Болатов ждал. Молчал и Аким Тургайской области.'],
  ])('%s', async (_, text) => {
    expect(await links(text)).toEqual(office('Аким Тургайской области'));
  });

  test('in the instrumental, where a preposition asks for it', async () => {
    const text = 'Ескен Болатов знал: встреча с акимом Тургайской области завтра.';
    expect(await links(text)).toEqual(office('акимом Тургайской области'));
  });
});
