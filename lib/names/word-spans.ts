/** What a letter may do in a word, as bits; 0 in the table: not asked yet. */
const LETTER = 1;
const INSIDE = 2;
const HYPHEN = 4;
const APOSTROPHE = 8;
const NOTHING = 16;

/** Classes of the letters of the basic plane, worked out when first met: a text has about a hundred of them. */
const classes = new Uint8Array(0x10000);

function classify(code: number): number {
  const letter = String.fromCodePoint(code);
  if (/[\p{L}\p{N}]/u.test(letter)) return LETTER | INSIDE;
  // Marks, soft hyphens and zero-width characters stand in a word but begin none.
  if (/[\p{M}\u00AD\u200B-\u200D\u2060]/u.test(letter)) return INSIDE;
  if (/[-\u2010\u2011]/u.test(letter)) return HYPHEN;
  return /['’]/u.test(letter) ? APOSTROPHE : NOTHING;
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

function runEnd(text: string, from: number): number {
  let at = from;
  while ((classAt(text, at) & INSIDE) !== 0) at += isHalf(text.charCodeAt(at)) ? 2 : 1;
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
