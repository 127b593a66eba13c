import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { indexLedger } from '@/lib/ledger/lookups';
import { checkCommand } from '@/tracker/commands/check';
import { exportAs, readForeign } from '@/tracker/commands/formats';
import { ledgerOf } from '@/tracker/folder/ledger-of';
import { readFolder } from '@/tracker/folder/read-folder';
import { exportFolder } from '@/tracker/records/export-folder';
import { importFolder } from '@/tracker/records/import-folder';
import { STARTER_LEDGER, startTracker } from '@/tracker/serve';
import { readLock, takeLock } from '@/tracker/store/lock-file';
import { person, tempDir } from './harness';
import { newDatabase, runSuite } from './stores';

const SCRIPT = fileURLToPath(new URL('../../scripts/tracker.mjs', import.meta.url));

/** Runs the real command line. */
function run(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [SCRIPT, ...args], { env: { ...process.env, ...env } });
  let out = '';
  let err = '';
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (err += String(text)));
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.once('exit', (code) => resolve({ code, out, err })),
  );
  return { child, ended, said: () => out };
}

function copyOfStarter(): string {
  const dir = tempDir();
  fs.cpSync(STARTER_LEDGER, dir, { recursive: true });
  return dir;
}

function edit(dir: string, file: string, change: (text: string) => string): void {
  const at = path.join(dir, file);
  fs.writeFileSync(at, change(fs.readFileSync(at, 'utf8')));
}

async function faultsOf(dir: string) {
  const read = await readFolder(dir);
  return read.ok ? [] : read.faults;
}

runSuite('a ledger folder', (fresh) => {
  it('comes out of the store byte for byte', async () => {
    const store = await fresh();
    const read = await readFolder(STARTER_LEDGER);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    expect(await importFolder(store, read.folder)).toBe(882);
    const dir = tempDir();
    expect(await exportFolder(store, 'kz', dir)).toBe(882);
    const files = fs.readdirSync(STARTER_LEDGER).filter((name) => name.endsWith('.json'));
    expect(fs.readdirSync(dir).toSorted()).toEqual(files.toSorted());
    for (const file of files) {
      const same = fs
        .readFileSync(path.join(dir, file))
        .equals(fs.readFileSync(path.join(STARTER_LEDGER, file)));
      expect([file, same]).toEqual([file, true]);
    }
  });
});

describe('other formats', () => {
  const index = async () => {
    const read = await readFolder(STARTER_LEDGER);
    if (!read.ok) throw new Error('the starter ledger does not read');
    return indexLedger(ledgerOf(read.folder.records));
  };
  const telling = { lang: 'ru', now: new Date('2026-11-25T03:00:00Z'), base: null } as const;
  const written = (text: string) => {
    const file = path.join(tempDir(), 'file');
    fs.writeFileSync(file, text);
    return file;
  };

  it('a table of promises goes out and comes back the same', async () => {
    const ledger = await index();
    const file = written(exportAs('csv', ledger, telling).text);
    const { records, faults } = await readForeign('csv', file);
    expect(faults).toEqual([]);
    const before = [...ledger.promises.values()].map((record) => [record.id, record]);
    expect(records.map(({ id, body }): unknown[] => [id, JSON.parse(body)])).toEqual(before);
  });

  it('Popolo goes out and comes back with the same people in the same offices', async () => {
    const ledger = await index();
    const { records, faults } = await readForeign(
      'popolo',
      written(exportAs('popolo', ledger, telling).text),
    );
    expect(faults).toEqual([]);
    const ids = (kind: string) =>
      records
        .filter((row) => row.kind === kind)
        .map(({ id }) => id)
        .toSorted();
    expect(ids('person')).toEqual([...ledger.persons.keys()].toSorted());
    expect(ids('membership')).toEqual([...ledger.memberships.keys()].toSorted());
  });

  it('a wrong file is refused with its rows, an unknown format with the known ones', async () => {
    const { records, faults } = await readForeign('csv', written('id,text_ru\nx,\n'));
    expect(records).toEqual([]);
    expect(faults.join('\n')).toContain('row 2: topic: expected one of roads');
    expect((await readForeign('popolo', written('{'))).faults).toEqual(['the file: expected JSON']);
    await expect(readForeign('xlsx', written(''))).rejects.toThrow('expected popolo or csv');
  });
});

