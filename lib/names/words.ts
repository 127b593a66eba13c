import { type CompiledLanguage, compiledLanguage } from '@/lib/language/compiled';
import { fold } from '@/lib/language/fold';
import { mayBegin } from '@/lib/language/lexicon';
import type { LanguageRules } from '@/lib/language/rules';
import { eachWord } from './word-spans';

export type Shape = 'lower' | 'title' | 'upper' | 'initial' | 'number';

/** A word of a language, wherever it stands: worked out once and shared by all its tokens, in every article. */
export interface Word {
  readonly text: string;
  readonly skeleton: string;
  /** Its shape where no full stop makes an initial of it. */
  readonly shape: Exclude<Shape, 'initial'>;
  /** Before a full stop it is an initial. */
  readonly mayBeInitial: boolean;
  readonly language: CompiledLanguage;
  /** Where a prefix or suffix that is a word of its own is joined («экс-аким»); 0: nowhere. */
  readonly splitAt: number;
  readonly mayBeginTitle: boolean;
  readonly mayBeginKind: boolean;
  readonly mayBeginMarkerBefore: boolean;
  readonly mayBeginMarkerAfter: boolean;
  readonly isOfNamesake: boolean;
  readonly isOfScene: boolean;
  readonly isPublic: boolean;
  /** It has an ending by which an adjective is made of a place's name. */
  readonly isLikePlaceAdjective: boolean;
}

const INITIAL = /^\p{Lu}\p{M}*$/u;
const INITIALS_OF_TWO: ReadonlySet<string> = new Set([
  'Дж',
  'Zh',
  'Sh',
  'Ch',
  'Kh',
  'Ye',
  'Yu',
  'Ya',
]);
const LOWER = /^\p{Ll}/u;
const UPPER_REST = /\p{Ll}/u;
const HYPHEN = /[-\u2010\u2011]/u;

/** «аль-Хадж», `el-Masri`: the capital stands after the particle. */
const PARTICLE = /^\p{Ll}{1,3}[-\u2010\u2011]\p{Lu}\p{Ll}/u;

// Told from the code where that is enough: the regular expressions of all capitals take milliseconds to compile.
/** а–я and a–z, nearly all letters of a text. */
const isPlainLower = (code: number): boolean =>
  (code >= 0x430 && code <= 0x44f) || (code >= 0x61 && code <= 0x7a);
/** А–Я and A–Z. */
const isPlainUpper = (code: number): boolean =>
  (code >= 0x410 && code <= 0x42f) || (code >= 0x41 && code <= 0x5a);
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

function shapeOf(word: string): Word['shape'] {
  const code = word.charCodeAt(0);
  if (HYPHEN.test(word) && PARTICLE.test(word)) return 'title';
  if (isPlainLower(code)) return 'lower';
  if (isDigit(code)) return 'number';
  if (isPlainUpper(code) && isPlainLower(word.charCodeAt(1))) return 'title';
  const first = word.charAt(0);
  if (first === first.toLowerCase()) return LOWER.test(word) ? 'lower' : 'number';
  if (!UPPER_REST.test(word) && word.length > 1) return 'upper';
  return 'title';
}

function mayBeInitial(word: string): boolean {
  const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
  if (isPlainLower(first) || isDigit(first)) return false;
  if (isPlainUpper(first) && word.length === 1) return true;
  if (isPlainLower(second) || isPlainUpper(second)) return INITIALS_OF_TWO.has(word);
  return INITIAL.test(word);
}

/** A language with its words met so far, and the parts of hyphenated words that are words of their own. */
interface Vocabulary {
  readonly language: CompiledLanguage;
  readonly prefixes: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
  readonly words: Map<string, Word>;
  readonly pieces: Map<string, readonly WordSpan[]>;
}

/** A word in a piece of text; borders are UTF-16 code units of the piece, end exclusive. */
export interface WordSpan {
  readonly start: number;
  readonly end: number;
  readonly word: Word;
}

const vocabularies = new WeakMap<LanguageRules, Vocabulary>();

/** Words kept; beyond it the table starts anew (a long page has a few thousand different ones). */
const WORDS_KEPT = 20_000;

function vocabularyOf(rules: LanguageRules): Vocabulary {
  const known = vocabularies.get(rules);
  if (known) return known;
  const made: Vocabulary = {
    language: compiledLanguage(rules),
    prefixes: new Set(rules.hyphenPrefixes.map(fold)),
    suffixes: new Set(rules.hyphenSuffixes.map(fold)),
    words: new Map(),
    pieces: new Map(),
  };
  vocabularies.set(rules, made);
  return made;
}

/** What was worked out for a text; a full table starts anew. */
function kept<Value>(
  table: Map<string, Value>,
  text: string,
  make: (text: string) => Value,
): Value {
  const known = table.get(text);
  if (known !== undefined) return known;
  if (table.size >= WORDS_KEPT) table.clear();
  const made = make(text);
  table.set(text, made);
  return made;
}

/** A piece longer than this is not kept: it is no word with its punctuation. */
const LONGEST_KEPT = 60;

/**
 * The words of what stands between two blanks, worked out once for each such piece: in a fresh worker letters are
 * slow to walk, and most pieces of a text come again.
 */
export function wordsOfPieces(rules: LanguageRules): (piece: string) => readonly WordSpan[] {
  const vocabulary = vocabularyOf(rules);
  const make = (piece: string) => wordsOf(piece, vocabulary);
  return (piece) =>
    piece.length > LONGEST_KEPT ? make(piece) : kept(vocabulary.pieces, piece, make);
}

function wordsOf(piece: string, vocabulary: Vocabulary): readonly WordSpan[] {
  const spans: WordSpan[] = [];
  const made = (text: string): Word => wordOf(text, vocabulary);
  const wordAt = (start: number, end: number): Word =>
    kept(vocabulary.words, piece.slice(start, end), made);
  const push = (start: number, end: number): void => {
    spans.push({ start, end, word: wordAt(start, end) });
  };
  eachWord(piece, (start, end) => {
    const { splitAt } = wordAt(start, end);
    if (splitAt > 0) push(start, start + splitAt);
    push(splitAt > 0 ? start + splitAt + 1 : start, end);
  });
  return spans;
}

function wordOf(text: string, vocabulary: Vocabulary): Word {
  const { language } = vocabulary;
  const skeleton = fold(text);
  return {
    text,
    skeleton,
    shape: shapeOf(text),
    mayBeInitial: mayBeInitial(text),
    language,
    splitAt: splitAt(text, vocabulary),
    mayBeginTitle: mayBegin(language.titles, skeleton),
    mayBeginKind: mayBegin(language.kinds, skeleton),
    mayBeginMarkerBefore: mayBegin(language.before, skeleton),
    mayBeginMarkerAfter: mayBegin(language.after, skeleton),
    isOfNamesake: language.namesakeWords.begins(skeleton),
    isOfScene: language.sceneWords.begins(skeleton),
    isPublic: language.publicWords.begins(skeleton),
    isLikePlaceAdjective: language.rules.placeAdjectives.some((end) => skeleton.includes(end)),
  };
}

function splitAt(word: string, { prefixes, suffixes }: Vocabulary): number {
  const hyphen = word.search(HYPHEN);
  if (hyphen < 0) return 0;
  if (prefixes.has(fold(word.slice(0, hyphen)))) return hyphen;
  const last = Math.max(
    word.lastIndexOf('-'),
    word.lastIndexOf('\u2011'),
    word.lastIndexOf('\u2010'),
  );
  return LOWER.test(word.slice(last + 1)) && suffixes.has(fold(word.slice(last + 1))) ? last : 0;
}
