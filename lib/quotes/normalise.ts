/** A text in comparable form, with the way back to the raw text. */
export interface NormalisedText {
  readonly raw: string;
  readonly text: string;
  /** Raw offset at which the character `i` of `text` begins. */
  readonly starts: Int32Array;
  /** Raw offset at which the character `i` of `text` ends, what was collapsed into it included. */
  readonly ends: Int32Array;
}

/** Soft hyphen, zero-width space, joiners and direction marks, word joiner, byte order mark. */
const INVISIBLE = /\u034F|[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/u;
const SPACE = /\s/u;

/** Characters that a redesign or an editor swaps for one another without touching a word. */
const ALIKE: readonly (readonly [to: string, from: string])[] = [
  ['"', '«»“”„‟‹›‘’‚‛\'"`´″′〝〞'],
  ['-', '-‐‑‒–—―−﹘﹣－'],
  ['е', 'ё'],
  ['Е', 'Ё'],
];
const ALIKE_BY_LETTER = new Map(
  ALIKE.flatMap(([to, from]) => Array.from(from, (letter) => [letter, to] as const)),
);

/** What one character becomes: '' when it is dropped. */
function replaced(letter: string): string {
  if (SPACE.test(letter)) return ' ';
  if (INVISIBLE.test(letter)) return '';
  return ALIKE_BY_LETTER.get(letter) ?? letter;
}

/** Remembered answers: a page has some two hundred different characters and tens of thousands of them. */
const known = new Map<string, string>();
/** An upper bound for the memory of odd pages; past it characters are only looked up anew. */
const KNOWN_LIMIT = 4096;

function replacedOnce(letter: string): string {
  const seen = known.get(letter);
  if (seen !== undefined) return seen;
  const to = replaced(letter);
  if (known.size < KNOWN_LIMIT) known.set(letter, to);
  return to;
}

const CLUSTER = /\P{M}?\p{M}+|\P{M}/gsu;

/** Letters with their marks, composed, each with its raw length; only for texts that are not NFC already. */
function* composed(raw: string): Generator<readonly [text: string, rawLength: number]> {
  for (const [cluster] of raw.matchAll(CLUSTER)) {
    const whole = cluster.normalize('NFC');
    let given = 0;
    for (let at = 0; at < whole.length; at++) {
      const rest = at === whole.length - 1 ? cluster.length - given : 1;
      const length = Math.max(0, Math.min(rest, cluster.length - given));
      yield [whole.charAt(at), length];
      given += length;
    }
  }
}

function* units(raw: string): Generator<readonly [text: string, rawLength: number]> {
  for (let at = 0; at < raw.length; at++) yield [raw.charAt(at), 1];
}

/**
 * The form in which quotes are compared: NFC, soft hyphens and zero-width marks removed, any run of white
 * space one space, quotation marks alike, dashes alike, ё = е. Letter case is kept. Nothing is trimmed.
 */
export function normalise(raw: string): NormalisedText {
  const starts = new Int32Array(raw.length * 3);
  const ends = new Int32Array(raw.length * 3);
  let text = '';
  let rawAt = 0;
  let lastWasSpace = false;
  for (const [letter, length] of raw.normalize('NFC') === raw ? units(raw) : composed(raw)) {
    const to = replacedOnce(letter);
    const end = rawAt + length;
    if (to === ' ' && lastWasSpace) ends[text.length - 1] = end;
    else if (to !== '') {
      starts[text.length] = rawAt;
      ends[text.length] = end;
      text += to;
      lastWasSpace = to === ' ';
    }
    rawAt = end;
  }
  return { raw, text, starts: starts.slice(0, text.length), ends: ends.slice(0, text.length) };
}

/** The comparable form alone, trimmed: for a stored quote, whose offsets nobody needs. */
export function normaliseQuote(raw: string): string {
  return normalise(raw).text.trim();
}

/** The raw span of a span of the normalised text; end exclusive. An empty span stays empty. */
export function rawSpan(
  normalised: NormalisedText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const from = normalised.starts[start] ?? normalised.raw.length;
  return { start: from, end: end > start ? (normalised.ends[end - 1] ?? from) : from };
}
