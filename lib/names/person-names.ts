import type { LanguageRules } from '@/lib/language/rules';
import type { Person, PersonName } from '@/lib/ledger/records';

/** The names of a person in every script, those of `otherNames` split by position: given first, surname last. */
export function aliasesOf(person: Person): PersonName[] {
  const known = aliases.get(person);
  if (known) return known;
  const names = [person.name.ru, person.name.kk, person.name.en].filter(
    (name) => name !== undefined,
  );
  for (const other of person.otherNames) {
    const name = splitName(other.name);
    if (name) names.push(name);
  }
  aliases.set(person, names);
  return names;
}

const aliases = new WeakMap<Person, PersonName[]>();

/** «Given Surname» or «Surname» alone (given empty); null for anything longer, whose order is not known. */
function splitName(name: string): PersonName | null {
  const words = name.trim().split(/\s+/u);
  const [first, second, third] = words;
  if (first === undefined || words.length > 3) return null;
  if (second === undefined) return { family: first, given: '' };
  if (third === undefined) return { family: second, given: first };
  // «Given Patronymic Surname» and «Surname Given Patronymic» are told apart by the patronymic's ending.
  const isPatronymic = /(?:вич|вна|ична|ұлы|улы|қызы|кызы|vich|vna|uly|kyzy)$/iu;
  if (isPatronymic.test(second)) return { family: third, given: first, patronymic: second };
  return isPatronymic.test(third) ? { family: first, given: second, patronymic: third } : null;
}

/** Surnames of a person, without repeats. */
export function familyAliases(person: Person): string[] {
  return [...new Set(aliasesOf(person).map((name) => name.family))];
}

/** A surname that no other word ends like. */
export function isPlainSurname(person: Person, rules: LanguageRules): boolean {
  return aliasesOf(person).some(({ family }) =>
    rules.surnameEndings.some((one) => family.toLowerCase().endsWith(one)),
  );
}
