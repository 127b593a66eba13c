import { type Context, Hono } from 'hono';
import { parseClipId } from '@/lib/wire/clips';
import { isKind, parseRecord, recordId } from '@/lib/wire/records';
import { type Actor, acceptClip, mergeClip, rejectClip, reviewQueue } from '../clips/review';
import { putRecord, removeRecord } from '../records/edit';
import { bearerOf } from './auth';
import { readJson, readJsonIfAny } from './body';
import type { AppDeps, Env } from './deps';
import { accepted, Refusal } from './refusal';

/** Queue rows in one answer. */
const QUEUE_MAX = 100;
const REASON_MAX = 2_000;

/** For editors (scope review); removing a record for legal reasons needs scope admin. */
export function reviewRoutes(deps: AppDeps): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/queue', async (c) => {
    await bearerOf(c, deps, 'review');
    return c.json({ clips: await reviewQueue(deps.store, QUEUE_MAX) });
  });
  app.post('/clips/:id/accept', async (c) => {
    const actor = await actorOf(c, deps, 'review');
    const { promise = {} } = await fieldsOf(c, ['promise']);
    if (typeof promise !== 'object' || promise === null) {
      throw new Refusal(400, 'field', 'promise: expected an object');
    }
    const status = await acceptClip(deps.store, clipId(c), { ...promise }, actor);
    deps.poke();
    return c.json(status);
  });
  app.post('/clips/:id/merge', async (c) => {
    const actor = await actorOf(c, deps, 'review');
    const { into } = await fieldsOf(c, ['into']);
    return c.json(await mergeClip(deps.store, clipId(c), wordsOf('into', into), actor));
  });
  app.post('/clips/:id/reject', async (c) => {
    const actor = await actorOf(c, deps, 'review');
    const { reason } = await fieldsOf(c, ['reason']);
    return c.json(await rejectClip(deps.store, clipId(c), wordsOf('reason', reason), actor));
  });
  recordRoutes(app, deps);
  return app;
}

function recordRoutes(app: Hono<Env>, deps: AppDeps): void {
  app.put('/:ds/records/:kind/:id', async (c) => {
    const actor = await actorOf(c, deps, 'review');
    const kind = kindOf(c.req.param('kind'));
    const record = accepted(parseRecord(kind, await readJson(c)));
    if (recordId(record) !== c.req.param('id')) {
      throw new Refusal(400, 'field', 'id: expected the id of the path');
    }
    await putRecord(deps.store, c.req.param('ds'), kind, record, actor);
    deps.poke();
    return c.json({ id: recordId(record) });
  });
  app.delete('/:ds/records/:kind/:id', async (c) => {
    const actor = await actorOf(c, deps, 'admin');
    const { reason } = await fieldsOf(c, ['reason']);
    const subject = {
      dataset: c.req.param('ds'),
      kind: kindOf(c.req.param('kind')),
      id: c.req.param('id'),
    };
    await removeRecord(deps.store, subject, wordsOf('reason', reason), actor);
    deps.poke();
    return c.json({ id: subject.id });
  });
}

function kindOf(kind: string) {
  if (isKind(kind)) return kind;
  throw new Refusal(404, 'unknownKind', 'there is no such kind of record');
}

/** An editor goes into the log of decisions by the first digits of the hash of the token. */
const ACTOR_DIGITS = 12;

async function actorOf(c: Context<Env>, deps: AppDeps, scope: 'review' | 'admin'): Promise<Actor> {
  const { hash } = await bearerOf(c, deps, scope);
  return { name: hash.slice(0, ACTOR_DIGITS), at: deps.now().toISOString() };
}

function clipId(c: Context<Env>): string {
  const parsed = parseClipId(c.req.param('id'));
  return accepted(parsed.ok ? parsed : { ...parsed, field: 'id' });
}

/** The fields of a body; an empty body has none. */
async function fieldsOf(
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

function wordsOf(field: string, value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= REASON_MAX) return value;
  throw new Refusal(400, 'field', `${field}: expected a text of 1 to ${REASON_MAX} characters`);
}
