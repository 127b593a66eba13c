import { promises as fs } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { backupToday } from './backup/today';
import { hashOf, makeToken, type Scope } from './clips/tokens';
import { type Daily, startDaily } from './daily';
import { sendDigest } from './digest';
import { faultLine, readFolder } from './folder/read-folder';
import { createApp } from './http/app';
import { dayOf } from './http/deps';
import { DEFAULT_LIMITS, type Limits } from './http/limits';
import type { PageSettings } from './http/page-routes';
import { type Logger, silent } from './log';
import { folderGuard } from './publish/guard';
import { openSigner } from './publish/keys';
import { startPublisher } from './publish/loop';
import { datasetNames } from './publish/publish';
import { writeSite } from './publish/write-site';
import { importFolder } from './records/import-folder';
import { type StoreFaults, storeFaults } from './store/faults';
import { notePort } from './store/lock-file';
import { openStore } from './store/open';
import { OperatorError, type Store } from './store/sql';

/** The ledger that a new tracker begins with. */
export const STARTER_LEDGER = fileURLToPath(new URL('./ledger/kz', import.meta.url));

export interface TrackerOptions {
  /** 0: any free port. Default 8787. */
  readonly port?: number;
  /** Default 127.0.0.1: a proxy stands before a public tracker. */
  readonly host?: string;
  /** Keys, guard and (without `databaseUrl`) the database. */
  readonly dataDir: string;
  readonly databaseUrl?: string;
  /** Imported when the store does not have its data set. Without it an empty store gets the starter ledger. */
  readonly ledgerDir?: string;
  readonly log?: Logger;
  readonly limits?: Partial<Limits>;
  readonly now?: () => Date;
  /** The sentences of the plain pages, by language; without them there are no pages. */
  readonly words?: PageSettings['words'];
  /** Public address, for previews and feeds: `https://tracker.example`. */
  readonly siteUrl?: string;
  /** Folder that the published files are also written to after each publication, for a static host. */
  readonly publishTo?: string;
  /** Folder for one backup a day. */
  readonly backupTo?: string;
  /** Address that gets one message a day about what waits for editors. */
  readonly digestTo?: string;
  /** Whether a verdict is published only when a second editor confirms it. */
  readonly verdictsByTwo?: boolean;
}

export interface Tracker {
  readonly port: number;
  readonly url: string;
  readonly kind: Store['kind'];
  /** Makes a token, as the command `invite` does. */
  invite(scope: Scope): Promise<string>;
  /** Publishes what is committed now. */
  publish(): Promise<void>;
  /** Stops taking requests, ends those at work, publishes, closes the store. */
  close(): Promise<void>;
}

/** Starts a tracker; throws an OperatorError with one sentence of what to do. */
export async function startTracker(options: TrackerOptions): Promise<Tracker> {
  const { dataDir, log = silent, now = () => new Date() } = options;
  const place = options.databaseUrl ? { databaseUrl: options.databaseUrl } : { dataDir };
  const faults = storeFaults(log, now);
  const store = await openStore(place, (err) => {
    if (!faults.met(err)) log.warn({ err }, 'a database connection broke');
  });
  try {
    return await startOn(store, { ...options, log, now, faults });
  } catch (error) {
    await store.close();
    throw error;
  }
}

type Ready = TrackerOptions & {
  readonly log: Logger;
  readonly now: () => Date;
  readonly faults: StoreFaults;
};

