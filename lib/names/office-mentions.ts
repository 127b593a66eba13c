import { hasCaseEnding } from '@/lib/language/case-endings';
import { CASE } from '@/lib/language/rules';
import type { PartialDate } from '@/lib/ledger/records';
import type { AreaFocus } from './area-focus';
import { isGivenName } from './name-groups';
import type { NamedMention } from './named-mention';
import type { Occurrence } from './occurrences';
import { judgeOffice, type OfficeMention } from './offices';
import type { Reading } from './reading';
import { languageAt, type TextDocument, TITLE_BLOCK } from './text-document';
import type { TitleSpan } from './title-spans';
import { isInflecting, isNextTo, type Token } from './tokens';
import { whereabouts } from './whereabouts';

/** The offices that the text names without their holders' names. */
export function officesOf(
  reading: Reading,
  titles: readonly TitleSpan[],
  names: readonly NamedMention[],
  occurrences: readonly Occurrence[],
  focus: AreaFocus,
  date: PartialDate | null,
): OfficeMention[] {
  const besides = new Set([
    ...names.map((one) => one.from),
    ...occurrences.map((one) => one.group.from),
  ]);
  const ends = new Map(names.map((one) => [one.to, one.personId]));
  const where = whereabouts(reading, titles, names, focus, date);
  const offices: OfficeMention[] = [];
  for (const title of titles) {
    if (reading.document.tokens[title.from]?.block === TITLE_BLOCK) continue;
    const office = judgeOffice(reading, title, where, date);
    if (isSaidOfName(reading.document, title, ends, office)) continue;
    if (isBesideName(reading, title, besides) && !isApart(reading, title, occurrences, office))
      continue;
    if (office && (office.personId !== null || office.candidates.length > 1)) offices.push(office);
  }
  return offices;
}

