import type { Context } from 'hono';
import { type Bearer, findBearer, includes, type Scope } from '../clips/tokens';
import type { AppDeps, Env } from './deps';
import { Refusal } from './refusal';

/** The bearer of the request's token, who must have at least `scope`. */
export async function bearerOf(c: Context<Env>, deps: AppDeps, scope: Scope): Promise<Bearer> {
  const [, token] =
    /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(c.req.header('authorization') ?? '') ?? [];
  if (token === undefined) {
    throw new Refusal(401, 'token', 'a token is needed: authorization: Bearer …');
  }
  const bearer = await findBearer(deps.store, token);
  if (bearer === null) throw new Refusal(401, 'token', 'this token is not known here');
  if (!includes(bearer.scope, scope)) {
    throw new Refusal(403, 'scope', `a token of scope ${scope} is needed`);
  }
  return bearer;
}
