import { createRequire } from 'node:module';
import { inclineFirstname, inclineLastname, inclineMiddlename } from 'lvovich';
import { describe, expect, test } from 'vitest';
import { fold } from '@/lib/language/fold';
import { caseOf, stemsOfToken } from '@/lib/language/inflect';
import { KK_RULES } from '@/lib/language/kk/rules';
import { RU_RULES } from '@/lib/language/ru/rules';
import type { Gender, Person } from '@/lib/ledger/records';
import { keysOfPerson } from '@/lib/names/keys';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { readLedgerFolder } from '../../eval/ledger-folder';
import { kazakhCases, kazakhChains } from './kazakh-forms';
import rulings from './oracle-rulings.json';

const CASES = ['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const;
type Case = (typeof CASES)[number];
const PARTS = ['given', 'patronymic', 'family'] as const;
type Part = (typeof PARTS)[number];
const ORACLES = ['petrovich', 'lvovich'] as const;
type Oracle = (typeof ORACLES)[number];

// petrovich is a CommonJS script without types; this is the part of its shape that its README shows.
const petrovich = createRequire(import.meta.url)('petrovich') as Record<
  Gender,
  Record<'first' | 'middle' | 'last', Record<Case, (word: string) => string>>
>;
const PETROVICH_PARTS = { given: 'first', patronymic: 'middle', family: 'last' } as const;
const LVOVICH_PARTS = {
  given: inclineFirstname,
  patronymic: inclineMiddlename,
  family: inclineLastname,
} as const;

function incline(oracle: Oracle, part: Part, word: string, one: Case, gender: Gender): string {
  if (oracle === 'petrovich') return petrovich[gender][PETROVICH_PARTS[part]][one](word);
  return LVOVICH_PARTS[part](word, one, gender);
}

const ledger = readLedgerFolder(new URL('../../../tracker/ledger/kz', import.meta.url).pathname);
const gazetteer = memoryGazetteer(ledger);

/** A word of a listed Russian name in one case, by one oracle. */
interface Vector {
  readonly person: Person;
  readonly part: Part;
  readonly base: string;
  readonly one: Case;
  readonly oracle: Oracle;
  readonly form: string;
}

const vectors: readonly Vector[] = ledger.persons.flatMap((person) => {
  const { gender } = person;
  if (gender === null) throw new Error(`${person.id} has no gender: an oracle cannot decline it`);
  return PARTS.flatMap((part) => {
    const base = person.name.ru?.[part];
    if (base === undefined) return [];
    return CASES.flatMap((one) =>
      ORACLES.map((oracle) => ({
        person,
        part,
        base,
        one,
        oracle,
        form: incline(oracle, part, base, one, gender),
      })),
    );
  });
});

/** Where the oracles do not agree, as `oracle-rulings.json` writes it. */
function disagreements(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { person, part, base, one, oracle, form } of vectors) {
    if (oracle !== 'petrovich' || person.gender === null) continue;
    const other = incline('lvovich', part, base, one, person.gender);
    if (other !== form) found.add(`${base}, ${part}, ${one}: ${form} or ${other}`);
  }
  return found;
}

const lineOf = (row: (typeof rulings)[number]): string =>
  `${row.name}, ${row.part}, ${row.case}: ${row.petrovich} or ${row.lvovich}`;

/** A form that was ruled to be the oracle's fault. */
function isOverruled({ part, base, one, oracle, form }: Vector): boolean {
  return rulings.some(
    (row) =>
      row.name === base &&
      row.part === part &&
      row.case === one &&
      row[oracle] === form &&
      row.right !== oracle,
  );
}

test('every disagreement of the oracles has a ruling, and every ruling a disagreement', () => {
  expect(rulings.map(lineOf).toSorted()).toEqual([...disagreements()].toSorted());
  for (const { why } of rulings) expect(why).not.toBe('');
});

