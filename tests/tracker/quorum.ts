import { type ChildProcess, execFileSync } from 'node:child_process';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import {
  bootPostgres,
  type Cluster,
  endPostgres,
  freePort,
  newCluster,
} from '../../scripts/postgres.mjs';

/** A commit is acknowledged when one standby has it on disk, or (the control) when the primary alone has. */
export type Replication = 'quorum' | 'asynchronous';

const NAMES = ['a', 'b'] as const;

interface Member {
  readonly port: number;
  readonly child: ChildProcess;
}

/** A primary and two streaming standbys on this machine. */
export interface Quorum {
  readonly primaryPort: number;
  /** Ends the stream to the nth standby, as a broken network does. */
  cut(standby: number): Promise<void>;
  /** Ends the primary at once, for good. */
  killPrimary(): Promise<void>;
  /** Makes the standby that received most the new primary; answers its port. */
  promote(): Promise<number>;
  stop(): Promise<void>;
}

const urlAt = (port: number) => `postgres://uade@127.0.0.1:${port}/postgres`;

async function asked<Row extends object>(port: number, text: string): Promise<Row | undefined> {
  const client = new pg.Client({ connectionString: urlAt(port) });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows[0];
  } finally {
    await client.end();
  }
}

/** A standby begins as a copy of the folder before its first start. */
async function bootStandby(cluster: Cluster, name: string, primaryPort: number): Promise<Member> {
  const data = join(cluster.home, name);
  execFileSync('cp', ['-a', cluster.data, data]);
  const from = `host=127.0.0.1 port=${primaryPort} user=uade application_name=${name}`;
  appendFileSync(join(data, 'postgresql.auto.conf'), `primary_conninfo = '${from}'\n`);
  writeFileSync(join(data, 'standby.signal'), '');
  const port = await freePort();
  return { port, child: await bootPostgres({ ...cluster, data }, port, []) };
}

/** How far a standby has got: bytes of the log. */
async function received(port: number): Promise<number> {
  const row = await asked<{ at: string }>(
    port,
    `select pg_wal_lsn_diff(greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()), '0/0') as at`,
  );
  return Number(row?.at);
}

async function connected(primaryPort: number): Promise<void> {
  const streaming = async () =>
    await asked<{ n: number }>(
      primaryPort,
      `select count(*)::int as n from pg_stat_replication where state = 'streaming'`,
    );
  while ((await streaming())?.n !== NAMES.length) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Starts the three; every write waits for one of two standbys, with `asynchronous` for none. */
export async function startQuorum(replication: Replication): Promise<Quorum> {
  const cluster = newCluster();
  const primaryPort = await freePort();
  const names = replication === 'quorum' ? `ANY 1 (${NAMES.join(', ')})` : '';
  const settings = [`synchronous_standby_names=${names}`, 'wal_keep_size=256MB'];
  // Copied before the first start, so that all three are one cluster at one place of its log.
  const booting = NAMES.map((name) => bootStandby(cluster, name, primaryPort));
  const primary = await bootPostgres(cluster, primaryPort, settings);
  const standbys = await Promise.all(booting);
  await connected(primaryPort);
  const port = (nth: number) => standbys[nth % standbys.length]?.port ?? 0;
  return {
    primaryPort,
    async cut(nth) {
      await asked(port(nth), `alter system set primary_conninfo = ''`);
      await asked(port(nth), 'select pg_reload_conf()');
      while ((await asked(port(nth), 'select pid from pg_stat_wal_receiver')) !== undefined);
    },
    killPrimary: () => endPostgres(primary, 'SIGQUIT'),
    async promote() {
      const places = await Promise.all(standbys.map((one) => received(one.port)));
      const best = places.indexOf(Math.max(...places));
      await asked(port(best), 'select pg_promote()');
      return port(best);
    },
    async stop() {
      const children = [primary, ...standbys.map(({ child }) => child)];
      await Promise.all(children.map((child) => endPostgres(child, 'SIGQUIT')));
      rmSync(cluster.home, { recursive: true, force: true });
    },
  };
}
