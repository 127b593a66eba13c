import { type Context, Hono } from 'hono';
import { parseClipBody, parseClipId, parseStatusRequest, type TokenAnswer } from '@/lib/wire/clips';
import { ownStatuses, putClip, withdrawClip } from '../clips/clips';
import { makeToken, type Scope } from '../clips/tokens';
import { bearerOf } from './auth';
import { readJson, readJsonIfAny } from './body';
import { type AppDeps, dayOf, type Env } from './deps';
import { networkOf, windowLimiter } from './limits';
import { accepted, impossible, Refusal } from './refusal';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A clip from the future or from before the project tells of a wrong clock. */
const FUTURE_MS = 2 * 86_400_000;
const EARLIEST = '2020-01-01';

/** The writing side for contributors. */
export function clipRoutes(deps: AppDeps): Hono<Env> {
  const app = new Hono<Env>();
  const tokens = windowLimiter(deps.limits.tokensPerHour, HOUR_MS, deps.now);
  const writes = windowLimiter(deps.limits.writesPerMinute, MINUTE_MS, deps.now);
  app.post('/tokens', async (c) => {
    const scope = await wantedScope(c);
    if (scope === null) tokens.count(networkOf(remote(c)));
    else await bearerOf(c, deps, 'admin');
    const day = dayOf(deps.now());
    const token = await makeToken(deps.store, scope ?? 'clip', { invited: scope !== null, day });
    return c.json({ token, scope: scope ?? 'clip' } satisfies TokenAnswer, 201);
  });
  app.put('/clips/:id', async (c) => {
    writes.count(networkOf(remote(c)));
    const bearer = await bearerOf(c, deps, 'clip');
    const id = accepted(named('id', parseClipId(c.req.param('id'))));
    const body = accepted(parseClipBody(await readJson(c)));
    refuseWrongClock(body.retrievedAt, deps.now());
    const { clipsPerDay, invitedClipsPerDay } = deps.limits;
    const perDay = bearer.invited ? invitedClipsPerDay : clipsPerDay;
    const clip = { id, body, bearer, day: dayOf(deps.now()), perDay };
    const { isNew, status } = await putClip(deps.store, clip);
    return c.json(status, isNew ? 201 : 200);
  });
  app.post('/clips/status', async (c) => {
    const bearer = await bearerOf(c, deps, 'clip');
    const { ids } = accepted(parseStatusRequest(await readJson(c)));
    return c.json({ clips: await ownStatuses(deps.store, bearer.hash, ids) });
  });
  app.delete('/clips/:id', async (c) => {
    writes.count(networkOf(remote(c)));
    const bearer = await bearerOf(c, deps, 'clip');
    const id = accepted(named('id', parseClipId(c.req.param('id'))));
    return c.json(await withdrawClip(deps.store, id, bearer.hash));
  });
  return app;
}

function remote(c: Context<Env>): string | undefined {
  return c.env?.incoming?.socket.remoteAddress;
}

function named<T extends { readonly ok: boolean }>(field: string, parsed: T): T {
  return parsed.ok ? parsed : { ...parsed, field };
}

/** An empty body asks for an anonymous clip token; `{"scope": …}` is an invitation, for admins. */
async function wantedScope(c: Context<Env>): Promise<Scope | null> {
  const body = await readJsonIfAny(c);
  if (typeof body !== 'object' || body === null || !('scope' in body)) return null;
  const { scope } = body;
  if (scope === 'clip' || scope === 'review' || scope === 'admin') return scope;
  throw new Refusal(400, 'field', 'scope: expected one of "clip", "review", "admin"');
}

function refuseWrongClock(retrievedAt: string, now: Date): void {
  const at = Date.parse(retrievedAt);
  if (at > now.getTime() + FUTURE_MS || at < Date.parse(EARLIEST)) {
    throw impossible('retrievedAt', `a time up to now (${now.toISOString()}): is the clock right?`);
  }
}