describe('a broken folder', () => {
  it.each<[string, string, (text: string) => string, object]>([
    [
      'a date that does not exist',
      'promises.json',
      (t) => t.replace('"2025-12"', '"2025-13"'),
      { line: 2, field: 'dueOn', expected: expect.stringContaining('a date of the calendar') },
    ],
    [
      'an unknown field',
      'persons.json',
      (t) => t.replace('"gender"', '"sex"'),
      { line: 2, field: 'gender' },
    ],
    [
      'a torn line',
      'posts.json',
      (t) => t.replace('"role": "akim"', '"role": "akim'),
      { field: '' },
    ],
    [
      'a missing bracket',
      'areas.json',
      (t) => t.replace(/\]\s*$/, ''),
      { expected: expect.stringContaining(']') },
    ],
    [
      'an id used twice',
      'stances.json',
      (t) => t.replace(/\n\]\s*$/, `,\n${t.split('\n')[1]}\n]\n`),
      { line: 3, field: 'id' },
    ],
    [
      'another format',
      'ledger.json',
      (t) => t.replace('"format": 1', '"format": 9'),
      { field: 'format', expected: 'one of 1' },
    ],
  ])(
    '%s is named with file, line, field and what was expected',
    async (_what, file, change, fault) => {
      const dir = copyOfStarter();
      edit(dir, file, change);
      expect((await faultsOf(dir))[0]).toMatchObject({ file, ...fault });
    },
  );

  it('a file that is none of the ledger’s is refused, a missing ledger.json too', async () => {
    const dir = copyOfStarter();
    fs.renameSync(path.join(dir, 'promises.json'), path.join(dir, 'promisses.json'));
    expect(await faultsOf(dir)).toMatchObject([{ file: 'promisses.json' }]);
    expect(await faultsOf(tempDir())).toMatchObject([{ file: 'ledger.json', line: null }]);
  });

  it('imports nothing and exits 1', async () => {
    const dir = copyOfStarter();
    edit(dir, 'promises.json', (text) => text.replace('"2025-12"', '"2025-13"'));
    const data = tempDir();
    const { code, err } = await run(['import', dir, '--data', data]).ended;
    expect(code).toBe(1);
    expect(err).toContain('promises.json:2: dueOn: expected a date of the calendar');
    expect(err).toContain('nothing was imported');
    expect(fs.existsSync(path.join(data, 'db'))).toBe(false);
  });

  it('may be laid out in any way: lines are those of the file', async () => {
    const dir = copyOfStarter();
    edit(dir, 'stances.json', (text) => JSON.stringify(JSON.parse(text), null, 2));
    expect(await faultsOf(dir)).toEqual([]);
  });
});

describe('check', () => {
  const check = async (dir: string) => {
    const lines: string[] = [];
    const out = { line: (text: string) => void lines.push(text), fault: () => {} };
    return { code: await checkCommand([dir], out), lines };
  };
  it('passes the starter ledger and reports the conflicts that are kept', async () => {
    const { code, lines } = await check(STARTER_LEDGER);
    expect(code).toBe(0);
    expect(lines.filter((line) => line.startsWith('error'))).toEqual([]);
    expect(lines.at(-1)).toContain('882 records: 0 errors');
  });
  it('fails on an unknown id and names record, file and line', async () => {
    const dir = copyOfStarter();
    edit(dir, 'memberships.json', (text) =>
      text.replace('"postId": "akim-190000000"', '"postId": "nowhere"'),
    );
    const { code, lines } = await check(dir);
    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(
      /error\s+memberships\.json:2: m-musakhanov-ansar-akim-190000000\.postId/,
    );
  });
});

describe('the lock of a data folder', () => {
  it('keeps a second one out, is released, and is taken over from the dead', async () => {
    const file = path.join(tempDir(), 'tracker.lock');
    const release = await takeLock(file);
    await expect(takeLock(file)).rejects.toThrow(`process number ${process.pid}`);
    await release();
    fs.writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, started: '1' }));
    expect(await readLock(file)).toBeNull();
    await (await takeLock(file))();
    fs.writeFileSync(file, '{"pid"');
    await (await takeLock(file))();
    expect(fs.existsSync(file)).toBe(false);
  });
  // Only Linux tells when a process was started.
  it.skipIf(!fs.existsSync('/proc/self/stat'))(
    'does not take another process with the same number for the holder',
    async () => {
      const file = path.join(tempDir(), 'tracker.lock');
      fs.writeFileSync(file, JSON.stringify({ pid: process.pid, started: '1' }));
      await (await takeLock(file))();
      expect(fs.existsSync(file)).toBe(false);
    },
  );
});

