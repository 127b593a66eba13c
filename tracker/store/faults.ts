import type { Logger } from '../log';
import { OperatorError } from './sql';

/** Faults of the storage that go on: each is said once when it begins, not at every request and look. */
export interface StoreFaults {
  /** Answers whether the storage is at fault, and says so unless that was said already. */
  met(error: unknown): boolean;
  /** The database answered; `wrote`: it also took something. Says so when it had not. */
  over(wrote: boolean): void;
}

/** A fault that goes on is said again after this long, with the times that it was met meanwhile. */
const AGAIN_MS = 3_600_000;
/** On a disk that is nearly full a small write still goes through: it is over when none failed for so long. */
const CALM_MS = 60_000;

interface Open {
  readonly since: number;
  last: number;
  times: number;
  readonly fault: Fault;
}

/** One set for a whole tracker. */
export function storeFaults(log: Logger, now: () => Date): StoreFaults {
  const open = new Map<string, Open>();
  return {
    met(error) {
      const fault = faultOf(error);
      if (fault === null) return false;
      const at = now().getTime();
      const known = open.get(fault.words);
      if (known !== undefined && at - known.since < AGAIN_MS) {
        known.times += 1;
        known.last = at;
        return true;
      }
      open.set(fault.words, { since: at, last: at, times: 0, fault });
      log.error(
        known === undefined ? fault.fields : { ...fault.fields, met: known.times },
        fault.words,
      );
      return true;
    },
    over(wrote) {
      for (const [words, { fault, last, times }] of open) {
        const isCalm = wrote && now().getTime() - last >= CALM_MS;
        if (fault.isWriting && !isCalm) continue;
        open.delete(words);
        log.info({ met: times }, `over: ${words}`);
      }
    },
  };
}

interface Fault {
  readonly words: string;
  readonly fields: { readonly reason?: string };
  /** Reading goes on meanwhile: only writes show that it is over. */
  readonly isWriting: boolean;
}

/** SQLSTATE class 53 and what a file says: there is no room. */
const FULL = /^(53100|ENOSPC|EDQUOT)$/;
/** Classes of SQLSTATE that pass by themselves (connection, resources, operator), and what a socket says. */
const AWAY = /^(08|53|57)|^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE)$/;
const AWAY_WORDS = /timeout exceeded when trying to connect|Connection terminated/;

const FULL_FAULT =
  'the disk is full: nothing is lost, but nothing can be written until there is room';
const AWAY_FAULT =
  'the database does not answer: writers get 503 and try again by themselves, readers of files notice nothing';

function faultOf(error: unknown): Fault | null {
  if (error instanceof OperatorError) return { words: error.message, fields: {}, isWriting: true };
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  const fields = { reason: `${code} ${error.message}`.trim() };
  if (FULL.test(code)) return { words: FULL_FAULT, fields, isWriting: true };
  if (!AWAY.test(code) && !AWAY_WORDS.test(error.message)) return null;
  return { words: AWAY_FAULT, fields, isWriting: false };
}
