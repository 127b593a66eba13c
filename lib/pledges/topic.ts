import type { ConceptId } from '@/lib/language/topic-concepts';
import type { ConceptKind } from '@/lib/language/topic-narrow';
import { ALL_CONCEPTS, type Concept } from '@/lib/language/topic-words';
import type { Lang, Topic } from '@/lib/ledger/records';
import { plainText } from './plain';
import { searcher } from './speech-patterns';

/** A concept found in a text; offsets into the plain text that was searched. */
export interface ConceptHit {
  readonly id: ConceptId;
  readonly kind: ConceptKind;
  readonly topic: Topic | null;
  readonly start: number;
  readonly end: number;
}

interface LangConcept {
  readonly concept: Concept;
  /** Beginnings of words of which a text must have one for the pattern to match; null: it may always. */
  readonly starts: readonly string[] | null;
  pattern: RegExp | null;
}

/** Letters of a word's beginning by which patterns are looked up. */
const START_LETTERS = 2;
const WORD_START = /(?<![\p{L}\p{N}])[\p{L}\p{N}]{2}/gu;
const LITERAL_START = /^[\p{L}\p{N}]{2}(?![?*{])/u;

const byLang = new Map<Lang, readonly LangConcept[]>();

function startsOf(words: string): readonly string[] | null {
  const starts = words.split(', ').map((one) => LITERAL_START.exec(one)?.[0] ?? null);
  return starts.some((one) => one === null) ? null : [...new Set(starts.map(String))];
}

function conceptsOf(lang: Lang): readonly LangConcept[] {
  const known = byLang.get(lang);
  if (known !== undefined) return known;
  const made = ALL_CONCEPTS.map((concept) => ({
    concept,
    starts: startsOf(concept.words[lang]),
    pattern: null,
  }));
  byLang.set(lang, made);
  return made;
}

/** Compiled at the first text that may hold it: of some five hundred patterns a text needs a few dozen. */
function patternOf(one: LangConcept, lang: Lang): RegExp {
  one.pattern ??= new RegExp(searcher(one.concept.words[lang].split(', ').join('|')).source, 'g');
  return one.pattern;
}

function overlaps(a: ConceptHit, b: ConceptHit): boolean {
  return a.start < b.end && b.start < a.end && (a.kind === 'deed') === (b.kind === 'deed');
}

/** Every match of every concept, in the order of the table. */
function matches(plain: string, lang: Lang): ConceptHit[] {
  const starts = new Set(
    [...plain.matchAll(WORD_START)].map(([start]) => start.slice(0, START_LETTERS)),
  );
  const hits: ConceptHit[] = [];
  for (const one of conceptsOf(lang)) {
    if (one.starts !== null && !one.starts.some((start) => starts.has(start))) continue;
    const { id, kind, topic } = one.concept;
    for (const match of plain.matchAll(patternOf(one, lang)))
      hits.push({ id, kind, topic, start: match.index, end: match.index + match[0].length });
  }
  return hits;
}

/**
 * Concepts of a plain text in text order. Things, places and people share the text between them, the longest match
 * first, then the first row of the table; deeds share it besides.
 */
export function conceptsIn(plain: string, lang: Lang): ConceptHit[] {
  const taken: ConceptHit[] = [];
  const found = matches(plain, lang).sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const hit of found) if (!taken.some((one) => overlaps(one, hit))) taken.push(hit);
  return taken.sort((a, b) => a.start - b.start);
}

/**
 * The topic of a promise: that of the first thing it names, `other` when it names none that has a topic. A
 * street that is mended is a matter of roads.
 */
export function readTopic(text: string, lang: Lang): Topic {
  const hits = conceptsIn(plainText(text).text, lang);
  const topics = hits.flatMap((hit) => (hit.topic === null ? [] : [hit.topic]));
  const telling = topics.find((topic) => topic !== 'other') ?? topics[0];
  if (telling !== undefined) return telling;
  return hits.some((hit) => hit.id === 'street') ? 'roads' : 'other';
}
