import { CONCEPTS, type ConceptId } from '@/lib/language/topic-concepts';
import type { ConceptKind } from '@/lib/language/topic-narrow';
import { TOPIC_WORDS } from '@/lib/language/topic-words';
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

interface CompiledConcept {
  readonly id: ConceptId;
  readonly kind: ConceptKind;
  readonly topic: Topic | null;
  readonly pattern: RegExp;
}

const compiled = new Map<Lang, readonly CompiledConcept[]>();

/** The table of a language as searches, made at the first use: some two hundred patterns. */
function conceptsOf(lang: Lang): readonly CompiledConcept[] {
  const known = compiled.get(lang);
  if (known !== undefined) return known;
  const made = CONCEPTS.map(([id, kind, topic]) => {
    const words = TOPIC_WORDS[lang][id].split(', ').join('|');
    return { id, kind, topic, pattern: new RegExp(searcher(words).source, 'g') };
  });
  compiled.set(lang, made);
  return made;
}

/**
 * Concepts of a plain text in text order. Things and places share the text between them, the first row of the
 * table first; deeds are found besides.
 */
export function conceptsIn(plain: string, lang: Lang): ConceptHit[] {
  const hits: ConceptHit[] = [];
  for (const { id, kind, topic, pattern } of conceptsOf(lang)) {
    for (const match of plain.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const isTaken = hits.some(
        (hit) => hit.start < end && start < hit.end && (hit.kind === 'deed') === (kind === 'deed'),
      );
      if (!isTaken) hits.push({ id, kind, topic, start, end });
    }
  }
  return hits.sort((a, b) => a.start - b.start);
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