async function startOn(store: Store, options: Ready): Promise<Tracker> {
  const { dataDir, log, now, faults } = options;
  await importFirst(store, options.ledgerDir, log);
  await makeAdmin(store, dataDir, now());
  const signer = await openSigner(join(dataDir, 'keys'));
  const guard = folderGuard(join(dataDir, 'published'));
  const publishing = { signer, now, guard };
  const after = async (dataset: string) => {
    if (options.publishTo === undefined) return;
    await writeSite(store, dataset, signer.publicKeys, options.publishTo);
  };
  const publisher = startPublisher(store, publishing, { log, faults, after });
  const daily = dailyWork(store, options);
  try {
    await publisher.flush();
    const app = createApp({
      store,
      publishing,
      now,
      log,
      faults,
      limits: { ...DEFAULT_LIMITS, ...options.limits },
      pages: options.words ? { words: options.words, base: options.siteUrl ?? null } : null,
      verdictsByTwo: options.verdictsByTwo ?? false,
      published: () => publisher.soon(),
    });
    const { server, port } = await listen(app.fetch, options);
    if (store.kind === 'pglite') await notePort(join(dataDir, 'tracker.lock'), port);
    log.info({ port, store: store.kind }, 'the tracker listens');
    return {
      port,
      url: `http://${options.host ?? '127.0.0.1'}:${port}`,
      kind: store.kind,
      invite: (scope) => makeToken(store, scope, { invited: true, day: dayOf(now()) }),
      publish: () => publisher.flush(),
      async close() {
        await closeServer(server);
        await publisher.flush();
        await publisher.stop();
        await Promise.all(daily.map((one) => one.stop()));
        await store.close();
      },
    };
  } catch (error) {
    await publisher.stop();
    await Promise.all(daily.map((one) => one.stop()));
    throw error;
  }
}

/** What is done once a day while the tracker runs. */
function dailyWork(
  store: Store,
  { backupTo, digestTo, log, faults, now }: Ready,
): readonly Daily[] {
  const daily: Daily[] = [];
  if (backupTo !== undefined) {
    const work = () => backupToday(store, backupTo, now());
    daily.push(startDaily('the backup of today', work, { log, faults }));
  }
  if (digestTo !== undefined) {
    const work = () => sendDigest(store, { url: digestTo, day: dayOf(now()), fetch });
    daily.push(startDaily('the digest of today', work, { log, faults }));
  }
  return daily;
}

/**
 * Imports the named ledger folder unless its data set is there; without one, the starter ledger into a
 * store that has no data set at all.
 */
async function importFirst(store: Store, named: string | undefined, log: Logger): Promise<void> {
  const present = await datasetNames(store);
  if (named === undefined && present.length > 0) return;
  const dir = named ?? STARTER_LEDGER;
  const read = await readFolder(dir);
  if (!read.ok) {
    throw new OperatorError(
      `The ledger folder ${dir} has ${read.faults.length} faults, nothing was imported; the first: ${read.faults[0] ? faultLine(read.faults[0]) : ''}`,
    );
  }
  const { dataset } = read.folder.meta;
  if (present.includes(dataset)) {
    log.info({ dataset }, 'the data set is there already: it is served as it is');
    return;
  }
  const count = await importFolder(store, read.folder);
  log.info({ dataset, records: count }, 'the ledger was imported');
}

/** The operator's own token, for commands that talk to a running tracker; readable by the owner only. */
async function makeAdmin(store: Store, dataDir: string, now: Date): Promise<void> {
  const path = join(dataDir, 'admin-token');
  const text = await fs.readFile(path, 'utf8').catch(() => '');
  const known = await store.query('select 1 from token where hash = $1', [hashOf(text.trim())]);
  if (known.length > 0) return;
  await fs.mkdir(dataDir, { recursive: true });
  const token = await makeToken(store, 'admin', { invited: true, day: dayOf(now) });
  await fs.writeFile(path, `${token}\n`, { mode: 0o600 });
}

type Fetch = Parameters<typeof serve>[0]['fetch'];

function listen(
  fetch: Fetch,
  { port = 8787, host = '127.0.0.1' }: Ready,
): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: host }, (info) =>
      // Without options of its own the adapter makes a plain http.Server.
      resolve({ server: server as Server, port: info.port }),
    );
    server.on('error', (error: Error & { code?: string }) => {
      const said =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken: stop the program that uses it, or choose another with --port.`
          : `The tracker cannot listen on ${host}, port ${port}: ${error.message}`;
      reject(new OperatorError(said));
    });
  });
}

/** Requests that hang longer than this at the end are cut off. */
const DRAIN_LIMIT_MS = 5_000;

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_LIMIT_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
