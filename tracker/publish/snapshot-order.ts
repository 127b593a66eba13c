import { KINDS } from '@/lib/wire/records';
import type { LogRow } from './lines';

/** What of a body tells where a row belongs; the store holds only bodies that were parsed when they were written. */
interface Belonging {
  readonly postId?: string;
  readonly promiseId?: string;
  readonly clipId?: string;
}

/** Kinds that hang on a promise, or are one: a reader keeps them together, an office at a time. */
const OF_OFFICE: ReadonlySet<string> = new Set([
  'promise',
  'statusEvent',
  'stance',
  'reply',
  'sourceCheck',
]);

const belonging = ({ body }: LogRow): Belonging => JSON.parse(body ?? '{}') as Belonging;

const rank = new Map<string, number>(KINDS.map((kind, index) => [kind, index]));

function byKind(a: LogRow, b: LogRow): number {
  return (rank.get(a.kind) ?? KINDS.length) - (rank.get(b.kind) ?? KINDS.length);
}

/**
 * Live rows in the order in which a snapshot holds them: kind after kind, then office after office with its
 * promises and all that hangs on them. A reader then writes each office once; in the order of rev it wrote 10,000
 * offices anew with every file. The order carries no meaning.
 */
export function inSnapshotOrder(rows: readonly LogRow[]): LogRow[] {
  const plain = rows.filter(({ kind }) => !OF_OFFICE.has(kind)).sort(byKind);
  const bundled = rows.filter(({ kind }) => OF_OFFICE.has(kind)).sort(byKind);
  const offices = new Map<string, LogRow[]>();
  const officeOf = new Map<string, string>();
  for (const row of bundled) {
    const { postId = '', promiseId, clipId } = belonging(row);
    // A check of a clip hangs on the promise that took the clip's id.
    const office = row.kind === 'promise' ? postId : officeOf.get(promiseId ?? clipId ?? '');
    if (row.kind === 'promise') officeOf.set(row.id, postId);
    const held = offices.get(office ?? '');
    if (held === undefined) offices.set(office ?? '', [row]);
    else held.push(row);
  }
  return [...plain, ...[...offices.values()].flat()];
}
