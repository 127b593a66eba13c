/** What a letter may do in a word, as bits; 0 in the table: not asked yet. */
const LETTER = 1;
const INSIDE = 2;
const HYPHEN = 4;
const APOSTROPHE = 8;
const NOTHING = 16;

/** Classes of the letters of the basic plane, worked out when first met: a text has about a hundred of them. */
const classes = new Uint8Array(0x10000);

/**
 * Ordinary letters, digits and punctuation: regular expressions of all letters take milliseconds to compile. Of the
 * Cyrillic block all but the marks and the sign of thousands.
 */
const ORDINARY: readonly (readonly [from: number, to: number, kind: number])[] = [
  [0x61, 0x7a, LETTER | INSIDE],
  [0x400, 0x481, LETTER | INSIDE],
  [0x48a, 0x4ff, LETTER | INSIDE],
  [0x41, 0x5a, LETTER | INSIDE],
  [0x30, 0x39, LETTER | INSIDE],
  [0x2d, 0x2d, HYPHEN],
  [0x27, 0x27, APOSTROPHE],
  [0x00, 0x7f, NOTHING],
  [0xa0, 0xa0, NOTHING],
  [0xab, 0xab, NOTHING],
  [0xbb, 0xbb, NOTHING],
  [0x2010, 0x2011, HYPHEN],
  [0x2019, 0x2019, APOSTROPHE],
  [0x2012, 0x2026, NOTHING],
  [0x2116, 0x2116, NOTHING],
];

function classify(code: number): number {
  const ordinary = ORDINARY.find(([from, to]) => code >= from && code <= to);
  if (ordinary) return ordinary[2];
  const letter = String.fromCodePoint(code);
  if (/[\p{L}\p{N}]/u.test(letter)) return LETTER | INSIDE;
  // Marks, soft hyphens and zero-width characters stand in a word but begin none.
  if (/[\p{M}\u00AD\u200B-\u200D\u2060]/u.test(letter)) return INSIDE;
  return NOTHING;
}

/** The first half of a letter beyond the basic plane. */
const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  // Past the end: NaN.
  if (!(code >= 0)) return NOTHING;
  if (isHalf(code)) return classify(text.codePointAt(at) ?? 0);
  const known = classes[code] ?? 0;
  if (known !== 0) return known;
  const made = classify(code);
  classes[code] = made;
  return made;
}

/** One plain loop: the first article is read by the interpreter, where a call for each letter costs most of the time. */
function runEnd(text: string, from: number): number {
  const { length } = text;
  let at = from;
  while (at < length) {
    // Halves are never in the table.
    const known = classes[text.charCodeAt(at)] ?? 0;
    if (((known === 0 ? classAt(text, at) : known) & INSIDE) === 0) return at;
    at += known === 0 && isHalf(text.charCodeAt(at)) ? 2 : 1;
  }
  return at;
}

/** `'s` at the end of a word: the English possessive is a word of its own. */
function isPossessive(text: string, at: number): boolean {
  return text.charAt(at) === 's' && !/^[\p{L}\p{M}]/u.test(text.slice(at + 1, at + 3));
}

/** A hyphen joins, an apostrophe too unless it begins the English possessive. */
function joins(text: string, at: number): boolean {
  const kind = classAt(text, at);
  return (kind & HYPHEN) !== 0 || ((kind & APOSTROPHE) !== 0 && !isPossessive(text, at + 1));
}

function wordEnd(text: string, from: number): number {
  let end = runEnd(text, from);
  while (joins(text, end)) {
    const next = runEnd(text, end + 1);
    if (next === end + 1) return end;
    end = next;
  }
  return end;
}

/** Calls `found` with the borders of every word of a text, in order; borders are UTF-16 code units, end exclusive. */
export function eachWord(text: string, found: (start: number, end: number) => void): void {
  let at = 0;
  while (at < text.length) {
    if ((classAt(text, at) & LETTER) === 0) {
      at += 1;
      continue;
    }
    const end = wordEnd(text, at);
    found(at, end);
    at = end;
  }
}
