import net, { type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '@/tracker/store/open';
import type { Store } from '@/tracker/store/sql';
import { clipBody, type Harness, harnessOn, SMALL, uuid } from './harness';
import { type Quorum, type Replication, startQuorum } from './quorum';
import { sync } from './reader';

/** What the death of the primary did to those who were sending clips, and to a reader. */
export interface FailoverProof {
  readonly acknowledged: number;
  /** Acknowledged clips that the new primary does not have. */
  readonly lost: number;
  /** Whether the reader saw another epoch, and what he then held was what is published. */
  readonly noticed: boolean;
}

/** One address before several servers, as a proxy or a moving address gives it to a tracker. */
async function startRelay(first: number) {
  let target = first;
  const server = net.createServer((from) => {
    const to = net.connect(target, '127.0.0.1');
    for (const socket of [from, to]) {
      socket.on('error', () => socket.destroy());
      socket.on('close', () => (socket === from ? to : from).destroy());
    }
    from.pipe(to).pipe(from);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `postgres://uade@127.0.0.1:${(server.address() as AddressInfo).port}/postgres`,
    leadTo(port: number) {
      target = port;
    },
    close: () => server.close(),
  };
}

const WRITERS = 4;
/** Acknowledged clips before each step, and after the last. */
const STEP = 40;
/** For so long the primary stands alone before it dies: what it acknowledges then is nowhere else. */
const ALONE_MS = 200;

/** Sends clips until it is told to stop; whoever is not acknowledged sends the next. */
function startWriters(harness: Harness, token: string) {
  const acknowledged: string[] = [];
  let isOver = false;
  let next = 0;
  const writer = async () => {
    while (!isOver) {
      const id = uuid((next += 1));
      const { status } = await harness.send('PUT', `/v1/clips/${id}`, { token, body: clipBody });
      if (status === 201) acknowledged.push(id);
      else await sleep(20);
    }
  };
  const writing = Array.from({ length: WRITERS }, writer);
  return {
    acknowledged,
    async more(count: number) {
      const enough = acknowledged.length + count;
      while (acknowledged.length < enough) await sleep(5);
    },
    async stop() {
      isOver = true;
      await Promise.all(writing);
    },
  };
}

/** One standby falls behind, then the primary loses both, dies, and the better standby takes over. */
async function failOver(quorum: Quorum, store: Store, leadTo: (port: number) => void, run: number) {
  const limits = { clipsPerDay: 1e6, writesPerMinute: 1e6 };
  const harness = await harnessOn(store, { folder: SMALL, limits });
  await harness.publish();
  const get = async (path: string) => await (await harness.app.request(`/v1/tt/${path}`)).text();
  const key = harness.signer.publicKeys.keys[0]?.public ?? '';
  const before = await sync(get, key, 'fresh');
  const writers = startWriters(harness, await harness.token('clip'));
  await writers.more(STEP);
  await quorum.cut(run);
  await writers.more(STEP);
  await quorum.cut(run + 1);
  await sleep(ALONE_MS);
  await quorum.killPrimary();
  leadTo(await quorum.promote());
  await writers.more(STEP);
  await writers.stop();
  await harness.publish();
  const after = await sync(get, key, 'fresh');
  const there = new Set((await store.query<{ id: string }>('select id from clip')).map(idOf));
  const records = await store.query<{ id: string }>(`select kind || ' ' || id as id from record`);
  const isWhole =
    records.length === after.rows.size && records.every(({ id }) => after.rows.has(id));
  return {
    acknowledged: writers.acknowledged.length,
    lost: writers.acknowledged.filter((id) => !there.has(id)).length,
    noticed: after.head.epoch !== before.head.epoch && isWhole,
  };
}

const idOf = ({ id }: { readonly id: string }) => id;

/** One failover under writers; `run` says which standby falls behind first. */
export async function proveFailover(replication: Replication, run: number): Promise<FailoverProof> {
  const quorum = await startQuorum(replication);
  const relay = await startRelay(quorum.primaryPort);
  const store = await openStore({ databaseUrl: relay.url });
  try {
    return await failOver(quorum, store, (port) => relay.leadTo(port), run);
  } finally {
    await store.close();
    relay.close();
    await quorum.stop();
  }
}
