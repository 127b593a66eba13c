import { fold, stem } from '@/lib/language/fold';
import type { ConceptId } from '@/lib/language/topic-concepts';
import { INCIDENTAL } from '@/lib/language/topic-kin';
import { TOPIC_NAMES } from '@/lib/language/topic-words';
import type { Day, Lang } from '@/lib/ledger/records';
import { timeSpans } from './deadline';
import { plainText } from './plain';
import { searcher } from './speech-patterns';
import { type ConceptHit, conceptsIn } from './topic';

/** What a promise says that another wording of the same matter must say too. */
export interface Facts {
  readonly things: ReadonlySet<ConceptId>;
  readonly places: ReadonlySet<ConceptId>;
  readonly deeds: ReadonlySet<ConceptId>;
  readonly numbers: ReadonlySet<number>;
  /** Skeletons of proper names: of streets, villages, rivers, people after whom things are named. */
  readonly names: readonly string[];
  /** Skeletons of words that may be names: they open a sentence. */
  readonly maybeNames: readonly string[];
  /** Stems of the words that tell: neither names nor deeds nor what every promise holds. */
  readonly words: ReadonlySet<string>;
  /** Stems of all words, to tell how near two wordings are. */
  readonly allWords: ReadonlySet<string>;
  /** The stems by the thing that they name. */
  readonly thingOfWord: ReadonlyMap<string, ConceptId>;
}

const WORD = /[\p{L}]+(?:-[\p{L}]+)*/gu;
/** «ФАП», «КСК»: words of the tables, not names. */
const ABBREVIATION = /^\p{Lu}{2,5}$/u;
const ABBREVIATIONS = /(?<!\p{L})\p{Lu}{2,5}(?!\p{L})/gu;
const CAPITALISED = /(?<!\p{L})\p{Lu}\p{Ll}+/gu;
const SHORTEST_NAME = 3;
/** Letters of a word's skeleton that tell it from others, its endings left out. */
export const STEM_LETTERS = 5;

/** «50 тысяч» as 50000. */
const THOUSANDS: Readonly<Record<Lang, RegExp>> = {
  ru: /(?<=\d) тыс(?:яч[аи]?|\.)?/gu,
  kk: /(?<=\d) мың/gu,
  en: /(?<=\d) thousand/gu,
};

/** White space instead of the words at these spans, so that offsets stay. */
function blank(text: string, spans: readonly { start: number; end: number }[]): string {
  let out = text;
  for (const { start, end } of spans)
    out = out.slice(0, start) + ' '.repeat(end - start) + out.slice(end);
  return out;
}

/** The skeleton of a name without its ending. */
function nameKey(word: string): string {
  return stem(fold(word));
}

interface Names {
  readonly names: string[];
  readonly maybeNames: string[];
}

/** «School No. 18»: a capital that makes no name. */
function isCommon(word: string, lang: Lang): boolean {
  const lower = word.toLowerCase();
  return searcher(TOPIC_NAMES[lang].common).exec(lower)?.[0].length === lower.length;
}

function opensSentence(cased: string, at: number): boolean {
  return /(?:^|[.!?:]["\s]*|^["\s-]+)$/u.test(cased.slice(0, at));
}

function namesOf(cased: string, hits: readonly ConceptHit[], lang: Lang): Names {
  const { openers, common } = TOPIC_NAMES[lang];
  const found: Names = { names: [], maybeNames: [] };
  for (const match of cased.matchAll(WORD)) {
    const word = match[0];
    if (!/^\p{Lu}/u.test(word) || fold(word).length < SHORTEST_NAME) continue;
    const lower = word.toLowerCase();
    const isWhole = (pattern: string): boolean =>
      searcher(pattern).exec(lower)?.[0].length === lower.length;
    const isCovered = hits.some((hit) => hit.start <= match.index && match.index < hit.end);
    if (isWhole(common) || (isCovered && ABBREVIATION.test(word))) continue;
    if (!opensSentence(cased, match.index)) found.names.push(nameKey(word));
    else {
      (isWhole(openers) || isCovered ? found.maybeNames : found.names).push(nameKey(word));
    }
  }
  return found;
}

function numbersOf(plain: string, lang: Lang): Set<number> {
  const numbers = new Set<number>();
  const joined = plain.replace(/(?<=\d)[ ,](?=\d{3}(?!\d))/gu, '').replace(THOUSANDS[lang], '000');
  for (const [digits] of joined.matchAll(/\d+(?:[.,]\d+)?/gu))
    numbers.add(Number(digits.replace(',', '.')));
  for (const [pattern, value] of [...TOPIC_NAMES[lang].hundreds].reverse())
    if (searcher(pattern).test(plain)) {
      numbers.add(value);
      break;
    }
  return numbers;
}

/** A street that is mended and nothing else is a road; what comes along counts only when it is alone. */
function thingsOf(hits: readonly ConceptHit[]): Set<ConceptId> {
  const things = new Set(hits.filter((hit) => hit.kind === 'object').map((hit) => hit.id));
  if (things.size === 0 && hits.some((hit) => hit.id === 'street')) things.add('road');
  const telling = new Set([...things].filter((id) => !INCIDENTAL.has(id)));
  return telling.size > 0 ? telling : things;
}

function isDeed(hits: readonly ConceptHit[], at: number): boolean {
  return hits.some((hit) => hit.kind === 'deed' && hit.start <= at && at < hit.end);
}

function wordsOf(
  text: string,
  hits: readonly ConceptHit[],
  lang: Lang,
): Pick<Facts, 'words' | 'allWords' | 'thingOfWord'> {
  const stop = searcher(TOPIC_NAMES[lang].stop);
  const words = new Set<string>();
  const allWords = new Set<string>();
  const thingOfWord = new Map<string, ConceptId>();
  for (const { index, 0: word } of text.matchAll(WORD)) {
    const key = fold(word).slice(0, STEM_LETTERS);
    allWords.add(key);
    const thing = hits.find(
      (hit) => hit.kind === 'object' && hit.start <= index && index < hit.end,
    );
    if (thing !== undefined) thingOfWord.set(key, thing.id);
    if (/^\p{Lu}/u.test(word) || isDeed(hits, index) || key.length < SHORTEST_NAME) continue;
    if (stop.exec(word)?.[0].length !== word.length) words.add(key);
  }
  return { words, allWords, thingOfWord };
}

/** Reads the facts of a promise; its deadline is left out, since a promise is repeated with a new one. */
export function factsOf(text: string, saidOn: Day, lang: Lang): Facts {
  const plain = plainText(text);
  const spans = timeSpans(plain.text, saidOn, lang);
  const small = blank(plain.text, spans);
  const cased = blank(plain.cased, spans);
  // Names keep their capitals here, so that «Каратал» is no word of the tables.
  const words = cased
    .replace(ABBREVIATIONS, (letters) => letters.toLowerCase())
    .replace(CAPITALISED, (word) => (isCommon(word, lang) ? word.toLowerCase() : word))
    .replace(/(?<=^|[.!?:]["\s]*)\p{Lu}/gu, (letter) => letter.toLowerCase());
  const hits = conceptsIn(words, lang);
  const deeds = new Set(hits.filter((hit) => hit.kind === 'deed').map((hit) => hit.id));
  return {
    things: thingsOf(hits),
    places: new Set(hits.filter((hit) => hit.kind === 'place').map((hit) => hit.id)),
    deeds,
    numbers: numbersOf(small, lang),
    ...namesOf(cased, hits, lang),
    ...wordsOf(words, hits, lang),
  };
}
