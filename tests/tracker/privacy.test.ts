import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { writeBackup } from '@/tracker/backup/backup';
import { jsonLogger } from '@/tracker/log';
import { startPublisher } from '@/tracker/publish/loop';
import { storeFaults } from '@/tracker/store/faults';
import type { Store } from '@/tracker/store/sql';
import { clipBody, harnessOn, tempDir, uuid } from './harness';
import { runSuite } from './stores';

/** All that a request tells of who sends it. */
const ASKER = {
  address: '203.0.113.77',
  network: '203.0.113',
  'user-agent': 'Mozilla/5.0 (contributor 4711)',
  'x-forwarded-for': '198.51.100.23',
  cookie: 'visit=9f86d081884c',
  referer: 'https://news.example/read-by-one',
};
const ENV = { incoming: { socket: { remoteAddress: ASKER.address } } };

/** Every row of every table as text, as a dump of the database has it. */
async function dumpOf(store: Store): Promise<string> {
  const tables = await store.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const dumps = tables.map(async ({ name }) => {
    const rows = await store.query<{ row: string }>(`select t::text as row from ${name} t`);
    return rows.map(({ row }) => row).join('\n');
  });
  return (await Promise.all(dumps)).join('\n');
}

/** What of the asker stands in a text. */
const namedIn = (text: string, names: readonly string[]) => names.filter((n) => text.includes(n));

runSuite('nothing names a contributor', (fresh) => {
  it('in a dump of the database, in the log, in a backup', async () => {
    const log: string[] = [];
    const logger = jsonLogger((line) => void log.push(line));
    const store = await fresh();
    const harness = await harnessOn(store, { log: logger });
    const { address: _address, network: _network, ...headers } = ASKER;
    const ask = async (method: string, at: string, token?: string, body?: unknown) =>
      await harness.app.request(
        at,
        {
          method,
          headers: { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        },
        ENV,
      );
    const { token } = (await (await ask('POST', '/v1/tokens')).json()) as { token: string };
    // Taken, refused, unknown, not allowed, and one that fails because the storage does.
    expect((await ask('PUT', `/v1/clips/${uuid(1)}`, token, clipBody)).status).toBe(201);
    expect((await ask('PUT', `/v1/clips/${uuid(2)}`, token, { v: 1 })).status).toBe(400);
    expect((await ask('GET', '/v1/review/queue', token)).status).toBe(403);
    expect((await ask('PUT', `/v1/clips/${uuid(2)}`, 'made-up-token', clipBody)).status).toBe(401);
    await store.exec('alter table clip rename to clip_away');
    expect((await ask('PUT', `/v1/clips/${uuid(3)}`, token, clipBody)).status).toBe(500);
    await store.exec('alter table clip_away rename to clip');
    const editor = await harness.token('review');
    const accept = { namesNoPrivatePerson: true };
    const at = `/v1/review/clips/${uuid(1)}/accept`;
    expect((await ask('POST', at, editor, accept)).status).toBe(200);
    const deps = { signer: harness.signer, now: () => harness.clock.now, guard: null };
    const faults = storeFaults(logger, deps.now);
    const publisher = startPublisher(store, deps, { log: logger, faults, after: async () => {} });
    await publisher.flush();
    await publisher.stop();
    const file = path.join(tempDir(), 'backup.gz');
    await writeBackup(store, file);

    const names = [...Object.values(ASKER), token, editor, 'made-up-token'];
    const backup = gunzipSync(fs.readFileSync(file)).toString();
    const dump = await dumpOf(store);
    // Each was written to and searched: what is meant to be there is found by the same search.
    expect(namedIn(dump, [uuid(1)])).toEqual([uuid(1)]);
    expect(namedIn(backup, [uuid(1)])).toEqual([uuid(1)]);
    expect(namedIn(log.join(''), ['a request failed', 'published'])).toHaveLength(2);
    for (const text of [dump, backup, log.join('')]) expect(namedIn(text, names)).toEqual([]);
    // The log does not even say which clip it was.
    expect(namedIn(log.join(''), [uuid(1), uuid(3), clipBody.quote ?? ''])).toEqual([]);
  });
});
