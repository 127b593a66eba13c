import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeBackup } from '@/tracker/backup/backup';
import { restoreBackup } from '@/tracker/backup/restore';
import { type Harness, harnessOn, tempDir } from './harness';
import { runSuite } from './stores';

const verdict = {
  id: 'event-1',
  promiseId: 'promise-1',
  status: 'kept',
  on: '2026-11-01',
  sources: [{ url: 'https://a.kz/1' }],
  recordedAt: '2026-11-25T03:00:00Z',
};

runSuite('verdicts by two', (fresh) => {
  let harness: Harness;
  let first: string;
  let second: string;
  beforeEach(async () => {
    harness = await harnessOn(await fresh(), { verdictsByTwo: true });
    first = await harness.token('review');
    second = await harness.token('review');
  });
  const put = (event: Partial<typeof verdict> & { readonly id: string }, token = first) =>
    harness.send('PUT', `/v1/review/tt/records/statusEvent/${event.id}`, { token, body: event });
  const decide = (act: string, token: string, body?: object) =>
    harness.send('POST', `/v1/review/proposals/tt/statusEvent/event-1/${act}`, {
      token,
      ...(body !== undefined && { body }),
    });
  const waiting = async (token = second) =>
    (await harness.send('GET', '/v1/review/proposals', { token })).body['proposals'];
  const published = async () => {
    await harness.publish();
    const rows = await harness.store.query<{ id: string }>(
      `select id from log where kind = 'statusEvent' and body is not null order by rev`,
    );
    return rows.map(({ id }) => id);
  };
  const decisions = async () =>
    (await harness.store.query<{ action: string }>('select action from decision order by seq')).map(
      ({ action }) => action,
    );

  it.each(['kept', 'partlyKept', 'broken', 'stalled'])(
    '%s waits, unseen by readers',
    async (status) => {
      expect(await put({ ...verdict, status })).toMatchObject({
        status: 202,
        body: { id: 'event-1', state: 'waiting' },
      });
      expect(await waiting()).toMatchObject([
        { dataset: 'tt', kind: 'statusEvent', id: 'event-1', record: { ...verdict, status } },
      ]);
      expect(await published()).toEqual([]);
    },
  );

  it('what judges nobody is published at once', async () => {
    expect((await put({ ...verdict, status: 'inProgress' })).status).toBe(200);
    expect(await published()).toEqual(['event-1']);
    expect(await waiting()).toEqual([]);
  });

  it('is published when somebody else confirms it, and only once', async () => {
    await put(verdict);
    expect((await decide('confirm', second)).status).toBe(200);
    expect(await published()).toEqual(['event-1']);
    expect(await decide('confirm', second)).toMatchObject({
      status: 404,
      body: { error: 'unknownProposal' },
    });
    expect(await decisions()).toEqual(['proposed', 'confirmed']);
  });

  it('is not confirmed by the one who proposed it, in either way', async () => {
    await put(verdict);
    expect(await decide('confirm', first)).toMatchObject({
      status: 409,
      body: { error: 'samePerson' },
    });
    expect((await put(verdict)).status).toBe(202);
    expect(await published()).toEqual([]);
    expect(await decisions()).toEqual(['proposed']);
  });

  it('is confirmed by somebody else who says exactly the same', async () => {
    await put(verdict);
    expect((await put(verdict, second)).status).toBe(200);
    expect(await published()).toEqual(['event-1']);
    expect((await put(verdict)).status).toBe(200);
    expect(await waiting()).toEqual([]);
  });

  it('is not overwritten by another under the same id', async () => {
    await put(verdict);
    expect(await put({ ...verdict, status: 'broken' }, second)).toMatchObject({
      status: 409,
      body: { error: 'conflict' },
    });
    expect(await waiting()).toMatchObject([{ record: { status: 'kept' } }]);
  });

  it('is confirmed once by many at the same moment', async () => {
    await put(verdict);
    const answers = await Promise.all(Array.from({ length: 6 }, () => decide('confirm', second)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await decisions()).toEqual(['proposed', 'confirmed']);
  });

  it('is refused with a reason, its text forgotten', async () => {
    await put(verdict);
    expect((await decide('refuse', second)).status).toBe(400);
    expect((await decide('refuse', second, { reason: 'источник о другом' })).status).toBe(200);
    expect(await waiting()).toEqual([]);
    expect(await harness.store.query('select 1 from proposal')).toEqual([]);
    expect(await published()).toEqual([]);
    expect(await decisions()).toEqual(['proposed', 'refused']);
  });

  it('is for editors only', async () => {
    await put(verdict);
    const clipper = await harness.token('clip');
    expect((await decide('confirm', clipper)).status).toBe(403);
    expect((await decide('refuse', clipper, { reason: 'x' })).status).toBe(403);
    expect((await harness.send('GET', '/v1/review/proposals', { token: clipper })).status).toBe(
      403,
    );
  });

  describe('once it stands', () => {
    beforeEach(async () => {
      await put(verdict);
      await decide('confirm', second);
    });
    it.each([
      ['a correction', { correctsId: 'event-1' }],
      ['a later word', {}],
    ])('%s needs two as well', async (_, fields) => {
      const later = {
        ...verdict,
        ...fields,
        id: 'event-2',
        status: 'inProgress',
        on: '2026-11-20',
      };
      expect((await put(later)).status).toBe(202);
      expect(await published()).toEqual(['event-1']);
    });
    it('is not changed', async () => {
      expect(await put({ ...verdict, status: 'broken' }, second)).toMatchObject({
        status: 409,
        body: { error: 'appendOnly' },
      });
    });
  });

  it('waits on in a restored backup', async () => {
    await put(verdict);
    const file = path.join(tempDir(), 'backup.gz');
    await writeBackup(harness.store, file);
    await harness.store.exec(
      'truncate dataset, record, kept_file, token, clip, decision, log_head, outbox, proposal cascade',
    );
    expect(await harness.store.query('select 1 from proposal')).toEqual([]);
    await restoreBackup(harness.store, file);
    expect(await waiting()).toMatchObject([{ id: 'event-1', record: verdict }]);
    expect((await decide('confirm', second)).status).toBe(200);
  });
});
