import { type LookUpIndex, PARTS } from './index-shape';

/** Words with what they lead to, gathered to be packed. */
export interface Vocabulary {
  /** An empty word is left out. */
  add(word: string, posting: number): void;
  packed(): Pick<LookUpIndex, 'letters' | 'wordStarts' | 'postingStarts' | 'postings'>;
}

/** Where each of several lists begins when they are put together, and where the last one ends. */
export function startsOf(lengths: readonly number[]): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(lengths.length + 1);
  for (const [at, length] of lengths.entries()) starts[at + 1] = (starts[at] ?? 0) + length;
  return starts;
}

/** The same word of the same record comes once for each spelling: they come one after another. */
function addOnce(list: number[], posting: number): void {
  const record = Math.floor(posting / PARTS);
  for (let at = list.length - 1; at >= 0; at -= 1) {
    const known = list[at] ?? 0;
    if (known === posting) return;
    if (Math.floor(known / PARTS) !== record) break;
  }
  list.push(posting);
}

/** An empty vocabulary. */
export function vocabulary(): Vocabulary {
  const lists = new Map<string, number[]>();
  return {
    add: (word, posting) => {
      if (word === '') return;
      const list = lists.get(word);
      if (list === undefined) lists.set(word, [posting]);
      else addOnce(list, posting);
    },
    packed: () => packed(lists),
  };
}

function packed(lists: ReadonlyMap<string, readonly number[]>): ReturnType<Vocabulary['packed']> {
  const words = [...lists.keys()].sort();
  const wordStarts = startsOf(words.map(({ length }) => length));
  const postingStarts = startsOf(words.map((word) => lists.get(word)?.length ?? 0));
  const letters = new Uint8Array(wordStarts.at(-1) ?? 0);
  const postings = new Uint32Array(postingStarts.at(-1) ?? 0);
  for (const [at, word] of words.entries()) {
    const start = wordStarts[at] ?? 0;
    for (let i = 0; i < word.length; i += 1) letters[start + i] = word.charCodeAt(i);
    postings.set(lists.get(word) ?? [], postingStarts[at] ?? 0);
  }
  return {
    letters,
    wordStarts,
    postingStarts,
    postings,
  };
}
