import { CASE } from '@/lib/language/rules';
import type { NameHit } from './name-hits';
import { hasOffices, type Occurrence } from './occurrences';
import type { Reading } from './reading';

/**
 * Persons whose surname the text also uses for something else: a street, a school, a firm, a place.
 * Alone, such a word is the person only beside a word that people do.
 */
export function taintedPersons(
  reading: Reading,
  occurrences: readonly Occurrence[],
): ReadonlySet<string> {
  const tainted = new Set<string>();
  for (const occurrence of occurrences)
    if (isOtherUse(reading, occurrence))
      // Officials have no monuments; of a person without offices it may be his own.
      for (const hit of namedAfter(reading, occurrence))
        if (hasOffices(reading, hit)) tainted.add(hit.person.id);
  return tainted;
}

/** «имени Омарова» is after a man: of the persons who share the word those whom its genitive fits. */
function namedAfter(reading: Reading, { at, hits, context }: Occurrence): readonly NameHit[] {
  const isInflected = reading.document.tokens[at]?.rules.agreement === 'all';
  if (!isInflected || !context.markers.has('memorial')) return hits;
  const genitive = hits.filter((hit) => (hit.mask & CASE.genitive) !== 0);
  return genitive.length > 0 ? genitive : hits;
}

function isOtherUse(reading: Reading, { at, hits, context }: Occurrence): boolean {
  if (context.markers.has('memorial') || context.isQuoted) return true;
  return isPlace(reading, at) && hits.every((hit) => hit.kind !== 'full');
}

function isPlace(reading: Reading, at: number): boolean {
  return reading.places.at.has(at) || reading.places.endingAt.has(at + 1);
}

/** Whether a surname alone may be the other thing: of a tainted person, or a common word with the capital of its place. */
export function isTainted(
  { document }: Reading,
  at: number,
  hit: NameHit,
  tainted: ReadonlySet<string>,
): boolean {
  const token = document.tokens[at];
  if (!token) return false;
  const isCapitalByPlace = token.startsSentence || document.shouting.has(token.block);
  return tainted.has(hit.person.id) || (isCapitalByPlace && document.lower.has(token.skeleton));
}
