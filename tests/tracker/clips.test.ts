import { beforeEach, describe, expect, it } from 'vitest';
import { clipBody, type Harness, harnessOn, uuid } from './harness';
import { runSuite } from './stores';

const ID = uuid(1);
const PATH = `/v1/clips/${ID}`;

runSuite('clips', (fresh) => {
  let harness: Harness;
  let token: string;
  let editor: string;
  beforeEach(async () => {
    harness = await harnessOn(await fresh());
    token = await harness.token('clip');
    editor = await harness.token('review');
  });
  const put = (body: unknown = clipBody, path = PATH, bearer = token) =>
    harness.send('PUT', path, { token: bearer, body });
  const count = async () =>
    (await harness.store.query<{ n: number }>('select count(*) as n from clip'))[0]?.n;

  describe('PUT', () => {
    it('takes a clip once: 201, and 200 with its state for the same again', async () => {
      expect(await put()).toMatchObject({ status: 201, body: { id: ID, state: 'received' } });
      expect(await put()).toMatchObject({ status: 200, body: { id: ID, state: 'received' } });
      expect(await count()).toBe(1);
    });

    it('takes one of many at the same moment', async () => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => put()));
      expect(answers.map(({ status }) => status).toSorted((a, b) => b - a)).toEqual([
        201,
        ...Array.from({ length: 11 }, () => 200),
      ]);
      expect(await count()).toBe(1);
    });

    it('refuses another body or another author under the same id', async () => {
      await put();
      expect(await put({ ...clipBody, quote: 'иное' })).toMatchObject({ status: 409 });
      expect(await put(clipBody, PATH, await harness.token('clip'))).toMatchObject({
        status: 409,
        body: { error: 'conflict' },
      });
    });

    it('does not care for the order of fields', async () => {
      await put();
      const turned = Object.fromEntries(Object.entries(clipBody).toReversed());
      expect(await put(turned)).toMatchObject({ status: 200 });
    });

    it('wants a token that it knows', async () => {
      expect(await harness.send('PUT', PATH, { body: clipBody })).toMatchObject({
        status: 401,
        body: { error: 'token' },
      });
      expect(await put(clipBody, PATH, 'A'.repeat(43))).toMatchObject({ status: 401 });
      expect(await count()).toBe(0);
    });

    it('refuses after the daily limit, with Retry-After, and still repeats old answers', async () => {
      harness = await harnessOn(harness.store, { limits: { clipsPerDay: 2 } });
      expect((await put(clipBody, `/v1/clips/${uuid(1)}`)).status).toBe(201);
      expect((await put(clipBody, `/v1/clips/${uuid(2)}`)).status).toBe(201);
      const third = await put(clipBody, `/v1/clips/${uuid(3)}`);
      expect(third).toMatchObject({ status: 429, body: { error: 'dailyLimit' } });
      expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await put(clipBody, `/v1/clips/${uuid(2)}`)).status).toBe(200);
    });
  });

  describe('status', () => {
    it('tells the states of own clips and leaves out those of others', async () => {
      const other = await harness.token('clip');
      await put();
      await put(clipBody, `/v1/clips/${uuid(2)}`, other);
      const ask = (bearer: string) =>
        harness.send('POST', '/v1/clips/status', {
          token: bearer,
          body: { ids: [uuid(1), uuid(2), uuid(3)] },
        });
      expect((await ask(token)).body).toEqual({ clips: [{ id: uuid(1), state: 'received' }] });
      expect((await ask(other)).body).toEqual({ clips: [{ id: uuid(2), state: 'received' }] });
    });

    it('withdraws own clips only, and forgets their text', async () => {
      await put();
      const stranger = await harness.token('clip');
      expect((await harness.send('DELETE', PATH, { token: stranger })).status).toBe(404);
      expect((await harness.send('DELETE', PATH, { token })).body).toEqual({
        id: ID,
        state: 'withdrawn',
      });
      const kept = await harness.store.query(`select 1 from clip where body like '%Каблиса%'`);
      expect(kept).toEqual([]);
      expect((await put()).body).toMatchObject({ state: 'withdrawn' });
      const queue = await harness.send('GET', '/v1/review/queue', { token: editor });
      expect(queue.body['clips']).toEqual([]);
    });
  });

  describe('review', () => {
    const review = (act: string, body?: unknown, bearer = editor) =>
      harness.send('POST', `/v1/review/clips/${ID}/${act}`, {
        token: bearer,
        ...(body !== undefined && { body }),
      });
    const accept = (promise: object = {}) =>
      review('accept', { promise, namesNoPrivatePerson: true });
    const status = async () =>
      (await harness.send('POST', '/v1/clips/status', { token, body: { ids: [ID] } })).body[
        'clips'
      ];
    beforeEach(async () => {
      await put();
    });

    it('is for editors', async () => {
      expect(await review('accept', {}, token)).toMatchObject({
        status: 403,
        body: { error: 'scope' },
      });
      expect((await harness.send('GET', '/v1/review/queue')).status).toBe(401);
    });

    it('shows the queue with like promises of the same office, and nothing of the author', async () => {
      const { body } = await harness.send('GET', '/v1/review/queue', { token: editor });
      expect(body['clips']).toMatchObject([
        { id: ID, body: clipBody, similar: [{ id: 'promise-1' }] },
      ]);
      const [row] = await harness.store.query<{ author: string }>('select author from clip');
      expect(JSON.stringify(body)).not.toContain(row?.author);
    });

    it('accepts a clip as a promise under its own id, with the editor’s changes', async () => {
      const source = { ...clipBody.source, url: 'https://news.test/1' };
      const answer = await accept({ source, repeatsId: 'promise-1' });
      expect(answer).toMatchObject({ status: 200, body: { id: ID, state: 'accepted' } });
      expect(await status()).toMatchObject([{ id: ID, state: 'accepted' }]);
      await harness.publish();
      const [row] = await harness.store.query<{ body: string }>(
        'select body from log where id = $1',
        [ID],
      );
      expect(JSON.parse(row?.body ?? '')).toMatchObject({
        id: ID,
        text: clipBody.text,
        postId: 'post-1',
        repeatsId: 'promise-1',
        outsidePowers: false,
        source,
      });
      expect(row?.body).not.toContain('retrievedAt');
    });

    it('accepts once, whatever is asked twice', async () => {
      await accept();
      expect((await accept()).body).toMatchObject({ state: 'accepted' });
      expect(await review('reject', { reason: 'поздно' })).toMatchObject({ status: 409 });
      const rows = await harness.store.query('select 1 from record where id = $1', [ID]);
      expect(rows).toHaveLength(1);
    });

    it.each([
      ['nothing', undefined],
      ['no word on it', {}],
      ['a no', { namesNoPrivatePerson: false }],
      ['a text', { namesNoPrivatePerson: 'true' }],
    ])(
      'does not accept until an editor says that no private person is named: %s',
      async (_, body) => {
        expect(await review('accept', body)).toMatchObject({
          status: 400,
          body: { error: 'field', message: expect.stringContaining('namesNoPrivatePerson') },
        });
        expect(await status()).toMatchObject([{ state: 'received' }]);
      },
    );

    it('merges into a promise that exists', async () => {
      expect(await review('merge', { into: 'nothing' })).toMatchObject({ status: 422 });
      expect(await status()).toMatchObject([{ state: 'received' }]);
      await review('merge', { into: 'promise-1' });
      expect(await status()).toMatchObject([{ state: 'merged', survivorId: 'promise-1' }]);
    });

    it('rejects with a reason that the clipper sees', async () => {
      expect(await review('reject', {})).toMatchObject({ status: 400 });
      await review('reject', { reason: 'Это не обещание, а новость' });
      expect(await status()).toMatchObject([
        { state: 'rejected', reason: 'Это не обещание, а новость' },
      ]);
    });

    it('does not accept a witness without a source until one is added', async () => {
      await put({ ...clipBody, source: null, textDigest: null }, `/v1/clips/${uuid(9)}`);
      const path = `/v1/review/clips/${uuid(9)}/accept`;
      const bare = await harness.send('POST', path, {
        token: editor,
        body: { namesNoPrivatePerson: true },
      });
      expect(bare).toMatchObject({
        status: 400,
        body: { message: expect.stringContaining('source') },
      });
      const promise = { source: { url: 'https://video.test/1' } };
      const mended = await harness.send('POST', path, {
        token: editor,
        body: { promise, namesNoPrivatePerson: true },
      });
      expect(mended.body).toMatchObject({ state: 'accepted' });
    });

    it('leaves nothing behind when an acceptance fails', async () => {
      expect(await accept({ postId: 'nowhere' })).toMatchObject({
        status: 422,
      });
      expect(await status()).toMatchObject([{ state: 'received' }]);
      expect(await harness.store.query('select 1 from decision')).toEqual([]);
    });

    it('notes each decision for good', async () => {
      await review('reject', { reason: 'нет источника' });
      const rows = await harness.store.query('select action, subject, reason from decision');
      expect(rows).toEqual([
        { action: 'rejected', subject: `clip ${ID}`, reason: 'нет источника' },
      ]);
      await expect(harness.store.query('delete from decision')).rejects.toThrow('append-only');
    });
  });

  describe('editors’ records', () => {
    const event = {
      id: 'event-1',
      promiseId: 'promise-1',
      status: 'inProgress',
      on: '2026-11-01',
      sources: [{ url: 'https://a.kz/1' }],
      recordedAt: '2026-11-25T03:00:00Z',
    };
    const path = '/v1/review/tt/records/statusEvent/event-1';
    it('adds a status event once and never changes it', async () => {
      expect((await harness.send('PUT', path, { token: editor, body: event })).status).toBe(200);
      expect((await harness.send('PUT', path, { token: editor, body: event })).status).toBe(200);
      const changed = { ...event, status: 'kept' };
      expect(await harness.send('PUT', path, { token: editor, body: changed })).toMatchObject({
        status: 409,
        body: { error: 'appendOnly' },
      });
    });
    it('refuses an editor who has not seen what another one has added about the same promise', async () => {
      const add = (id: string, seen: string) =>
        harness.send('PUT', `${path.replace('event-1', id)}?seen=${seen}`, {
          token: editor,
          body: { ...event, id },
        });
      expect((await add('event-1', '')).status).toBe(200);
      expect(await add('event-2', '')).toMatchObject({
        status: 409,
        body: { error: 'unseen', message: expect.stringContaining('event-1') },
      });
      expect((await add('event-2', 'event-1')).status).toBe(200);
      // Said again after a lost answer: it is there already, and no conflict with itself.
      expect((await add('event-2', 'event-1')).status).toBe(200);
      const other = await harness.send('PUT', `${path.replace('event-1', 'event-3')}?seen=`, {
        token: editor,
        body: { ...event, id: 'event-3', promiseId: 'promise-2' },
      });
      expect(other.status).toBe(200);
    });
    it('leaves removal to administrators', async () => {
      await harness.send('PUT', path, { token: editor, body: event });
      const body = { reason: 'суд' };
      expect((await harness.send('DELETE', path, { token: editor, body })).status).toBe(403);
    });
  });

  describe('tokens', () => {
    it('are given to anybody, stored as hashes only, and limited by network', async () => {
      harness = await harnessOn(harness.store, { limits: { tokensPerHour: 3 } });
      const first = await harness.send('POST', '/v1/tokens');
      expect(first).toMatchObject({ status: 201, body: { scope: 'clip' } });
      const rows = await harness.store.query<{ row: string }>(
        'select token::text as row from token',
      );
      expect(JSON.stringify(rows)).not.toContain(first.body['token']);
      await harness.send('POST', '/v1/tokens');
      await harness.send('POST', '/v1/tokens');
      expect(await harness.send('POST', '/v1/tokens')).toMatchObject({ status: 429 });
      harness.clock.now = new Date(harness.clock.now.getTime() + 3_600_000);
      expect(await harness.send('POST', '/v1/tokens')).toMatchObject({ status: 201 });
    });
    it('of a higher scope come from an administrator only', async () => {
      const body = { scope: 'review' };
      expect((await harness.send('POST', '/v1/tokens', { body })).status).toBe(401);
      expect((await harness.send('POST', '/v1/tokens', { token: editor, body })).status).toBe(403);
      const admin = await harness.token('admin');
      const made = await harness.send('POST', '/v1/tokens', { token: admin, body });
      const queue = await harness.send('GET', '/v1/review/queue', {
        token: String(made.body['token']),
      });
      expect(queue.status).toBe(200);
    });
  });

  it('answers preflights of extensions, and of nobody else', async () => {
    const ask = (origin: string) =>
      harness.app.request(PATH, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'PUT' },
      });
    const own = await ask('chrome-extension://abcdefghijklmnop');
    expect(own.headers.get('access-control-allow-origin')).toBe(
      'chrome-extension://abcdefghijklmnop',
    );
    const foreign = await ask('https://evil.example');
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });
});
