import {
  type FollowNews,
  type FollowState,
  type FollowTarget,
  followSteps,
  markSteps,
  newsSteps,
} from '@/lib/ledger/following';
import { indexSteps } from '@/lib/ledger/lookups';
import type { Day, Ledger, Status } from '@/lib/ledger/records';
import type { TermState } from '@/lib/ledger/statuses';
import { atOnce, type Steps } from '@/lib/ledger/steps';
import type { CacheReader } from './cache';
import type { Connection } from './connection';
import { ownConnection } from './own';
import type { OwnDb, OwnMeta } from './own-db';

/** One followed office, area or matter. It stays on this device. */
export interface Follow {
  readonly target: FollowTarget;
  readonly state: FollowState;
  /** Not yet seen by the reader, oldest first. */
  readonly news: readonly FollowNews[];
}

/** News kept of one follow; older ones than these say less than the page itself. */
const NEWS_KEPT = 50;

const isSame = (a: FollowTarget, b: FollowTarget): boolean => a.kind === b.kind && a.id === b.id;

function isSameState(a: FollowState, b: FollowState): boolean {
  const isSameMarks =
    a.marks.length === b.marks.length && a.marks.every((text, at) => text === b.marks[at]);
  return isSameMarks && JSON.stringify(a.holders) === JSON.stringify(b.holders);
}

/** All that a followed thing needs of the ledger. */
export async function ledgerOfFollow(
  cache: CacheReader,
  { kind, id }: FollowTarget,
): Promise<Ledger> {
  switch (kind) {
    case 'post':
      return await cache.ledgerForPost(id);
    case 'area':
      return await cache.ledgerForArea(id);
    case 'promise':
      return await cache.ledgerForPromise(id);
  }
}

/** Follows as they were kept first: a field for each promise. */
interface KeptFirst {
  readonly promises: Readonly<Record<string, readonly [Status, TermState | null]>>;
  readonly holders: FollowState['holders'];
}

function stateNow(kept: FollowState | KeptFirst): FollowState {
  if ('marks' in kept) return kept;
  const marks = Object.entries(kept.promises).map(([promiseId, [status, term]]) => {
    return { promiseId, status, term };
  });
  return { marks: atOnce(markSteps(marks)), holders: kept.holders };
}

/** How work is done that has many steps: an office may have a hundred thousand promises. */
type Doing = <T>(steps: Steps<T>) => Promise<T>;

const followsIn = (kept: OwnMeta['follows'] | null): readonly Follow[] =>
  (kept ?? []).map((one) => ({ ...one, state: stateNow(one.state) }));

/** What is followed, and what has become of it. */
export class FollowStore {
  readonly #own: Connection<OwnDb>;
  readonly #cache: CacheReader;
  readonly #doing: Doing;

  constructor(cache: CacheReader, doing: Doing, own: Connection<OwnDb> = ownConnection()) {
    this.#cache = cache;
    this.#doing = doing;
    this.#own = own;
  }

  /** In the order in which they were begun. */
  async list(): Promise<readonly Follow[]> {
    return followsIn(await this.#own.run((db) => db.read('follows')));
  }

  /** Begins a follow; what is known today is no news. False: the ledger does not have it. */
  async follow(target: FollowTarget, today: Day): Promise<boolean> {
    const state = await this.#stateOf(target, today);
    if (state === null) return false;
    await this.#change((follows) =>
      follows.some((one) => isSame(one.target, target))
        ? follows
        : [...follows, { target, state, news: [] }],
    );
    return true;
  }

  async unfollow(target: FollowTarget): Promise<void> {
    await this.#change((follows) => follows.filter((one) => !isSame(one.target, target)));
  }

  /** The reader has seen the news of a follow. */
  async see(target: FollowTarget): Promise<void> {
    await this.#change((follows) =>
      follows.map((one) => (isSame(one.target, target) ? { ...one, news: [] } : one)),
    );
  }

  /**
   * Looks at everything followed and answers with what is new since the last look, by follow. One that the ledger
   * no longer has is left as it was: it may come back with the next sync.
   */
  async look(today: Day): Promise<readonly Follow[]> {
    const found: Follow[] = [];
    for (const { target, state: before } of await this.list()) {
      const state = await this.#stateOf(target, today);
      const news = state === null ? [] : await this.#newsSince(target, before, state);
      if (state !== null && news.length > 0) found.push({ target, state, news });
    }
    return found;
  }

  /** Keeps how a followed thing stands now; answers with what is new. */
  async #newsSince(
    target: FollowTarget,
    before: FollowState,
    now: FollowState,
  ): Promise<readonly FollowNews[]> {
    const news = await this.#doing(newsSteps(before, now));
    // What stood there when it was to be kept; nothing where the follow was ended meanwhile.
    const stood: FollowState[] = [];
    await this.#change((follows) =>
      follows.map((one) => {
        if (!isSame(one.target, target)) return one;
        stood.push(one.state);
        if (!isSameState(one.state, before)) return one;
        return { target, state: now, news: [...one.news, ...news].slice(-NEWS_KEPT) };
      }),
    );
    const [found] = stood;
    if (found === undefined) return [];
    // Else somebody has looked meanwhile, and what is new since then is told here.
    return isSameState(found, before) ? news : await this.#newsSince(target, found, now);
  }

  async #stateOf(target: FollowTarget, today: Day): Promise<FollowState | null> {
    const ledger = await ledgerOfFollow(this.#cache, target);
    const index = await this.#doing(indexSteps(ledger));
    return await this.#doing(followSteps(index, target, today));
  }

  /** In one transaction, so that two contexts do not undo each other's changes. */
  async #change(change: (follows: readonly Follow[]) => readonly Follow[]): Promise<void> {
    await this.#own.run((db) =>
      db.transaction('rw', db.meta, async () => {
        await db.keep('follows', change(followsIn(await db.read('follows'))));
      }),
    );
  }
}
