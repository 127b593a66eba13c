import { fold } from '@/lib/language/fold';
import { LOOK_ALIKES } from '@/lib/language/fold-rows';
import { CASE } from '@/lib/language/rules';
import type { Person, PersonName } from '@/lib/ledger/records';
import { aliasesOf } from './person-names';
import { CONFLICT, type SideReading } from './side-reading';
import type { Token } from './tokens';

/** Initials agree when each begins the given name or patronymic of one spelling; unknown patronymics do not matter. */
export function readInitials(
  person: Person,
  initials: readonly Token[],
  surname: Token | undefined,
): SideReading {
  const isCyrillic = CYRILLIC.test(surname?.text ?? '');
  const [first, ...others] = initials.map(({ text }) => (isCyrillic ? toCyrillic(text) : text));
  // Of three the second belongs to a double given name: «К.-Ж. К. Токаев».
  const [middle, last] = others.length > 1 ? others : [undefined, others[0]];
  const fits = aliasesOf(person).some(
    (alias) =>
      begins(alias.given, first ?? '') &&
      (middle === undefined || isGivenPart(alias.given, middle)) &&
      (last === undefined || isSecond(person, alias, last)),
  );
  return fits
    ? { kind: 'initials', taken: initials.length, mask: CASE.any, hasPatronymic: false }
    : CONFLICT;
}

const CYRILLIC = /[\u0400-\u04FF]/u;

/** «Ким B. C.» with Latin letters: beside a Cyrillic surname they are what they look like. */
const toCyrillic = (initial: string): string =>
  LOOK_ALIKES.find(([, latin]) => latin === initial.toLowerCase())?.[0] ?? initial;

/** Whether an initial begins the patronymic of a spelling, or the second part of its given name. */
function isSecond(person: Person, { given, patronymic }: PersonName, initial: string): boolean {
  if (isGivenPart(given, initial)) return true;
  return patronymic === undefined ? !hasPatronymic(person) : begins(patronymic, initial);
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
  const letter = fold(initial);
  if (letter === '') return false;
  return (
    fold(word).startsWith(letter) ||
    fold(word.slice(0, 2)).startsWith(letter) ||
    word.toLowerCase().startsWith(initial.toLowerCase())
  );
}
