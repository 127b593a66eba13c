import { composed } from './compose';
import { CYRILLIC_ROWS, type FoldRow, LATIN_ROWS, LOOK_ALIKES } from './fold-rows';

/** Rows of a script, found by the code of their first letter: nearly all are one letter, those of several stand apart. */
interface Letters {
  readonly single: ReadonlyMap<number, string>;
  /** Longest first. */
  readonly several: ReadonlyMap<number, readonly FoldRow[]>;
}

function lettersOf(rows: readonly FoldRow[]): Letters {
  const single = new Map<number, string>();
  const several = new Map<number, FoldRow[]>();
  for (const [from, to] of rows.toSorted(([a], [b]) => b.length - a.length)) {
    const first = from.charCodeAt(0);
    if (from.length === 1) single.set(first, to);
    else several.set(first, [...(several.get(first) ?? []), [from, to]]);
  }
  return { single, several };
}

const CYRILLIC = lettersOf(CYRILLIC_ROWS);
const LATIN = lettersOf(LATIN_ROWS);
const KAZAKH_LATIN = lettersOf(LATIN_ROWS.filter(([from]) => from !== 'zh'));
/** Letters of the Kazakh alphabets of 2018 and 2021, in which ж is `j`: inside such a word `zh` are two letters. */
const KAZAKH_LETTER = /[äöüğñŋşıūáǵńúóý]/u;
const TO_CYRILLIC = new Map(LOOK_ALIKES.map(([cyrillic, latin]) => [latin, cyrillic]));
const TO_LATIN = new Map(LOOK_ALIKES.map(([cyrillic, latin]) => [cyrillic, latin]));

/** Soft hyphens and zero-width marks. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const STRESS = /[\u0300\u0301]/gu;
/** Nothing to strip and nothing to compose. */
const PLAIN = /^(?:[\u0430-\u04FF-]+|[a-z-]+)$/u;
const CYRILLIC_WORD = /[\u0400-\u04FF]/u;

const isCyrillic = (code: number): boolean => code >= 0x400 && code <= 0x4ff;
const isLatin = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0x24f);

/** How many letters of each script a word has. */
function scripts(word: string): { cyrillic: number; latin: number } {
  let cyrillic = 0;
  let latin = 0;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (isCyrillic(code)) cyrillic += 1;
    else if (isLatin(code)) latin += 1;
  }
  return { cyrillic, latin };
}

function replaceLetters(word: string, letters: ReadonlyMap<string, string>): string {
  return Array.from(word)
    .map((letter) => letters.get(letter) ?? letter)
    .join('');
}

function transcribe(word: string, { single, several }: Letters): string {
  let out = '';
  let at = 0;
  while (at < word.length) {
    const code = word.charCodeAt(at);
    const start = at;
    const row = several.get(code)?.find(([from]) => word.startsWith(from, start));
    out += row === undefined ? (single.get(code) ?? '') : row[1];
    at += row === undefined ? 1 : row[0].length;
  }
  return out;
}

/** A stress mark goes only over Cyrillic: the Latin `ú`, `ó` of 2018 are letters of their own. */
function strip(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  const bare = lower.replace(INVISIBLE, '');
  const plain = CYRILLIC_WORD.test(bare) ? bare.replace(STRESS, '') : bare;
  return composed(plain);
}

/**
 * The skeleton letters of a word, before `squeeze`: for joining endings to a stem.
 * Everything that is no letter, hyphens too, is dropped.
 */
export function rawSkeleton(word: string): string {
  const plain = strip(word);
  const { cyrillic, latin } = scripts(plain);
  if (cyrillic === 0) {
    const isKazakh = KAZAKH_LETTER.test(plain) && !plain.startsWith('zh');
    return transcribe(plain, isKazakh ? KAZAKH_LATIN : LATIN);
  }
  if (latin === 0) return transcribe(plain, CYRILLIC);
  return cyrillic >= latin
    ? transcribe(replaceLetters(plain, TO_CYRILLIC), CYRILLIC)
    : transcribe(replaceLetters(plain, TO_LATIN), LATIN);
}

const VOWELS = 'aeiou';

/** `i` before a vowel drops and doubled letters collapse: `danııar` and `danyar` both become `danar`. */
export function squeeze(raw: string): string {
  const kept: string[] = [];
  let next = '';
  for (let at = raw.length - 1; at >= 0; at -= 1) {
    const letter = raw.charAt(at);
    if (letter === next || (letter === 'i' && next !== '' && VOWELS.includes(next))) continue;
    kept.push(letter);
    next = letter;
  }
  return kept.length === raw.length ? raw : kept.reverse().join('');
}

/** The skeleton of a word: one for all scripts, spellings and capitals (`ТОҚАЕВ`, `Tokayev` → `tokaev`). */
export function fold(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  if (folded.size >= FOLDED_KEPT) folded.clear();
  const skeleton = squeeze(rawSkeleton(word));
  folded.set(word, skeleton);
  return skeleton;
}

const folded = new Map<string, string>();
/** Folded words kept: a page has a few thousand different ones, and the worker lives for minutes. */
const FOLDED_KEPT = 20_000;

/** Two letters at least remain: `ли` and `юй` would otherwise have no key. */
const SHORTEST_STEM = 2;

/** The stem of a skeleton: without its trailing vowels. */
export function stem(skeleton: string): string {
  let end = skeleton.length;
  while (end > SHORTEST_STEM && VOWELS.includes(skeleton.charAt(end - 1))) end -= 1;
  return skeleton.slice(0, end);
}
