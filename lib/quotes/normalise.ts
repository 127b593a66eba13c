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

/** Codes by code, filled as they are met: 0 not met yet, 1 dropped (neither is a letter of a page). */
const CODES = new Uint16Array(0x10000);
const DROPPED = 1;
const SPACE_CODE = 32;

function codeFor(code: number): number {
  const known = CODES[code];
  if (known !== undefined && known !== 0) return known;
  const to = replaced(String.fromCharCode(code));
  const made = to === '' ? DROPPED : to.charCodeAt(0);
  CODES[code] = made;
  return made;
}

const CLUSTER = /\P{M}?\p{M}+|\P{M}/gsu;

/** A text in NFC and how many raw characters each of its characters stands for. */
interface Composed {
  readonly text: string;
  readonly lengths: readonly number[] | null;
}

function composed(raw: string): Composed {
  const whole = raw.normalize('NFC');
  if (whole === raw) return { text: raw, lengths: null };
  let text = '';
  const lengths: number[] = [];
  for (const [cluster] of raw.matchAll(CLUSTER)) {
    const joined = cluster.normalize('NFC');
    for (let at = 0; at < joined.length; at++) lengths.push(at < joined.length - 1 ? 1 : 0);
    lengths[lengths.length - 1] = Math.max(0, cluster.length - joined.length + 1);
    text += joined;
  }
  return { text, lengths };
}

/** `String.fromCharCode` takes its letters as arguments, and engines limit those. */
const CHUNK = 8192;

function textOf(codes: Uint16Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += CHUNK)
    // Not spread: that walks an iterator, two fifths of the time of normalising (measured).
    text += Reflect.apply(String.fromCharCode, null, codes.subarray(at, at + CHUNK));
  return text;
}

/**
 * The form in which quotes are compared: NFC, soft hyphens and zero-width marks removed, any run of white
 * space one space, quotation marks alike, dashes alike, ё = е. Letter case is kept. Nothing is trimmed.
 */
export function normalise(raw: string): NormalisedText {
  const { text, lengths } = composed(raw);
  const codes = new Uint16Array(text.length);
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  let rawAt = 0;
  let count = 0;
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    const code = codeFor(text.charCodeAt(at));
    const end = rawAt + (lengths === null ? 1 : (lengths[at] ?? 1));
    if (code === SPACE_CODE && last === SPACE_CODE) ends[count - 1] = end;
    else if (code !== DROPPED) {
      codes[count] = code;
      starts[count] = rawAt;
      ends[count] = end;
      count += 1;
      last = code;
    }
    rawAt = end;
  }
  return {
    raw,
    text: textOf(codes.subarray(0, count)),
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
  };
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
