import { composed } from './compose';
import { CYRILLIC_ROWS, type FoldRow, LATIN_ROWS, LOOK_ALIKES } from './fold-rows';

/**
 * Letters of a script by code: what one letter becomes, or the rows of those that begin several, longest first. The
 * first article is read before anything is compiled by the engine, so that a letter costs one look-up and no call.
 */
type Letters = readonly (string | readonly FoldRow[] | undefined)[];

function lettersOf(rows: readonly FoldRow[]): Letters {
  const byFirst = new Map<number, FoldRow[]>();
  for (const row of rows.toSorted(([a], [b]) => b.length - a.length)) {
    const first = row[0].charCodeAt(0);
    const own = byFirst.get(first);
    if (own) own.push(row);
    else byFirst.set(first, [row]);
  }
  const letters: (string | readonly FoldRow[] | undefined)[] = Array.from({
    length: Math.max(...byFirst.keys()) + 1,
  });
  for (const [first, own] of byFirst) {
    const [only, second] = own;
    if (only) letters[first] = second === undefined && only[0].length === 1 ? only[1] : own;
  }
  return letters;
}

const CYRILLIC = lettersOf(CYRILLIC_ROWS);
const LATIN = lettersOf(LATIN_ROWS);
/** Up to z: what comes after has marks, and may be a letter of one of several alphabets. */
const PLAIN_LATIN = LATIN.slice(0, 0x7b);
const KAZAKH_LATIN = lettersOf(LATIN_ROWS.filter(([from]) => from !== 'zh'));
/** Letters of the Kazakh alphabets of 2018 and 2021, in which ж is `j`: inside such a word `zh` are two letters. */
const KAZAKH_LETTER = /[äöüğñŋşıūáǵńúóý]/u;
const TO_CYRILLIC = new Map(LOOK_ALIKES.map(([cyrillic, latin]) => [latin, cyrillic]));
const TO_LATIN = new Map(LOOK_ALIKES.map(([cyrillic, latin]) => [cyrillic, latin]));

/** Soft hyphens and zero-width marks. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const STRESS = /[\u0300\u0301]/gu;
const HYPHEN = 0x2d;
const CYRILLIC_WORD = /[\u0400-\u04FF]/u;

const isCyrillic = (code: number): boolean => code >= 0x400 && code <= 0x4ff;
const isLatin = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0x24f);

/**
 * Whether a word has letters of a table alone, which are small ones, with nothing to strip and nothing to compose:
 * nearly all have. A loop, which ends at the first other letter; a regular expression is slower at first.
 */
function isWrittenIn(letters: Letters, word: string): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (letters[code] === undefined && code !== HYPHEN) return false;
  }
  return word !== '';
}

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

function transcribe(word: string, letters: Letters): string {
  let out = '';
  let at = 0;
  while (at < word.length) {
    const letter = letters[word.charCodeAt(at)];
    if (typeof letter === 'string') out += letter;
    const row = typeof letter === 'object' ? rowAt(letter, word, at) : undefined;
    if (row) out += row[1];
    at += row ? row[0].length : 1;
  }
  return out;
}

function rowAt(rows: readonly FoldRow[], word: string, at: number): FoldRow | undefined {
  for (const row of rows) if (word.startsWith(row[0], at)) return row;
  return undefined;
}

/** A stress mark goes only over Cyrillic: the Latin `ú`, `ó` of 2018 are letters of their own. */
function strip(lower: string): string {
  const bare = lower.replace(INVISIBLE, '');
  const plain = CYRILLIC_WORD.test(bare) ? bare.replace(STRESS, '') : bare;
  return composed(plain);
}

/**
 * The skeleton letters of a word, before `squeeze`: for joining endings to a stem.
 * Everything that is no letter, hyphens too, is dropped.
 */
export function rawSkeleton(word: string): string {
  if (isWrittenIn(CYRILLIC, word)) return transcribe(word, CYRILLIC);
  if (isWrittenIn(PLAIN_LATIN, word)) return transcribe(word, LATIN);
  // Asked only where it may change something: it takes longer than all the rest.
  const lower = word.toLowerCase();
  if (lower !== word) return rawSkeleton(lower);
  const plain = strip(lower);
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
/** A letter after itself, an `i` before a vowel. */
const SQUEEZABLE = /(.)\1|i[aeou]/u;

/** `i` before a vowel drops and doubled letters collapse: `danııar` and `danyar` both become `danar`. */
export function squeeze(raw: string): string {
  if (!SQUEEZABLE.test(raw)) return raw;
  let kept = '';
  let next = '';
  for (let at = raw.length - 1; at >= 0; at -= 1) {
    const letter = raw.charAt(at);
    if (letter === next || (letter === 'i' && next !== '' && VOWELS.includes(next))) continue;
    kept = letter + kept;
    next = letter;
  }
  return kept;
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
