import { describe, expect, test } from 'vitest';
import { linksOn, OFFICIALS, row } from './ledger-of';

/** Two of one name with offices in one region, so that its name does not tell them apart. */
const links = linksOn([
  ...OFFICIALS,
  row('deputy', 'Шаров Серик', 'deputyAkim', 'turgai', { en: 'Sharov Serik' }),
  row('secretary', 'Шаров Серик', 'maslikhatSecretary', 'oz-d', { en: 'Sharov Serik' }),
]);

/** Which of the two the name is linked to. */
async function who(text: string): Promise<string[]> {
  const ofName = (await links(text)).filter((one) => /^(?:Serik|Серик) /u.test(one));
  return ofName.map((one) => one.split(' → ')[1] ?? '');
}

describe('of two of one name a title said of him tells', () => {
  test.each([
    ['before it', 'Заместитель акима Тургайской области Серик Шаров ждал.'],
    ['after it', 'Серик Шаров, заместитель акима Тургайской области, ждал.'],
    ['after «became»', 'Serik Sharov became deputy akim of Turgai Region.'],
    ['after «became the»', 'Serik Sharov became the deputy akim of Turgai Region.'],
    ['after «стал»', 'Серик Шаров стал заместителем акима Тургайской области.'],
    ['between commas', 'The deputy akim of Turgai Region, Serik Sharov, waits.'],
    ['before a semicolon', 'We met the deputy akim of Turgai Region, Serik Sharov; it rained.'],
    ['at the end', 'We met the deputy akim of Turgai Region, Serik Sharov'],
  ])('%s', async (_, text) => {
    expect(await who(text)).toEqual(['deputy']);
  });

  test.each([
    ['none', 'В Тургайской области ждал Серик Шаров.'],
    ['one whom he met', 'Serik Sharov met the deputy akim of Turgai Region.'],
    ['one in another case', 'Серик Шаров видел заместителя акима Тургайской области.'],
    ['one before a list', 'The deputy akim of Turgai Region, Serik Sharov and others wait.'],
    ['one before a colon', 'We met the deputy akim of Turgai Region: Serik Sharov, who waits.'],
    ['one over a comma and a verb', 'Serik Sharov, became deputy akim of Turgai Region.'],
  ])('but not %s', async (_, text) => {
    expect(await who(text)).toEqual([]);
  });
});
