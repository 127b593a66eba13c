import { DEADLINE_WORDS } from '@/lib/language/deadline-words';
import { fold, stem } from '@/lib/language/fold';
import type { ConceptId } from '@/lib/language/topic-concepts';
import { COMPOUNDS, INCIDENTAL } from '@/lib/language/topic-roles';
import { TOPIC_NAMES } from '@/lib/language/topic-words';
import type { Day, Lang } from '@/lib/ledger/records';
import { timeSpans } from './deadline';
import { rowOf } from './deadline-patterns';
import { plainText } from './plain';
import { searcher } from './speech-patterns';
import { type ConceptHit, conceptsIn } from './topic';

/** What of a promise its likeness is told by. */
export interface Matter {
  readonly text: string;
  readonly lang: Lang;
  readonly saidOn: Day;
  readonly areaId: string | null;
}

/** What a promise says that another wording of the same matter must say too. */
export interface Facts {
  readonly things: ReadonlySet<ConceptId>;
  readonly places: ReadonlySet<ConceptId>;
  readonly whom: ReadonlySet<ConceptId>;
  readonly deeds: ReadonlySet<ConceptId>;
  readonly numbers: ReadonlySet<number>;
  /** Skeletons of proper names: of streets, villages, rivers, people after whom things are named. */
  readonly names: readonly string[];
  /** Those of `names` that open a sentence and may be words that no table knows. */
  readonly opening: ReadonlySet<string>;
  /** Skeletons of words that may be names: they open a sentence. */
  readonly maybeNames: readonly string[];
  /** Stems of the words that tell: neither names nor deeds nor what every promise holds. */
  readonly words: ReadonlySet<string>;
  /** Stems of all words, to tell how near two wordings are. */
  readonly allWords: ReadonlySet<string>;
  /** Stems of names, things and deeds: all that is no filler. */
  readonly telling: ReadonlySet<string>;
  /** Stems of words that the tables of concepts know. */
  readonly known: ReadonlySet<string>;
  /** The stems by the thing that they name. */
  readonly thingOfWord: ReadonlyMap<string, ConceptId>;
  readonly deedOfWord: ReadonlyMap<string, ConceptId>;
}

const WORD = /[\p{L}]+(?:-[\p{L}]+)*/gu;
/** «ФАП», «КСК»: words of the tables, not names. */
const ABBREVIATION = /^\p{Lu}{2,5}$/u;
const ABBREVIATIONS = /(?<!\p{L})\p{Lu}{2,5}(?!\p{L})/gu;
const CAPITALISED = /(?<!\p{L})\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?/gu;
const SHORTEST_NAME = 3;
/** «Один» and «полтора» tell no count from another. */
const LEAST_COUNT = 2;
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
  readonly opening: Set<string>;
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
  const found: Names = { names: [], maybeNames: [], opening: new Set() };
  for (const match of cased.matchAll(WORD)) {
    const word = match[0];
    if (!/^\p{Lu}/u.test(word) || fold(word).length < SHORTEST_NAME) continue;
    const lower = word.toLowerCase();
    const isWhole = (pattern: string): boolean =>
      searcher(pattern).exec(lower)?.[0].length === lower.length;
    const isCovered = hits.some((hit) => hit.start <= match.index && match.index < hit.end);
    if (isWhole(common) || (isCovered && ABBREVIATION.test(word))) continue;
    const key = nameKey(word);
    if (!opensSentence(cased, match.index)) found.names.push(key);
    else if (isWhole(openers) || isCovered) found.maybeNames.push(key);
    else {
      found.names.push(key);
      const end = match.index + word.length + 1;
      // «Жеңіс көшесі», «Балпық би ауылы»: what follows tells that it is a name.
      if (!hits.some((hit) => hit.kind === 'place' && hit.start === end)) found.opening.add(key);
    }
  }
  return found;
}

/** Things that are told apart by their number in words: «третья больница». */
const NUMBERED: ReadonlySet<ConceptId> = new Set<ConceptId>([
  'school',
  'kindergarten',
  'hospital',
  'clinic',
  'library',
  'boiler',
  'substation',
  'musicSchool',
  'sportsSchool',
  'boarding',
  'college',
  'heatPlant',
  'busRoute',
  'microdistrict',
]);

const LAST_WORD = /([\p{L}]+)[ -]$/u;

/** The values of ordinals right before a thing that has a number. */
function ordinalsOf(plain: string, hits: readonly ConceptHit[], lang: Lang): number[] {
  const { ordinals, tens } = TOPIC_NAMES[lang];
  return ordinals.flatMap(([pattern, value]) => {
    const found = searcher(pattern).exec(plain);
    if (found === null) return [];
    const next = found.index + found[0].length + 1;
    return hits.some((hit) => hit.start === next && NUMBERED.has(hit.id))
      ? [value + (tens[LAST_WORD.exec(plain.slice(0, found.index))?.[1] ?? ''] ?? 0)]
      : [];
  });
}

