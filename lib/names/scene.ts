import { stemsOfToken } from '@/lib/language/inflect';
import type { PartialDate } from '@/lib/ledger/records';
import type { AreaFocus } from './area-focus';
import { fullHits, matesOf } from './mates';
import type { NameHit } from './name-hits';
import type { Occurrence } from './occurrences';
import { judgeOffice } from './offices';
import { isFromPlace, isOfElsewhere } from './origins';
import type { Reading } from './reading';
import { isPlaceFit, isPlaceNamed, titleFit } from './tenure';
import { sceneWordsAround, type TextDocument } from './text-document';
import type { TitleSpan } from './title-spans';
import { isFollowed, sentenceAround, type Token } from './tokens';
import { whereabouts } from './whereabouts';

/** What the text as a whole says for or against officials in it: a full name alone does not yet make one. */
export interface Scene {
  /** The text is of sport or the arts, where namesakes appear. */
  readonly isStage: boolean;
  readonly hasNamesakes: boolean;
  /** Persons to whom some title in the text gives an office that they have, by the token where it first does. */
  readonly confirmed: ReadonlyMap<string, number>;
  /** Where the text names somebody's office without his name, by person. */
  readonly offices: ReadonlyMap<string, readonly number[]>;
  /** Full names joined with another by «и», by where their surnames stand. */
  readonly mates: ReadonlyMap<number, Occurrence>;
  /** The text names offices of the ledger's own areas or of the state, or officials with theirs. */
  readonly isOfOffices: boolean;
  /** Stems of surnames beside which the text tells of private life. */
  readonly privateStems: ReadonlySet<string>;
}

/** So many words of sport or the arts make a text one of them, if those of public affairs are no more. */
const STAGE_WORDS = 2;

/** In fewer words than these a text need not say what office or place it speaks of. */
const SHORTEST_ARTICLE = 40;

/** Whether a text is of sport, the stage or the arts. */
export function isStage({ sceneWords, publicWords }: TextDocument): boolean {
  return sceneWords >= STAGE_WORDS && sceneWords >= publicWords;
}

/** Reads the scene of a text. */
export function readScene(
  reading: Reading,
  occurrences: readonly Occurrence[],
  titles: readonly TitleSpan[],
  focus: AreaFocus,
  date: PartialDate | null,
): Scene {
  const { document } = reading;
  const { sceneWords } = document;
  const privateStems = new Set<string>();
  const confirmed = confirmedBy(reading, occurrences, date);
  const offices = officesIn(reading, titles, focus, date);
  for (const occurrence of occurrences) {
    const token = document.tokens[occurrence.at];
    if (occurrence.hits.every(({ kind }) => kind === 'conflict')) continue;
    // «58-летний Олег Шевченко»: so news tells of a driver; of an official it gives the office as well.
    const isOfficial = occurrence.hits.some(({ person }) => offices.has(person.id));
    const isPrivate =
      occurrence.context.isPrivate ||
      (occurrence.context.isOfAge && !isOfficial) ||
      isFromPlace(reading, occurrence, titles, date);
    if (token && (isPrivate || isOfElsewhere(reading, occurrence)))
      for (const one of stemsOfToken(token.rules, token.skeleton)) privateStems.add(one);
  }
  return {
    isStage: isStage(document),
    hasNamesakes: document.hasNamesakes,
    confirmed,
    offices,
    mates: matesOf(reading, occurrences),
    isOfOffices:
      sceneWords < STAGE_WORDS &&
      (titles.filter(isOurs).length >= OFFICES || confirmed.size >= OFFICES),
    privateStems,
  };
}

/** One may be passing through the text. */
const OFFICES = 2;

/**
 * «аким Талгарского района», «глава государства», as against the akim of a place that the ledger does not know, and an
 * adviser of an akim.
 */
function isOurs({ area, markers, row }: TitleSpan): boolean {
  const isOfOwnArea = area.kind === 'named' && area.place.ids.length > 0;
  return (isOfOwnArea || (row.unique === true && area.kind === 'none')) && !markers.has('foreign');
}

function confirmedBy(
  reading: Reading,
  occurrences: readonly Occurrence[],
  date: PartialDate | null,
): Map<string, number> {
  const confirmed = new Map<string, number>();
  for (const { at, hits, context } of occurrences) {
    const title = context.title?.title ?? context.said;
    if (!title) continue;
    for (const hit of hits)
      if (
        hit.kind !== 'conflict' &&
        titleFit(reading.knowledge, title, hit.person.id, date).kind !== 'no'
      )
        confirmed.set(hit.person.id, confirmed.get(hit.person.id) ?? at);
  }
  return confirmed;
}

/** Whether the text gives him his office, or nothing could: of a person without offices the ledger knows none. */
export function isToldByOffice(reading: Reading, at: number, id: string, scene: Scene): boolean {
  return (
    (reading.knowledge.membershipsByPerson.get(id) ?? []).length === 0 ||
    isConfirmed(scene, id, at) ||
    isAfterOffice(reading, at, scene.offices.get(id) ?? [])
  );
}

/** A namesake may come first, in a text of sport or one that speaks of such: «Победил Марат Омаров. Его тёзка, аким …». */
function isConfirmed(
  { confirmed, isStage, hasNamesakes }: Scene,
  personId: string,
  at: number,
): boolean {
  const from = confirmed.get(personId);
  return from !== undefined && (from <= at || !(isStage || hasNamesakes));
}

