import type { PartialDate } from '@/lib/ledger/records';
import { type AreaFocus, areaFocus, isOfKind } from './area-focus';
import { judgeBare } from './bare-names';
import { branchVocabulary } from './branches';
import { type Cast, newCast } from './cast';
import { indexTitles, type NameContext } from './context';
import type { Mention, Reason } from './gazetteer';
import { givenPatronymics } from './given-patronymics';
import type { Knowledge } from './knowledge';
import type { NameHit } from './name-hits';
import type { NamedMention } from './named-mention';
import { judgeFull, type Occurrence, readOccurrences, type Verdict } from './occurrences';
import { officesOf } from './office-mentions';
import { findPlaces } from './places';
import type { Reading } from './reading';
import { isNamedParent } from './rival-parents';
import { isNamedWoman } from './rival-women';
import { readScene } from './scene';
import { inOrder, mentionOfName, mentionOfOffice } from './spans';
import { type Tainted, taintedPersons, taintOnStage } from './taint';
import { type TextDocument, TITLE_BLOCK } from './text-document';
import { findTitles, type TitleSpan } from './title-spans';
import { type BareVerdict, judgeTitled } from './titled-names';

/** All mentions of a text in the light of what the ledger knows. */
export function mentionsOf(
  document: TextDocument,
  knowledge: Knowledge,
  date: PartialDate | null,
): Mention[] {
  const places = findPlaces(document, knowledge);
  const titles = findTitles(document, places, branchVocabulary(knowledge.posts.values()));
  const reading: Reading = { document, knowledge, places };
  const taken = takenBy(titles);
  const index = indexTitles(titles);
  const { occurrences, groups } = readOccurrences(reading, index, (at) => taken.has(at));
  const focus = areaFocus(knowledge, places.at.values());
  nameCapital(knowledge, titles, focus);
  const cast = newCast();
  const tainted = taintedPersons(reading, occurrences);
  const named = [
    ...judgeFulls(reading, occurrences, titles, cast, focus, date),
    ...judgeTitles(reading, occurrences, cast, focus, date),
  ];
  const settled = new Set(named.map((one) => one.from));
  named.push(...givenPatronymics(reading, groups, index, cast, focus, date));
  const offices = officesOf(reading, titles, named, occurrences, focus, date);
  // «Аким Талгара опоздал … Бектасов передал записку»: the office makes its holder known.
  for (const { title, personId } of offices)
    if (personId !== null) cast.anchorByOffice(personId, title.from);
  taintOnStage(reading, occurrences, cast, tainted);
  named.push(...judgeBares(reading, occurrences, cast, tainted, focus, date, settled));
  const names = named.filter((one) => document.tokens[one.from]?.block !== TITLE_BLOCK);
  return inOrder([
    ...names.map((one) => mentionOfName(document, one)),
    ...offices.map((one) => mentionOfOffice(document, one)),
  ]);
}

/** «Аким столицы» names the capital, though not by its name. */
function nameCapital(knowledge: Knowledge, titles: readonly TitleSpan[], focus: AreaFocus): void {
  for (const { row, area, from } of titles) {
    if (row.ours !== true || area.kind !== 'kindOnly' || area.row.only === undefined) continue;
    for (const one of knowledge.areas.values())
      if (isOfKind(one, area.row)) focus.add(one.id, from);
  }
}

function takenBy(titles: readonly TitleSpan[]): Set<number> {
  const taken = new Set<number>();
  for (const title of titles)
    for (let at = title.wholeFrom; at < title.wholeTo; at += 1) taken.add(at);
  return taken;
}

function judgeFulls(
  reading: Reading,
  occurrences: readonly Occurrence[],
  titles: readonly TitleSpan[],
  cast: Cast,
  focus: AreaFocus,
  date: PartialDate | null,
): NamedMention[] {
  const named: NamedMention[] = [];
  const scene = readScene(reading, occurrences, titles, focus, date);
  for (const occurrence of occurrences) {
    const verdict =
      againNamed(reading, occurrence, cast) ?? judgeFull(reading, occurrence, date, scene, focus);
    if (!verdict) continue;
    note(reading, cast, focus, occurrence, verdict);
    const mention = ofVerdict(reading, occurrence, verdict);
    if (mention) named.push(mention);
  }
  return named;
}

/** Of the given name and the patronymic, with the surname. */
const BOTH_INITIALS = 3;

/** «Ирина Вагнер … И. Г. Вагнер», «… по словам Ирины Вагнер»: the one whom the text has named, where it knows no namesakes. */
function againNamed(
  { document }: Reading,
  { at, hits, context }: Occurrence,
  cast: Cast,
): Verdict | null {
  const [only, second] = hits.filter(({ kind }) => kind === 'initials' || kind === 'full');
  if (!only || second || context.title || context.markers.size > 0) return null;
  const isTold =
    only.kind === 'initials' ? only.to - only.from >= BOTH_INITIALS : !document.hasNamesakes;
  if (!isTold) return null;
  return cast.lastNamed(only.person.id, at) >= 0 ? { kind: 'sure', hit: only, fit: null } : null;
}