describe('every Russian form of a starter ledger name is known as that name', () => {
  const known = vectors.filter((vector) => !isOverruled(vector));

  test.each(PARTS)('%s', (part) => {
    const missed = known.filter(
      (one) =>
        one.part === part && caseOf(RU_RULES, one.base, one.person.gender, fold(one.form)) === 0,
    );
    expect(missed.map(({ base, form }) => `${base} → ${form}`)).toEqual([]);
  });

  test('surnames are also found by their keys', () => {
    const missed = known.filter(({ part, person, form }) => {
      const keys = new Set(keysOfPerson(person));
      return (
        part === 'family' && !stemsOfToken(RU_RULES, fold(form)).some((key) => keys.has(`f:${key}`))
      );
    });
    expect(missed.map(({ base, form }) => `${base} → ${form}`)).toEqual([]);
  });
});

const SENTENCES: Readonly<Record<Case, (name: string) => string>> = {
  genitive: (name) => `Жители дождались ${name} только вечером.`,
  dative: (name) => `Жители написали ${name} письмо.`,
  accusative: (name) => `Жители видели ${name} вчера.`,
  instrumental: (name) => `Жители говорили с ${name} вчера.`,
  prepositional: (name) => `Жители спорили о ${name} вчера.`,
};

/** The full name in one case by one oracle; null where a word of it was overruled. */
function fullName(person: Person, one: Case, oracle: Oracle): string | null {
  const words = vectors.filter(
    (vector) =>
      vector.person === person &&
      vector.one === one &&
      vector.oracle === oracle &&
      vector.part !== 'patronymic',
  );
  return words.some(isOverruled) ? null : words.map(({ form }) => form).join(' ');
}

async function isFound(sentence: string, person: Person): Promise<boolean> {
  const mentions = await link([sentence], { date: '2024-05-01' }, gazetteer);
  return mentions.some(({ personId }) => personId === person.id);
}

test.each(CASES)('every starter ledger name is found in a Russian sentence: %s', async (one) => {
  const missed: string[] = [];
  let asked = 0;
  for (const person of ledger.persons)
    for (const oracle of ORACLES) {
      const name = fullName(person, one, oracle);
      if (name === null) continue;
      asked += 1;
      if (!(await isFound(SENTENCES[one](name), person))) missed.push(name);
    }
  expect(missed).toEqual([]);
  const overruled = rulings.filter((row) => row.case === one).length;
  expect(asked).toBe(ORACLES.length * ledger.persons.length - overruled);
});

const kazakhNames = ledger.persons.flatMap((person) => {
  const { kk } = person.name;
  return kk === undefined ? [] : [{ person, ...kk }];
});

test('every Kazakh chain of a starter ledger surname is known as that surname', () => {
  const missed = kazakhNames.flatMap(({ family }) =>
    [...kazakhCases(family), ...kazakhChains(family)].filter(
      (form) => caseOf(KK_RULES, family, null, fold(form)) === 0,
    ),
  );
  expect(missed).toEqual([]);
  expect(kazakhNames.length).toBeGreaterThan(40);
});

test('every starter ledger name is found in a Kazakh sentence in all cases', async () => {
  const missed: string[] = [];
  for (const { person, given, family } of kazakhNames)
    for (const form of kazakhCases(family))
      if (!(await isFound(`Тұрғындар кеше ${given} ${form} туралы айтып, жауап күтті.`, person)))
        missed.push(`${given} ${form}`);
  expect(missed).toEqual([]);
});

test('a woman is not the man of her surname', () => {
  expect(caseOf(RU_RULES, 'Баталова', 'female', fold('Баталову'))).toBeGreaterThan(0);
  expect(caseOf(RU_RULES, 'Баталова', 'female', fold('Баталовым'))).toBe(128 | 4);
  expect(caseOf(RU_RULES, 'Баталов', 'male', fold('Баталовой'))).toBe(0);
  expect(caseOf(KK_RULES, 'Баталов', 'male', fold('Баталова'))).toBe(0);
});
