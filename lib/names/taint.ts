import { hasCaseEnding } from '@/lib/language/case-endings';
import { caseOf } from '@/lib/language/inflect';
import { CASE } from '@/lib/language/rules';
import type { Person } from '@/lib/ledger/records';
import type { Cast } from './cast';
import type { NameHit } from './name-hits';
import { hasOffices, type Occurrence } from './occurrences';
import { aliasesOf, isPlainSurname } from './person-names';
import type { Reading } from './reading';
import { isStage } from './scene';
import { languageAt, type TextDocument } from './text-document';
import { isNextTo, type Token } from './tokens';

/** Persons whose surname alone may be something else, with the token from which on it may. */
export type Tainted = Map<string, number>;

/**
 * Persons whose surname the text also uses for something else: a street, a school, a firm, a place.
 * Alone, such a word is the person only beside a word that people do.
 */
export function taintedPersons(reading: Reading, occurrences: readonly Occurrence[]): Tainted {
  const tainted: Tainted = new Map();
  const known = namedInFull(occurrences);
  for (const occurrence of occurrences)
    if (!isOfOthers(occurrence) && isOtherUse(reading, occurrence))
      // Officials have no monuments; of a person without offices it may be his own.
      for (const hit of namedAfter(reading, occurrence))
        if (hasOffices(reading, hit) && !isOfOneHeadline(reading, occurrence.at, hit)) {
          // «Айдос Туран … Турана … ансамбль «Туран»»: nobody speaks of a brand that the text does not have yet.
          const isNew = occurrence.context.isQuoted && known.has(hit.person.id);
          taint(tainted, hit.person.id, isNew ? occurrence.at : 0);
        }
  return tainted;
}

/** In a digest a club named after somebody says nothing of other headlines; a surname like a word, or a place, does. */
function isOfOneHeadline(reading: Reading, at: number, { person }: NameHit): boolean {
  const token = reading.document.tokens[at];
  if (!token || !reading.document.isDigest) return false;
  return isPlainSurname(person, token.rules) && !isPlace(reading, at);
}

/** Whom the text names in full before it has the surname alone. */
function namedInFull(occurrences: readonly Occurrence[]): ReadonlySet<string> {
  const first = new Map<string, NameHit['kind']>();
  for (const { person, kind } of occurrences.flatMap((one) => one.hits))
    if (!first.has(person.id)) first.set(person.id, kind);
  return new Set(
    [...first].filter(([, kind]) => kind === 'full' || kind === 'initials').map(([id]) => id),
  );
}

function taint(tainted: Tainted, personId: string, from: number): void {
  tainted.set(personId, Math.min(tainted.get(personId) ?? from, from));
}

/**
 * «Вечер Вагнера … Ирина Вагнер»: in a text of the stage a surname that stands before its bearer is named is
 * somebody else's too.
 */
export function taintOnStage(
  reading: Reading,
  occurrences: readonly Occurrence[],
  cast: Cast,
  tainted: Tainted,
): void {
  if (!isStage(reading.document)) return;
  for (const { at, hits } of occurrences)
    for (const hit of hits)
      if (hit.kind === 'bare' && hasOffices(reading, hit) && at < cast.firstOf(hit.person.id))
        taint(tainted, hit.person.id, 0);
}

/** «имени Омарова» is after a man: of the persons who share the word those whom its genitive fits. */
function namedAfter(reading: Reading, { at, hits, context }: Occurrence): readonly NameHit[] {
  const isInflected = reading.document.tokens[at]?.rules.agreement === 'all';
  if (!isInflected || !context.markers.has('memorial')) return hits;
  const genitive = hits.filter((hit) => (hit.mask & CASE.genitive) !== 0);
  return genitive.length > 0 ? genitive : hits;
}

/** `a portrait of Turar Ryskulov` is another man's, and the team «Снегири» are several. */
function isOfOthers({ hits }: Occurrence): boolean {
  return hits.every(({ kind, mask }) => kind === 'conflict' || (mask & CASE.plural) !== 0);
}

function isOtherUse(reading: Reading, { at, hits, context }: Occurrence): boolean {
  if (context.isQuoted) return isNameByItself(reading.document, at, hits);
  if (context.markers.has('memorial')) return true;
  return isPlace(reading, at) && hits.every((hit) => hit.kind !== 'full');
}

/** «Жайык» the club, and a surname like a word, go without quotation marks too; «Сәрсенов қоры» does not. */
function isNameByItself(document: TextDocument, at: number, hits: readonly NameHit[]): boolean {
  const token = document.tokens[at];
  if (!token) return false;
  if (
    !hits.every(({ person }) => isPlainSurname(person, token.rules)) &&
    document.lower.has(token.skeleton)
  )
    return true;
  const after = (document.blocks[token.block] ?? '').charAt(token.end);
  return QUOTE_OPEN.test(token.gap) && QUOTE_CLOSE.test(after);
}

function isPlace(reading: Reading, at: number): boolean {
  return reading.places.at.has(at) || reading.places.endingAt.has(at + 1);
}

const QUOTE_OPEN = /[«"“„]$/u;
const QUOTE_CLOSE = /^[»"”]/u;

/** Whether a surname alone may be the other thing: of a tainted person, or a common word with the capital of its place. */
export function isTainted(
  { document }: Reading,
  at: number,
  hit: NameHit,
  tainted: Tainted,
): boolean {
  const token = document.tokens[at];
  if (!token) return false;
  // «Мороз по коже»: a title in quotes begins with a capital too.
  const isCapitalByPlace =
    token.startsSentence || document.shouting.has(token.block) || QUOTE_OPEN.test(token.gap);
  if (at >= (tainted.get(hit.person.id) ?? Number.POSITIVE_INFINITY)) return true;
  // «Ан нет, …», `Will they …`: a small word with the capital of its place.
  if (token.startsSentence && isStarter(token)) return true;
  return (
    isCapitalByPlace &&
    (isCommonWord(document, token, hit.person) || isInflected(document, at, hit))
  );
}

/** «Ким» is not «кім», though both have one skeleton. */
function isStarter(token: Token): boolean {
  const isLike = languageAt(token).starters.has(token.skeleton);
  return isLike && token.rules.starters.includes(token.text.toLowerCase());
}

/** «Кеңестің хаттамасы» beside «келесі кеңес»: the text has the word in small letters, in whatever case. */
function isCommonWord(document: TextDocument, token: Token, person: Person): boolean {
  if (document.lower.has(token.skeleton)) return true;
  const table = commonWords.get(document) ?? new Map<string, boolean>();
  commonWords.set(document, table);
  const known = table.get(person.id);
  if (known !== undefined) return known;
  const made = [...document.lower].some((word) =>
    aliasesOf(person).some(({ family }) => caseOf(token.rules, family, person.gender, word) !== 0),
  );
  table.set(person.id, made);
  return made;
}

const commonWords = new WeakMap<TextDocument, Map<string, boolean>>();

/** `Тастан қашалған ескерткіш`: a name that looks like a shorter word in the ablative, before a participle. */
function isInflected({ tokens }: TextDocument, at: number, { mask }: NameHit): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token || !next || !isNextTo(token, next) || (mask & CASE.nominative) === 0) return false;
  const { rules, skeleton } = token;
  return (
    rules.participleEndings.some((ending) => next.text.endsWith(ending)) &&
    hasCaseEnding(rules, skeleton, CASE.ablative)
  );
}
