import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { AppDeps, Env } from './deps';

/** Counts answers by route pattern and status: no address, no path with ids. */
export interface RequestCounts {
  readonly middleware: MiddlewareHandler<Env>;
  lines(): string[];
}

export function requestCounts(): RequestCounts {
  const counts = new Map<string, number>();
  const seconds = new Map<string, number>();
  return {
    middleware: async (c, next) => {
      const began = performance.now();
      await next();
      const labels = `route="${routeOf(c)}",method="${c.req.method}",status="${c.res.status}"`;
      counts.set(labels, (counts.get(labels) ?? 0) + 1);
      seconds.set(labels, (seconds.get(labels) ?? 0) + (performance.now() - began) / 1000);
    },
    lines: () => [
      '# TYPE uade_requests_total counter',
      ...[...counts].map(([labels, n]) => `uade_requests_total{${labels}} ${n}`),
      '# TYPE uade_request_seconds_total counter',
      ...[...seconds].map(([labels, s]) => `uade_request_seconds_total{${labels}} ${s.toFixed(6)}`),
    ],
  };
}

/** The pattern of the route that answered; wild cards are those of middleware. */
function routeOf(c: Context<Env>): string {
  const path = c.req.matchedRoutes.findLast((route) => !route.path.endsWith('*'))?.path;
  return path ?? 'none';
}

interface LogRow {
  readonly dataset: string;
  readonly rev: number;
  readonly published_rev: number;
  readonly live_rows: number;
  readonly issued: string | null;
}

/** `/metrics` in Prometheus' text form. */
export function metricsRoutes(deps: AppDeps, counts: RequestCounts): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/', async (c) => {
    const lines = [...counts.lines(), ...(await logLines(deps)), ...(await clipLines(deps))];
    lines.push('# TYPE uade_memory_bytes gauge', `uade_memory_bytes ${process.memoryUsage.rss()}`);
    return c.body(`${lines.join('\n')}\n`, 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
    });
  });
  return app;
}

async function logLines(deps: AppDeps): Promise<string[]> {
  const logs = await deps.store.query<LogRow>(
    'select dataset, rev, published_rev, live_rows, issued from log_head order by dataset',
  );
  const gauge = (name: string, value: (row: LogRow) => number) => [
    `# TYPE ${name} gauge`,
    ...logs.map((row) => `${name}{dataset="${row.dataset}"} ${value(row)}`),
  ];
  const ageOf = ({ issued }: LogRow) =>
    issued === null ? -1 : (deps.now().getTime() - Date.parse(issued)) / 1000;
  return [
    ...gauge('uade_log_rev', ({ rev }) => rev),
    ...gauge('uade_published_rev', ({ published_rev }) => published_rev),
    ...gauge('uade_live_rows', ({ live_rows }) => live_rows),
    ...gauge('uade_head_age_seconds', ageOf),
  ];
}

async function clipLines(deps: AppDeps): Promise<string[]> {
  const rows = await deps.store.query<{ state: string; n: number }>(
    'select state, count(*) as n from clip group by state order by state',
  );
  return [
    '# TYPE uade_clips gauge',
    ...rows.map(({ state, n }) => `uade_clips{state="${state}"} ${n}`),
  ];
}
