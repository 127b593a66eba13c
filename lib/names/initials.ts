import { fold } from '@/lib/language/fold';
import { CASE } from '@/lib/language/rules';
import type { Person, PersonName } from '@/lib/ledger/records';
import { aliasesOf } from './person-names';
import { CONFLICT, type SideReading } from './side-reading';
import type { Token } from './tokens';

/** Initials agree when each begins the given name or patronymic of one spelling; unknown patronymics do not matter. */
export function readInitials(person: Person, initials: readonly Token[]): SideReading {
  const [first, second] = initials.map((token) => fold(token.text));
  const fits = aliasesOf(person).some(
    (alias: PersonName) =>
      begins(alias.given, first ?? '') &&
      (second === undefined ||
        (alias.patronymic === undefined
          ? !hasPatronymic(person) || isGivenPart(alias.given, second)
          : begins(alias.patronymic, second) || isGivenPart(alias.given, second))),
  );
  return fits
    ? { kind: 'initials', taken: initials.length, mask: CASE.any, hasPatronymic: false }
    : CONFLICT;
}

const hasPatronymic = (person: Person): boolean =>
  aliasesOf(person).some((alias) => alias.patronymic !== undefined);

/** The second part of a double given name: К.-Ж. Токаев. */
function isGivenPart(given: string, initial: string): boolean {
  return given
    .split(/[-\s]/u)
    .slice(1)
    .some((part) => begins(part, initial));
}

/** `я`, `ю`, `е` and `ye` fold to letters that a word's skeleton may have dropped: the raw letters are compared too. */
function begins(word: string, initial: string): boolean {
  return (
    initial !== '' && (fold(word).startsWith(initial) || fold(word.slice(0, 2)).startsWith(initial))
  );
}
