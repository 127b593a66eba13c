import { describe, expect, test } from 'vitest';
import { AREAS, area, linksOn, OFFICIALS, row } from './ledger-of';

/** A town and a district of one name, whose akims bear one surname; the akim of another district. */
const links = linksOn(
  [
    ...OFFICIALS,
    row('town', 'Нуров Болат', 'akim', 'taldy', { kk: 'Нұров Болат', en: 'Nurov Bolat' }),
    row('district', 'Нуров Асет', 'akim', 'taldy-d', { kk: 'Нұров Әсет', en: 'Nurov Aset' }),
    row('other', 'Сеитов Марат', 'akim', 'ili-d', { en: 'Seitov Marat' }),
  ],
  [
    ...AREAS,
    area('taldy', 'city', 'turgai', 'Талды', 'Талды', 'Taldy'),
    area('taldy-d', 'district', 'turgai', 'Талдинский район', 'Талды ауданы', 'Taldy District'),
    area('ili-d', 'district', 'turgai', 'Илинский район', 'Іле ауданы', 'Ili District'),
  ],
);

describe('a list of areas has one word for their kind, after all of them', () => {
  test.each([
    ['Акимы Талдинского и Илинского районов Нуров и Сеитов опоздали.', 'Нуров', 'Сеитов'],
    ['Акимы Илинского, Талдинского районов Нуров и Сеитов опоздали.', 'Нуров', 'Сеитов'],
    ['Талды және Іле аудандарының әкімдері Нұров пен Сеитов кешікті.', 'Нұров', 'Сеитов'],
    ['Іле, Талды аудандарының әкімдері Нұров пен Сеитов кешікті.', 'Нұров', 'Сеитов'],
    ['The akims of Taldy and Ili districts, Nurov and Seitov, were late.', 'Nurov', 'Seitov'],
    ['The akims of Ili, Taldy and Ozen districts Nurov and Seitov left.', 'Nurov', 'Seitov'],
  ])('%s', async (text, first, second) => {
    expect(await links(text)).toEqual([`${first} → district`, `${second} → other`]);
  });

  test.each([
    ['В Талдинском и Илинском районах ждали. Господин Нуров опоздал.', 'Нуров'],
    ['В Илинском, Талдинском районах ждали. Господин Нуров опоздал.', 'Нуров'],
    ['Талды және Іле аудандарында күтті. Нұров мырза кешікті.', 'Нұров'],
    ['In Taldy and Ili districts they waited. Mr Nurov was late.', 'Nurov'],
  ])('%s', async (text, name) => {
    expect(await links(text)).toEqual([`${name} → district`]);
  });

  test.each([
    ['the kind is in another paragraph', 'В Талдинском\nи Илинском районах ждали.', 'Нуров'],
    ['one name alone is the town’s', 'In Taldy districts they waited.', 'Nurov'],
    ['a word that lists nothing stands between', 'Taldy for Ili districts is far.', 'Nurov'],
  ])('it is none where %s', async (_, text, name) => {
    const found = await links(`${text} ${name === 'Nurov' ? 'Mr' : 'Господин'} ${name} опоздал.`);
    expect(found).not.toContain(`${name} → district`);
  });
});

describe('of two bearers whose titles are alike the place tells', () => {
  test.each([
    ['named before', 'В Талдинском районе ждали. Аким Нуров опоздал.', ['Нуров → district']],
    ['the town’s name alone', 'В Талды ждали. Аким Нуров опоздал.', ['Нуров → town']],
    ['with its title', 'Аким Талдинского района Нуров опоздал.', ['Нуров → district']],
    ['an adjective before the title', 'Талдинский аким Нуров опоздал.', ['Нуров → district']],
    ['not the region of both', 'В Тургайской области ждали. Аким Нуров опоздал.', []],
    ['not none', 'Аким Нуров опоздал.', []],
  ])('%s', async (_, text, expected) => {
    expect(await links(text)).toEqual(expected);
  });
});
