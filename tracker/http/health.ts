import { Hono } from 'hono';
import type { AppDeps, Env } from './deps';

interface HealthRow {
  readonly dataset: string;
  readonly epoch: string | null;
  readonly rev: number;
  readonly published_rev: number;
  readonly issued: string | null;
  readonly waiting: number;
}

/** `/health`: 200 while the database answers; what is published, and what waits. */
export function healthRoutes(deps: AppDeps): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/', async (c) => {
    const datasets = await deps.store.query<HealthRow>(
      `select dataset, epoch, rev, published_rev, issued,
              (select count(*) from outbox where outbox.dataset = log_head.dataset) as waiting
         from log_head order by dataset`,
    );
    return c.json({ ok: true, store: deps.store.kind, datasets }, 200, {
      'cache-control': 'no-store',
    });
  });
  return app;
}
