import { CASE } from '@/lib/language/rules';
import { BARE_ENDING } from './name-groups';
import type { NameHit } from './name-hits';
import type { Occurrence } from './occurrences';
import { isPlainSurname } from './person-names';
import type { Reading } from './reading';
import { languageAt } from './text-document';
import { isInflecting, isNextTo } from './tokens';
import { followerOf, genderOfVerb } from './verb-gender';

/** A word of saying or an honorific speaks for a person, where no word of place speaks against one. */
export function isPersonal({ context }: Occurrence): boolean {
  return (context.isPersonal && !context.isAfterPlaceWord) || context.markers.has('honorific');
}

/** A word of saying, or a verb in the past of his own sex right after a name that is a subject. */
export function isPerson(
  reading: Reading,
  occurrence: Occurrence,
  { person, mask }: NameHit,
  isCalledAfter: boolean,
): boolean {
  if (isPersonal(occurrence)) return true;
  const { tokens, lower } = reading.document;
  const token = tokens[occurrence.at];
  if (!token || occurrence.context.isAfterPlaceWord || (mask & CASE.nominative) === 0) return false;
  if (person.gender === 'female' && isWhole(reading, occurrence.at, mask)) return true;
  // A thing that the text has in small letters has verbs of its own; «турсунов» in them is a surname all the same.
  const isLikeWord = isCalledAfter || !isPlainSurname(person, token.rules);
  const isThing =
    isLikeWord && (lower.has(token.skeleton) || !languageAt(token).starters.has(token.skeleton));
  const told = genderOfVerb(followerOf(tokens, occurrence.at), token);
  return !isThing && told !== null && told === person.gender;
}

/** «К Лебедь приезжали», «у Лебедь»: after a preposition that asks for an ending the surname of a woman has none. */
function isWhole({ document }: Reading, at: number, mask: number): boolean {
  const [before, token] = [document.tokens[at - 1], document.tokens[at]];
  if (!before || !token || !isInflecting(token) || !isNextTo(before, token)) return false;
  const asked = languageAt(before).prepositions.get(before.skeleton) ?? 0;
  const isAsked = asked !== 0 && (asked & (CASE.nominative | CASE.accusative)) === 0;
  return isAsked && (mask & CASE.any) === CASE.any && BARE_ENDING.test(token.text);
}
