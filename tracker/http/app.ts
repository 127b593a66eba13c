import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { clipRoutes } from './clip-routes';
import { demoRoutes } from './demo';
import type { AppDeps, Env } from './deps';
import { healthRoutes } from './health';
import { metricsRoutes, requestCounts } from './metrics';
import { pageRoutes } from './page-routes';
import { publishedRoutes } from './published';
import { Refusal } from './refusal';
import { reviewRoutes } from './review-routes';

const EXTENSION = /^(chrome-extension|moz-extension|safari-web-extension):\/\//;

const EXPOSED = ['date', 'retry-after'];

const ofExtension = cors({
  origin: (origin) => (EXTENSION.test(origin) ? origin : null),
  allowMethods: ['GET', 'PUT', 'POST', 'DELETE'],
  allowHeaders: ['authorization', 'content-type'],
  exposeHeaders: EXPOSED,
  maxAge: 86_400,
});

/**
 * What is read is for everybody, and one answer for all of them, so that a cache keeps one; what is sent comes from
 * the extension. Tokens travel in a header, never in a cookie.
 */
const crossOrigin: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method !== 'GET') return await ofExtension(c, next);
  c.header('access-control-allow-origin', '*');
  c.header('access-control-expose-headers', EXPOSED.join());
  await next();
};

/** The tracker as a Hono app; `app.request` is enough to test it. */
export function createApp(deps: AppDeps): Hono<Env> {
  const app = new Hono<Env>();
  const counts = requestCounts();
  app.use('*', counts.middleware);
  app.use('*', async (c, next) => {
    // Before the answer is made: hono makes it anew, as a stream, for a header that is set on it later.
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
    await next();
    // 201: something was stored.
    if (c.res.status === 201) deps.faults.over(true);
  });
  app.use('/v1/*', crossOrigin);
  app.route('/health', healthRoutes(deps));
  app.route('/metrics', metricsRoutes(deps, counts));
  // Before the published files: "clips" and "review" are no data sets.
  app.route('/v1', clipRoutes(deps));
  app.route('/v1/review', reviewRoutes(deps));
  app.route('/v1', publishedRoutes(deps));
  app.route('/', demoRoutes());
  if (deps.pages !== null) app.route('/', pageRoutes(deps, deps.pages));
  app.get('/', (c) => c.redirect(deps.pages === null ? '/demo/' : '/ru/'));
  app.notFound((c) => c.json({ error: 'notFound', message: 'there is nothing here' }, 404));
  app.onError((error, c) => answerError(error, c, deps));
  return app;
}

const RETRY_S = 30;

function answerError(error: Error, c: Context<Env>, deps: AppDeps): Response {
  c.header('cache-control', 'no-store');
  if (error instanceof Refusal) {
    if (error.retryAfterS !== null) c.header('retry-after', String(error.retryAfterS));
    return c.json({ error: error.code, message: error.message }, error.status);
  }
  if (deps.faults.met(error)) {
    c.header('retry-after', String(RETRY_S));
    return c.json(
      { error: 'storage', message: 'the storage does not take it now: try again' },
      503,
    );
  }
  deps.log.error({ err: error, route: c.req.routePath }, 'a request failed');
  return c.json({ error: 'internal', message: 'the tracker failed: try again later' }, 500);
}
