import { comparePartial } from './partial-date';
import type {
  Area,
  Ledger,
  Lineage,
  Membership,
  Person,
  Pledge,
  Post,
  Reply,
  Source,
  Stance,
  StatusEvent,
} from './records';
import { validEvents } from './statuses';
import { atOnce, each, type Steps, sorted } from './steps';

/** A ledger with no records; the base for parts of a ledger. */
export const EMPTY_LEDGER: Ledger = {
  areas: [],
  persons: [],
  posts: [],
  memberships: [],
  lineages: [],
  promises: [],
  statusEvents: [],
  replies: [],
  sourceChecks: [],
  stances: [],
  weakSources: [],
};

/**
 * A ledger with its records by id and by what they refer to, so that a book costs no more than its own
 * promises. Made once by `indexLedger`; all lists are in an order that does not depend on the ledger's.
 */
export interface LedgerIndex {
  readonly ledger: Ledger;
  readonly areas: ReadonlyMap<string, Area>;
  readonly persons: ReadonlyMap<string, Person>;
  readonly posts: ReadonlyMap<string, Post>;
  readonly memberships: ReadonlyMap<string, Membership>;
  readonly promises: ReadonlyMap<string, Pledge>;
  readonly lineages: ReadonlyMap<string, Lineage>;
  readonly membershipsByPost: ReadonlyMap<string, readonly Membership[]>;
  readonly membershipsByPerson: ReadonlyMap<string, readonly Membership[]>;
  /** By the day of saying, as `compareSaid` orders; so in the other groups of promises. */
  readonly promisesByPost: ReadonlyMap<string, readonly Pledge[]>;
  readonly promisesByPerson: ReadonlyMap<string, readonly Pledge[]>;
  /** By `fromPostId`, earliest first. */
  readonly lineagesFrom: ReadonlyMap<string, readonly Lineage[]>;
  /** By `toPostId`, earliest first. */
  readonly lineagesTo: ReadonlyMap<string, readonly Lineage[]>;
  /** Valid events of a promise (corrected ones dropped), oldest first. */
  readonly eventsByPromise: ReadonlyMap<string, readonly StatusEvent[]>;
  readonly repliesByPromise: ReadonlyMap<string, readonly Reply[]>;
  readonly stancesByPromise: ReadonlyMap<string, readonly Stance[]>;
  /** Promises that name the key in their `repeatsId`. */
  readonly repeatsOf: ReadonlyMap<string, readonly Pledge[]>;
  readonly postsByArea: ReadonlyMap<string, readonly Post[]>;
  readonly childAreas: ReadonlyMap<string, readonly Area[]>;
  readonly weakHosts: ReadonlySet<string>;
}

/** Builds the index of a ledger, or of the part of one that a question needs, in one pass over each kind. */
export function indexLedger(ledger: Ledger): LedgerIndex {
  return atOnce(indexSteps(ledger));
}

/** The same, step by step. */
export function* indexSteps(ledger: Ledger): Steps<LedgerIndex> {
  const promises = yield* sorted(ledger.promises, byId);
  const bySaying = yield* sortBySaying(promises);
  const memberships = yield* sorted(ledger.memberships, byId);
  const lineages = yield* sorted(
    ledger.lineages,
    (a, b) => comparePartial(a.date, b.date) || byId(a, b),
  );
  return {
    ledger,
    areas: yield* mapById(ledger.areas),
    persons: yield* mapById(ledger.persons),
    posts: yield* mapById(ledger.posts),
    memberships: yield* mapById(memberships),
    promises: yield* mapById(promises),
    lineages: yield* mapById(lineages),
    membershipsByPost: yield* groupBy(memberships, (m) => m.postId),
    membershipsByPerson: yield* groupBy(memberships, (m) => m.personId),
    promisesByPost: yield* groupBy(bySaying, (p) => p.postId),
    promisesByPerson: yield* groupBy(bySaying, (p) => p.personId),
    lineagesFrom: yield* groupBy(lineages, (l) => l.fromPostId),
    lineagesTo: yield* groupBy(lineages, (l) => l.toPostId),
    eventsByPromise: yield* validByPromise(ledger.statusEvents),
    repliesByPromise: yield* groupBy(yield* sorted(ledger.replies, byOn), (r) => r.promiseId),
    stancesByPromise: yield* groupBy(yield* sorted(ledger.stances, byOn), (s) => s.promiseId),
    repeatsOf: yield* groupBy(bySaying, (p) => p.repeatsId),
    postsByArea: yield* groupBy(yield* sorted(ledger.posts, byId), (p) => p.areaId),
    childAreas: yield* groupBy(yield* sorted(ledger.areas, byId), (a) => a.parentId),
    weakHosts: new Set(ledger.weakSources.map((w) => plainHost(w.host))),
  };
}

