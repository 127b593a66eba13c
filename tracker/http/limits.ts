import { Refusal } from './refusal';

/** How much one asker may do. Counts live in memory only and are forgotten with their window. */
export interface Limits {
  /** New tokens an hour for one network (IPv4 /24, IPv6 /48). */
  readonly tokensPerHour: number;
  /** Requests that write, a minute for one network. */
  readonly writesPerMinute: number;
  /** Clips a day for one token that was not invited. */
  readonly clipsPerDay: number;
  /** The same for an invited one. */
  readonly invitedClipsPerDay: number;
}

export const DEFAULT_LIMITS: Limits = {
  tokensPerHour: 30,
  writesPerMinute: 600,
  clipsPerDay: 100,
  invitedClipsPerDay: 2_000,
};

/** A counter that says no. */
export interface Limiter {
  /** Counts one act of `key`; throws a 429 with the seconds left when it is one too many. */
  count(key: string): void;
}

/** More networks than this at once is a flood: the counts are dropped and begin again. */
const KEYS_MAX = 100_000;

/** A fixed window over all keys: cheap, and nothing is kept about anybody past its end. */
export function windowLimiter(max: number, windowMs: number, now: () => Date): Limiter {
  let counts = new Map<string, number>();
  let began = now().getTime();
  return {
    count(key) {
      const at = now().getTime();
      if (at - began >= windowMs || at < began || counts.size > KEYS_MAX) {
        counts = new Map();
        began = at;
      }
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count <= max) return;
      const left = Math.max(1, Math.ceil((began + windowMs - at) / 1000));
      throw new Refusal(429, 'tooMany', `too many requests: try again in ${left} s`, left);
    },
  };
}

/** The network of an address: never the address itself. */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  const plain = address.replace(/^::ffff:/, '');
  if (plain.includes('.')) return plain.split('.').slice(0, 3).join('.');
  return plain.split(':').slice(0, 3).join(':');
}
