import type { CompiledLanguage } from '@/lib/language/compiled';
import { detectLanguages } from '@/lib/language/detect';
import { type Found, phrasesAt } from '@/lib/language/lexicon';
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

/** Markers of a text, found when they are first asked for: of its thousands of words few stand beside a name. */
export interface Markers {
  get(at: number): readonly MarkerSpan[];
}

/** The text as words, with what can be said of it before any ledger is asked. */
export interface TextDocument {
  readonly blocks: readonly string[];
  readonly tokens: readonly Token[];
  /** By the token after their last one. */
  readonly markersBefore: Markers;
  /** By their first token. */
  readonly markersAfter: Markers;
  /** Tokens with which a title may begin, and those with which a kind of area may. */
  readonly titleStarts: readonly number[];
  readonly kindStarts: readonly number[];
  /** How many words of sport or the arts the text has, and how many of public affairs. */
  readonly sceneWords: number;
  readonly publicWords: number;
  /** The text says that two people share a name. */
  readonly hasNamesakes: boolean;
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
  const tokens: Token[] = [];
  if (titleRules) tokenise(title, TITLE_BLOCK, titleRules, tokens);
  for (const [block, text] of blocks.entries()) {
    const rules = blockRules[block];
    if (rules) tokenise(text, block, rules, tokens);
  }
  return {
    blocks,
    tokens,
    markersBefore: markersBefore(tokens),
    markersAfter: markersAfter(tokens),
    ...startsOf(tokens),
    shouting: shoutingBlocks(tokens),
    isDigest: isDigest(blocks),
  };
}

/** What single words tell, in one pass. */
function startsOf(
  tokens: readonly Token[],
): Pick<
  TextDocument,
  'titleStarts' | 'kindStarts' | 'sceneWords' | 'publicWords' | 'hasNamesakes' | 'lower'
> {
  const titleStarts: number[] = [];
  const kindStarts: number[] = [];
  const lower = new Set<string>();
  let sceneWords = 0;
  let publicWords = 0;
  let hasNamesakes = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    const { word } = token;
    if (word.mayBeginTitle) titleStarts.push(at);
    if (word.mayBeginKind) kindStarts.push(at);
    if (word.isOfScene) sceneWords += 1;
    if (word.isPublic) publicWords += 1;
    hasNamesakes ||= word.isOfNamesake;
    if (token.shape === 'lower') lower.add(token.skeleton);
  }
  return { titleStarts, kindStarts, sceneWords, publicWords, hasNamesakes, lower };
}

/** How many words of sport or the arts the rest of a token's block has; 0 where it has one of public affairs. */
export function sceneWordsAround({ tokens }: Pick<TextDocument, 'tokens'>, at: number): number {
  const block = tokens[at]?.block;
  let words = 0;
  for (const step of [-1, 1])
    for (let next = at + step; tokens[next]?.block === block; next += step) {
      const word = tokens[next]?.word;
      if (word?.isPublic === true) return 0;
      if (word?.isOfScene === true) words += 1;
    }
  return words;
}

/** The language of a token. */
export function languageAt(token: Token): CompiledLanguage {
  return token.word.language;
}

/** `the`: the one small word that may stand both between a title and its area and between a name and what is said of it. */
export function isArticle(token: Token | undefined): boolean {
  if (!token) return false;
  const { links, appositionWords } = languageAt(token);
  return links.has(token.skeleton) && appositionWords.has(token.skeleton);
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

/** No marker has more words (a test looks). */
export const LONGEST_MARKER = 6;

function markersBefore(tokens: readonly Token[]): Markers {
  const startingAt = finder((at) => {
    const token = tokens[at];
    if (!token?.word.mayBeginMarkerBefore) return NONE;
    const found = phrasesAt(languageAt(token).before, skeletonsFrom(tokens, at));
    return found.map((one) => markerSpan(one, at));
  });
  return finder((to) => {
    const spans: MarkerSpan[] = [];
    for (let at = Math.max(0, to - LONGEST_MARKER); at < to; at += 1)
      for (const span of startingAt.get(at)) if (span.to === to) spans.push(span);
    return spans;
  });
}

function markersAfter(tokens: readonly Token[]): Markers {
  return finder((at) => {
    const token = tokens[at];
    if (!token?.word.mayBeginMarkerAfter) return NONE;
    const found = phrasesAt(languageAt(token).after, skeletonsFrom(tokens, at));
    return found.map((one) => markerSpan(one, at));
  });
}

const NONE: readonly MarkerSpan[] = [];

function finder(find: (at: number) => readonly MarkerSpan[]): Markers {
  const known = new Map<number, readonly MarkerSpan[]>();
  return {
    get: (at) => {
      const before = known.get(at);
      if (before) return before;
      const found = find(at);
      known.set(at, found);
      return found;
    },
  };
}

const markerSpan = (found: Found<MarkerKind>, at: number): MarkerSpan => ({
  kind: found.value,
  from: at,
  to: at + found.length,
  mask: found.mask,
});

/** With more capitalised words than this share, a capital is a matter of style (headlines, title case). */
const SHOUTING_SHARE = 0.7;
const SHOUTING_WORDS = 3;

function shoutingBlocks(tokens: readonly Token[]): Set<number> {
  const counts = new Map<number, { all: number; capital: number }>();
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    // «Тараз. Директор филиала …»: the first word of a sentence has its capital anyway.
    if (token.shape === 'number' || token.shape === 'initial' || token.startsSentence) continue;
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
