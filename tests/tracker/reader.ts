import { createHash, createPublicKey, verify } from 'node:crypto';
import { addHash, rowHash, sumHex } from '@/lib/wire/digest';
import {
  type Change,
  type FileRef,
  HEAD_CONTEXT,
  type HeadBody,
  type Manifest,
  parseChange,
  parseHead,
  parseHeadBody,
  parseManifest,
} from '@/lib/wire/head';
import type { Parsed } from '@/lib/wire/parse';

/** Fetches a path below `/v1/{dataset}/` as text. */
export type Get = (path: string) => Promise<string>;

function must<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new Error(`${parsed.field}: expected ${parsed.expected}`);
}

const SPKI_BEFORE = Buffer.from('302a300506032b6570032100', 'hex');

/** The head, its signature checked against a raw public key. */
export async function readHead(get: Get, rawKey: string): Promise<HeadBody> {
  const head = must(parseHead(JSON.parse(await get('head.json'))));
  const der = Buffer.concat([SPKI_BEFORE, Buffer.from(rawKey, 'base64')]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  const signed = Buffer.from(HEAD_CONTEXT + head.body);
  const good = head.sigs.some(({ sig }) => verify(null, signed, key, Buffer.from(sig, 'base64')));
  if (!good) throw new Error('signature');
  return must(parseHeadBody(head.body));
}

/** A file of the chain, its length and hash checked. */
export async function readFile(get: Get, { path, sha256, bytes }: FileRef): Promise<string> {
  const text = await get(path);
  const raw = Buffer.from(text);
  if (raw.length !== bytes) throw new Error(`length of ${path}`);
  if (createHash('sha256').update(raw).digest('hex') !== sha256) throw new Error(`hash of ${path}`);
  return text;
}

export interface ReaderState {
  readonly head: HeadBody;
  readonly manifest: Manifest;
  /** Lines by `kind id`. */
  readonly rows: ReadonlyMap<string, string>;
  readonly changes: readonly Change[];
}

function applyLines(rows: Map<string, string>, text: string, after: number): Change[] {
  const changes: Change[] = [];
  for (const line of text.split('\n').slice(0, -1)) {
    const change = must(parseChange(line));
    if (change.r <= after) continue;
    changes.push(change);
    const key = `${change.t} ${change.id}`;
    if ('x' in change) rows.delete(key);
    else rows.set(key, line);
  }
  return changes;
}

export function digestOf(rows: ReadonlyMap<string, string>): { n: number; sum64: string } {
  let sum = 0n;
  for (const line of rows.values()) sum = addHash(sum, rowHash(line));
  return { n: rows.size, sum64: sumHex(sum) };
}

/**
 * A plain reader: from a snapshot (`fresh`), or from a state and cursor by segments. Throws where the
 * digest does not agree.
 */
export async function sync(
  get: Get,
  rawKey: string,
  from: { readonly rows: ReadonlyMap<string, string>; readonly rev: number } | 'fresh',
): Promise<ReaderState> {
  const head = await readHead(get, rawKey);
  const manifest = must(parseManifest(JSON.parse(await readFile(get, head.manifest))));
  const rows = new Map(from === 'fresh' ? [] : from.rows);
  let cursor = from === 'fresh' ? 0 : from.rev;
  const changes: Change[] = [];
  if (from === 'fresh' && manifest.snapshot !== null) {
    for (const part of manifest.snapshot.parts) {
      changes.push(...applyLines(rows, await readFile(get, part), 0));
    }
    cursor = manifest.snapshot.rev;
  }
  for (const segment of manifest.segments) {
    if (segment.to > cursor)
      changes.push(...applyLines(rows, await readFile(get, segment), cursor));
  }
  const digest = digestOf(rows);
  if (JSON.stringify(digest) !== JSON.stringify(manifest.digest)) throw new Error('digest');
  return { head, manifest, rows, changes };
}
