import { CASE } from '@/lib/language/rules';
import type { PartialDate } from '@/lib/ledger/records';
import type { AreaFocus } from './area-focus';
import { contextOf, type NameContext, type TitleIndex } from './context';
import { lineageOfArea } from './knowledge';
import { type NameGroup, nameGroups } from './name-groups';
import { hitsOfGroup, type NameHit } from './name-hits';
import type { Reading } from './reading';
import { againstName, isToldByOffice, type Scene } from './scene';
import { areasHeld, isPlaceFit, isPlaceNamed, type TitleFit, titleFit } from './tenure';
import type { TitleSpan } from './title-spans';

/** One place where a listed surname stands, with every listed person it may be. */
export interface Occurrence {
  readonly at: number;
  readonly group: NameGroup;
  readonly hits: readonly NameHit[];
  readonly context: NameContext;
}

/** How a full name, or initials with a surname, comes out. */
export type Verdict =
  | { readonly kind: 'sure'; readonly hit: NameHit; readonly fit: TitleFit | null }
  | { readonly kind: 'ambiguous'; readonly hits: readonly NameHit[] }
  | { readonly kind: 'rival' }
  | { readonly kind: 'none' };

/** Reads every listed surname of the text with its surroundings. */
export function readOccurrences(
  reading: Reading,
  titles: TitleIndex,
  isTaken: (at: number) => boolean,
): { readonly occurrences: Occurrence[]; readonly groups: readonly NameGroup[] } {
  const groups = nameGroups(reading.document, isTaken);
  const occurrences: Occurrence[] = [];
  for (const group of groups) {
    const byToken = new Map<number, NameHit[]>();
    for (const hit of hitsOfGroup(reading, group)) {
      const hits = byToken.get(hit.surnameAt);
      if (hits) hits.push(hit);
      else byToken.set(hit.surnameAt, [hit]);
    }
    for (const [at, hits] of byToken) {
      const widest = widestOf(hits);
      occurrences.push({ at, group, hits, context: contextOf(reading, titles, widest) });
    }
  }
  return { occurrences: withoutConsumed(occurrences), groups };
}

function widestOf(hits: readonly NameHit[]): NameHit {
  const [first] = hits;
  if (!first) throw new Error('an occurrence without a hit');
  return hits.reduce((best, hit) => (hit.to - hit.from > best.to - best.from ? hit : best), first);
}

/** A word that is the given name of a full name is no surname of another person. */
function withoutConsumed(occurrences: readonly Occurrence[]): Occurrence[] {
  const consumed = new Set<number>();
  for (const { hits } of occurrences)
    for (const hit of hits)
      if (hit.kind === 'full')
        for (let at = hit.from; at < hit.to; at += 1) if (at !== hit.surnameAt) consumed.add(at);
  return occurrences.filter(
    (one) => !consumed.has(one.at) || one.hits.some((h) => h.kind === 'full'),
  );
}

/** Whether the name belongs to the word that the title hangs on: «пресс-секретарь президента Дмитрий Песков». */
export function isOfDependent(context: NameContext, nameMask: number): boolean {
  const { title } = context;
  if (!title || title.place === 'list') return false;
  const { markers, mask, dependentMask } = title.title;
  if (!markers.has('dependent') && !markers.has('kin')) return false;
  const fitsTitle = (mask & nameMask & CASE.any) !== 0;
  const fitsDependent = (dependentMask & nameMask & CASE.any) !== 0;
  return !fitsTitle || fitsDependent;
}

/** Whether a title says plainly which office it is, so that one that does not fit is another person's. */
function isExplicit(context: NameContext): boolean {
  const title = context.title?.title;
  if (!title) return false;
  const isPlain =
    title.area.kind === 'named' ||
    title.area.kind === 'unknown' ||
    title.branch.length > 0 ||
    title.row.area === 'none';
  return isPlain && !title.markers.has('former') && !title.markers.has('future');
}

/** One more bearer of the surname; «Люди Омаровых» are several, and no other one. */
function isAnother({ kind, mask }: NameHit): boolean {
  return kind === 'conflict' && (mask & CASE.plural) === 0;
}

/** Judges full names and initials at one place. */
export function judgeFull(
  reading: Reading,
  occurrence: Occurrence,
  date: PartialDate | null,
  scene: Scene,
  focus: AreaFocus,
): Verdict | null {
  const { hits, context } = occurrence;
  const full = hits.filter((hit) => hit.kind === 'full' || hit.kind === 'initials');
  if (full.length === 0) return hits.every(isAnother) ? { kind: 'rival' } : null;
  const isKnown = full.some((hit) => hasOffices(reading, hit));
  if (context.isQuoted || (isKnown && context.markers.has('memorial'))) return { kind: 'none' };
  return isKnown
    ? judgeOfficial(reading, occurrence, full, date, scene, focus)
    : chooseFull(full.map((hit) => ({ hit, fit: null })));
}

