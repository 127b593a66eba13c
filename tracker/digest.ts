import { queryOne, type Store } from './store/sql';

/** What a digest says: counts and a day, nothing of any clip. */
interface Digest {
  readonly day: string;
  readonly waitingClips: number;
  /** The day on which the oldest of them came; null: none waits. */
  readonly oldestClip: string | null;
  readonly waitingVerdicts: number;
}

interface DigestCall {
  readonly url: string;
  readonly day: string;
  readonly fetch: typeof globalThis.fetch;
}

const ANSWER_LIMIT_MS = 10_000;

/**
 * Posts today's digest of the queue unless it went out, by this tracker or by another on the same database; true
 * when it went now. Nothing is posted while nothing waits.
 */
export async function sendDigest(store: Store, { url, day, fetch }: DigestCall): Promise<boolean> {
  const digest = await digestOf(store, day);
  if (digest.waitingClips + digest.waitingVerdicts === 0) return false;
  const claimed = await store.query(
    'insert into digest_day (day) values ($1) on conflict do nothing returning day',
    [day],
  );
  if (claimed.length === 0) return false;
  // Claimed before it is sent, not in one transaction: PGlite's only connection must not wait for a web hook.
  try {
    await post(fetch, url, digest);
  } catch (error) {
    await store.query('delete from digest_day where day = $1', [day]);
    throw error;
  }
  await store.query('delete from digest_day where day < $1', [day]);
  return true;
}

function digestOf(store: Store, day: string): Promise<Digest> {
  return queryOne<Digest>(
    store,
    `select $1::text as day, count(*) as "waitingClips", min(received_on) as "oldestClip",
            (select count(*) from proposal) as "waitingVerdicts"
       from clip where state = 'received'`,
    [day],
  );
}

async function post(fetch: DigestCall['fetch'], url: string, digest: Digest): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: textOf(digest), ...digest }),
    redirect: 'error',
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
  });
  await response.body?.cancel();
  // The address is often a secret: only the answer is told.
  if (!response.ok) throw new Error(`the web hook answered ${response.status}`);
}

/** For chats, which show the field `text`. */
function textOf({ waitingClips, oldestClip, waitingVerdicts }: Digest): string {
  const since = oldestClip === null ? '' : ` (the oldest since ${oldestClip})`;
  return `Uäde: ${waitingClips} clips wait for review${since}, ${waitingVerdicts} verdicts for a second person.`;
}
