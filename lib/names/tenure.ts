import { firstDay, lastDay } from '@/lib/ledger/partial-date';
import type { Membership, PartialDate, Post } from '@/lib/ledger/records';
import type { AreaFocus } from './area-focus';
import { isOfKind } from './area-focus';
import { fitsLabel, fitsOneLabel } from './branches';
import { type Knowledge, lineageOfArea } from './knowledge';
import type { PlaceSpan } from './places';
import type { TitleSpan } from './title-spans';

/** How a title fits a person: by a membership on the date, by one of another time, not at all, or nothing to compare. */
export interface TitleFit {
  readonly kind: 'now' | 'ever' | 'no' | 'open';
  readonly membershipId: string | null;
  readonly postId: string | null;
}

/** Of a person without offices the ledger knows nothing that a title could contradict. */
const OPEN_FIT: TitleFit = { kind: 'open', membershipId: null, postId: null };

const NO_FIT: TitleFit = { kind: 'no', membershipId: null, postId: null };

/** Whether a membership may hold on a date; unknown ends do not speak against it. */
export function mayHold(membership: Membership, date: PartialDate): boolean {
  const starts = membership.startDate;
  const ends = membership.endDate;
  return (
    (starts === null || firstDay(starts) <= lastDay(date)) &&
    (ends === null || lastDay(ends) >= firstDay(date))
  );
}

/** Whether a post is one that the title may name. */
function fitsTitle(knowledge: Knowledge, title: TitleSpan, post: Post): boolean {
  if (!title.row.roles.includes(post.role)) return false;
  const fits = title.isPlural ? fitsOneLabel : fitsLabel;
  if (title.branch.length > 0 && !fits(post, title.branch)) return false;
  return fitsArea(knowledge, title, post);
}

function fitsArea(knowledge: Knowledge, title: TitleSpan, post: Post): boolean {
  const { area } = title;
  if (title.row.area === 'none' || title.row.area === 'ministry') return true;
  const own = knowledge.areas.get(post.areaId ?? '');
  if (own === undefined) return area.kind === 'none';
  switch (area.kind) {
    case 'none':
      return true;
    case 'unknown':
      return false;
    case 'kindOnly':
      return (
        isOfKind(own, area.row) || isBigCity(own.classification, own.parentId, area.row.classes)
      );
    case 'named':
      return isOneOf(area.place, own.id) && isWithin(knowledge, own.id, area.within?.ids);
  }
}

const isOneOf = ({ ids, others }: PlaceSpan, id: string): boolean =>
  ids.includes(id) || others?.includes(id) === true;

/** «регион» may be said of a city of republican significance. */
function isBigCity(
  classification: string,
  parentId: string | null,
  classes: readonly string[],
): boolean {
  return classification === 'city' && parentId === 'kz' && classes.includes('oblast');
}

function isWithin(
  knowledge: Knowledge,
  areaId: string,
  ids: readonly string[] | undefined,
): boolean {
  if (ids === undefined || ids.length === 0) return true;
  return lineageOfArea(knowledge, areaId).some((id) => ids.includes(id));
}

/** Compares a title with the offices of a person. */
export function titleFit(
  knowledge: Knowledge,
  title: TitleSpan,
  personId: string,
  date: PartialDate | null,
): TitleFit {
  const held = knowledge.membershipsByPerson.get(personId) ?? [];
  if (held.length === 0) return OPEN_FIT;
  const fitting = held.filter((membership) => {
    const post = knowledge.posts.get(membership.postId);
    return post !== undefined && fitsTitle(knowledge, title, post);
  });
  const now = fitting.find((membership) => date === null || mayHold(membership, date));
  const best = now ?? fitting[0];
  if (!best) return NO_FIT;
  return { kind: now ? 'now' : 'ever', membershipId: best.id, postId: best.postId };
}

/** Whether one of the person's offices is of the state, or of an area that the text names (or lies within one). */
export function isPlaceFit(knowledge: Knowledge, personId: string, focus: AreaFocus): boolean {
  return (
    areasHeld(knowledge, personId).some(
      (id) => id === null || knowledge.areas.get(id)?.classification === 'country',
    ) || isPlaceNamed(knowledge, personId, focus)
  );
}

/** Whether one of the person's offices is of an area below the state that the text names (or lies within one). */
export function isPlaceNamed(knowledge: Knowledge, personId: string, focus: AreaFocus): boolean {
  return areasHeld(knowledge, personId).some(
    (areaId) =>
      areaId !== null &&
      lineageOfArea(knowledge, areaId).some(
        (id) => knowledge.areas.get(id)?.classification !== 'country' && focus.names(id),
      ),
  );
}

/** The areas of a person's offices, of all times; null: an office of the state. */
export function areasHeld(knowledge: Knowledge, personId: string): (string | null)[] {
  return (knowledge.membershipsByPerson.get(personId) ?? []).map(
    ({ postId }) => knowledge.posts.get(postId)?.areaId ?? null,
  );
}
