import type { Context } from 'hono';
import { isKind } from '@/lib/wire/records';
import type { Actor } from '../clips/review';
import { bearerOf } from './auth';
import { readJsonIfAny } from './body';
import type { AppDeps, Env } from './deps';
import { Refusal } from './refusal';

const REASON_MAX = 2_000;

/** The kind that a path names. */
export function kindOf(kind: string) {
  if (isKind(kind)) return kind;
  throw new Refusal(404, 'unknownKind', 'there is no such kind of record');
}

/** An editor goes into the log of decisions by the first digits of the hash of the token. */
const ACTOR_DIGITS = 12;

/** Who decides: the bearer of the request's token, who must have at least `scope`. */
export async function actorOf(
  c: Context<Env>,
  deps: AppDeps,
  scope: 'review' | 'admin',
): Promise<Actor> {
  const { hash } = await bearerOf(c, deps, scope);
  return { name: hash.slice(0, ACTOR_DIGITS), at: deps.now().toISOString() };
}

/** The fields of a body; an empty body has none. */
export async function fieldsOf(
  c: Context<Env>,
  known: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  const body = (await readJsonIfAny(c)) ?? {};
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refusal(400, 'field', 'the body: expected an object');
  }
  const strange = Object.keys(body).filter((key) => !known.includes(key));
  if (strange.length === 0) return { ...body };
  throw new Refusal(400, 'field', `${strange.join(', ').slice(0, 200)}: expected no such field`);
}

/** A text that people will read, not empty. */
export function wordsOf(field: string, value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= REASON_MAX) return value;
  throw new Refusal(400, 'field', `${field}: expected a text of 1 to ${REASON_MAX} characters`);
}
