import type { Logger } from '../log';
import type { PublishDeps } from '../publish/publish';
import type { StoreFaults } from '../store/faults';
import type { Store } from '../store/sql';
import type { Limits } from './limits';
import type { PageSettings } from './page-routes';

/** All that the tracker's routes need; time comes in as a parameter. */
export interface AppDeps {
  readonly store: Store;
  readonly publishing: PublishDeps;
  readonly now: () => Date;
  readonly log: Logger;
  readonly faults: StoreFaults;
  readonly limits: Limits;
  /** Plain pages for everyone; null: none. */
  readonly pages: PageSettings | null;
  /** Whether a verdict is published only when a second editor confirms it. */
  readonly verdictsByTwo: boolean;
  /** Publishes what was written; awaited after each write that readers shall see, so its author sees it in his next sync. */
  readonly published: () => Promise<void>;
}

/** The bindings that @hono/node-server gives; in tests there is no socket. */
export interface Env {
  Bindings: { incoming?: { socket: { remoteAddress?: string } } };
}

/** The calendar day of Asia/Almaty (UTC+5 the whole year since March 2024). */
export function dayOf(now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Almaty' }).format(now);
}