/** A full name of somebody whose offices the ledger knows: title, trade and the whole text must not contradict it. */
function judgeOfficial(
  reading: Reading,
  occurrence: Occurrence,
  full: readonly NameHit[],
  date: PartialDate | null,
  scene: Scene,
  focus: AreaFocus,
): Verdict {
  const { context } = occurrence;
  const [first] = full;
  if (first && isOfDependent(context, first.mask)) return { kind: 'rival' };
  const fits = fitsOf(reading, full, context.title?.title ?? null, date);
  if (fits.some(isConfirmed)) return chooseFull(fits);
  const said = context.said === null ? [] : fitsOf(reading, full, context.said, date);
  if (said.some(isConfirmed)) return chooseFull(said);
  if (isForeignToOffice(context) || isOnlySharer(reading, occurrence, full, focus))
    return { kind: 'rival' };
  const there = ofPlace(reading, fits, context);
  if (there) return { kind: 'sure', ...there };
  return isExplicit(context)
    ? { kind: 'ambiguous', hits: full }
    : chooseByScene(reading, occurrence, fits, scene, focus);
}

/** `Askhat Serikov of Kostanay`: of namesakes the one whose area is that place, or else the region around it. */
function ofPlace(
  { knowledge, places }: Reading,
  fits: readonly Fitted[],
  { belongsAt }: NameContext,
): Fitted | null {
  const ids = places.at.get(belongsAt)?.ids ?? [];
  if (fits.length < 2 || ids.length === 0) return null;
  const around = ids
    .flatMap((id) => lineageOfArea(knowledge, id))
    .filter((id) => knowledge.areas.get(id)?.classification !== 'country');
  const holding = (areas: readonly string[]): readonly Fitted[] =>
    fits.filter(({ hit }) =>
      areasHeld(knowledge, hit.person.id).some((id) => id !== null && areas.includes(id)),
    );
  const [only, second] = [holding(ids), holding(around)].find((some) => some.length > 0) ?? [];
  return only && !second ? only : null;
}

/** Trades and other people's titles speak only against those whose offices the ledger knows. */
export function hasOffices({ knowledge }: Reading, { person }: NameHit): boolean {
  return (knowledge.membershipsByPerson.get(person.id) ?? []).length > 0;
}

/** Without a title beside it the text as a whole must not speak against the name. */
function chooseByScene(
  reading: Reading,
  occurrence: Occurrence,
  fits: readonly Fitted[],
  scene: Scene,
  focus: AreaFocus,
): Verdict {
  const possible = fits.filter(
    (one) => againstName(reading, occurrence, one.hit.person.id, scene, focus) === 'no',
  );
  if (possible.length === 0) return { kind: 'rival' };
  // An office of the state fits every place: it tells one of several bearers only where the text names that office.
  const isThere = ({ hit: { person } }: Fitted): boolean =>
    isPlaceNamed(reading.knowledge, person.id, focus) ||
    isToldByOffice(reading, occurrence.at, person.id, scene);
  if (!possible.some(isThere)) return chooseFull(fits);
  const near = possible.filter(({ hit }) => isPlaceFit(reading.knowledge, hit.person.id, focus));
  return chooseFull(near.length > 0 ? near : possible);
}

function isForeignToOffice({ markers }: NameContext): boolean {
  return markers.has('trade') || markers.has('foreign') || markers.has('dependent');
}

/**
 * «Аким Талгара Ерлан Омаров … Его однофамилец Марат Омаров»: another listed bearer, if the text names his own area;
 * else some namesake.
 */
function isOnlySharer(
  { knowledge }: Reading,
  { hits, context }: Occurrence,
  full: readonly NameHit[],
  focus: AreaFocus,
): boolean {
  if (!context.markers.has('surname')) return false;
  return !(
    hits.some(isAnother) && full.some(({ person }) => isPlaceNamed(knowledge, person.id, focus))
  );
}

interface Fitted {
  readonly hit: NameHit;
  readonly fit: TitleFit | null;
}

function fitsOf(
  reading: Reading,
  hits: readonly NameHit[],
  title: TitleSpan | null,
  date: PartialDate | null,
): Fitted[] {
  return hits.map((hit) => ({
    hit,
    fit: title ? titleFit(reading.knowledge, title, hit.person.id, date) : null,
  }));
}

const isConfirmed = ({ fit }: Fitted): boolean => fit !== null && fit.kind !== 'no';

/** Among namesakes the title decides, the office of the day before one of another day; else nobody. */
function chooseFull(fits: readonly Fitted[]): Verdict {
  const best = Math.max(...fits.map(rank));
  const chosen = fits.filter((one) => rank(one) === best);
  const [only] = chosen;
  if (chosen.length === 1 && only) return { kind: 'sure', ...only };
  return { kind: 'ambiguous', hits: chosen.map((one) => one.hit) };
}

function rank({ hit, fit }: Fitted): number {
  const byName = hit.kind === 'full' ? 1 : 0;
  const byPatronymic = hit.hasPatronymic ? 2 : 0;
  if (fit === null || fit.kind === 'no') return byName + byPatronymic;
  return (fit.kind === 'now' ? 8 : 4) + byName + byPatronymic;
}
