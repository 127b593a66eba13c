import { createRequire } from 'node:module';
import { inclineFirstname, inclineLastname } from 'lvovich';
import { describe, expect, test } from 'vitest';
import { fold } from '@/lib/language/fold';
import { caseOf, stemsOfToken } from '@/lib/language/inflect';
import { KK_RULES } from '@/lib/language/kk/rules';
import { RU_RULES } from '@/lib/language/ru/rules';
import type { Person } from '@/lib/ledger/records';
import { keysOfPerson } from '@/lib/names/keys';
import { readLedgerFolder } from '../../eval/ledger-folder';

type Case = 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'prepositional';
type Oracle = Record<
  'male' | 'female',
  Record<'first' | 'last', Record<Case, (word: string) => string>>
>;

// petrovich is a CommonJS script without types; this is the part of its shape that its README shows.
const petrovich = createRequire(import.meta.url)('petrovich') as Oracle;

const CASES: readonly Case[] = [
  'genitive',
  'dative',
  'accusative',
  'instrumental',
  'prepositional',
];
const persons = readLedgerFolder(
  new URL('../../../tracker/ledger/kz', import.meta.url).pathname,
).persons;

interface Vector {
  readonly person: Person;
  readonly base: string;
  readonly form: string;
}

function vectors(part: 'first' | 'last'): Vector[] {
  return persons.flatMap((person) => {
    const base = part === 'last' ? person.name.ru?.family : person.name.ru?.given;
    const gender = person.gender;
    if (base === undefined || gender === null) return [];
    const incline = part === 'last' ? inclineLastname : inclineFirstname;
    return CASES.flatMap((one) => [
      { person, base, form: petrovich[gender][part][one](base) },
      { person, base, form: incline(base, one, gender) },
    ]);
  });
}

/**
 * Forms that an oracle makes and the language does not: petrovich declines women's names in a consonant and
 * Kazakh surnames in -улы and -ы, lvovich leaves the ь of a man's name in place.
 */
function isOracleFault({ person, base }: Vector): boolean {
  const isWomanInConsonant = person.gender === 'female' && /[бвгджзклмнпрстфхцчшщйь]$/u.test(base);
  return isWomanInConsonant || /(?:ұлы|улы|[иыоеуюэ])$/u.test(base);
}

describe('every Russian form of a starter ledger name is known as that name', () => {
  test.each(['last', 'first'] as const)('%s', (part) => {
    const missed = vectors(part).filter(
      (one) =>
        !isOracleFault(one) && caseOf(RU_RULES, one.base, one.person.gender, fold(one.form)) === 0,
    );
    expect(missed.map(({ base, form }) => `${base} → ${form}`)).toEqual([]);
    expect(vectors(part).length).toBeGreaterThan(1000);
  });

  test('surnames are also found by their keys', () => {
    const missed = vectors('last').filter((one) => {
      const keys = new Set(keysOfPerson(one.person));
      return (
        !isOracleFault(one) &&
        !stemsOfToken(RU_RULES, fold(one.form)).some((key) => keys.has(`f:${key}`))
      );
    });
    expect(missed.map(({ base, form }) => `${base} → ${form}`)).toEqual([]);
  });
});

/** Endings by vowel harmony and the last letter's voice, as a Kazakh grammar gives them. */
function kazakhForms(name: string): string[] {
  const last = name.slice(-1).toLowerCase();
  const vowels = name.toLowerCase().match(/[аәеёиоөуұүыіэюя]/gu) ?? ['а'];
  const isBack = /[аоұыуюя]/u.test(vowels.at(-1) ?? 'а');
  const h = (back: string, front: string): string => name + (isBack ? back : front);
  if (/[аәеёиоөуұүыіэюя]/u.test(last)) {
    return [
      h('ның', 'нің'),
      h('ға', 'ге'),
      h('ны', 'ні'),
      h('да', 'де'),
      h('дан', 'ден'),
      h('мен', 'мен'),
      h('лар', 'лер'),
    ];
  }
  if (/[мнң]/u.test(last))
    return [
      h('ның', 'нің'),
      h('ға', 'ге'),
      h('ды', 'ді'),
      h('да', 'де'),
      h('нан', 'нен'),
      h('мен', 'мен'),
      h('дар', 'дер'),
    ];
  if (/[лрйу]/u.test(last))
    return [
      h('дың', 'дің'),
      h('ға', 'ге'),
      h('ды', 'ді'),
      h('да', 'де'),
      h('дан', 'ден'),
      h('мен', 'мен'),
      h('лар', 'лер'),
    ];
  if (/[жз]/u.test(last))
    return [
      h('дың', 'дің'),
      h('ға', 'ге'),
      h('ды', 'ді'),
      h('да', 'де'),
      h('дан', 'ден'),
      h('бен', 'бен'),
      h('дар', 'дер'),
    ];
  return [
    h('тың', 'тің'),
    h('қа', 'ке'),
    h('ты', 'ті'),
    h('та', 'те'),
    h('тан', 'тен'),
    h('пен', 'пен'),
    h('тар', 'тер'),
    h('тағы', 'тегі'),
  ];
}

test('every Kazakh chain of a starter ledger surname is known as that surname', () => {
  const families = persons
    .map((person) => person.name.kk?.family ?? '')
    .filter((one) => one !== '');
  const missed = families.flatMap((family) =>
    kazakhForms(family).filter((form) => caseOf(KK_RULES, family, null, fold(form)) === 0),
  );
  expect(missed).toEqual([]);
  expect(families.length).toBeGreaterThan(40);
});

test('a woman is not the man of her surname', () => {
  expect(caseOf(RU_RULES, 'Баталова', 'female', fold('Баталову'))).toBeGreaterThan(0);
  expect(caseOf(RU_RULES, 'Баталова', 'female', fold('Баталовым'))).toBe(128 | 4);
  expect(caseOf(RU_RULES, 'Баталов', 'male', fold('Баталовой'))).toBe(0);
  expect(caseOf(KK_RULES, 'Баталов', 'male', fold('Баталова'))).toBe(0);
});