describe('serve', () => {
  const running: { close(): Promise<void> }[] = [];
  afterAll(async () => {
    for (const tracker of running) await tracker.close();
  });

  it('says in one sentence that a port is taken or a host not its own, and leaves the folder free', async () => {
    const server = net.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const databaseUrl = await newDatabase();
    const start = (host = '127.0.0.1') =>
      startTracker({ port, host, dataDir: tempDir(), databaseUrl });
    // Of an address block that is nobody's.
    await expect(start('192.0.2.1')).rejects.toThrow('cannot listen on 192.0.2.1');
    await expect(start()).rejects.toThrow(`Port ${port} is taken`);
    await new Promise((resolve) => server.close(resolve));
    running.push(await start());
  });

  it('begins an empty store with the starter ledger, and adds it to no other', async () => {
    const databaseUrl = await newDatabase();
    const own = copyOfStarter();
    edit(own, 'ledger.json', (text) => text.replace('"kz"', '"own"'));
    const names = async (ledgerDir?: string) => {
      const options = { port: 0, dataDir: tempDir(), databaseUrl };
      const tracker = await startTracker(
        ledgerDir === undefined ? options : { ...options, ledgerDir },
      );
      const answer = await (await fetch(`${tracker.url}/health`)).json();
      await tracker.close();
      return (answer as { datasets: { dataset: string }[] }).datasets.map(({ dataset }) => dataset);
    };
    expect(await names(own)).toEqual(['own']);
    expect(await names()).toEqual(['own']);
    expect(await names(STARTER_LEDGER)).toEqual(['kz', 'own']);
  });

  it('answers an editor when his record is published, so his next sync has it', async () => {
    const tracker = await startTracker({
      port: 0,
      dataDir: tempDir(),
      databaseUrl: await newDatabase(),
    });
    running.push(tracker);
    const revision = async () => {
      const head = (await (await fetch(`${tracker.url}/v1/kz/head.json`)).json()) as {
        body: string;
      };
      return (JSON.parse(head.body) as { rev: number }).rev;
    };
    const before = await revision();
    const answer = await fetch(`${tracker.url}/v1/review/kz/records/person/person-1`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${await tracker.invite('review')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(person),
    });
    expect(answer.status).toBe(200);
    expect(await revision()).toBe(before + 1);
  });

  it('says in one sentence that the database is not reachable, and exits 1', async () => {
    const env = { DATABASE_URL: 'postgres://uade@127.0.0.1:1/none', UADE_DATA: tempDir() };
    const { code, err } = await run(['serve', '--port', '0'], env).ended;
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('cannot be reached');
  });

  it('refuses what is no option, no port and no command', async () => {
    expect(await run(['serve', '--prot', '1']).ended).toMatchObject({
      code: 1,
      err: expect.stringContaining('--prot'),
    });
    expect(await run(['serve', '--port', 'x']).ended).toMatchObject({
      code: 1,
      err: expect.stringContaining('--port'),
    });
    expect(await run(['dance']).ended).toMatchObject({
      code: 1,
      err: expect.stringContaining('Commands: '),
    });
  });

  it('runs on PGlite, locks its folder, invites beside it, and stops on SIGTERM with data kept', async () => {
    const data = tempDir();
    const first = run(['serve', '--port', '0', '--data', data]);
    await waitFor(() => first.said().includes('tracker on'));
    const url = /http:\S+/.exec(first.said())?.[0] ?? '';
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({
      ok: true,
      store: 'pglite',
    });
    const second = await run(['serve', '--port', '0', '--data', data]).ended;
    expect(second).toMatchObject({
      code: 1,
      err: expect.stringContaining('in use by the tracker'),
    });
    const invited = await run(['invite', '--scope', 'review', '--data', data]).ended;
    const queue = await fetch(`${url}/v1/review/queue`, {
      headers: { authorization: `Bearer ${invited.out.trim()}` },
    });
    expect(queue.status).toBe(200);
    first.child.kill('SIGTERM');
    expect((await first.ended).code).toBe(0);
    expect(fs.existsSync(path.join(data, 'tracker.lock'))).toBe(false);
    const out = tempDir();
    const exported = await run(['export', out, '--data', data]).ended;
    expect(exported.out).toContain('882 records');
    const elsewhere = await run(['export', out, '--data', data, '--dataset', 'two']).ended;
    expect(elsewhere.code).toBe(1);
    expect(elsewhere.err.trim()).toMatch(/^There is no data set "two", only: kz\..*$/);
  }, 180_000);
});

async function waitFor(is: () => boolean): Promise<void> {
  while (!is()) await new Promise((resolve) => setTimeout(resolve, 50));
}
