import { Heap } from './heap';
import type { LedgerIndex } from './lookups';
import { comparePartial, daysBetween, lastDay } from './partial-date';
import type { PartialDate, Pledge } from './records';
import { A_STEP, atOnce, each, type Steps } from './steps';

/** One promise of a repeat chain. */
export interface RepeatLink {
  readonly promise: Pledge;
  /** Who said it; null: not named by the source. */
  readonly personId: string | null;
  readonly dueOn: PartialDate | null;
  /** Days by which its term lies after the last term named before it in the chain; null when not known. */
  readonly slippedDays: number | null;
}

/** Promises of the same matter, oldest first. */
export interface RepeatChain {
  readonly links: readonly RepeatLink[];
  /** Sum over the links; null when fewer than two terms are known. Negative when the term came nearer. */
  readonly slippedDays: number | null;
}

/** Place of a promise in its repeat chain. */
export interface RepeatGist {
  /** 3: "promised for the third time". */
  readonly nth: number;
  readonly total: number;
  /** Days from the first to the last due date in the chain; null when fewer than two are known. */
  readonly slippedDays: number | null;
  readonly firstId: string;
}

/** A chain, and the place of each of its promises, so that a long one is not searched for each. */
interface Placed {
  readonly chain: RepeatChain;
  readonly places: ReadonlyMap<string, number>;
}

const chains = new WeakMap<LedgerIndex, Map<string, Placed>>();

/**
 * The chain in which a promise stands, from the first promise of the matter to the last repeat, whichever of
 * them is asked for; a promise without repeats is a chain of one.
 */
export function repeatChain(index: LedgerIndex, promise: Pledge): RepeatChain {
  return placed(index, promise).chain;
}

function placed(index: LedgerIndex, promise: Pledge): Placed {
  return atOnce(placeSteps(index, promise));
}

function* placeSteps(index: LedgerIndex, promise: Pledge): Steps<Placed> {
  const known = chains.get(index) ?? new Map<string, Placed>();
  chains.set(index, known);
  const before = known.get(promise.id);
  if (before !== undefined) return before;
  const chain = yield* linkUp(yield* chainFrom(index, yield* firstOf(index, promise)));
  const places = new Map<string, number>();
  const made = { chain, places };
  yield* each(chain.links, ({ promise: { id } }) => {
    places.set(id, places.size + 1);
    known.set(id, made);
  });
  return made;
}

/** Works out the chains of some promises step by step, so that each is known when it is asked for. */
export function* chainSteps(index: LedgerIndex, promises: readonly Pledge[]): Steps<void> {
  for (const [at, promise] of promises.entries()) {
    if (isInChain(index, promise)) yield* placeSteps(index, promise);
    if (at % A_STEP === 0) yield;
  }
}

function isInChain(index: LedgerIndex, promise: Pledge): boolean {
  return promise.repeatsId !== null || index.repeatsOf.has(promise.id);
}

function* linkUp(promises: readonly Pledge[]): Steps<RepeatChain> {
  const links: RepeatLink[] = [];
  let due: PartialDate | null = null;
  let slipped: number | null = null;
  yield* each(promises, (promise) => {
    const { personId, dueOn } = promise;
    const slippedDays = due && dueOn ? daysBetween(lastDay(due), lastDay(dueOn)) : null;
    links.push({ promise, personId, dueOn, slippedDays });
    due = dueOn ?? due;
    if (slippedDays !== null) slipped = (slipped ?? 0) + slippedDays;
  });
  return { links, slippedDays: slipped };
}

/** The place of a promise in its chain; null when the promise neither repeats nor is repeated. */
export function repeatGist(index: LedgerIndex, promise: Pledge): RepeatGist | null {
  if (!isInChain(index, promise)) return null;
  const { chain, places } = placed(index, promise);
  const { links, slippedDays } = chain;
  const [first] = links;
  if (!first || links.length < 2) return null;
  const nth = places.get(promise.id) ?? 0;
  return { nth, total: links.length, slippedDays, firstId: first.promise.id };
}

/** A promise, and one after another what each repeats, up to the first or to one that was met before. */
function* backFrom(index: LedgerIndex, promise: Pledge): Generator<Pledge, void, undefined> {
  const seen = new Set<Pledge>();
  let at: Pledge | undefined = promise;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    yield at;
    at = index.promises.get(at.repeatsId ?? '');
  }
}

/** The promise from which the chain starts; in a ring (a fault that the check names) the smallest id. */
function* firstOf(index: LedgerIndex, promise: Pledge): Steps<Pledge> {
  let last = promise;
  yield* each(backFrom(index, promise), (one) => {
    last = one;
  });
  if (!index.promises.has(last.repeatsId ?? '')) return last;
  let least = last;
  yield* each(backFrom(index, last), (one) => {
    if (one.id < least.id) least = one;
  });
  return least;
}

/** Each promise after the one that it repeats; of several that may come next, the one said first. */
function* chainFrom(index: LedgerIndex, first: Pledge): Steps<readonly Pledge[]> {
  const chain = new Set<Pledge>();
  const next = new Heap(compareSaid);
  next.push(first);
  for (let link = next.pop(); link; link = next.pop()) {
    if (chain.has(link)) continue;
    chain.add(link);
    yield* each(index.repeatsOf.get(link.id) ?? [], (repeat) => next.push(repeat));
    if (chain.size % A_STEP === 0) yield;
  }
  return [...chain];
}

/** By the day of saying (the source's date stands in); unknown days last, by id. */
function compareSaid(a: Pledge, b: Pledge): number {
  const [x, y] = [saidBy(a), saidBy(b)];
  const order =
    x !== null && y !== null ? comparePartial(x, y) : Number(x === null) - Number(y === null);
  return order || (a.id < b.id ? -1 : 1);
}

function saidBy(promise: Pledge): PartialDate | null {
  return promise.saidOn ?? promise.source.publishedOn ?? null;
}
