/** A text as the pledge rules read it, with the way back. */
export interface PlainText {
  readonly text: string;
  /** The same letters with the capitals kept: what tells a name from a word. */
  readonly cased: string;
  /** Raw offset of each character of `text`; one more at the end. */
  readonly at: readonly number[];
}

const INVISIBLE = /\u0301|[\u00AD\u200B-\u200D\u2060\uFEFF]/u;
const QUOTE = /[«»“”„‟‹›‘’‚"'`´″]/u;
const DASH = /[‐‑‒–—―−-]/u;

function plainLetter(letter: string): string {
  if (/\s/u.test(letter)) return ' ';
  if (INVISIBLE.test(letter)) return '';
  if (QUOTE.test(letter)) return '"';
  if (DASH.test(letter)) return '-';
  if (letter === 'ё') return 'е';
  return letter === 'Ё' ? 'Е' : letter;
}

/** Lower case, ё as е, one space for white space, straight quotation marks, one dash, no invisible marks. */
export function plainText(raw: string): PlainText {
  const at: number[] = [];
  let text = '';
  let cased = '';
  for (let index = 0; index < raw.length; index++) {
    const to = plainLetter(raw.charAt(index));
    if (to === '' || (to === ' ' && (text === '' || text.endsWith(' ')))) continue;
    cased += to;
    text += to.toLowerCase().slice(0, 1);
    at.push(index);
  }
  at.push(raw.length);
  return { text, cased, at };
}
