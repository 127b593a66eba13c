import { beforeEach, expect, it } from 'vitest';
import type { Pledge } from '@/lib/ledger/records';
import { folderGuard } from '@/tracker/publish/guard';
import { changeToNextKey, openSigner, prepareNextKey } from '@/tracker/publish/keys';
import { publish } from '@/tracker/publish/publish';
import { importFolder } from '@/tracker/records/import-folder';
import { folder, type Harness, harnessOn, placed, pledge, SMALL, tempDir } from './harness';
import { type Get, sync } from './reader';
import { runSuite } from './stores';

function getOf(harness: Harness): Get {
  return async (path) => {
    const response = await harness.app.request(`/v1/tt/${path}`, {
      headers: { 'accept-encoding': 'identity' },
    });
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
    return response.text();
  };
}

const keyOf = (harness: Harness) => harness.signer.publicKeys.keys[0]?.public ?? '';

function variant(n: number): Pledge {
  return { ...pledge, id: `promise-${n % 7}`, text: { ru: `Обещание ${n}` } };
}

runSuite('publishing', (fresh) => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await harnessOn(await fresh());
  });
  const read = (from: Parameters<typeof sync>[2] = 'fresh') =>
    sync(getOf(harness), keyOf(harness), from);
  const put = (record: Pledge) => importFolder(harness.store, folder([placed('promise', record)]));

  it('gives a first reader all records of the folder, signed and hashed', async () => {
    await harness.publish();
    const { head, rows, changes } = await read();
    expect(head).toMatchObject({ dataset: 'tt', rev: 4, schema: [1, 0] });
    expect([...rows.keys()]).toEqual([
      'area area-1',
      'person person-1',
      'post post-1',
      'promise promise-1',
    ]);
    expect(changes.at(-1)).toEqual({ t: 'promise', id: 'promise-1', r: 4, d: pledge });
  });

  it('publishes nothing new when the same folder is imported again', async () => {
    await harness.publish();
    expect(await importFolder(harness.store, SMALL)).toBe(0);
    expect(await harness.publish()).toBe(false);
    expect((await read()).head.rev).toBe(4);
  });

  it('makes one change of several edits of one record, and a tombstone of a deletion', async () => {
    await harness.publish();
    const before = await read();
    await put({ ...pledge, text: { ru: 'первая правка' } });
    await put({ ...pledge, text: { ru: 'вторая правка' } });
    await harness.publish();
    const edited = await read({ rows: before.rows, rev: before.head.rev });
    expect(edited.changes).toEqual([
      { t: 'promise', id: 'promise-1', r: 5, d: { ...pledge, text: { ru: 'вторая правка' } } },
    ]);
    await harness.store.query(`delete from record where id = 'promise-1'`);
    await harness.publish();
    const gone = await read({ rows: edited.rows, rev: edited.head.rev });
    expect(gone.changes).toEqual([{ t: 'promise', id: 'promise-1', r: 6, x: 1 }]);
    expect((await read()).rows).toEqual(gone.rows);
  });

  it('numbers without gaps: max(rev) is the count of the log', async () => {
    for (let n = 0; n < 12; n += 1) {
      await put(variant(n));
      if (n % 3 === 0) await harness.publish();
    }
    await harness.publish();
    const [row] = await harness.store.query<{ n: number; top: number }>(
      'select count(*) as n, max(rev) as top from log',
    );
    expect(row?.n).toBe(row?.top);
  });

  it('keeps its word over compaction: every cursor ends where a fresh reader does', async () => {
    await harness.publish();
    const states = [await read()];
    for (let n = 0; n < 40; n += 1) {
      if (n % 5 === 4)
        await harness.store.query('delete from record where id = $1', [`promise-${n % 7}`]);
      else await put(variant(n));
      await harness.publish();
      if (n % 4 === 0) states.push(await read());
    }
    const end = await read();
    expect(end.manifest.segments.length).toBeLessThan(20);
    for (const { rows, head } of states) {
      const late = await read({ rows, rev: head.rev });
      expect(new Map(late.rows)).toEqual(new Map(end.rows));
    }
  });

  it('signs the head anew after a day even when nothing changed', async () => {
    await harness.publish();
    const first = await read();
    harness.clock.now = new Date('2026-11-25T20:00:00Z');
    expect(await harness.publish()).toBe(false);
    harness.clock.now = new Date('2026-11-26T03:00:01Z');
    expect(await harness.publish()).toBe(true);
    const second = await read();
    expect(second.head.rev).toBe(first.head.rev);
    expect(second.head.issued > first.head.issued).toBe(true);
  });

  it('refuses a reader with another key', async () => {
    await harness.publish();
    const other = await openSigner(tempDir());
    await expect(
      sync(getOf(harness), other.publicKeys.keys[0]?.public ?? '', 'fresh'),
    ).rejects.toThrow('signature');
  });

  it('changes to a key that was announced before', async () => {
    const dir = tempDir();
    const now = () => harness.clock.now;
    await prepareNextKey(dir);
    const old = await openSigner(dir);
    await publish(harness.store, 'tt', { signer: old, now, guard: null });
    const [, next] = old.publicKeys.keys;
    await changeToNextKey(dir, '2026-11-25');
    const changed = await openSigner(dir);
    expect(await publish(harness.store, 'tt', { signer: changed, now, guard: null })).toBe(true);
    expect((await sync(getOf(harness), next?.public ?? '', 'fresh')).head.rev).toBe(4);
  });

  it('refuses to publish a database that is behind what it published', async () => {
    const guard = folderGuard(tempDir());
    const deps = { signer: harness.signer, now: () => harness.clock.now, guard };
    await publish(harness.store, 'tt', deps);
    await harness.store.query(
      'update log_head set rev = rev - 1, published_rev = published_rev - 1',
    );
    await expect(publish(harness.store, 'tt', deps)).rejects.toThrow('behind what was published');
  });

  it('takes a removed record out of log and files at once', async () => {
    const paths = async () =>
      (await harness.store.query<{ path: string }>('select path from published_file')).map(
        (file) => file.path,
      );
    await put({ ...pledge, text: { ru: 'СЕКРЕТ' } });
    await harness.publish();
    const before = await paths();
    // Asked for, so that the tracker has them in memory.
    for (const file of before) await getOf(harness)(file);
    const admin = await harness.token('admin');
    const path = '/v1/review/tt/records/promise/promise-1';
    const answer = await harness.send('DELETE', path, { token: admin, body: { reason: 'суд' } });
    expect(answer.status).toBe(200);
    await harness.publish();
    const after = await read();
    expect(after.rows.has('promise promise-1')).toBe(false);
    const logged = await harness.store.query(`select 1 from log where body like '%СЕКРЕТ%'`);
    expect(logged).toEqual([]);
    const left = await paths();
    for (const file of left) expect(await getOf(harness)(file)).not.toContain('СЕКРЕТ');
    const gone = before.filter((file) => !left.includes(file));
    expect(gone).not.toEqual([]);
    for (const file of gone)
      expect((await harness.app.request(`/v1/tt/${file}`)).status, file).toBe(404);
  });

  it('404 for what is not published, 400 never', async () => {
    await harness.publish();
    for (const path of [
      '/v1/xx/head.json',
      '/v1/tt/s/1-4.0000000000000000.ndjson',
      '/v1/tt/m/..%2f..',
    ]) {
      expect((await harness.app.request(path)).status).toBe(404);
    }
  });
});