function noteRival({ document }: Reading, cast: Cast, occurrence: Occurrence): void {
  const token = document.tokens[occurrence.at];
  if (isNamedParent(document, occurrence)) cast.parent(occurrence.at);
  else if (token) cast.rival(token, occurrence.at, isNamedWoman(document, occurrence));
}

/** What a verdict tells about the rest of the text: an anchor, a rival, an area made clear. */
function note(
  reading: Reading,
  cast: Cast,
  focus: AreaFocus,
  occurrence: Occurrence,
  verdict: Verdict | BareVerdict,
): void {
  if (verdict.kind === 'rival') noteRival(reading, cast, occurrence);
  if (verdict.kind === 'ambiguous')
    for (const { person, kind } of verdict.hits)
      if (kind === 'full') cast.doubt(person.id, occurrence.at);
  if (verdict.kind !== 'sure') return;
  cast.anchor(verdict.hit.person.id, occurrence.at);
  const areaId = reading.knowledge.posts.get(verdict.fit?.postId ?? '')?.areaId ?? null;
  if (areaId !== null) focus.add(areaId, occurrence.at);
}

function judgeTitles(
  reading: Reading,
  occurrences: readonly Occurrence[],
  cast: Cast,
  focus: AreaFocus,
  date: PartialDate | null,
): NamedMention[] {
  const named: NamedMention[] = [];
  for (const occurrence of occurrences) {
    if (occurrence.hits.some((hit) => hit.kind === 'full' || hit.kind === 'initials')) continue;
    const verdict = judgeTitled(reading, occurrence, date, focus);
    if (!verdict) continue;
    note(reading, cast, focus, occurrence, verdict);
    const mention = ofVerdict(reading, occurrence, verdict);
    if (mention) named.push(mention);
  }
  return named;
}

function judgeBares(
  reading: Reading,
  occurrences: readonly Occurrence[],
  cast: Cast,
  tainted: Tainted,
  focus: AreaFocus,
  date: PartialDate | null,
  settled: ReadonlySet<number>,
): NamedMention[] {
  const named: NamedMention[] = [];
  for (const occurrence of occurrences) {
    if (settled.has(occurrence.at) || !occurrence.hits.some((hit) => hit.kind === 'bare')) continue;
    if (occurrence.hits.some((hit) => hit.kind === 'full' || hit.kind === 'initials')) continue;
    if (cast.isRivalAt(occurrence.at)) continue;
    const verdict = judgeBare(reading, occurrence, cast, tainted, date, focus);
    const token = reading.document.tokens[occurrence.at];
    if (verdict.kind === 'rival' && token) cast.rival(token, occurrence.at, false);
    const mention = ofVerdict(reading, occurrence, verdict);
    if (mention) named.push(mention);
  }
  return named;
}

function ofVerdict(
  reading: Reading,
  occurrence: Occurrence,
  verdict: Verdict | BareVerdict,
): NamedMention | null {
  if (verdict.kind === 'ambiguous') return ambiguousName(verdict.hits);
  if (verdict.kind !== 'sure') return null;
  const { hit, fit } = verdict;
  const reasons = [...nameReasons(reading, hit, occurrence.context)];
  if (fit?.membershipId) reasons.push({ kind: 'tenure', membershipId: fit.membershipId });
  const areaId = reading.knowledge.posts.get(fit?.postId ?? '')?.areaId ?? null;
  if (areaId !== null) reasons.push({ kind: 'area', areaId });
  const { from, to, person } = hit;
  return {
    from,
    to,
    personId: person.id,
    candidates: [person.id],
    light: hit.kind === 'bare',
    reasons,
  };
}

function ambiguousName(hits: readonly NameHit[]): NamedMention | null {
  const [first] = hits;
  if (!first) return null;
  const candidates = [...new Set(hits.map((hit) => hit.person.id))];
  const reason: Reason =
    candidates.length > 1
      ? { kind: 'namesakes', count: candidates.length }
      : { kind: 'onlySurname' };
  return {
    from: first.from,
    to: first.to,
    personId: null,
    candidates,
    light: true,
    reasons: [reason],
  };
}

function nameReasons(reading: Reading, hit: NameHit, context: NameContext): Reason[] {
  const reasons: Reason[] = [];
  if (hit.kind === 'full') reasons.push({ kind: 'fullName' });
  if (hit.kind === 'initials') reasons.push({ kind: 'initials' });
  const title = context.title?.title;
  if (title)
    reasons.push({
      kind: 'title',
      title: textOf(reading.document, title.wholeFrom, title.wholeTo),
    });
  if (hit.kind === 'bare' && !title) reasons.push({ kind: 'bareSurname', anchor: hit.person.id });
  return reasons;
}

/** The text of tokens, end exclusive. */
function textOf(document: TextDocument, from: number, to: number): string {
  const [first, last] = [document.tokens[from], document.tokens[to - 1]];
  if (!first || !last || first.block === TITLE_BLOCK) return '';
  return (document.blocks[first.block] ?? '').slice(first.start, last.end);
}
