import { CONCEPTS, type ConceptId, type ConceptKind } from '@/lib/language/topic-concepts';
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

function patternOf(id: ConceptId, lang: Lang): string {
  return TOPIC_WORDS[lang][id].split(', ').join('|');
}

/**
 * Concepts of a plain text in text order. Things and places share the text between them, the first row of the
 * table first; deeds are found besides.
 */
export function conceptsIn(plain: string, lang: Lang): ConceptHit[] {
  const hits: ConceptHit[] = [];
  for (const [id, kind, topic] of CONCEPTS) {
    const pattern = new RegExp(searcher(patternOf(id, lang)).source, 'gu');
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
