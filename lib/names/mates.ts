import type { NameHit } from './name-hits';
import type { Occurrence } from './occurrences';
import type { Reading } from './reading';
import { languageAt } from './text-document';
import { isFollowed } from './tokens';

/** `Anna Omarova and Yerlan Pak`: two full names with a word of lists between. */
export function matesOf(
  { document }: Reading,
  occurrences: readonly Occurrence[],
): Map<number, Occurrence> {
  const mates = new Map<number, Occurrence>();
  const ends = new Map<number, Occurrence>();
  for (const one of occurrences) for (const hit of fullHits(one)) ends.set(hit.to, one);
  for (const one of occurrences)
    for (const { from } of fullHits(one)) {
      const word = document.tokens[from - 1];
      const before = ends.get(from - 1);
      if (!word || !before || !languageAt(word).listWords.has(word.skeleton)) continue;
      if (!isFollowed(document, from) || !isFollowed(document, from - 1)) continue;
      mates.set(one.at, before);
      mates.set(before.at, one);
    }
  return mates;
}

/** Of those whom the words may name the ones named in full. */
export const fullHits = ({ hits }: Occurrence): readonly NameHit[] =>
  hits.filter(({ kind }) => kind === 'full');
