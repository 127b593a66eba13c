import { stemsOfToken } from '@/lib/language/inflect';
import type { NameHit, Reading } from './name-hits';
import type { Occurrence } from './occurrences';

/**
 * Stems of surnames that the text also uses for something else: a street, a school, a firm, a place, a common word.
 * Alone, such a word is the person only beside a word that people do.
 */
export function taintedStems(reading: Reading, occurrences: readonly Occurrence[]): Set<string> {
  const tainted = new Set<string>();
  for (const occurrence of occurrences) {
    if (!isOtherUse(reading, occurrence)) continue;
    const token = reading.document.tokens[occurrence.at];
    if (token) for (const one of stemsOfToken(token.rules, token.skeleton)) tainted.add(one);
  }
  return tainted;
}

function isOtherUse(reading: Reading, { at, hits, context }: Occurrence): boolean {
  if (context.markers.has('memorial') || context.isQuoted) return true;
  const token = reading.document.tokens[at];
  if (!token) return false;
  if (isPlace(reading, at) && hits.every((hit: NameHit) => hit.kind !== 'full')) return true;
  return reading.document.lower.has(token.skeleton);
}

function isPlace(reading: Reading, at: number): boolean {
  return reading.places.at.has(at) || reading.places.endingAt.has(at + 1);
}
