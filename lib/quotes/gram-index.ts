/** Letters of a gram: with three, a text with a fifth of its letters changed keeps two grams of five. */
const GRAM = 3;
const BUCKETS = 1 << 16;
/** Grams that a stretch must share with the pattern to be looked at; 0.4 is sure for similarity 0.8. */
const SHARE = 0.3;

/** Where each run of three letters stands in a text, by hash; made once a page, at the first lost quote. */
export interface GramIndex {
  readonly text: string;
  readonly firsts: Int32Array;
  readonly places: Int32Array;
}

function hashAt(text: string, at: number): number {
  const a = text.charCodeAt(at);
  const b = text.charCodeAt(at + 1);
  const c = text.charCodeAt(at + 2);
  return (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)) >>> 16;
}

/** Indexes a text (in lower case already, if case is not to matter). */
export function indexGrams(text: string): GramIndex {
  const count = Math.max(0, text.length - GRAM + 1);
  const firsts = new Int32Array(BUCKETS + 1);
  for (let at = 0; at < count; at++) {
    const next = hashAt(text, at) + 1;
    firsts[next] = (firsts[next] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < BUCKETS; bucket++)
    firsts[bucket + 1] = (firsts[bucket + 1] ?? 0) + (firsts[bucket] ?? 0);
  const places = new Int32Array(count);
  const filled = firsts.slice();
  for (let at = 0; at < count; at++) {
    const bucket = hashAt(text, at);
    const place = filled[bucket] ?? 0;
    places[place] = at;
    filled[bucket] = place + 1;
  }
  return { text, firsts, places };
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
  for (const bucket of new Set(Array.from({ length: grams }, (_, at) => hashAt(pattern, at)))) {
    let lastSlot = -1;
    for (let at = index.firsts[bucket] ?? 0; at < (index.firsts[bucket + 1] ?? 0); at++) {
      const slot = Math.floor((index.places[at] ?? 0) / step);
      if (slot !== lastSlot) votes[slot] = (votes[slot] ?? 0) + 1;
      lastSlot = slot;
    }
  }
  return best(votes, grams * SHARE, most).map((slot) => ({
    start: Math.max(0, (slot - 1) * step),
    end: Math.min(index.text.length, (slot + 3) * step + pattern.length),
  }));
}

/** A pattern lies over two or three neighbouring slots: a slot is judged with the two after it. */
function best(votes: Int32Array, least: number, most: number): number[] {
  const sums: [slot: number, sum: number][] = [];
  for (let slot = 0; slot < votes.length; slot++) {
    const sum = (votes[slot] ?? 0) + (votes[slot + 1] ?? 0) + (votes[slot + 2] ?? 0);
    if (sum >= least) sums.push([slot, sum]);
  }
  sums.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const taken: number[] = [];
  for (const [slot] of sums) {
    if (taken.length === most) break;
    if (!taken.some((other) => Math.abs(other - slot) <= 1)) taken.push(slot);
  }
  return taken;
}