const WHOLE = /(?:^|[^\p{L}])(?:все|всех|всеми|барлық|all|all the) $/u;

const cardinals = new Map<Lang, RegExp>();

/** The cardinals of a language in words, the longest first: «двадцать пять» before «двадцать». */
function cardinalsOf(lang: Lang): RegExp {
  const known = cardinals.get(lang);
  if (known !== undefined) return known;
  const rows = (DEADLINE_WORDS[lang].tables['n'] ?? []).filter(([, value]) => value >= LEAST_COUNT);
  const words = rows.flatMap(([pattern]) => pattern.split('|'));
  words.sort((a, b) => b.length - a.length);
  const made = new RegExp(searcher(words.join('|')).source, 'g');
  cardinals.set(lang, made);
  return made;
}

/** Counts in words: «двадцать автобусов». */
function countsOf(plain: string, lang: Lang): number[] {
  return [...plain.matchAll(cardinalsOf(lang))].flatMap(({ index, 0: word }) => {
    // «Все четыре рынка» are a whole, of which one may be a part.
    if (WHOLE.test(plain.slice(0, index))) return [];
    const value = rowOf(DEADLINE_WORDS[lang].tables['n'] ?? [], word)?.[1];
    return value === undefined ? [] : [value];
  });
}

function numbersOf(plain: string, hits: readonly ConceptHit[], lang: Lang): Set<number> {
  const numbers = new Set<number>([...ordinalsOf(plain, hits, lang), ...countsOf(plain, lang)]);
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

/** Things that those who are moved out of a house speak of. */
const WITH_HOMES: ReadonlySet<ConceptId> = new Set<ConceptId>([
  'flood',
  'settleFlood',
  'emergencyHouses',
  'budget',
]);

/** A street that is mended and nothing else is a road; what comes along counts only when it is alone. */
function thingsOf(hits: readonly ConceptHit[]): Set<ConceptId> {
  const things = new Set(hits.filter((hit) => hit.kind === 'object').map((hit) => hit.id));
  for (const [whole, ...parts] of COMPOUNDS)
    if (parts.every((id) => things.has(id))) {
      for (const id of parts) things.delete(id);
      things.add(whole);
    }
  // Who is moved out gets a home.
  if ([...things].every((id) => WITH_HOMES.has(id)) && hits.some((hit) => hit.id === 'resettle'))
    things.add('housing');
  if (things.size === 0 && hits.some((hit) => hit.id === 'street')) things.add('road');
  const telling = new Set([...things].filter((id) => !INCIDENTAL.has(id)));
  return telling.size > 0 ? telling : things;
}

type Words = Pick<Facts, 'words' | 'allWords' | 'known' | 'telling' | 'thingOfWord' | 'deedOfWord'>;

function wordsOf(text: string, hits: readonly ConceptHit[], lang: Lang): Words {
  const stop = searcher(TOPIC_NAMES[lang].stop);
  const words = new Set<string>();
  const allWords = new Set<string>();
  const known = new Set<string>();
  const telling = new Set<string>();
  const thingOfWord = new Map<string, ConceptId>();
  const deedOfWord = new Map<string, ConceptId>();
  for (const { index, 0: word } of text.matchAll(WORD)) {
    const key = fold(word).slice(0, STEM_LETTERS);
    allWords.add(key);
    const here = hits.filter((hit) => hit.start <= index && index < hit.end);
    const thing = here.find((hit) => hit.kind === 'object');
    const deed = here.find((hit) => hit.kind === 'deed');
    if (here.length > 0) known.add(key);
    if (thing !== undefined) thingOfWord.set(key, thing.id);
    if (deed !== undefined) deedOfWord.set(key, deed.id);
    if (key.length < SHORTEST_NAME) continue;
    const isStop = stop.exec(word)?.[0].length === word.length;
    if (deed !== undefined || !isStop) telling.add(key);
    if (!/^\p{Lu}/u.test(word) && deed === undefined && !isStop) words.add(key);
  }
  return { words, allWords, known, telling, thingOfWord, deedOfWord };
}

/** Reads the facts of a promise; its deadline is left out, since a promise is repeated with a new one. */
function factsOf(text: string, saidOn: Day, lang: Lang): Facts {
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
    whom: new Set(hits.filter((hit) => hit.kind === 'whom').map((hit) => hit.id)),
    deeds,
    numbers: numbersOf(small, hits, lang),
    ...namesOf(cased, hits, lang),
    ...wordsOf(words, hits, lang),
  };
}

/** A promise read once, for comparison with any number of others. */
export interface ReadMatter {
  readonly matter: Matter;
  readonly facts: Facts;
}

/** Reads a promise for `compareMatters`. */
export function readMatter(matter: Matter): ReadMatter {
  return { matter, facts: factsOf(matter.text, matter.saidOn, matter.lang) };
}
