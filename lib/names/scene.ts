import { stemsOfToken } from '@/lib/language/inflect';
import type { PartialDate } from '@/lib/ledger/records';
import type { AreaFocus } from './area-focus';
import { lineageOfArea } from './knowledge';
import type { Occurrence } from './occurrences';
import type { Reading } from './reading';
import { areasHeld, isPlaceFit, titleFit } from './tenure';

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

/** In fewer words than these a text need not say what office or place it speaks of. */
const SHORTEST_ARTICLE = 40;

/** Reads the scene of a text. */
export function readScene(
  reading: Reading,
  occurrences: readonly Occurrence[],
  date: PartialDate | null,
): Scene {
  const { document } = reading;
  const { sceneWords, publicWords } = document;
  const privateStems = new Set<string>();
  for (const occurrence of occurrences) {
    const token = document.tokens[occurrence.at];
    if (token && (occurrence.context.isPrivate || isOfElsewhere(reading, occurrence)))
      for (const one of stemsOfToken(token.rules, token.skeleton)) privateStems.add(one);
  }
  return {
    isStage: sceneWords >= STAGE_WORDS && sceneWords >= publicWords,
    confirmed: confirmedBy(reading, occurrences, date),
    privateStems,
  };
}

/** `Sergei Pak of Seoul University`: he serves where none of the listed bearers does. */
function isOfElsewhere({ knowledge, places }: Reading, { hits, context }: Occurrence): boolean {
  if (context.belongsAt < 0) return false;
  const ids = places.at.get(context.belongsAt)?.ids ?? [];
  const isNear = (areaId: string | null): boolean =>
    areaId !== null && ids.some((id) => lineageOfArea(knowledge, areaId).includes(id));
  return !hits.some(({ person }) => areasHeld(knowledge, person.id).some(isNear));
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
  focus: AreaFocus,
): 'no' | 'yes' {
  // Of a person without offices the ledger knows nothing that a text could confirm.
  if ((reading.knowledge.membershipsByPerson.get(personId) ?? []).length === 0) return 'no';
  const token = reading.document.tokens[occurrence.at];
  const stems = token ? stemsOfToken(token.rules, token.skeleton) : [];
  if (scene.confirmed.has(personId)) return 'no';
  if (stems.some((one) => scene.privateStems.has(one)) || scene.isStage) return 'yes';
  // Neither his office nor his place is named: as likely a namesake as the official.
  const isTold = reading.document.tokens.length >= SHORTEST_ARTICLE;
  return !isTold || isPlaceFit(reading.knowledge, personId, focus) ? 'no' : 'yes';
}
