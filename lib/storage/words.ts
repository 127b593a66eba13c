/** Neither ids nor hosts have blanks in them. */
export const BLANK = ' ';

/** Words with a blank between them, cut out one at a time. */
export class Words {
  readonly size: number;
  readonly text: string;
  readonly #starts: Int32Array;

  /** @param size how many words are in the text */
  constructor(text: string, size: number) {
    this.text = text;
    this.size = size;
    this.#starts = new Int32Array(size + 1);
    let start = 0;
    for (let at = 0; at < size; at += 1) {
      this.#starts[at] = start;
      const end = text.indexOf(BLANK, start);
      start = (end < 0 ? text.length : end) + 1;
    }
    this.#starts[size] = start;
  }

  start(at: number): number {
    return this.#starts[at] ?? 0;
  }

  /** Where the word ends. */
  end(at: number): number {
    return this.start(at + 1) - 1;
  }

  at(at: number): string {
    return this.text.slice(this.start(at), this.end(at));
  }
}

function hashOf(text: string, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

/**
 * Finds words by what they are. A delta asks for a thousand of 100,000: a Map of them all took 98 of its 690 ms, since
 * it has to have each word as a string of its own.
 */
export class WordTable {
  readonly #words: Words;
  readonly #hashes: Int32Array;
  /** Places of words plus one, where their hashes lead or the next free slot; at most half full. */
  readonly #slots: Int32Array;

  constructor(text: string, size: number) {
    this.#words = new Words(text, size);
    this.#hashes = new Int32Array(size);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * size + 2)));
    for (let at = 0; at < size; at += 1) {
      const [from, to] = [this.#words.start(at), this.#words.end(at)];
      const hash = hashOf(text, from, to);
      this.#hashes[at] = hash;
      this.#slots[this.#slotOf(text, from, to, hash)] = at + 1;
    }
  }

  /** The last place of a word, or null. */
  lastOf(word: string): number | null {
    const slot = this.#slotOf(word, 0, word.length, hashOf(word, 0, word.length));
    const at = (this.#slots[slot] ?? 0) - 1;
    return at < 0 ? null : at;
  }

  /** Each word once. */
  *words(): Generator<string> {
    for (const place of this.#slots) if (place > 0) yield this.#words.at(place - 1);
  }

  /** The slot of a word that stands in `text`, or the one that is free for it. */
  #slotOf(text: string, from: number, to: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const at = (this.#slots[slot] ?? 0) - 1;
      if (at < 0 || (this.#hashes[at] === hash && this.#isAt(at, text, from, to))) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #isAt(at: number, text: string, from: number, to: number): boolean {
    const start = this.#words.start(at);
    if (this.#words.end(at) - start !== to - from) return false;
    return this.#words.text.startsWith(text.slice(from, to), start);
  }
}
