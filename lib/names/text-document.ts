import { type CompiledLanguage, compiledLanguage } from '@/lib/language/compiled';
import { detectLanguages } from '@/lib/language/detect';
import { fold } from '@/lib/language/fold';
import { type Found, mayBegin, phrasesAt } from '@/lib/language/lexicon';
import type { LanguageRules, MarkerKind } from '@/lib/language/rules';
import type { LinkContext } from './gazetteer';
import { isNextTo, type Token, tokenise } from './tokens';

/** A marker found in the text, by token indices, end exclusive. */
export interface MarkerSpan {
  readonly kind: MarkerKind;
  readonly from: number;
  readonly to: number;
  readonly mask: number;
}

/** The text as words, with what can be said of it before any ledger is asked. */
export interface TextDocument {
  readonly blocks: readonly string[];
  readonly tokens: readonly Token[];
  readonly markersBefore: ReadonlyMap<number, readonly MarkerSpan[]>;
  readonly markersAfter: ReadonlyMap<number, readonly MarkerSpan[]>;
  /** Skeletons of words met in small letters. */
  readonly lower: ReadonlySet<string>;
  /** Blocks in capitals throughout, or in English title case: a capital tells nothing there. */
  readonly shouting: ReadonlySet<number>;
  /** A digest of headlines: many short blocks without full stops. */
  readonly isDigest: boolean;
}

export const TITLE_BLOCK = -1;

/** Reads blocks (and the title as block -1) into words; the language of each block is told from the text. */
export function readDocument(
  blocks: readonly string[],
  context: LinkContext,
  languages: readonly LanguageRules[],
): TextDocument {
  const title = context.title ?? '';
  const [titleRules, ...blockRules] = detectLanguages([title, ...blocks], languages);
  const tokens: Token[] = titleRules ? wordsOf(title, TITLE_BLOCK, titleRules) : [];
  for (const [block, text] of blocks.entries()) {
    const rules = blockRules[block];
    // A loop, since a call with a hundred thousand arguments overflows the stack.
    if (rules) for (const token of wordsOf(text, block, rules)) tokens.push(token);
  }
  return {
    blocks,
    tokens,
    ...markersOf(tokens),
    lower: new Set(tokens.filter((t) => t.shape === 'lower').map((t) => t.skeleton)),
    shouting: shoutingBlocks(tokens),
    isDigest: isDigest(blocks),
  };
}

const partsOf = new WeakMap<LanguageRules, { prefixes: Set<string>; suffixes: Set<string> }>();

function wordsOf(text: string, block: number, rules: LanguageRules): Token[] {
  const parts = partsOf.get(rules) ?? {
    prefixes: new Set(rules.hyphenPrefixes.map(fold)),
    suffixes: new Set(rules.hyphenSuffixes.map(fold)),
  };
  partsOf.set(rules, parts);
  return tokenise(text, block, rules, parts);
}

/** The language of a token. */
export function languageAt(token: Token): CompiledLanguage {
  return compiledLanguage(token.rules);
}

/** Skeletons from a token on, as long as the words are neighbours. */
export function skeletonsFrom(
  tokens: readonly Token[],
  at: number,
): (offset: number) => string | null {
  return (offset) => {
    const token = tokens[at + offset];
    if (token === undefined || (offset > 0 && !isNextTo(tokens[at + offset - 1], token)))
      return null;
    return token.skeleton;
  };
}

function markersOf(tokens: readonly Token[]): Pick<TextDocument, 'markersBefore' | 'markersAfter'> {
  const markersBefore = new Map<number, MarkerSpan[]>();
  const markersAfter = new Map<number, MarkerSpan[]>();
  for (const [at, token] of tokens.entries()) {
    const language = languageAt(token);
    if (mayBegin(language.before, token.skeleton))
      for (const found of phrasesAt(language.before, skeletonsFrom(tokens, at))) {
        const span = markerSpan(found, at);
        push(markersBefore, span.to, span);
      }
    if (mayBegin(language.after, token.skeleton))
      for (const found of phrasesAt(language.after, skeletonsFrom(tokens, at)))
        push(markersAfter, at, markerSpan(found, at));
  }
  return { markersBefore, markersAfter };
}

const markerSpan = (found: Found<MarkerKind>, at: number): MarkerSpan => ({
  kind: found.value,
  from: at,
  to: at + found.length,
  mask: found.mask,
});

function push<Value>(map: Map<number, Value[]>, key: number, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** With more capitalised words than this share, a capital is a matter of style (headlines, title case). */
const SHOUTING_SHARE = 0.7;
const SHOUTING_WORDS = 4;

function shoutingBlocks(tokens: readonly Token[]): Set<number> {
  const counts = new Map<number, { all: number; capital: number }>();
  for (const token of tokens) {
    if (token.shape === 'number' || token.shape === 'initial') continue;
    const count = counts.get(token.block) ?? { all: 0, capital: 0 };
    count.all += 1;
    if (token.shape !== 'lower') count.capital += 1;
    counts.set(token.block, count);
  }
  const shouting = new Set<number>();
  for (const [block, { all, capital }] of counts)
    if (all >= SHOUTING_WORDS && capital / all >= SHOUTING_SHARE) shouting.add(block);
  return shouting;
}

const DIGEST_BLOCKS = 5;
const HEADLINE_LENGTH = 110;
const DIGEST_SHARE = 0.8;

function isDigest(blocks: readonly string[]): boolean {
  const filled = blocks.map((block) => block.trim()).filter((block) => block !== '');
  const headlines = filled.filter((b) => b.length <= HEADLINE_LENGTH && !/[.!…]["»”]?$/u.test(b));
  return filled.length >= DIGEST_BLOCKS && headlines.length / filled.length >= DIGEST_SHARE;
}
