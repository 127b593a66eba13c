import { type CompiledLanguage, compiledLanguage } from '@/lib/language/compiled';
import { fold } from '@/lib/language/fold';
import { mayBegin } from '@/lib/language/lexicon';
import type { LanguageRules } from '@/lib/language/rules';

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
}

const vocabularies = new WeakMap<LanguageRules, Vocabulary>();

/** Words kept; beyond it the table starts anew (a long page has a few thousand different ones). */
const WORDS_KEPT = 20_000;

/** The words of a language: the one object of each written form. */
export function vocabularyOf(rules: LanguageRules): (text: string) => Word {
  const vocabulary = vocabularies.get(rules) ?? {
    language: compiledLanguage(rules),
    prefixes: new Set(rules.hyphenPrefixes.map(fold)),
    suffixes: new Set(rules.hyphenSuffixes.map(fold)),
    words: new Map<string, Word>(),
  };
  vocabularies.set(rules, vocabulary);
  const { words } = vocabulary;
  return (text) => {
    const known = words.get(text);
    if (known !== undefined) return known;
    if (words.size >= WORDS_KEPT) words.clear();
    const made = wordOf(text, vocabulary);
    words.set(text, made);
    return made;
  };
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
