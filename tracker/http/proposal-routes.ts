import { type Context, Hono } from 'hono';
import {
  confirmProposal,
  type ProposalKey,
  refuseProposal,
  waitingProposals,
} from '../records/proposals';
import { bearerOf } from './auth';
import type { AppDeps, Env } from './deps';
import { actorOf, fieldsOf, kindOf, wordsOf } from './editor';

/** Proposals in one answer. */
const PROPOSALS_MAX = 100;

/** Verdicts that wait for a second editor. */
export function proposalRoutes(deps: AppDeps): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/', async (c) => {
    await bearerOf(c, deps, 'review');
    return c.json({ proposals: await waitingProposals(deps.store, PROPOSALS_MAX) });
  });
  app.post('/:ds/:kind/:id/confirm', async (c) => {
    const actor = await actorOf(c, deps, 'review');
    const key = keyOf(c);
    await confirmProposal(deps.store, key, actor);
    await deps.published();
    return c.json({ id: key.id });
  });
  app.post('/:ds/:kind/:id/refuse', async (c) => {
    const actor = await actorOf(c, deps, 'review');
    const { reason } = await fieldsOf(c, ['reason']);
    const key = keyOf(c);
    await refuseProposal(deps.store, key, wordsOf('reason', reason), actor);
    return c.json({ id: key.id });
  });
  return app;
}

function keyOf(c: Context<Env>): ProposalKey {
  const { ds = '', kind = '', id = '' } = c.req.param();
  return { dataset: ds, kind: kindOf(kind), id };
}
