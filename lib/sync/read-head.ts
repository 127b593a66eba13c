import {
  HEAD_BYTES_MAX,
  HEAD_CONTEXT,
  type Head,
  type HeadBody,
  parseHead,
  parseHeadBody,
  SCHEMA_VERSION,
} from '@/lib/wire/head';
import { fromBase64, jsonOf } from './bytes';
import { SyncFailure } from './ends';
import { fetchBytes } from './fetch-bytes';
import type { World } from './world';

/** A public key that may sign heads. */
export interface TrustedKey {
  readonly kid: string;
  /** Raw 32 bytes, base64. */
  readonly public: string;
}

/** The file around the body: JSON escapes and signatures come on top. */
const FILE_BYTES_MAX = HEAD_BYTES_MAX * 4;

/** A head whose signature held. */
export interface SeenHead {
  readonly body: HeadBody;
  readonly serverNow: number | null;
}

async function holds(key: TrustedKey, sig: string, body: string): Promise<boolean> {
  try {
    const raw = fromBase64(key.public);
    const imported = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    const signed = new TextEncoder().encode(HEAD_CONTEXT + body);
    return await crypto.subtle.verify('Ed25519', imported, fromBase64(sig), signed);
  } catch (error) {
    // A signature that is no base64, a key of a wrong length: it does not hold. A missing algorithm is ours.
    if (error instanceof Error && error.name === 'NotSupportedError') throw error;
    return false;
  }
}

/** True when one of the keys has signed exactly this body. */
async function isSigned(head: Head, keys: readonly TrustedKey[]): Promise<boolean> {
  for (const { kid, sig } of head.sigs) {
    const key = keys.find((known) => known.kid === kid);
    if (key !== undefined && (await holds(key, sig, head.body))) return true;
  }
  return false;
}

/** -1, 0, 1 by the numbers of dotted versions. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let index = 0; index < 4; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

function refuseNewer(body: HeadBody, clientVersion: string): void {
  const [major] = body.schema;
  if (major > SCHEMA_VERSION[0] || compareVersions(clientVersion, body.min_client) < 0) {
    throw new SyncFailure(
      'schema',
      `published for version ${body.min_client}, schema ${body.schema.join('.')}`,
    );
  }
}

/** What a head is asked for. */
export interface HeadWish {
  /** Address of the data set, with a slash at the end. */
  readonly base: string;
  readonly dataset: string;
  readonly keys: readonly TrustedKey[];
  readonly clientVersion: string;
  readonly isFresh: boolean;
}

/** Fetches the head; its body is parsed only after a signature held. Throws `SyncFailure`. */
export async function readHead(world: World, wish: HeadWish): Promise<SeenHead> {
  const { bytes, serverNow } = await fetchBytes(world, {
    url: `${wish.base}head.json`,
    maxBytes: FILE_BYTES_MAX,
    isFresh: wish.isFresh,
  });
  const head = parseHead(jsonOf(bytes));
  if (!head.ok) throw new SyncFailure('parse', `head: ${head.field}: expected ${head.expected}`);
  if (!(await isSigned(head.value, wish.keys))) {
    throw new SyncFailure('signature', 'no known key has signed the head');
  }
  const body = parseHeadBody(head.value.body);
  if (!body.ok) throw new SyncFailure('parse', `head: ${body.field}: expected ${body.expected}`);
  if (body.value.dataset !== wish.dataset) {
    throw new SyncFailure('signature', `the head is of data set ${body.value.dataset}`);
  }
  refuseNewer(body.value, wish.clientVersion);
  return { body: body.value, serverNow };
}
