import { Socket } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BAD_BODIES, BAD_IDS, textPaths, withText } from './bad-input';
import { clipBody, type Harness, harnessOn, uuid } from './harness';
import { runSuite } from './stores';

const ID = uuid(1);
const PATH = `/v1/clips/${ID}`;
/** What all the requests of a storm come to. */
const STORM = 200;

runSuite('bad input', (fresh) => {
  let harness: Harness;
  let token: string;
  beforeEach(async () => {
    harness = await harnessOn(await fresh());
    token = await harness.token('clip');
  });
  const put = (body: unknown = clipBody, path = PATH, bearer = token) =>
    harness.send('PUT', path, { token: bearer, body });
  const withdraw = () => harness.send('DELETE', PATH, { token });
  const stored = async () =>
    (await harness.store.query<{ body: string }>('select body from clip')).map(({ body }) => body);

  describe('is refused with its field and a stable code, and nothing is stored', () => {
    it('the control: the same body without a fault is stored', async () => {
      expect((await put()).status).toBe(201);
      expect(await stored()).toHaveLength(1);
    });

    it.each(BAD_BODIES)('%s', async (_what, body, status, error, words) => {
      const answer = await put(body);
      expect(answer).toMatchObject({ status, body: { error } });
      expect(answer.body['message']).toContain(words);
      expect(await stored()).toEqual([]);
    });

    it.each(BAD_IDS)('an id like %s', async (id) => {
      expect(await put(clipBody, `/v1/clips/${id}`)).toMatchObject({
        status: 400,
        body: { error: 'field', message: expect.stringMatching(/^id: /) },
      });
      expect(await stored()).toEqual([]);
    });

    it('bytes that are no UTF-8', async () => {
      const response = await harness.app.request(PATH, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}` },
        body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]),
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: 'encoding' });
      expect(await stored()).toEqual([]);
    });
  });

  describe('SQL', () => {
    const SQL = "'); drop table clip; --";

    it.each(textPaths(clipBody).map((path) => path.join('.')))(
      'in %s is text or refused',
      async (path) => {
        const keys = path.split('.');
        const answer = await put(withText(clipBody, keys, SQL));
        const isKept = answer.status === 201;
        const bodies = await stored();
        const kept: unknown = isKept ? JSON.parse(bodies[0] ?? '') : null;
        const refusal = {
          error: expect.stringMatching(/^(field|value)$/),
          message: expect.stringContaining(path),
        };
        expect(bodies).toHaveLength(isKept ? 1 : 0);
        expect(isKept ? kept : answer.body).toEqual(isKept ? withText(kept, keys, SQL) : refusal);
      },
    );
  });

  it('bidi controls and invisible letters are taken out of every text before it is stored', async () => {
    const dirty = {
      ...clipBody,
      quote: 'до\u202e осени\u200b',
      text: { ru: '\u2066Дорогу\u2069' },
    };
    expect((await put(dirty)).status).toBe(201);
    expect(JSON.parse((await stored())[0] ?? '')).toMatchObject({
      quote: 'до осени',
      text: { ru: 'Дорогу' },
    });
  });

  it('requests repeated and out of order: the first body stands, and what was withdrawn stays so', async () => {
    const anyAct = fc.constantFrom('put', 'putOther', 'putByOther', 'withdraw');
    const other = await harness.token('clip');
    const act = async (one: string): Promise<number> => {
      if (one === 'withdraw') return (await withdraw()).status;
      const body = one === 'putOther' ? { ...clipBody, quote: 'иное' } : clipBody;
      return (await put(body, PATH, one === 'putByOther' ? other : token)).status;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 1, maxLength: 8 }), async (acts) => {
        await harness.store.query('delete from clip');
        let first: string | null = null;
        let isWithdrawn = false;
        for (const one of acts) {
          const isOwn = first === 'put' || first === 'putOther';
          const again = first === one ? 200 : 409;
          const wanted = one === 'withdraw' ? (isOwn ? 200 : 404) : first === null ? 201 : again;
          expect(await act(one)).toBe(wanted);
          if (one === 'withdraw') isWithdrawn ||= isOwn;
          else first ??= one;
        }
        const rows = await stored();
        expect(rows).toHaveLength(first === null ? 0 : 1);
        expect(rows[0] === '{}').toBe(isWithdrawn);
      }),
      { numRuns: 40 },
    );
  });

  it('a storm: beyond the limit 429 with Retry-After, nothing stored of it, and readers read on', async () => {
    harness = await harnessOn(harness.store, { limits: { writesPerMinute: 20 } });
    await harness.publish();
    const answers = await Promise.all(
      Array.from({ length: STORM }, (_unused, n) => put(clipBody, `/v1/clips/${uuid(n)}`)),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(STORM - 20);
    for (const { body, headers } of refused) {
      expect(body['error']).toBe('tooMany');
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(await stored()).toHaveLength(20);
    expect((await harness.app.request('/v1/tt/head.json')).status).toBe(200);
  });

  describe('the clipped address', () => {
    afterEach(() => vi.restoreAllMocks());

    it('is never fetched, neither on arrival nor in review', async () => {
      const hosts: unknown[] = [];
      const fetched = vi.spyOn(globalThis, 'fetch');
      // PostgreSQL's own connections are open by now; any other would go through here.
      vi.spyOn(Socket.prototype, 'connect').mockImplementation((...args) => {
        hosts.push(args[0]);
        throw new Error('no connection is to be opened');
      });
      const editor = await harness.token('review');
      await put({ ...clipBody, source: { ...clipBody.source, url: 'https://127.0.0.1:1/x' } });
      await harness.send('GET', '/v1/review/queue', { token: editor });
      const accepted = await harness.send('POST', `/v1/review/clips/${ID}/accept`, {
        token: editor,
        body: { namesNoPrivatePerson: true },
      });
      expect(accepted.status).toBe(200);
      expect(fetched).not.toHaveBeenCalled();
      expect(hosts).toEqual([]);
    });
  });
});
