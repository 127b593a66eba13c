import type { Logger } from './log';
import type { StoreFaults } from './store/faults';

/** Looks this often whether today's work is done. */
const LOOK_EVERY_MS = 600_000;

/** Work of each day, which goes on until it is stopped. */
export interface Daily {
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

/**
 * Does something once a day while the tracker runs: `work` answers true when it did it now, false when there was
 * nothing to do. A failure is one clear log line and is tried again.
 */
export function startDaily(
  name: string,
  work: () => Promise<boolean>,
  { log, faults }: { readonly log: Logger; readonly faults: StoreFaults },
): Daily {
  let running: Promise<void> = Promise.resolve();
  const look = () => {
    running = running
      .then(work)
      .then((isDone) => {
        if (isDone) log.info({}, `${name} is done`);
      })
      .catch((err: unknown) => {
        if (!faults.met(err)) log.error({ err }, `${name} failed; it is tried again`);
      });
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
