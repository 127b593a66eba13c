import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { HEAD_CONTEXT, type Head, type TrackerKeys } from '@/lib/wire/head';
import { OperatorError } from '../store/sql';

/** Signs heads; readers trust the public keys that they were built or set up with. */
export interface Signer {
  /** Signs the exact text of a head body. */
  sign(body: string): Head['sigs'];
  /** Current key first; a next key, where there is one, is announced before it signs. */
  readonly publicKeys: TrackerKeys;
}

interface SigningKey {
  readonly kid: string;
  readonly secret: KeyObject;
  readonly raw: string;
}

/** Raw 32 bytes of an Ed25519 public key: the last ones of its SPKI form. */
const RAW_BYTES = 32;

function keyOf(pem: string): SigningKey {
  const secret = createPrivateKey(pem);
  const spki = createPublicKey(secret).export({ type: 'spki', format: 'der' });
  const raw = spki.subarray(spki.length - RAW_BYTES);
  const kid = createHash('sha256').update(raw).digest('hex').slice(0, 16);
  return { kid, secret, raw: raw.toString('base64') };
}

/** A new Ed25519 key as PKCS 8 PEM. */
function newKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

const CURRENT = 'current.pem';
const NEXT = 'next.pem';

async function readKey(dir: string, file: string): Promise<SigningKey | null> {
  const pem = await fs.readFile(join(dir, file), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (pem === null) return null;
  try {
    return keyOf(pem);
  } catch {
    throw new OperatorError(`${join(dir, file)} is no Ed25519 key in PEM form.`);
  }
}

/** Writes a new key file readable by its owner only; false when there is one already. */
async function makeKey(dir: string, file: string): Promise<boolean> {
  await fs.mkdir(dir, { recursive: true, mode: 0o700 });
  try {
    await fs.writeFile(join(dir, file), newKey(), { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The signer of a key folder; makes the first key when there is none. */
export async function openSigner(dir: string): Promise<Signer> {
  await makeKey(dir, CURRENT);
  const current = await readKey(dir, CURRENT);
  if (current === null) throw new OperatorError(`${join(dir, CURRENT)} cannot be read.`);
  const next = await readKey(dir, NEXT);
  const keys = next === null ? [current] : [current, next];
  return {
    publicKeys: { keys: keys.map(({ kid, raw }) => ({ kid, alg: 'Ed25519', public: raw })) },
    sign: (body) => [{ kid: current.kid, sig: signed(current.secret, body) }],
  };
}

function signed(secret: KeyObject, body: string): string {
  return sign(null, Buffer.from(HEAD_CONTEXT + body, 'utf8'), secret).toString('base64');
}

/** Makes the next key, to be shipped to readers before it signs. False when there is one. */
export async function prepareNextKey(dir: string): Promise<boolean> {
  await makeKey(dir, CURRENT);
  return makeKey(dir, NEXT);
}

/** The next key becomes the current one; the old one is kept beside, with its day. */
export async function changeToNextKey(dir: string, day: string): Promise<void> {
  if ((await readKey(dir, NEXT)) === null) {
    throw new OperatorError('There is no next key: make one with "keys next" and ship it first.');
  }
  await fs.rename(join(dir, CURRENT), join(dir, `retired-${day}.pem`));
  await fs.rename(join(dir, NEXT), join(dir, CURRENT));
}