/** «Тимур Калиев, аким области», `Tulegenov as akim of`, «назначен акимом»: the title is said of a name. */
function isSaidOfName(
  document: TextDocument,
  title: TitleSpan,
  ends: ReadonlyMap<number, string | null>,
  office: OfficeMention | null,
): boolean {
  const first = document.tokens[title.wholeFrom];
  if (!first) return false;
  if (isPredicate(document, title)) return true;
  const at = skipSmallWords(document, title.wholeFrom);
  if (!ends.has(at) || document.tokens[at - 1]?.block !== first.block) return false;
  const gap = document.tokens[at]?.gap ?? '';
  const isClose = /^[\s\u00A0]*[,(–—-]?[\s\u00A0]*$/u.test(gap);
  // «С Павлом Черных аким области совещался»: in Russian without a comma it may be another's.
  const isOthers = isInflecting(first) && gap === ' ' && isHeldBy(office, ends.get(at)) === false;
  return isClose && !isOthers;
}

/** Whether the office is known to be of this person; null: nobody knows. */
function isHeldBy(
  office: OfficeMention | null,
  personId: string | null | undefined,
): boolean | null {
  return office?.personId ? office.personId === personId : null;
}

/** Back over `the`, `as`, «как». */
function skipSmallWords({ tokens }: TextDocument, from: number): number {
  const first = tokens[from];
  if (!first) return from;
  const { links, appositionWords } = languageAt(first);
  let at = from;
  for (;;) {
    const before = tokens[at - 1];
    if (before?.block !== first.block) return at;
    if (!links.has(before.skeleton) && !appositionWords.has(before.skeleton)) return at;
    at -= 1;
  }
}

/** «назначен акимом», «стал акимом»: the instrumental without a preposition. */
function isPredicate(document: TextDocument, title: TitleSpan): boolean {
  const before = document.tokens[title.wholeFrom - 1];
  const first = document.tokens[title.wholeFrom];
  if (!first || first.rules.agreement !== 'all') return false;
  if ((title.mask & CASE.any) !== CASE.instrumental) return false;
  // «Акимом области назначен …»
  if (!before || before.block !== first.block) return true;
  const asked = languageAt(first).prepositions.get(before.skeleton) ?? 0;
  return before.block === first.block && (asked & CASE.instrumental) === 0;
}

/** `әкімі Кәрімбаевты қолдады`: the name in an oblique case is another person than the holder. */
function isApart(
  reading: Reading,
  title: TitleSpan,
  occurrences: readonly Occurrence[],
  office: OfficeMention | null,
): boolean {
  const token = reading.document.tokens[title.from];
  const beside = occurrences.find((one) => one.group.from === title.wholeTo);
  if (token?.rules.agreement === 'all') return isOfOtherCase(title, beside);
  // In Kazakh a title of a name has no ending of its own: `министріне Инна … көрсетті` are two persons.
  if ((title.mask & CASE.nominative) === 0) return true;
  const mask = beside?.hits[0]?.mask ?? CASE.nominative;
  const isHolder = beside?.hits.some((hit) => hit.person.id === office?.personId) ?? false;
  return (mask & CASE.nominative) === 0 && !isHolder;
}

/** «Распоряжением главы региона Омаров Ерлан назначен …»: a title and its name share their case. */
function isOfOtherCase(title: TitleSpan, beside: Occurrence | undefined): boolean {
  if (title.isPlural || !beside) return false;
  return (
    beside.hits.some(({ kind }) => kind === 'full') &&
    beside.hits.every(({ mask }) => (mask & title.mask & CASE.any) === 0)
  );
}

/** `Мемлекет басшысы Жапонияға барады`: after a title without an ending a word in an oblique case is no name of its holder. */
function isObject({ tokens }: TextDocument, title: TitleSpan): boolean {
  const [next, second] = [tokens[title.wholeTo], tokens[title.wholeTo + 1]];
  if (!next || next.rules.agreement !== 'last') return false;
  const word = next.text.toLowerCase();
  const isSurname = next.rules.surnameEndings.some((one) => word.includes(one));
  if (title.row.unique !== true && (isSurname || title.area.kind !== 'named')) return false;
  const isLonger = second !== undefined && second.shape !== 'lower' && isNextTo(next, second);
  return (
    !isLonger &&
    !isGivenName(next) &&
    hasCaseEnding(next.rules, next.skeleton, CASE.dative | CASE.prepositional | CASE.ablative)
  );
}

/** A title right before a name is that name's, whoever bears it. */
function isBesideName(reading: Reading, title: TitleSpan, starts: ReadonlySet<number>): boolean {
  const { document } = reading;
  const next = document.tokens[title.wholeTo];
  const last = document.tokens[title.wholeTo - 1];
  if (!next || !last || next.block !== last.block) return false;
  if (starts.has(title.wholeTo) && /^[\s\u00A0]*$/u.test(next.gap)) return true;
  if (next.shape === 'lower' || next.shape === 'number' || !/^[ \u00A0]*$/u.test(next.gap))
    return false;
  return (
    !isInPlace(reading, title.wholeTo) &&
    !isHeadlineWord(document, next) &&
    !isObject(document, title)
  );
}

/** `министрі Семейде аурухана ашты`, `әкімі Қордай мен Меркіге барады`: a place in an oblique case, or such a list. */
function isInPlace(
  { document, places }: Pick<Reading, 'document' | 'places'>,
  at: number,
): boolean {
  const place = places.at.get(at);
  if (place === undefined) return false;
  if ((place.mask & CASE.nominative) === 0) return true;
  const word = document.tokens[place.to];
  return (
    word !== undefined &&
    languageAt(word).listWords.has(word.skeleton) &&
    isInPlace({ document, places }, place.to + 1)
  );
}

/** In a headline a capital tells nothing. */
function isHeadlineWord({ shouting }: TextDocument, token: Token): boolean {
  return shouting.has(token.block) && !isGivenName(token);
}
