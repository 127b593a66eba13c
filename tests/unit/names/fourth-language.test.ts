import { expect, test } from 'vitest';
import { EN_RULES } from '@/lib/language/en/rules';
import { CASE, type LanguageRules } from '@/lib/language/rules';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { AREAS, ledgerOf, OFFICIALS } from './ledger-of';

/** A toy language of ten rows: «bosa» is a head, «zi» ends a genitive, the place stands before the title. */
const TOY: LanguageRules = {
  ...EN_RULES,
  commonWords: ['mo', 'ke', 'lu', 'pa'],
  paradigms: [
    {
      suffix: '',
      gender: null,
      drop: 0,
      endings: [
        [CASE.nominative, ''],
        [CASE.genitive, 'zi'],
      ],
    },
  ],
  strips: ['zi'],
  patronymics: [],
  areaSide: ['before'],
  titles: [{ phrase: 'bosa', roles: ['akim'], area: 'any' }],
  kinds: [{ phrase: 'landa', classes: ['oblast'] }],
  markers: [{ kind: 'dependent', side: 'before', phrases: ['mofa'] }],
  links: [],
  agreement: 'last',
  starters: ['ke'],
  sayingWords: ['lupa'],
};

const gazetteer = memoryGazetteer(ledgerOf(OFFICIALS, AREAS));

test('a fourth language is a table and needs no change of the engine', async () => {
  const text = 'Ke mo Yesken Bolatovzi pa lu mo ke. Lu Bolatov lupa mo ke.';
  const mentions = await link([text], { date: '2022-05-01' }, gazetteer, [TOY]);
  expect(mentions.map(({ surface, personId }) => [surface, personId])).toEqual([
    ['Yesken Bolatovzi', 'bolatov'],
    ['Bolatov', 'bolatov'],
  ]);
});

test('its endings are none of English', async () => {
  const text = 'The paper says that Yesken Bolatovzi was in the city.';
  expect(await link([text], { date: '2022-05-01' }, gazetteer, [EN_RULES])).toEqual([]);
});
