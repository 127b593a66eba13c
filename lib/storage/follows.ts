import {
  type FollowNews,
  type FollowState,
  type FollowTarget,
  followState,
  newsBetween,
} from '@/lib/ledger/following';
import { indexLedger } from '@/lib/ledger/lookups';
import type { Day, Ledger } from '@/lib/ledger/records';
import type { CacheReader } from './cache';
import type { Connection } from './connection';
import { ownConnection } from './own';
import type { OwnDb } from './own-db';

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

async function stateOf(
  cache: CacheReader,
  target: FollowTarget,
  today: Day,
): Promise<FollowState | null> {
  return followState(indexLedger(await ledgerOfFollow(cache, target)), target, today);
}

/** What is followed, and what has become of it. */
export class FollowStore {
  readonly #own: Connection<OwnDb>;
  readonly #cache: CacheReader;

  constructor(cache: CacheReader, own: Connection<OwnDb> = ownConnection()) {
    this.#cache = cache;
    this.#own = own;
  }

  /** In the order in which they were begun. */
  async list(): Promise<readonly Follow[]> {
    return (await this.#own.run((db) => db.read('follows'))) ?? [];
  }

  /** Begins a follow; what is known today is no news. False: the ledger does not have it. */
  async follow(target: FollowTarget, today: Day): Promise<boolean> {
    const state = await stateOf(this.#cache, target, today);
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
    for (const { target } of await this.list()) {
      const state = await stateOf(this.#cache, target, today);
      if (state === null) continue;
      await this.#change((follows) =>
        follows.map((one) => {
          if (!isSame(one.target, target)) return one;
          const news = newsBetween(one.state, state);
          if (news.length > 0) found.push({ target, state, news });
          return { target, state, news: [...one.news, ...news].slice(-NEWS_KEPT) };
        }),
      );
    }
    return found;
  }

  /** In one transaction, so that two contexts do not undo each other's changes. */
  async #change(change: (follows: readonly Follow[]) => readonly Follow[]): Promise<void> {
    await this.#own.run((db) =>
      db.transaction('rw', db.meta, async () => {
        await db.keep('follows', change((await db.read('follows')) ?? []));
      }),
    );
  }
}
