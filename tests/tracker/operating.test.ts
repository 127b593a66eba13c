import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeBackup } from '@/tracker/backup/backup';
import { restoreBackup } from '@/tracker/backup/restore';
import { backupToday } from '@/tracker/backup/today';
import { writeSite } from '@/tracker/publish/write-site';
import { importFolder } from '@/tracker/records/import-folder';
import { migrate } from '@/tracker/store/migrations';
import {
  clipBody,
  folder,
  type Harness,
  harnessOn,
  placed,
  pledge,
  tempDir,
  uuid,
} from './harness';
import { sync } from './reader';
import { runSuite } from './stores';

const keyOf = (harness: Harness) => harness.signer.publicKeys.keys[0]?.public ?? '';
const getFrom = (dir: string) => (file: string) =>
  fs.promises.readFile(path.join(dir, 'v1', 'tt', file), 'utf8');

runSuite('operating', (fresh) => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await harnessOn(await fresh());
    await harness.publish();
  });
  const site = (dir: string) => writeSite(harness.store, 'tt', harness.signer.publicKeys, dir);

  describe('publish --to', () => {
    it('writes a folder that a reader takes as it is, plain and gzipped', async () => {
      const dir = tempDir();
      await site(dir);
      const state = await sync(getFrom(dir), keyOf(harness), 'fresh');
      expect(state.rows.size).toBe(4);
      const segment = path.join(dir, 'v1', 'tt', state.manifest.segments[0]?.path ?? '');
      expect(gunzipSync(fs.readFileSync(`${segment}.gz`)).equals(fs.readFileSync(segment))).toBe(
        true,
      );
    });

    it('writes only what is new, and drops what is past its time', async () => {
      const dir = tempDir();
      await site(dir);
      expect(await site(dir)).toMatchObject({ written: 0, removed: 0 });
      await importFolder(harness.store, folder([placed('promise', { ...pledge, topic: 'gas' })]));
      await harness.publish();
      expect((await site(dir)).written).toBe(2);
      harness.clock.now = new Date(harness.clock.now.getTime() + 2 * 86_400_000);
      await harness.publish();
      const { removed } = await site(dir);
      expect(removed).toBeGreaterThan(0);
      expect((await sync(getFrom(dir), keyOf(harness), 'fresh')).rows.size).toBe(4);
    });

    it('refuses to put an old copy over a newer folder of the same epoch', async () => {
      const dir = tempDir();
      await site(dir);
      const at = path.join(dir, 'v1', 'tt', 'head.json');
      const head = JSON.parse(fs.readFileSync(at, 'utf8')) as { body: string; sigs: unknown };
      fs.writeFileSync(
        at,
        JSON.stringify({ ...head, body: head.body.replace('"rev":4', '"rev":9') }),
      );
      await expect(site(dir)).rejects.toThrow('looks like an old copy');
    });
  });

  describe('backup and restore', () => {
    it('brings everything back under a new epoch, and readers take a fresh snapshot', async () => {
      const token = await harness.token('clip');
      await harness.send('PUT', `/v1/clips/${uuid(1)}`, { token, body: clipBody });
      const before = await (await harness.app.request('/v1/tt/head.json')).json();
      const file = path.join(tempDir(), 'backup.gz');
      const rows = await writeBackup(harness.store, file);
      await harness.store.exec('drop schema public cascade; create schema public;');
      await migrate(harness.store);
      expect(await restoreBackup(harness.store, file)).toBe(rows);
      await harness.publish();
      const after = await (await harness.app.request('/v1/tt/head.json')).json();
      const epoch = (head: unknown) =>
        (JSON.parse((head as { body: string }).body) as { epoch: string }).epoch;
      expect(epoch(after)).not.toBe(epoch(before));
      const status = await harness.send('POST', '/v1/clips/status', {
        token,
        body: { ids: [uuid(1)] },
      });
      expect(status.body['clips']).toEqual([{ id: uuid(1), state: 'received' }]);
      const again = await harness.send('PUT', `/v1/clips/${uuid(1)}`, { token, body: clipBody });
      expect(again.status).toBe(200);
    });

    it('refuses a store with data, a file cut short and a strange file; nothing is left behind', async () => {
      const file = path.join(tempDir(), 'backup.gz');
      await writeBackup(harness.store, file);
      await expect(restoreBackup(harness.store, file)).rejects.toThrow('data already');
      await harness.store.exec('drop schema public cascade; create schema public;');
      await migrate(harness.store);
      const lines = gunzipSync(fs.readFileSync(file)).toString().split('\n');
      const short = path.join(tempDir(), 'short.gz');
      fs.writeFileSync(short, gzipSync(lines.slice(0, -3).join('\n')));
      await expect(restoreBackup(harness.store, short)).rejects.toThrow('cut short');
      fs.writeFileSync(short, fs.readFileSync(file).subarray(0, 100));
      await expect(restoreBackup(harness.store, short)).rejects.toThrow(
        'cannot be read as a backup',
      );
      await expect(restoreBackup(harness.store, '/nowhere/x.gz')).rejects.toThrow('cannot be read');
      fs.writeFileSync(short, gzipSync('{"hello":1}\n'));
      await expect(restoreBackup(harness.store, short)).rejects.toThrow('no backup');
      expect(await harness.store.query('select 1 from dataset')).toEqual([]);
    });

    it('is written once a day by itself, and fourteen are kept', async () => {
      const dir = tempDir();
      const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n, 6));
      expect(await backupToday(harness.store, dir, day(0))).toBe(true);
      expect(await backupToday(harness.store, dir, day(0))).toBe(false);
      for (let n = 1; n < 16; n += 1) await backupToday(harness.store, dir, day(n));
      const names = fs.readdirSync(dir).toSorted();
      expect(names).toHaveLength(14);
      expect(names.at(-1)).toBe('uade-2026-01-16.ndjson.gz');
    });
  });
});
