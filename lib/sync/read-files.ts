import type { Kind } from '@/lib/ledger/records';
import type { CacheChange } from '@/lib/storage/change';
import type { LineHash } from '@/lib/storage/check';
import { rowHash } from '@/lib/wire/digest';
import {
  type Change,
  type FileRef,
  type HeadBody,
  type Manifest,
  parseChange,
  parseManifest,
} from '@/lib/wire/head';
import { jsonOf, sha256, textOf } from './bytes';
import { SyncFailure } from './ends';
import { fetchBytes } from './fetch-bytes';
import type { World } from './world';

/** Fetches a file that a signed chain names; its bytes are compared before anything reads them. */
export async function fetchNamed(
  world: World,
  base: string,
  ref: FileRef,
): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes } = await fetchBytes(world, { url: base + ref.path, maxBytes: ref.bytes });
  if (bytes.length !== ref.bytes || (await sha256(bytes)) !== ref.sha256) {
    throw new SyncFailure('corruption', `${ref.path} is not what was signed`);
  }
  return bytes;
}

/** The manifest that a head names. */
export async function readManifest(world: World, base: string, head: HeadBody): Promise<Manifest> {
  const parsed = parseManifest(jsonOf(await fetchNamed(world, base, head.manifest)));
  if (!parsed.ok) {
    throw new SyncFailure('parse', `manifest: ${parsed.field}: expected ${parsed.expected}`);
  }
  const { dataset, epoch, rev } = parsed.value;
  if (dataset !== head.dataset || epoch !== head.epoch || rev !== head.rev) {
    throw new SyncFailure('corruption', 'head and manifest disagree');
  }
  return parsed.value;
}

/** A record as its published line, if nothing in it was cleaned or left out on the way in. */
function lineOf(kind: Kind, id: string, rev: number, record: unknown): string {
  return JSON.stringify({ t: kind, id, r: rev, d: record });
}

/** Hash of the line that a record was published as. */
export const lineHash: LineHash = (kind, id, rev, record) => rowHash(lineOf(kind, id, rev, record));

function toCacheChange(change: Change, line: string, hash: bigint): CacheChange {
  const { t, id, r } = change;
  const d = 'd' in change ? change.d : null;
  const isPlain = d !== null && lineOf(t, id, r, d) === line;
  // `t` and `d` come from one parsed change; TypeScript cannot tie the two in a union.
  return { t, id, d, hash, rev: r, isPlain } as CacheChange;
}

/** A kind of record that this version does not know is left out; everything else must parse. */
function isOfNewerKind(parsed: { readonly field: string }): boolean {
  return parsed.field === 't';
}

/** A file's changes, and how many of them are of a kind that this version does not know. */
export interface Changes {
  readonly changes: readonly CacheChange[];
  readonly unknownKinds: number;
}

/** Where lines begin and end; empty ones are left out. */
function* linesOf(text: string): Generator<readonly [from: number, to: number]> {
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    if (to > from) yield [from, to];
    from = to + 1;
  }
}

/** Parses the lines of a file whose bytes were compared; changes up to `afterRev` are known already and left out. */
export function parseLines(bytes: Uint8Array, afterRev: number): Changes {
  const changes: CacheChange[] = [];
  let unknownKinds = 0;
  const text = textOf(bytes);
  for (const [from, to] of linesOf(text)) {
    const line = text.slice(from, to);
    const parsed = parseChange(line);
    if (parsed.ok) {
      if (parsed.value.r > afterRev)
        changes.push(toCacheChange(parsed.value, line, rowHash(text, from, to)));
    } else if (isOfNewerKind(parsed)) unknownKinds += 1;
    else throw new SyncFailure('parse', `${parsed.field}: expected ${parsed.expected}`);
  }
  return { changes, unknownKinds };
}
