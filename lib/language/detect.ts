import { composed } from './compose';
import type { LanguageRules } from './rules';

/** A letter of one language alone weighs as much as a small word. */
const LETTER_WEIGHT = 0.5;
/** Fewer points than these leave a block to the language of the whole text. */
const ENOUGH_POINTS = 1.5;

/** The beginning of a block tells its language; the rest would only cost time. */
const SAMPLE = 120;

/**
 * All but blanks, digits and punctuation, in lower case: what `\p{L}\p{M}` comes to here. Told from the code, since
 * a regular expression takes milliseconds to compile.
 */
function isOfWord(code: number): boolean {
  if (code <= 0xbf) return (code >= 0x61 && code <= 0x7a) || isControl(code);
  if (code >= 0x2000 && code <= 0x206f) return false;
  return !(code >= 0x3000 && code <= 0x303f) && code !== 0x1680 && code !== 0xfeff;
}

/** Control characters that are no blanks. */
const isControl = (code: number): boolean => code < 0x20 && !(code >= 0x09 && code <= 0x0d);

function eachSmallWord(lower: string, found: (word: string) => void): void {
  let start = 0;
  for (let at = 0; at <= lower.length; at += 1) {
    if (at < lower.length && isOfWord(lower.charCodeAt(at))) continue;
    if (at > start) found(lower.slice(start, at));
    start = at + 1;
  }
}

/** What words weigh for each of the languages, in their order; null: nothing for any of them. */
type Weights = readonly number[] | null;

interface Markers {
  readonly words: ReadonlySet<string>;
  readonly letters: RegExp | null;
}

interface Scales {
  readonly markers: readonly Markers[];
  readonly weights: Map<string, Weights>;
}

const scales = new WeakMap<readonly LanguageRules[], Scales>();

function scalesOf(languages: readonly LanguageRules[]): Scales {
  const known = scales.get(languages);
  if (known) return known;
  const markers = languages.map(({ commonWords, letters }) => ({
    words: new Set(commonWords),
    letters: letters === '' ? null : new RegExp(`[${letters}]`, 'u'),
  }));
  const made = { markers, weights: new Map<string, Weights>() };
  scales.set(languages, made);
  return made;
}

function add(sums: number[], weights: readonly number[]): void {
  // No `entries()`: a pair for each word and language is most of what this function would leave to be collected.
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (weights[at] ?? 0);
}

function weigh(piece: string, { markers }: Scales): Weights {
  const sums = markers.map(() => 0);
  eachSmallWord(piece, (word) =>
    add(
      sums,
      markers.map(
        ({ words, letters }) =>
          (words.has(word) ? 1 : 0) + (letters?.test(word) ? LETTER_WEIGHT : 0),
      ),
    ),
  );
  return sums.some((sum) => sum > 0) ? sums : null;
}

/** The weights of what stands between two blanks, worked out once: letters are slow to walk before code is compiled. */
function weightsOf(piece: string, scale: Scales): Weights {
  const { weights } = scale;
  const known = weights.get(piece);
  if (known !== undefined) return known;
  if (weights.size >= WEIGHTS_KEPT) weights.clear();
  const made = weigh(piece, scale);
  weights.set(piece, made);
  return made;
}

/** Weights kept; beyond it the table starts anew. */
const WEIGHTS_KEPT = 20_000;

/** How much of a text speaks for each language, in their order. */
function points(text: string, languages: readonly LanguageRules[]): number[] {
  const lower = composed(text.slice(0, SAMPLE).toLowerCase());
  const sums = languages.map(() => 0);
  const scale = scalesOf(languages);
  const pieces = lower.split(' ');
  for (let at = 0; at < pieces.length; at += 1) {
    const weights = weightsOf(pieces[at] ?? '', scale);
    if (weights !== null) add(sums, weights);
  }
  return sums;
}

function best(
  sums: readonly number[],
  languages: readonly LanguageRules[],
): [LanguageRules | null, number] {
  let winner: [LanguageRules | null, number] = [null, 0];
  for (const [at, rules] of languages.entries()) {
    const sum = sums[at] ?? 0;
    if (sum > winner[1]) winner = [rules, sum];
  }
  return winner;
}

const CYRILLIC = /[\u0400-\u04FF]/u;

/** Without a single small word the script decides: the first language whose words are written in it. */
function byScript(text: string, languages: readonly LanguageRules[]): LanguageRules | undefined {
  const cyrillic = CYRILLIC.test(text);
  return languages.find((rules) => CYRILLIC.test(rules.commonWords[0] ?? '') === cyrillic);
}

/**
 * The language of each block: its own where it has words enough, else that of the whole text.
 * Ties go to the language listed first.
 */
export function detectLanguages(
  blocks: readonly string[],
  languages: readonly LanguageRules[],
): LanguageRules[] {
  const perBlock = blocks.map((block) => points(block, languages));
  const whole = languages.map((_, at) => perBlock.reduce((sum, own) => sum + (own[at] ?? 0), 0));
  const [ofText] = best(whole, languages);
  return blocks.map((block, at) => {
    const [own, sum] = best(perBlock[at] ?? [], languages);
    const fallback = ofText ?? byScript(block, languages) ?? languages[0];
    if (fallback === undefined) throw new Error('detectLanguages needs at least one language');
    if (own && sum >= ENOUGH_POINTS) return own;
    const script = byScript(block, languages);
    const sameScript = CYRILLIC.test(fallback.commonWords[0] ?? '') === CYRILLIC.test(block);
    return sameScript || fallback.letters !== '' ? fallback : (script ?? fallback);
  });
}
