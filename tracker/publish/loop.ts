import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '../log';
import type { StoreFaults } from '../store/faults';
import type { Store } from '../store/sql';
import { datasetNames, type PublishDeps, publish } from './publish';

/** Publishes soon after a write, and from time to time for what other processes wrote. */
export interface PublisherLoop {
  /**
   * Publishes within a moment, together with what else is written until then. Settles when that has been tried:
   * who is answered after it, and asks for the head, gets what he has written. A failure is logged, not thrown.
   */
  soon(): Promise<void>;
  /** Publishes now; throws what goes wrong. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/** Several writes within this time become one publication. */
const GATHER_MS = 100;
/** How long another process's write may wait. */
const LOOK_EVERY_MS = 5_000;

/** What the loop tells, and to whom. */
export interface PublisherTells {
  readonly log: Logger;
  readonly faults: StoreFaults;
  /** Runs at the start and whenever a data set has a new head; again at the next turn when it failed. */
  readonly after: (dataset: string) => Promise<void>;
}

/** Starts the loop; a failure is logged and tried again at the next turn. */
export function startPublisher(
  store: Store,
  deps: PublishDeps,
  tells: PublisherTells,
): PublisherLoop {
  const told = new Set<string>();
  const stopping = new AbortController();
  let gathering: Promise<void> | null = null;
  let running: Promise<void> = Promise.resolve();
  const flush = () => {
    const next = running.then(() => publishAll(store, deps, tells, told));
    // The chain goes on after a failure; whoever asked for this turn hears of it.
    running = next.catch(() => {});
    return next;
  };
  const turn = async () => {
    try {
      await wait(GATHER_MS, undefined, { signal: stopping.signal });
      gathering = null;
      await flush();
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') return;
      reportFailure(tells, error);
    }
  };
  const soon = () => {
    gathering ??= turn();
    return gathering;
  };
  const every = setInterval(() => void soon(), LOOK_EVERY_MS);
  return {
    soon,
    flush,
    async stop() {
      clearInterval(every);
      stopping.abort();
      await running;
    },
  };
}

function reportFailure({ log, faults }: PublisherTells, error: unknown): void {
  if (!faults.met(error)) log.error({ err: error }, 'publishing failed; it is tried again');
}

async function publishAll(
  store: Store,
  deps: PublishDeps,
  { log, faults, after }: PublisherTells,
  told: Set<string>,
): Promise<void> {
  let wrote = false;
  for (const dataset of await datasetNames(store)) {
    const began = Date.now();
    if (await publish(store, dataset, deps)) {
      log.info({ dataset, ms: Date.now() - began }, 'published');
      told.delete(dataset);
    }
    if (told.has(dataset)) continue;
    await after(dataset);
    told.add(dataset);
    wrote = true;
  }
  faults.over(wrote);
}
