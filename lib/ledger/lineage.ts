import { areaWithParents, type LedgerIndex } from './lookups';
import { remembered } from './memo';
import { firstDay, lastDay } from './partial-date';
import type { Reason } from './reasons';
import type { Day, Lineage, PartialDate, Post } from './records';

/** One stay of a promise in a post on its way through the lineage. */
export interface Stay {
  readonly postId: string;
  /** First day in this post; null for the post in which it was said. */
  readonly since: Day | null;
  /** The step that brought it here; null for the post in which it was said. */
  readonly lineageId: string | null;
}

/** Where a promise has come by a day. */
export interface Destination {
  readonly postId: string;
  /** From the post in which it was said to this one. */
  readonly stays: readonly [Stay, ...Stay[]];
  readonly reasons: readonly Reason[];
}

/** A matter on its way: said in a post, about an area or none, from a day on (null: from the beginning). */
export interface Matter {
  readonly postId: string;
  readonly areaId: string | null;
  readonly since: Day | null;
}

/**
 * The posts that a matter has come to by the day, each once, in the order of the steps: one, unless a split
 * met a matter without an area (or one whose whole area was divided), which then goes to each part.
 */
export function destinationsOf(
  index: LedgerIndex,
  matter: Matter,
  day: Day,
): readonly [Destination, ...Destination[]] {
  const stay = stayIn(index, matter.postId);
  if (!index.lineagesFrom.has(matter.postId)) return stay;
  const [here] = stay;
  const found = new Map<string, Destination>();
  const areas = matter.areaId === null ? [] : areaWithParents(index, matter.areaId);
  for (const end of follow({ index, areas, day }, here, matter.since, []))
    if (!found.has(end.postId)) found.set(end.postId, end);
  const [first = here, ...others] = found.values();
  return [first, ...others];
}

type Stays = readonly [Destination];

/** The way of a matter that stays in its post: the same for all of them, so it is made once. */
const stayIn = remembered((_, postId): Stays => {
  const start: Stay = { postId, since: null, lineageId: null };
  return [{ postId, stays: [start], reasons: [] }];
});

/** The post and every post whose promises may have come to it, each once. */
export function originPosts(index: LedgerIndex, postId: string): readonly string[] {
  const origins = new Set([postId]);
  for (const id of origins)
    for (const step of index.lineagesTo.get(id) ?? []) origins.add(step.fromPostId);
  return [...origins];
}

interface Journey {
  readonly index: LedgerIndex;
  /** The matter's area and its parents, nearest first; empty without an area. */
  readonly areas: readonly string[];
  readonly day: Day;
}

/** Every end of the way from `at`, when only steps not before `since` are taken, none of them twice. */
function follow(
  journey: Journey,
  at: Destination,
  since: Day | null,
  taken: readonly string[],
): readonly Destination[] {
  const steps = (journey.index.lineagesFrom.get(at.postId) ?? []).filter(
    (s) => !taken.includes(s.id) && (since === null || lastDay(s.date) >= since),
  );
  const moves = nextMoves(journey, at.postId, steps);
  const [move] = moves;
  if (!move) return [at];
  const date = move.step.date;
  const ends = moves.flatMap(({ step, reasons }) =>
    follow(journey, arrive(at, step, reasons), firstDay(step.date), [...taken, step.id]),
  );
  if (!moves.every((m) => m.isPartial) || isAbolishedBy(journey.index.posts.get(at.postId), date))
    return ends;
  const remaining = [...taken, ...moves.map((m) => m.step.id)];
  return [...follow(journey, at, since, remaining), ...ends];
}

function arrive(at: Destination, step: Lineage, reasons: readonly Reason[]): Destination {
  const stay: Stay = { postId: step.toPostId, since: firstDay(step.date), lineageId: step.id };
  return {
    postId: step.toPostId,
    stays: [...at.stays, stay],
    reasons: [...at.reasons, { code: 'lineage', lineageId: step.id, date: step.date }, ...reasons],
  };
}

interface Move {
  readonly step: Lineage;
  /** A part goes and the rest stays: a split that says nothing about the matter. */
  readonly isPartial: boolean;
  readonly reasons: readonly Reason[];
}

/** The steps that the matter takes next out of a post by the journey's day; none: it stays. */
function nextMoves(journey: Journey, postId: string, steps: readonly Lineage[]): readonly Move[] {
  const own = splitOfArea(journey, steps);
  const passed = steps.filter((s) => firstDay(s.date) <= journey.day);
  for (const step of passed) {
    if (step.kind !== 'split') return [{ step, isPartial: false, reasons: [] }];
    if (step === own) return [{ step, isPartial: false, reasons: [] }];
    if (own === null && isDivided(journey, postId, step.date)) return partsOf(passed, step.date);
  }
  return [];
}

/** All splits of one day: the matter goes to each part. */
function partsOf(steps: readonly Lineage[], date: PartialDate): readonly Move[] {
  return steps
    .filter((s) => s.kind === 'split' && s.date === date)
    .map((step) => ({
      step,
      isPartial: true,
      reasons: [{ code: 'noArea', lineageId: step.id }],
    }));
}

/** A matter without an area is divided by every split; one that no part lists, only when the post ends by it. */
function isDivided(journey: Journey, postId: string, date: PartialDate): boolean {
  return journey.areas.length === 0 || isAbolishedBy(journey.index.posts.get(postId), date);
}

function isAbolishedBy(post: Post | undefined, date: PartialDate): boolean {
  return post?.endDate != null && firstDay(post.endDate) <= lastDay(date);
}

/**
 * The split that takes the matter's area: the one that lists the area itself, else the nearest of its parents
 * (parents are those of today, so what a split itself lists goes before them); the earliest of several.
 */
function splitOfArea(journey: Journey, steps: readonly Lineage[]): Lineage | null {
  for (const areaId of journey.areas) {
    const step = steps.find((s) => s.kind === 'split' && s.areaIds.includes(areaId));
    if (step) return step;
  }
  return null;
}
