import type { LookUpIndex } from './index-shape';

const VOWEL_CODES: ReadonlySet<number> = new Set(Array.from('aeiou', (one) => one.charCodeAt(0)));

/** A number of a packed list; every place asked for is in it. */
export const at = (list: Uint8Array | Uint32Array, place: number): number => list[place] ?? 0;

/** First word that is not before `key`. */
export function lowerBound(index: LookUpIndex, key: string): number {
  let low = 0;
  let high = index.wordStarts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(index, middle, key)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBefore({ letters, wordStarts }: LookUpIndex, word: number, key: string): boolean {
  const start = wordStarts[word] ?? 0;
  const length = (wordStarts[word + 1] ?? 0) - start;
  for (let at = 0; at < key.length; at += 1) {
    if (at >= length) return true;
    const difference = (letters[start + at] ?? 0) - key.charCodeAt(at);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** Whether a word begins with a key. */
export function startsWith(
  { letters, wordStarts }: LookUpIndex,
  word: number,
  key: string,
): boolean {
  const start = wordStarts[word] ?? 0;
  if ((wordStarts[word + 1] ?? 0) - start < key.length) return false;
  for (let at = 0; at < key.length; at += 1)
    if (letters[start + at] !== key.charCodeAt(at)) return false;
  return true;
}

/** Letters of a word without its last vowels; two at least, as `stem` has it. */
export function stemLength(
  { letters, wordStarts }: Pick<LookUpIndex, 'letters' | 'wordStarts'>,
  word: number,
): number {
  const start = wordStarts[word] ?? 0;
  let end = wordStarts[word + 1] ?? 0;
  while (end - start > 2 && VOWEL_CODES.has(letters[end - 1] ?? 0)) end -= 1;
  return end - start;
}

/** Letters of a word. */
export const lengthOf = ({ wordStarts }: LookUpIndex, word: number): number =>
  (wordStarts[word + 1] ?? 0) - (wordStarts[word] ?? 0);

/** Calls back for every word that begins with a key. */
export function eachBegun(index: LookUpIndex, key: string, use: (word: number) => void): void {
  const last = index.wordStarts.length - 1;
  for (let word = lowerBound(index, key); word < last && startsWith(index, word, key); word += 1)
    use(word);
}
