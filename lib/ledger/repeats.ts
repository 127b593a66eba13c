import { Heap } from './heap';
import type { LedgerIndex } from './lookups';
import { comparePartial, daysBetween, lastDay } from './partial-date';
import type { PartialDate, Pledge } from './records';

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
  const known = chains.get(index) ?? new Map<string, Placed>();
  chains.set(index, known);
  const before = known.get(promise.id);
  if (before !== undefined) return before;
  const chain = linkUp(chainFrom(index, firstOf(index, promise)));
  const places = new Map(chain.links.map((link, at) => [link.promise.id, at + 1]));
  const made = { chain, places };
  for (const id of places.keys()) known.set(id, made);
  return made;
}

function linkUp(promises: readonly Pledge[]): RepeatChain {
  const links: RepeatLink[] = [];
  let due: PartialDate | null = null;
  for (const promise of promises) {
    const { personId, dueOn } = promise;
    const slippedDays = due && dueOn ? daysBetween(lastDay(due), lastDay(dueOn)) : null;
    links.push({ promise, personId, dueOn, slippedDays });
    due = dueOn ?? due;
  }
  return { links, slippedDays: sum(links.map((l) => l.slippedDays)) };
}

/** The place of a promise in its chain; null when the promise neither repeats nor is repeated. */
export function repeatGist(index: LedgerIndex, promise: Pledge): RepeatGist | null {
  if (promise.repeatsId === null && !index.repeatsOf.has(promise.id)) return null;
  const { chain, places } = placed(index, promise);
  const { links, slippedDays } = chain;
  const [first] = links;
  if (!first || links.length < 2) return null;
  const nth = places.get(promise.id) ?? 0;
  return { nth, total: links.length, slippedDays, firstId: first.promise.id };
}

/** The promise from which the chain starts; in a ring (a fault that the check names) the smallest id. */
function firstOf(index: LedgerIndex, promise: Pledge): Pledge {
  const seen = new Set<Pledge>();
  let first = promise;
  while (!seen.has(first)) {
    seen.add(first);
    const before = first.repeatsId === null ? undefined : index.promises.get(first.repeatsId);
    if (!before) return first;
    first = before;
  }
  const ring = ringFrom(index, first);
  return ring.reduce((a, b) => (a.id < b.id ? a : b));
}

function ringFrom(index: LedgerIndex, start: Pledge): readonly Pledge[] {
  const ring = [start];
  let next = index.promises.get(start.repeatsId ?? '');
  while (next && next !== start) {
    ring.push(next);
    next = index.promises.get(next.repeatsId ?? '');
  }
  return ring;
}

/** Each promise after the one that it repeats; of several that may come next, the one said first. */
function chainFrom(index: LedgerIndex, first: Pledge): readonly Pledge[] {
  const chain = new Set<Pledge>();
  const next = new Heap(compareSaid);
  next.push(first);
  for (let link = next.pop(); link; link = next.pop()) {
    if (chain.has(link)) continue;
    chain.add(link);
    for (const repeat of index.repeatsOf.get(link.id) ?? []) next.push(repeat);
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

function sum(slips: readonly (number | null)[]): number | null {
  const known = slips.filter((s) => s !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
}
