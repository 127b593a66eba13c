import { stemsOfToken } from '@/lib/language/inflect';
import type { PartialDate } from '@/lib/ledger/records';
import type { Reading } from './name-hits';
import type { Occurrence } from './occurrences';
import { titleFit } from './tenure';

/** What the text as a whole says for or against officials in it: a full name alone does not yet make one. */
export interface Scene {
  /** The text is of sport or the arts, where namesakes appear. */
  readonly isStage: boolean;
  /** Persons to whom some title in the text gives an office that they have. */
  readonly confirmed: ReadonlySet<string>;
  /** Stems of surnames beside which the text tells of private life. */
  readonly privateStems: ReadonlySet<string>;
}

/** So many words of sport or the arts make a text one of them, if they are more than those of public affairs. */
const STAGE_WORDS = 2;

/** Reads the scene of a text. */
export function readScene(
  reading: Reading,
  occurrences: readonly Occurrence[],
  date: PartialDate | null,
): Scene {
  const { document } = reading;
  const { sceneWords, publicWords } = document;
  const privateStems = new Set<string>();
  for (const { at, context } of occurrences) {
    const token = document.tokens[at];
    if (context.isPrivate && token)
      for (const one of stemsOfToken(token.rules, token.skeleton)) privateStems.add(one);
  }
  return {
    isStage: sceneWords >= STAGE_WORDS && sceneWords >= publicWords,
    confirmed: confirmedBy(reading, occurrences, date),
    privateStems,
  };
}

function confirmedBy(
  reading: Reading,
  occurrences: readonly Occurrence[],
  date: PartialDate | null,
): Set<string> {
  const confirmed = new Set<string>();
  for (const { hits, context } of occurrences) {
    const title = context.title?.title;
    if (!title) continue;
    for (const hit of hits)
      if (
        hit.kind !== 'conflict' &&
        titleFit(reading.knowledge, title, hit.person.id, date).kind !== 'no'
      )
        confirmed.add(hit.person.id);
  }
  return confirmed;
}

/** Whether the text speaks against the full name being the official's. */
export function againstName(
  reading: Reading,
  occurrence: Occurrence,
  personId: string,
  scene: Scene,
): 'no' | 'yes' {
  // Of a person without offices the ledger knows nothing that a text could confirm.
  if ((reading.knowledge.membershipsByPerson.get(personId) ?? []).length === 0) return 'no';
  const token = reading.document.tokens[occurrence.at];
  const stems = token ? stemsOfToken(token.rules, token.skeleton) : [];
  if (scene.confirmed.has(personId)) return 'no';
  if (stems.some((one) => scene.privateStems.has(one)) || scene.isStage) return 'yes';
  return 'no';
}
