import { type Context, Hono } from 'hono';
import { parseClipId } from '@/lib/wire/clips';
import { parseRecord, recordId } from '@/lib/wire/records';
import { acceptClip, mergeClip, rejectClip, reviewQueue } from '../clips/review';
import { putRecord, removeRecord } from '../records/edit';
import { bearerOf } from './auth';
import { readJson } from './body';
import type { AppDeps, Env } from './deps';
import { actorOf, fieldsOf, kindOf, wordsOf } from './editor';
import { proposalRoutes } from './proposal-routes';
import { accepted, Refusal } from './refusal';

/** Queue rows in one answer. */
const QUEUE_MAX = 100;

/** For editors (scope review); removing a record for legal reasons needs scope admin. */
export function reviewRoutes(deps: AppDeps): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/queue', async (c) => {
    await bearerOf(c, deps, 'review');
    return c.json({ clips: await reviewQueue(deps.store, QUEUE_MAX) });
  });
  app.post('/clips/:id/accept', async (c) => {
    const actor = await actorOf(c, deps, 'review');
    const { promise = {}, namesNoPrivatePerson } = await fieldsOf(c, [
      'promise',
      'namesNoPrivatePerson',
    ]);
    if (namesNoPrivatePerson !== true) {
      throw new Refusal(400, 'field', 'namesNoPrivatePerson: expected true, when you have looked');
    }
    if (typeof promise !== 'object' || promise === null) {
      throw new Refusal(400, 'field', 'promise: expected an object');
    }
    const status = await acceptClip(deps.store, clipId(c), { ...promise }, actor);
    await deps.published();
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
  app.route('/proposals', proposalRoutes(deps));
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
    const seen = c.req.query('seen')?.split(' ') ?? null;
    const edit = { dataset: c.req.param('ds'), kind, record, seen };
    const put = await putRecord(deps.store, edit, { actor, verdictsByTwo: deps.verdictsByTwo });
    const id = recordId(record);
    if (put === 'waiting') return c.json({ id, state: put }, 202);
    await deps.published();
    return c.json({ id });
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
    await deps.published();
    return c.json({ id: subject.id });
  });
}

function clipId(c: Context<Env>): string {
  const parsed = parseClipId(c.req.param('id'));
  return accepted(parsed.ok ? parsed : { ...parsed, field: 'id' });
}
