import type { Person } from '@/lib/ledger/records';
import type { Cast } from './anchors';
import type { NamedMention } from './mentions';
import type { NameGroup } from './name-groups';
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
    // Only the two words themselves: with a third one the name is another, or has been judged already.
    if (group.to - group.from !== 2) continue;
    const bearers = persons.filter((person) => bears(reading, person, group.from));
    const [only, second] = bearers;
    if (!only || second) continue;
    cast.anchors.push({ at: group.from, personId: only.id });
    named.push({
      from: group.from,
      to: group.to,
      personId: only.id,
      candidates: [only.id],
      light: false,
      reasons: [{ kind: 'givenPatronymic' }],
    });
  }
  return named;
}

function bears(reading: Reading, person: Person, at: number): boolean {
  const [given, patronymic] = [reading.document.tokens[at], reading.document.tokens[at + 1]];
  if (!given || !patronymic || !looksLikePatronymic(patronymic)) return false;
  const mask = patronymicMask(person, patronymic);
  return mask !== null && mask !== 0 && givenMask(person, given) !== 0;
}
