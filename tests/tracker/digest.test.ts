import { beforeEach, expect, it } from 'vitest';
import { sendDigest } from '@/tracker/digest';
import { clipBody, type Harness, harnessOn, uuid } from './harness';
import { runSuite } from './stores';

runSuite('digest of the queue', (fresh) => {
  let harness: Harness;
  let posted: unknown[];
  let status: number;
  beforeEach(async () => {
    harness = await harnessOn(await fresh());
    posted = [];
    status = 204;
  });
  /** The web hook: the outermost border. */
  const hook: typeof globalThis.fetch = (_url, init) => {
    posted.push(typeof init?.body === 'string' ? JSON.parse(init.body) : null);
    return Promise.resolve(new Response(null, { status }));
  };
  const send = (day = '2026-11-25') =>
    sendDigest(harness.store, { url: 'https://chat.test/x', day, fetch: hook });
  const clip = async (n: number) =>
    harness.send('PUT', `/v1/clips/${uuid(n)}`, {
      token: await harness.token('clip'),
      body: clipBody,
    });

  it('goes out once a day, with counts and nothing of a clip', async () => {
    await clip(1);
    await clip(2);
    expect(await Promise.all([send(), send()])).toContain(true);
    expect(await send()).toBe(false);
    expect(posted).toEqual([
      {
        text: 'Uäde: 2 clips wait for review (the oldest since 2026-11-25), 0 verdicts for a second person.',
        day: '2026-11-25',
        waitingClips: 2,
        oldestClip: '2026-11-25',
        waitingVerdicts: 0,
      },
    ]);
    expect(await send('2026-11-26')).toBe(true);
    expect(posted).toHaveLength(2);
  });

  it('stays silent while nothing waits, and speaks the same day when something does', async () => {
    expect(await send()).toBe(false);
    expect(posted).toEqual([]);
    await clip(1);
    expect(await send()).toBe(true);
  });

  it('is tried again when the web hook fails', async () => {
    await clip(1);
    status = 500;
    await expect(send()).rejects.toThrow('the web hook answered 500');
    status = 200;
    expect(await send()).toBe(true);
    expect(posted).toHaveLength(2);
  });
});
