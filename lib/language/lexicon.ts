import type { Gender } from '@/lib/ledger/records';
import { fold } from './fold';
import { caseOf } from './inflect';
import { nounGender } from './noun-gender';
import { CASE, type CaseMask, type LanguageRules } from './rules';

interface PhraseWord {
  readonly written: string;
  readonly skeleton: string;
  readonly inflects: boolean;
  readonly gender: Gender | null;
}

/** A phrase by its first word; the others are looked at where a text has that one. */
interface Entry<Value> {
  readonly phrase: string;
  readonly first: PhraseWord;
  readonly value: Value;
  words: readonly PhraseWord[] | null;
}

type Row<Value> = readonly [phrase: string, value: Value];

/** Phrases of a language, found by their first word in any form. */
export interface Lexicon<Value> {
  readonly rules: LanguageRules;
  readonly rows: ReadonlyMap<string, readonly Row<Value>[]>;
  /** The rows of a prefix made into entries when first asked for: an article asks for half of the phrases. */
  readonly entries: Map<string, readonly Entry<Value>[]>;
  /** Entries whose first word a skeleton may be, longest first, worked out once for each word of the language. */
  readonly firsts: Map<string, readonly Entry<Value>[]>;
}

/** A phrase found: how many tokens it takes and the cases its inflected words may stand for together. */
export interface Found<Value> {
  readonly value: Value;
  readonly length: number;
  readonly mask: CaseMask;
}

const PREFIX = 2;

/** Builds the lexicon of phrases; `~` at a word's end says that it is inflected. */
export function lexicon<Value>(
  rules: LanguageRules,
  phrases: readonly Row<Value>[],
): Lexicon<Value> {
  const rows = new Map<string, Row<Value>[]>();
  for (const row of phrases) {
    const prefix = prefixOf(row[0]);
    if (prefix === '') continue;
    const own = rows.get(prefix);
    if (own) own.push(row);
    else rows.set(prefix, [row]);
  }
  return { rules, rows, entries: new Map(), firsts: new Map() };
}

const BETWEEN_WORDS = /[\s/]+/u;

const INFLECTS = '~';

const unmarked = (word: string): string => (word.endsWith(INFLECTS) ? word.slice(0, -1) : word);

/** Starts of so many letters give a prefix, unless some of them are dropped. */
const START = 3;
const prefixes = new Map<string, string>();

/** The letters by which a phrase is found. Most of thousands of phrases begin as another one does. */
function prefixOf(phrase: string): string {
  const start = phrase.slice(0, START);
  const known = prefixes.get(start);
  if (known !== undefined) return known;
  const word = firstOf(start);
  const skeleton = fold(word);
  // With a third letter the first two are settled: what comes later changes them no more.
  const isSettled = skeleton.length > PREFIX || word.length < start.length;
  if (!isSettled) return fold(firstOf(phrase)).slice(0, PREFIX);
  const prefix = skeleton.slice(0, PREFIX);
  prefixes.set(start, prefix);
  return prefix;
}

const WORD_END = /[\s/~]/u;

/** The first word of a phrase, unmarked. */
const firstOf = (phrase: string): string => phrase.split(WORD_END, 1)[0] ?? '';

function phraseWord(word: string): PhraseWord {
  const written = unmarked(word);
  return {
    written,
    skeleton: fold(written),
    inflects: word.endsWith(INFLECTS),
    gender: nounGender(written),
  };
}

function entriesAt<Value>(book: Lexicon<Value>, prefix: string): readonly Entry<Value>[] {
  const rows = book.rows.get(prefix);
  if (!rows) return NONE;
  const known = book.entries.get(prefix);
  if (known) return known;
  const made = rows.map(([phrase, value]) => ({
    phrase,
    first: phraseWord(phrase.split(BETWEEN_WORDS, 1)[0] ?? ''),
    value,
    words: null,
  }));
  book.entries.set(prefix, made);
  return made;
}

function wordsOf<Value>(entry: Entry<Value>): readonly PhraseWord[] {
  entry.words ??= entry.phrase.split(BETWEEN_WORDS).map(phraseWord);
  return entry.words;
}

/** The cases of a token as a word of a phrase; 0: another word. */
function maskOfWord(rules: LanguageRules, word: PhraseWord, skeleton: string): CaseMask {
  if (!word.inflects) return word.skeleton === skeleton ? CASE.any : 0;
  return caseOf(rules, word.written, word.gender, skeleton);
}

const NONE: never[] = [];
/** Words remembered; beyond it the table starts anew. */
const FIRSTS_KEPT = 20_000;

function entriesOf<Value>(book: Lexicon<Value>, first: string): readonly Entry<Value>[] {
  const known = book.firsts.get(first);
  if (known) return known;
  const entries = entriesAt(book, first.slice(0, PREFIX)).filter(
    (entry) => maskOfWord(book.rules, entry.first, first) !== 0,
  );
  entries.sort((a, b) => wordsOf(b).length - wordsOf(a).length);
  if (book.firsts.size >= FIRSTS_KEPT) book.firsts.clear();
  book.firsts.set(first, entries.length === 0 ? NONE : entries);
  return entries;
}

/** Whether any phrase may begin with a word; one look into a table, for most words are in none. */
export function mayBegin<Value>(book: Lexicon<Value>, first: string): boolean {
  return entriesOf(book, first).length > 0;
}

/**
 * All phrases that begin at a token, longest first. `skeletonAt(i)` gives the skeleton of the i-th token from there,
 * or null where no phrase may go on (a comma, the end of a block).
 */
export function phrasesAt<Value>(
  book: Lexicon<Value>,
  skeletonAt: (offset: number) => string | null,
): Found<Value>[] {
  const first = skeletonAt(0);
  if (first === null) return [];
  const entries = entriesOf(book, first);
  if (entries.length === 0) return NONE;
  const found: Found<Value>[] = [];
  for (const entry of entries) {
    const words = wordsOf(entry);
    const mask = maskOfEntry(book.rules, words, skeletonAt);
    if (mask !== 0) found.push({ value: entry.value, length: words.length, mask });
  }
  return found;
}

function maskOfEntry(
  rules: LanguageRules,
  words: readonly PhraseWord[],
  skeletonAt: (offset: number) => string | null,
): CaseMask {
  let mask: CaseMask = CASE.any | CASE.ablative;
  for (let offset = 0; offset < words.length; offset += 1) {
    const word = words[offset];
    if (!word) continue;
    const skeleton = skeletonAt(offset);
    const own = skeleton === null ? 0 : maskOfWord(rules, word, skeleton);
    if (own === 0) return 0;
    if (word.inflects) mask = own;
  }
  return mask;
}
