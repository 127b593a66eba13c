import { CASE } from '@/lib/language/rules';
import type { PartialDate } from '@/lib/ledger/records';
import { type BareVerdict, type Cast, judgeBare, judgeTitled } from './anchors';
import { type AreaFocus, areaFocus } from './area-focus';
import { branchVocabulary } from './branches';
import { indexTitles, type NameContext } from './context';
import type { Mention, Reason } from './gazetteer';
import { givenPatronymics } from './given-patronymics';
import type { Knowledge } from './knowledge';
import type { NameHit, Reading } from './name-hits';
import type { NamedMention } from './named-mention';
import { judgeFull, type Occurrence, readOccurrences, rivalAt, type Verdict } from './occurrences';
import { judgeOffice, type OfficeMention } from './offices';
import { findPlaces } from './places';
import { readScene } from './scene';
import { taintedStems } from './taint';
import { languageAt, type TextDocument, TITLE_BLOCK } from './text-document';
import { findTitles, type TitleSpan } from './title-spans';
import type { Token } from './tokens';

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
  const { occurrences, groups } = readOccurrences(reading, indexTitles(titles), (at) =>
    taken.has(at),
  );
  const focus = areaFocus(knowledge, places.at.values());
  const cast: Cast = { anchors: [], rivals: [], tainted: taintedStems(reading, occurrences) };
  const named = [
    ...judgeFulls(reading, occurrences, cast, focus, date),
    ...judgeTitles(reading, occurrences, cast, focus, date),
  ];
  const settled = new Set(named.map((one) => one.from));
  named.push(...givenPatronymics(reading, groups, cast, focus, date));
  const offices = officesOf(reading, titles, named, occurrences, focus, date);
  // «Аким Талгара опоздал … Бектасов передал записку»: the office makes its holder known.
  for (const { title, personId } of offices)
    if (personId !== null) cast.anchors.push({ at: title.from, personId });
  cast.anchors.sort((a, b) => a.at - b.at);
  named.push(...judgeBares(reading, occurrences, cast, focus, date, settled));
  const names = named.filter((one) => document.tokens[one.from]?.block !== TITLE_BLOCK);
  return inOrder([
    ...names.map((one) => mentionOfName(document, one)),
    ...offices.map((one) => mentionOfOffice(document, one)),
  ]);
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
  cast: Cast,
  focus: AreaFocus,
  date: PartialDate | null,
): NamedMention[] {
  const named: NamedMention[] = [];
  const scene = readScene(reading, occurrences, date);
  for (const occurrence of occurrences) {
    const verdict = judgeFull(reading, occurrence, date, scene);
    if (!verdict) continue;
    note(reading, cast, focus, occurrence, verdict);
    const mention = ofVerdict(reading, occurrence, verdict);
    if (mention) named.push(mention);
  }
  return named;
}

