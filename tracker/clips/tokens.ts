import { createHash, randomBytes } from 'node:crypto';
import type { TokenAnswer } from '@/lib/wire/clips';
import type { Sql } from '../store/sql';

export type Scope = TokenAnswer['scope'];

/** Who asks: known by the hash of a token and by nothing else. */
export interface Bearer {
  readonly hash: string;
  readonly scope: Scope;
  readonly invited: boolean;
}

/** Tokens are 32 random bytes, so a plain hash cannot be guessed back. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Makes a token; only its hash and the day are stored. */
export async function makeToken(
  sql: Sql,
  scope: Scope,
  options: { readonly invited: boolean; readonly day: string },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await sql.query('insert into token (hash, scope, invited, made_on) values ($1, $2, $3, $4)', [
    hashOf(token),
    scope,
    options.invited,
    options.day,
  ]);
  return token;
}

/** The bearer of a token, or null when it is not known. */
export async function findBearer(sql: Sql, token: string): Promise<Bearer | null> {
  const [row] = await sql.query<Bearer>('select hash, scope, invited from token where hash = $1', [
    hashOf(token),
  ]);
  return row ?? null;
}

const RANK: Readonly<Record<Scope, number>> = { clip: 0, review: 1, admin: 2 };

/** True when `scope` includes what `needed` may do. */
export function includes(scope: Scope, needed: Scope): boolean {
  return RANK[scope] >= RANK[needed];
}
