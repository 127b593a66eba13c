import type { LogRow } from '@/tracker/publish/lines';
import type { Belonging } from '@/tracker/publish/snapshot-order';

interface Refers {
  readonly postId?: string;
  readonly promiseId?: string;
  readonly clipId?: string;
}

/** A row with what the store finds in its body. */
export function belonging(row: LogRow): LogRow & Belonging {
  // The bodies of these rows are the tests' own.
  const { postId = null, promiseId, clipId = null } = JSON.parse(row.body ?? '{}') as Refers;
  return { ...row, postId, promiseId: promiseId ?? clipId };
}
