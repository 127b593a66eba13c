import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { holderOn } from '@/lib/ledger/holders';
import { indexLedger } from '@/lib/ledger/lookups';
import { type CacheReader, readerOf } from '@/lib/storage/cache';
import { CacheStore, type CacheWriter } from '@/lib/storage/cache-writer';
import type { CacheChange } from '@/lib/storage/change';
import { Connection } from '@/lib/storage/connection';
import { CurrentCache } from '@/lib/storage/current-cache';
import { OwnDb } from '@/lib/storage/own-db';
import { keyingOf, membership, person, pledge, post, put, statusEvent } from './records';

let own: Connection<OwnDb>;
let current: CurrentCache;
let cache: CacheReader;

beforeEach(() => {
  own = new Connection(() => new OwnDb());
  current = new CurrentCache();
  cache = readerOf(own, current);
});

afterEach(async () => {
  own.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const POSTS = 600;
const ASKED = 10;
const posts = Array.from({ length: POSTS }, (_, n) => n);

async function inUse(changes: readonly CacheChange[], version = 1): Promise<CacheWriter> {
  const store = new CacheStore(own, current, keyingOf(version));
  const filling = await store.filling({ dataset: 'kz', epoch: 'e1', snapshot: 's' });
  const from = { rev: 0, parts: 0 };
  await filling.apply(changes, { from, to: { rev: 1, parts: 0 }, unknownRows: 0 });
  await store.flip(filling);
  filling.close();
  return await writerOf(version);
}

async function writerOf(version: number): Promise<CacheWriter> {
  const writer = await new CacheStore(own, current, keyingOf(version)).current();
  if (writer === null) throw new Error('no cache is in use');
  return writer;
}

const held = (personId: string, postId: string, startDate: string, endDate: string | null) => ({
  ...membership(personId, postId),
  startDate,
  endDate,
  // Without a witness a tenure of five years is not believed.
  attestedOn: endDate === null ? ['2024-10-01'] : [],
});

/** An office each with its holder and a promise. */
const before = posts.flatMap((n) => [
  put('person', person(`old${n}`)),
  put('post', post(`post${n}`)),
  put('membership', held(`old${n}`, `post${n}`, '2019-01-01', null)),
  put('promise', pledge(`p${n}`, `post${n}`)),
]);

/** All offices pass to others; the changes of one office are far apart. */
const handovers = [
  ...posts.map((n) => put('membership', held(`new${n}`, `post${n}`, '2024-06-01', null))),
  ...posts.map((n) => put('statusEvent', statusEvent(`s${n}`, `p${n}`))),
  ...posts.map((n) => put('person', person(`new${n}`))),
  ...posts.map((n) => put('membership', held(`old${n}`, `post${n}`, '2019-01-01', '2024-05-31'))),
];

interface Seen {
  readonly holder: string | null;
  readonly isNamed: boolean;
  readonly events: number;
  readonly inForce: boolean;
}

/** What a reader sees of an office on a day after the handover. */
async function seen(n: number): Promise<Seen> {
  const ledger = await cache.ledgerForPost(`post${n}`);
  const { personId } = holderOn(indexLedger(ledger), `post${n}`, '2024-09-01');
  return {
    holder: personId,
    isNamed: ledger.persons.some(({ id }) => id === personId),
    events: ledger.statusEvents.length,
    inForce: ledger.memberships.some(({ endDate }) => endDate === '2024-05-31'),
  };
}

const stateOf = (n: number, isNew: boolean): Seen => ({
  holder: isNew ? `new${n}` : `old${n}`,
  isNamed: true,
  events: isNew ? 1 : 0,
  inForce: isNew,
});

/** Asks again and again until the work is through: the answers given before its end. */
async function askedDuring<T>(work: Promise<unknown>, ask: (nth: number) => Promise<T>) {
  const answers: T[] = [];
  let isThrough = false;
  const end = work.finally(() => {
    isThrough = true;
  });
  for (let nth = 0; !isThrough; nth += 1) {
    const answer = await ask(nth);
    // An answer that had to wait for the end comes in its wake.
    await Promise.resolve();
    if (!isThrough) answers.push(answer);
  }
  await end;
  return answers;
}

describe('while a sync writes', () => {
  const step = { from: { rev: 1, parts: 0 }, to: { rev: 2, parts: 0 }, unknownRows: 0 };

  test('look-ups are answered, and an office is seen before its handover or after it, never between', async () => {
    const writer = await inUse(before);
    const answers = await askedDuring(writer.apply(handovers, step), async (nth) => {
      // The same few from both ends, again and again: the first are written early, the last late.
      const n = nth % 2 === 0 ? nth % ASKED : POSTS - 1 - (nth % ASKED);
      return { n, seen: await seen(n) };
    });
    writer.close();
    const strange = answers.filter(
      (one) => ![false, true].some((isNew) => equal(one.seen, stateOf(one.n, isNew))),
    );
    expect(strange).toEqual([]);
    // New ones are read before the sync is through: it was not waited for.
    expect(answers.filter((one) => one.seen.inForce).length).toBeGreaterThan(2);
    expect(answers.filter((one) => !one.seen.inForce).length).toBeGreaterThan(2);
    for (const n of posts) expect(await seen(n)).toEqual(stateOf(n, true));
  });

  test('broken off between two pieces it is gone on with from its beginning, to the same rows and digest', async () => {
    const whole = await inUse(before);
    await whole.apply(handovers, step);
    const expected = await whole.cursor();
    whole.close();
    const broken = await inUse(before);
    const failing = [...handovers, put('person', { ...person('x'), otherNames: unstorable })];
    await expect(broken.apply(failing, step)).rejects.toThrow(TypeError);
    expect((await broken.cursor())?.rev).toBe(1);
    broken.close();
    const again = await writerOf(1);
    await again.apply(handovers, step);
    expect(await again.cursor()).toEqual(expected);
    again.close();
    for (const n of posts) expect(await seen(n)).toEqual(stateOf(n, true));
  });

  test('keys are made anew while the old ones answer', async () => {
    (await inUse(before)).close();
    const newer = await writerOf(2);
    const keys = ['k:old7', 'k2:old7'];
    const answers = await askedDuring(newer.rekeyIfOld(), async () => [
      ...(await cache.gazetteer().targets(keys)).keys(),
    ]);
    newer.close();
    expect(answers.length).toBeGreaterThan(3);
    expect(answers.every((found) => equal(found, ['k:old7']) || equal(found, ['k2:old7']))).toBe(
      true,
    );
    expect([...(await cache.gazetteer().targets(keys)).keys()]).toEqual(['k2:old7']);
  });
});

/** No JSON can be made of it: the transaction fails. */
const unstorable = 1n as unknown as [];

function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
