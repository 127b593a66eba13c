/** Letters of a gram: with three, a text with a fifth of its letters changed keeps two grams of five. */
const GRAM = 3;
const MOST_BITS = 16;
const LEAST_BITS = 8;
/** Grams that a stretch must share with the pattern to be looked at; 0.4 is sure for similarity 0.8. */
const SHARE = 0.3;

/** What a stretch reaches over its slots on each side, as a share of the pattern. */
const MARGIN = 0.3;
/** A stretch with fewer votes than this share of the best one's is no rival of it. */
const RIVAL = 0.7;

/** Where each run of three letters stands in a text, by hash; made once a page, at the first lost quote. */
export interface GramIndex {
  readonly text: string;
  /** How far a hash of 32 bits is shifted to give a bucket. */
  readonly shift: number;
  readonly firsts: Int32Array;
  readonly places: Int32Array;
}

function hashAt(text: string, at: number, shift: number): number {
  const a = text.charCodeAt(at);
  const b = text.charCodeAt(at + 1);
  const c = text.charCodeAt(at + 2);
  return (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)) >>> shift;
}

/** Indexes a text (in lower case already, if case is not to matter). */
export function indexGrams(text: string): GramIndex {
  const count = Math.max(0, text.length - GRAM + 1);
  // About as many buckets as letters: a small page should not pay for a big one.
  const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.ceil(Math.log2(text.length + 1))));
  const shift = 32 - bits;
  const buckets = 1 << bits;
  const firsts = new Int32Array(buckets + 1);
  // A bucket has 16 bits at most.
  const hashes = new Uint16Array(count);
  for (let at = 0; at < count; at++) {
    const bucket = hashAt(text, at, shift);
    hashes[at] = bucket;
    firsts[bucket + 1] = (firsts[bucket + 1] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket++)
    firsts[bucket + 1] = (firsts[bucket + 1] ?? 0) + (firsts[bucket] ?? 0);
  const places = new Int32Array(count);
  const filled = firsts.slice();
  for (let at = 0; at < count; at++) {
    const bucket = hashes[at] ?? 0;
    const place = filled[bucket] ?? 0;
    places[place] = at;
    filled[bucket] = place + 1;
  }
  return { text, shift, firsts, places };
}

/** Stretches of the text that may hold the pattern with up to a fifth of errors, the likeliest first. */
export function likelyWindows(
  index: GramIndex,
  pattern: string,
  most: number,
): { readonly start: number; readonly end: number }[] {
  const grams = pattern.length - GRAM + 1;
  if (grams < 1) return [];
  const step = Math.max(GRAM, pattern.length >> 1);
  const votes = new Int32Array(Math.ceil(index.text.length / step) + 1);
  for (const bucket of new Set(
    Array.from({ length: grams }, (_, at) => hashAt(pattern, at, index.shift)),
  )) {
    const end = index.firsts[bucket + 1] ?? 0;
    // A bucket's places rise: those of a slot that has its vote are passed over.
    let slotEnd = 0;
    for (let at = index.firsts[bucket] ?? 0; at < end; at++) {
      const place = index.places[at] ?? 0;
      if (place < slotEnd) continue;
      const slot = Math.floor(place / step);
      votes[slot] = (votes[slot] ?? 0) + 1;
      slotEnd = (slot + 1) * step;
    }
  }
  // The pattern lies in the three slots of its vote; words added at either end may reach out of them.
  const margin = Math.ceil(pattern.length * MARGIN);
  return best(votes, grams * SHARE, most).map((slot) => ({
    start: Math.max(0, slot * step - margin),
    end: Math.min(index.text.length, (slot + 3) * step + margin),
  }));
}

/** A pattern lies over two or three neighbouring slots: a slot is judged with the two after it. */
function best(votes: Int32Array, least: number, most: number): number[] {
  const sums = votes.map((vote, slot) => vote + (votes[slot + 1] ?? 0) + (votes[slot + 2] ?? 0));
  const top = sums.reduce((greatest, sum) => Math.max(greatest, sum), 0);
  const floor = Math.max(least, top * RIVAL);
  const rivals: [slot: number, sum: number][] = [];
  sums.forEach((sum, slot) => {
    if (sum >= floor) rivals.push([slot, sum]);
  });
  rivals.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const taken: number[] = [];
  for (const [slot] of rivals) {
    if (taken.length === most) break;
    if (!taken.some((other) => Math.abs(other - slot) <= 1)) taken.push(slot);
  }
  return taken;
}
