import { KINDS } from '@/lib/wire/records';

/** Where a row belongs: of its body only what tells that. */
export interface Belonging {
  readonly rev: number;
  readonly kind: string;
  readonly id: string;
  /** Of a promise its office. */
  readonly postId: string | null;
  /** Of what hangs on a promise that promise; a check of a clip hangs on the promise that took the clip's id. */
  readonly promiseId: string | null;
}

/** Kinds that hang on a promise, or are one: a reader keeps them together, an office at a time. */
const OF_OFFICE: ReadonlySet<string> = new Set([
  'promise',
  'statusEvent',
  'stance',
  'reply',
  'sourceCheck',
]);

const rank = new Map<string, number>(KINDS.map((kind, index) => [kind, index]));

function byKind(a: Belonging, b: Belonging): number {
  return (rank.get(a.kind) ?? KINDS.length) - (rank.get(b.kind) ?? KINDS.length);
}

/**
 * Rows in the order in which a snapshot holds them: kind after kind, then office after office with its
 * promises and all that hangs on them. A reader then writes each office once; in the order of rev it wrote 10,000
 * offices anew with every file. The order carries no meaning.
 */
export function inSnapshotOrder<Row extends Belonging>(rows: readonly Row[]): Row[] {
  const plain = rows.filter(({ kind }) => !OF_OFFICE.has(kind)).sort(byKind);
  const bundled = rows.filter(({ kind }) => OF_OFFICE.has(kind)).sort(byKind);
  const offices = new Map<string, Row[]>();
  const officeOf = new Map<string, string>();
  for (const row of bundled) {
    const isPromise = row.kind === 'promise';
    const office = isPromise ? row.postId : officeOf.get(row.promiseId ?? '');
    if (isPromise) officeOf.set(row.id, row.postId ?? '');
    const held = offices.get(office ?? '');
    if (held === undefined) offices.set(office ?? '', [row]);
    else held.push(row);
  }
  return [...plain, ...[...offices.values()].flat()];
}