/** What a verdict tells about the rest of the text: an anchor, a rival, an area made clear. */
function note(
  reading: Reading,
  cast: Cast,
  focus: AreaFocus,
  occurrence: Occurrence,
  verdict: Verdict | BareVerdict,
): void {
  if (verdict.kind === 'rival') cast.rivals.push(rivalAt(reading, occurrence.at));
  if (verdict.kind !== 'sure') return;
  cast.anchors.push({ at: occurrence.at, personId: verdict.hit.person.id });
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
  focus: AreaFocus,
  date: PartialDate | null,
  settled: ReadonlySet<number>,
): NamedMention[] {
  const named: NamedMention[] = [];
  for (const occurrence of occurrences) {
    if (settled.has(occurrence.at) || !occurrence.hits.some((hit) => hit.kind === 'bare')) continue;
    if (occurrence.hits.some((hit) => hit.kind === 'full' || hit.kind === 'initials')) continue;
    if (cast.rivals.some((rival) => rival.at === occurrence.at)) continue;
    const verdict = judgeBare(reading, occurrence, cast, date, focus);
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

function officesOf(
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
  const offices: OfficeMention[] = [];
  for (const title of titles) {
    if (reading.document.tokens[title.from]?.block === TITLE_BLOCK) continue;
    const office = judgeOffice(reading, title, focus, date);
    if (isSaidOfName(reading.document, title, names)) continue;
    if (
      isBesideName(reading.document, title, besides) &&
      !isApart(reading, title, occurrences, office)
    )
      continue;
    if (office && (office.personId !== null || office.candidates.length > 1)) offices.push(office);
  }
  return offices;
}

/** «Тимур Калиев, аким области», `Tulegenov as akim of`, «назначен акимом»: the title is said of a name. */
function isSaidOfName(
  document: TextDocument,
  title: TitleSpan,
  names: readonly NamedMention[],
): boolean {
  const { tokens } = document;
  const first = tokens[title.wholeFrom];
  if (!first) return false;
  if (isPredicate(document, title)) return true;
  let at = title.wholeFrom;
  const small = languageAt(first);
  const isSmallWord = (token: Token | undefined): boolean =>
    token !== undefined &&
    (small.links.has(token.skeleton) || small.appositionWords.has(token.skeleton));
  while (isSmallWord(tokens[at - 1]) && tokens[at - 1]?.block === first.block) at -= 1;
  const gap = tokens[at]?.gap ?? '';
  const isClose = /^[\s\u00A0]*[,(–—-]?[\s\u00A0]*$/u.test(gap);
  return isClose && names.some((one) => one.to === at) && tokens[at - 1]?.block === first.block;
}

/** «назначен акимом», «стал акимом»: the instrumental without a preposition. */
function isPredicate(document: TextDocument, title: TitleSpan): boolean {
  const before = document.tokens[title.wholeFrom - 1];
  const first = document.tokens[title.wholeFrom];
  if (!before || !first || first.rules.agreement !== 'all') return false;
  if ((title.mask & CASE.any) !== CASE.instrumental) return false;
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
  if (token?.rules.agreement !== 'last') return false;
  // In Kazakh a title of a name has no ending of its own: `министріне Инна … көрсетті` are two persons.
  if ((title.mask & CASE.nominative) === 0) return true;
  const beside = occurrences.find((one) => one.group.from === title.wholeTo);
  const mask = beside?.hits[0]?.mask ?? CASE.nominative;
  const isHolder = beside?.hits.some((hit) => hit.person.id === office?.personId) ?? false;
  return (mask & CASE.nominative) === 0 && !isHolder;
}

/** A title right before a name is that name's, whoever bears it. */
function isBesideName(
  document: TextDocument,
  title: TitleSpan,
  starts: ReadonlySet<number>,
): boolean {
  const next = document.tokens[title.wholeTo];
  const last = document.tokens[title.wholeTo - 1];
  if (!next || !last || next.block !== last.block) return false;
  if (starts.has(title.wholeTo) && /^[\s\u00A0]*$/u.test(next.gap)) return true;
  return (
    (next.shape === 'title' || next.shape === 'upper' || next.shape === 'initial') &&
    /^[ \u00A0]*$/u.test(next.gap)
  );
}

function mentionOfName(document: TextDocument, named: NamedMention): Mention {
  const span = spanOf(document, named.from, named.to);
  return {
    ...span,
    outcome: named.personId === null ? 'ambiguous' : 'sure',
    personId: named.personId,
    postId: null,
    candidates: named.candidates,
    light: named.light,
    reasons: named.reasons,
  };
}

function mentionOfOffice(document: TextDocument, office: OfficeMention): Mention {
  return {
    ...spanOf(document, office.title.wholeFrom, office.title.wholeTo),
    outcome: office.personId === null ? 'ambiguous' : 'sure',
    personId: office.personId,
    postId: office.postId,
    candidates: office.candidates,
    light: true,
    reasons: office.reasons,
  };
}

/** The full stop of a last initial belongs to the name: «Омаров Ж.». */
function spanOf(
  document: TextDocument,
  from: number,
  to: number,
): Pick<Mention, 'block' | 'start' | 'end' | 'surface'> {
  const [first, last] = [document.tokens[from], document.tokens[to - 1]];
  if (!first || !last) throw new RangeError(`no tokens ${from}–${to}`);
  const text = document.blocks[first.block] ?? '';
  const end = last.shape === 'initial' && text.charAt(last.end) === '.' ? last.end + 1 : last.end;
  return { block: first.block, start: first.start, end, surface: text.slice(first.start, end) };
}

/** Text order; of two mentions that overlap the one with a person, then the longer one. */
function inOrder(mentions: readonly Mention[]): Mention[] {
  const ranked = mentions.toSorted((a, b) => weight(b) - weight(a));
  const kept: Mention[] = [];
  for (const one of ranked)
    if (!kept.some((k) => k.block === one.block && k.start < one.end && k.end > one.start))
      kept.push(one);
  return kept.sort((a, b) => a.block - b.block || a.start - b.start);
}

function weight(mention: Mention): number {
  return (mention.outcome === 'sure' ? 1_000_000 : 0) + (mention.end - mention.start);
}
