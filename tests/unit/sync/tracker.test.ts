import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { Connection } from '@/lib/storage/connection';
import { OwnDb } from '@/lib/storage/own-db';
import { baseOf, datasetOf, keepKeys, keysOf, type Tracker } from '@/lib/sync/tracker';
import type { World } from '@/lib/sync/world';
import { FakeTracker } from './fake-tracker';
import { dropAll } from './reader';

const ORIGIN = 'https://tracker.test';
const TRACKER: Tracker = { origin: ORIGIN, dataset: null, keys: 'firstSeen' };

/** A world that gives one answer, and what it was asked. */
function answering(body: unknown): World & { readonly asked: (string | undefined)[] } {
  const asked: (string | undefined)[] = [];
  return {
    asked,
    fetch: async (input, init) => {
      asked.push(new Request(input).url, init?.cache);
      return await Promise.resolve(new Response(JSON.stringify(body)));
    },
    now: () => 0,
    random: () => 0,
  };
}

describe('the data set', () => {
  test('of the build is not asked for', async () => {
    const world = answering(null);
    expect(await datasetOf(world, { ...TRACKER, dataset: 'kz' })).toBe('kz');
    expect(world.asked).toEqual([]);
  });

  test('is the first that the tracker names, past every copy', async () => {
    const world = answering({ datasets: [{ dataset: 'town' }, { dataset: 'kz' }] });
    expect(await datasetOf(world, TRACKER)).toBe('town');
    expect(world.asked).toEqual([`${ORIGIN}/health`, 'no-cache']);
  });

  test.each([
    ['nothing', null],
    ['a word', 'town'],
    ['a number', 3],
    ['a name that is no data set', { dataset: 3 }],
    ['an empty name', { dataset: '' }],
    ['a path', { dataset: '../kz' }],
    ['a path at the end', { dataset: 'kz/' }],
    ['a capital', { dataset: 'Kz' }],
    ['a hyphen at the beginning', { dataset: '-kz' }],
    ['33 letters', { dataset: 'a'.repeat(33) }],
  ])('is not %s: the next is taken', async (_, one) => {
    const long = 'a'.repeat(32);
    expect(await datasetOf(answering({ datasets: [one, { dataset: long }] }), TRACKER)).toBe(long);
  });

  test.each([
    ['no object', null],
    ['a text', 'datasets'],
    ['no list', {}],
    ['another list', { datasets: 'kz' }],
    ['an empty list', { datasets: [] }],
  ])('is missing in an answer with %s', async (_, answer) => {
    await expect(datasetOf(answering(answer), TRACKER)).rejects.toMatchObject({ end: 'parse' });
  });

  test('has its files in a folder of its own', () => {
    expect(baseOf(ORIGIN, 'kz')).toBe('https://tracker.test/v1/kz/');
  });
});

describe('keys', () => {
  const own = new Connection(() => new OwnDb());
  afterEach(async () => {
    own.close();
    await dropAll();
  });

  test('of the build are neither asked for nor kept', async () => {
    const keys = await new FakeTracker().keys();
    const world = answering(null);
    const tracker = { ...TRACKER, keys };
    expect(await keysOf(world, own, tracker, 'kz')).toBe(keys);
    await keepKeys(own, tracker, { dataset: 'kz', keys });
    expect(world.asked).toEqual([]);
    expect(await own.run((db) => db.read('pinned'))).toBeNull();
  });

  test('of a first contact are asked for until they are kept, and for each data set and tracker', async () => {
    const keys = (await new FakeTracker().keys()).map((key) => ({ ...key, alg: 'Ed25519' }));
    const asked = async (tracker: Tracker, dataset: string) => {
      const world = answering({ keys });
      expect(await keysOf(world, own, tracker, dataset)).toMatchObject(keys);
      return world.asked;
    };
    const first = [`${ORIGIN}/v1/kz/key.json`, 'no-cache'];
    expect(await asked(TRACKER, 'kz')).toEqual(first);
    expect(await asked(TRACKER, 'kz')).toEqual(first);
    await keepKeys(own, TRACKER, { dataset: 'kz', keys });
    expect(await asked(TRACKER, 'kz')).toEqual([]);
    expect(await asked(TRACKER, 'town')).toHaveLength(2);
    expect(await asked({ ...TRACKER, origin: 'https://other.test' }, 'kz')).toHaveLength(2);
  });

  test('that do not parse are refused, with the place', async () => {
    await expect(keysOf(answering({ keys: 3 }), own, TRACKER, 'kz')).rejects.toMatchObject({
      end: 'parse',
      message: expect.stringContaining('keys'),
    });
  });
});
