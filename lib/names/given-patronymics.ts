import { CASE } from '@/lib/language/rules';
import type { Person } from '@/lib/ledger/records';
import type { Cast } from './anchors';
import type { NamedMention } from './mentions';
import { maybeGivenName, type NameGroup } from './name-groups';
import { givenMask, looksLikePatronymic, patronymicMask, type Reading } from './name-hits';

/** Given name and patronymic without a surname: of the one person of the text who bears both. */
export function givenPatronymics(
  reading: Reading,
  groups: readonly NameGroup[],
  cast: Cast,
): NamedMention[] {
  const ids = new Set(cast.anchors.map((anchor) => anchor.personId));
  const persons = [...ids]
    .map((id) => reading.knowledge.persons.get(id))
    .filter((p) => p !== undefined);
  const named: NamedMention[] = [];
  for (const group of groups) {
    // A word after the patronymic is a surname, judged already; one before may begin the sentence.
    const from = group.to - 2;
    if (from < group.from || isAfterName(reading, group.from, from)) continue;
    const [only, second] = persons.filter((person) => bears(reading, person, from));
    if (!only || second) continue;
    cast.anchors.push({ at: from, personId: only.id });
    named.push({
      from,
      to: group.to,
      personId: only.id,
      candidates: [only.id],
      light: false,
      reasons: [{ kind: 'givenPatronymic' }],
    });
  }
  return named;
}

/** Whether the word before the given name may be a surname: «Петров Ерлан Муратович» is another person. */
function isAfterName(reading: Reading, groupFrom: number, from: number): boolean {
  return from > groupFrom && maybeGivenName(reading.document, from - 1, CASE.any);
}

function bears(reading: Reading, person: Person, at: number): boolean {
  const [given, patronymic] = [reading.document.tokens[at], reading.document.tokens[at + 1]];
  if (!given || !patronymic || !looksLikePatronymic(patronymic)) return false;
  const mask = patronymicMask(person, patronymic);
  return mask !== null && mask !== 0 && givenMask(person, given) !== 0;
}