/** Whether the text names him with his office only after a place, and speaks of namesakes. */
function isNamesakeOf({ confirmed, hasNamesakes }: Scene, personId: string, at: number): boolean {
  return hasNamesakes && (confirmed.get(personId) ?? 0) > at;
}

function officesIn(
  reading: Reading,
  titles: readonly TitleSpan[],
  focus: AreaFocus,
  date: PartialDate | null,
): Map<string, number[]> {
  const offices = new Map<string, number[]>();
  // Before any name is judged: by titles and places alone.
  const where = whereabouts(reading, titles, [], focus, date);
  for (const title of titles) {
    const office = judgeOffice(reading, title, where, date);
    if (office === null || office.personId === null) continue;
    offices.set(office.personId, [...(offices.get(office.personId) ?? []), title.from]);
  }
  return offices;
}

/** `The mayor of Almaty sent a telegram; Sanzhar Daulenov is …`: before the name its paragraph names his office. */
function isAfterOffice(
  { document: { tokens } }: Reading,
  at: number,
  places: readonly number[],
): boolean {
  return places.some((place) => place < at && tokens[place]?.block === tokens[at]?.block);
}

/** Whether the text speaks against the full name being the official's. */
export function againstName(
  reading: Reading,
  occurrence: Occurrence,
  personId: string,
  scene: Scene,
  focus: AreaFocus,
): 'no' | 'yes' {
  if (isToldByOffice(reading, occurrence.at, personId, scene)) return 'no';
  if (isNamesakeOf(scene, personId, occurrence.at)) return 'yes';
  const isNear = isPlaceFit(reading.knowledge, personId, focus);
  if (isNear && isPlainlyHe(reading, occurrence, personId, scene)) return 'no';
  if (isOfPrivateName(reading, occurrence, scene)) return 'yes';
  if (isOnStage(reading, occurrence.at, scene, isNear)) return 'yes';
  return isNear || mayBeElsewhere(reading, occurrence, scene, focus) ? 'no' : 'yes';
}

/** Among words of sport or the arts, unless his place is named and the sentence is of public affairs. */
function isOnStage(reading: Reading, at: number, { isStage }: Scene, isNear: boolean): boolean {
  return isStage ? !(isNear && isInPublic(reading, at)) : isInStage(reading, at);
}

/** Neither his office nor his place is named: a namesake as likely, unless the text is short or of officials. */
function mayBeElsewhere(
  reading: Reading,
  occurrence: Occurrence,
  scene: Scene,
  focus: AreaFocus,
): boolean {
  const isTold = reading.document.tokens.length >= SHORTEST_ARTICLE;
  return !isTold || scene.isOfOffices || isWithOfficial(reading, occurrence, scene, focus);
}

/** A namesake bears another patronymic; «сам», `herself` tell the known one from others. */
function isPlainlyHe(
  reading: Reading,
  { hits }: Occurrence,
  personId: string,
  { isStage }: Scene,
): boolean {
  const own = hits.find(({ person }) => person.id === personId);
  return own !== undefined && ((own.hasPatronymic && !isStage) || isHimself(reading, own));
}

/** «Деньги даёт область: распоряжение Ермек Баймурзин подписал», `Its head, Irina Wagner`: a sentence of public affairs among those of sport. */
function isInPublic({ document: { tokens } }: Reading, at: number): boolean {
  const { from, to } = sentenceAround(tokens, at);
  const words = tokens.slice(from, to).map(({ word }) => word);
  return (
    words.some((word) => word.mayBeginTitle) ||
    (words.some((word) => word.isPublic) && !words.some((word) => word.isOfScene))
  );
}

/** `His teammate Roman Li came fourth …`: a paragraph of sport alone, in a text of whatever. */
function isInStage({ document }: Reading, at: number): boolean {
  return sceneWordsAround(document, at) >= STAGE_WORDS;
}

/** Beside a name of that surname the text tells of private life. */
function isOfPrivateName({ document }: Reading, { at }: Occurrence, scene: Scene): boolean {
  const token = document.tokens[at];
  if (!token) return false;
  return stemsOfToken(token.rules, token.skeleton).some((one) => scene.privateStems.has(one));
}

/** Named in one breath with an official whose place the text names. */
function isWithOfficial(
  { knowledge }: Reading,
  { at }: Occurrence,
  { mates }: Scene,
  focus: AreaFocus,
): boolean {
  const mate = mates.get(at);
  return (
    mate !== undefined &&
    fullHits(mate).some((hit) => isPlaceNamed(knowledge, hit.person.id, focus))
  );
}

/** `Anna Omarova herself`, «настоящий Ерлан Омаров», `Ерлан Омаровтың өзі`. */
function isHimself({ document }: Reading, { from, to }: NameHit): boolean {
  const isSelf = (token: Token | undefined): boolean =>
    token?.rules.selfWords.includes(token.text.toLowerCase()) === true;
  const isBefore = isFollowed(document, from) && isSelf(document.tokens[from - 1]);
  return isBefore || (isFollowed(document, to) && isSelf(document.tokens[to]));
}
