import { describe, expect, test } from 'vitest';
import { jsonBody, outcomeOf, send } from '@/lib/sync/ask-tracker';
import { jsonOf, sha256, textOf } from '@/lib/sync/bytes';
import { fetchBytes } from '@/lib/sync/fetch-bytes';
import { fetchNamed } from '@/lib/sync/read-files';
import type { World } from '@/lib/sync/world';

const NOW = Date.parse('2026-11-25T10:00:00Z');
const URL_ASKED = 'https://tracker.test/v1/kz/head.json';

/** A world that gives one answer, and what it was asked. */
function world(answer: () => Response): { world: World; asked: (RequestInit | undefined)[] } {
  const asked: (RequestInit | undefined)[] = [];
  return {
    asked,
    world: {
      fetch: async (_, init) => {
        asked.push(init);
        return await Promise.resolve(answer());
      },
      now: () => NOW,
      random: () => 0,
    },
  };
}

/** A body that comes in pieces. */
function pieces(...texts: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const text of texts) controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });
}

const wish = { url: URL_ASKED, maxBytes: 10 };

describe('a public file', () => {
  test('is asked for without cookies, referrer and redirects', async () => {
    const { world: outside, asked } = world(() => new Response('да'));
    await fetchBytes(outside, wish);
    await fetchBytes(outside, { ...wish, isFresh: true });
    const nothing = { credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' };
    expect(asked).toMatchObject([
      { ...nothing, cache: 'default' },
      { ...nothing, cache: 'no-cache' },
    ]);
    expect(asked[0]?.signal).toBeInstanceOf(AbortSignal);
  });

  test('is put together from its pieces, in order', async () => {
    const { bytes } = await fetchBytes(
      world(() => new Response(pieces('abc', 'de', 'f'))).world,
      wish,
    );
    expect(textOf(bytes)).toBe('abcdef');
  });

  test('may be empty, or have no body at all', async () => {
    for (const body of ['', null])
      expect((await fetchBytes(world(() => new Response(body)).world, wish)).bytes).toHaveLength(0);
  });

  test('of ten bytes is read, of eleven it is not', async () => {
    const read = (text: string) => fetchBytes(world(() => new Response(pieces(text))).world, wish);
    expect((await read('a'.repeat(10))).bytes).toHaveLength(10);
    await expect(read('a'.repeat(11))).rejects.toMatchObject({
      end: 'corruption',
      message: expect.stringContaining('more than 10 bytes'),
    });
  });

  test('tells the server’s clock, where it has one', async () => {
    const at = async (date?: string) => {
      const headers = date === undefined ? undefined : { date };
      const answer = () => new Response('', headers && { headers });
      return (await fetchBytes(world(answer).world, wish)).serverNow;
    };
    expect(await at('Wed, 25 Nov 2026 09:00:00 GMT')).toBe(Date.parse('2026-11-25T09:00:00Z'));
    expect(await at('soon')).toBeNull();
    expect(await at()).toBeNull();
  });

  test.each([
    [404, {}, 'server', null],
    [500, {}, 'server', null],
    [429, {}, 'backoff', null],
    [503, { 'retry-after': ' 90 ' }, 'backoff', 90_000],
    [503, { 'retry-after': 'Wed, 25 Nov 2026 10:05:00 GMT' }, 'backoff', 300_000],
    [503, { 'retry-after': '90 s' }, 'server', null],
  ] as const)('HTTP %d with %o ends as %s', async (status, headers, end, retryAfterMs) => {
    const answer = () => new Response('', { status, headers });
    await expect(fetchBytes(world(answer).world, wish)).rejects.toMatchObject({
      end,
      retryAfterMs,
      message: expect.stringContaining(`HTTP ${status}`),
    });
  });

  test.each([
    ['TimeoutError', 'timeout'],
    ['TypeError', 'offline'],
  ])('a fetch that ends in %s is %s', async (name, end) => {
    const { world: outside } = world(() => {
      throw Object.assign(new Error('no'), { name });
    });
    await expect(fetchBytes(outside, wish)).rejects.toMatchObject({ end, message: 'no' });
  });
});

describe('bytes', () => {
  const bytes = (...codes: number[]) => Uint8Array.from(codes);

  test('that are no UTF-8, or no JSON, are refused by name', () => {
    const refused = (message: string) => expect.objectContaining({ end: 'parse', message });
    expect(() => textOf(bytes(0xff))).toThrow(refused('not UTF-8'));
    expect(() => jsonOf(bytes(0xff))).toThrow(refused('not UTF-8'));
    expect(() => jsonOf(bytes(0x7b))).toThrow(refused('not JSON'));
  });

  test('keep their byte order mark: what was signed is not changed', () => {
    expect(textOf(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('\uFEFFa');
  });
});

describe('the writing side', () => {
  test('is asked without cookies, referrer, redirects and cache', async () => {
    const { world: outside, asked } = world(() => new Response('{}'));
    await send(outside, URL_ASKED, { method: 'POST', ...jsonBody('t', { a: 1 }) });
    expect(asked).toMatchObject([
      {
        method: 'POST',
        body: '{"a":1}',
        headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
        cache: 'no-store',
      },
    ]);
  });

  test.each([
    [200, '{}', { kind: 'done', value: 'read' }],
    [400, '{}', { kind: 'refused', reason: 'HTTP 400' }],
    [
      409,
      '{"error":"conflict","message":"another body"}',
      { kind: 'refused', reason: 'conflict: another body' },
    ],
    [401, '{}', { kind: 'blocked', by: 'auth', reason: 'HTTP 401' }],
    [426, '{}', { kind: 'blocked', by: 'update', reason: 'HTTP 426' }],
    [500, '{}', { kind: 'later', reason: 'HTTP 500', askedMs: null }],
  ])('%d %s', async (status, body, outcome) => {
    const answer = await send(world(() => new Response(body, { status })).world, URL_ASKED, {});
    expect(outcomeOf(answer, () => ({ ok: true, value: 'read' }))).toEqual(outcome);
  });

  test('an answer that is no JSON, or of another shape, says nothing: later', async () => {
    const answer = await send(world(() => new Response('<html>')).world, URL_ASKED, {});
    expect(outcomeOf(answer, () => ({ ok: true, value: null }))).toMatchObject({ kind: 'later' });
    const garbled = await send(world(() => new Response('{}')).world, URL_ASKED, {});
    expect(
      outcomeOf(garbled, () => ({ ok: false, field: 'state', expected: 'one of …', found: '' })),
    ).toEqual({ kind: 'later', reason: 'a garbled answer: state', askedMs: null });
  });
});

describe('a file that a signed chain names', () => {
  const named = async (text: string) => {
    const bytes = new TextEncoder().encode(text);
    return { path: 'f/1.ndjson', bytes: bytes.length, sha256: await sha256(bytes) };
  };
  const BASE = 'https://tracker.test/v1/kz/';

  test('is taken as it was signed', async () => {
    const { world: outside } = world(() => new Response('abcd'));
    expect(textOf(await fetchNamed(outside, BASE, await named('abcd')))).toBe('abcd');
  });

  test.each([
    ['with other bytes, as many', 'abce'],
    ['cut short', 'abc'],
    ['empty', ''],
  ])('is refused %s', async (_, text) => {
    const { world: outside } = world(() => new Response(text));
    await expect(fetchNamed(outside, BASE, await named('abcd'))).rejects.toMatchObject({
      end: 'corruption',
      message: 'f/1.ndjson is not what was signed',
    });
  });
});