/** In the order of `compareSaid`. Many promises share few days, so only the days are compared. */
function* sortBySaying(byIds: readonly Pledge[]): Steps<readonly Pledge[]> {
  const days = yield* groupBy(byIds, ({ saidOn }) => saidOn ?? UNKNOWN_DAY);
  const inOrder = yield* sorted([...days.values()], ([a], [b]) => (a && b ? compareSaid(a, b) : 0));
  const list: Pledge[] = [];
  yield* each(inOrder, (group) => {
    for (const promise of group) list.push(promise);
  });
  return list;
}

const UNKNOWN_DAY = '';

/** Host of an http(s) address as it is compared with the weak hosts: lower case, no `www.`, no last dot. */
function hostOf(url: string): string | null {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url)?.[1];
  return host === undefined ? null : plainHost(host);
}

function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.$/, '');
}

/** Whether a source is a copy, a mirror or an aggregator. */
export function isWeakSource(index: LedgerIndex, source: Source): boolean {
  if (index.weakHosts.size === 0) return false;
  const host = hostOf(source.url);
  return host !== null && index.weakHosts.has(host);
}

/** Whether a fact rests on weak sources alone; a fact without any source does not count as weak. */
export function restsOnWeakSources(index: LedgerIndex, sources: readonly Source[]): boolean {
  if (index.weakHosts.size === 0) return false;
  return sources.length > 0 && sources.every((source) => isWeakSource(index, source));
}

/** The area and its parents as they are today, nearest first; a ring of parents ends where it closes. */
export function areaWithParents(index: LedgerIndex, areaId: string): readonly string[] {
  const chain: string[] = [];
  const seen = new Set<string>();
  let next: string | null = areaId;
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    chain.push(next);
    next = index.areas.get(next)?.parentId ?? null;
  }
  return chain;
}

function* validByPromise(
  events: readonly StatusEvent[],
): Steps<ReadonlyMap<string, readonly StatusEvent[]>> {
  const valid = new Map<string, readonly StatusEvent[]>();
  yield* each(yield* groupBy(events, (e) => e.promiseId), ([id, group]) => {
    valid.set(id, validEvents(group));
  });
  return valid;
}

function* mapById<T extends { readonly id: string }>(
  records: readonly T[],
): Steps<ReadonlyMap<string, T>> {
  const map = new Map<string, T>();
  yield* each(records, (record) => {
    map.set(record.id, record);
  });
  return map;
}

function* groupBy<T>(
  records: readonly T[],
  key: (record: T) => string | null,
): Steps<ReadonlyMap<string, readonly T[]>> {
  const groups = new Map<string, T[]>();
  yield* each(records, (record) => {
    const k = key(record);
    if (k === null) return;
    const group = groups.get(k);
    if (group) group.push(record);
    else groups.set(k, [record]);
  });
  return groups;
}

/** Order of promises by the day of saying, oldest first, unknown days last, then by id. */
export function compareSaid(a: Pledge, b: Pledge): number {
  if (a.saidOn === b.saidOn) return byId(a, b);
  if (a.saidOn === null) return 1;
  return b.saidOn === null ? -1 : comparePartial(a.saidOn, b.saidOn) || byId(a, b);
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

type Dated = { readonly id: string; readonly on: string };

function byOn(a: Dated, b: Dated): number {
  return comparePartial(a.on, b.on) || byId(a, b);
}
