import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lineage } from '@/lib/ledger/records';
import { applyChanges, StaleCursorError } from '@/lib/storage/apply';
import { parseBundle } from '@/lib/storage/bundle';
import { type CacheReader, readerOf } from '@/lib/storage/cache';
import { CacheDb } from '@/lib/storage/cache-db';
import { CacheStore, type CacheWriter } from '@/lib/storage/cache-writer';
import type { CacheChange } from '@/lib/storage/change';
import { Connection } from '@/lib/storage/connection';
import { CurrentCache } from '@/lib/storage/current-cache';
import { bundleKeys, bundlesAt, foldFresh } from '@/lib/storage/fresh';
import { OwnDb } from '@/lib/storage/own-db';
import { recordsAfter } from '@/lib/storage/packs';
import { loadPlaces } from '@/lib/storage/places';
import {
  area,
  gone,
  keyingOf,
  lineage,
  membership,
  person,
  pledge,
  post,
  put,
  reply,
  sourceCheck,
  stance,
  statusEvent,
} from './records';

let own: Connection<OwnDb>;
let current: CurrentCache;
let store: CacheStore;
let cache: CacheReader;

beforeEach(() => {
  own = new Connection(() => new OwnDb());
  current = new CurrentCache();
  store = new CacheStore(own, current, keyingOf(1));
  cache = readerOf(own, current);
});

afterEach(async () => {
  own.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function filled(...changes: readonly CacheChange[]): Promise<CacheWriter> {
  const writer = await store.filling({ dataset: 'kz', epoch: 'e1', snapshot: 's' });
  await next(writer, ...changes);
  await store.flip(writer);
  return writer;
}

async function next(writer: CacheWriter, ...changes: readonly CacheChange[]): Promise<void> {
  const { rev = 0, parts = 0 } = (await writer.cursor()) ?? {};
  const step = { from: { rev, parts }, to: { rev: rev + 1, parts: 0 }, unknownRows: 0 };
  await writer.apply(changes, step);
}

function ids(records: readonly { readonly id: string }[]): string[] {
  return records.map(({ id }) => id).sort();
}

describe('before the first sync', () => {
  it('answers every question with nothing', async () => {
    expect(await cache.ledgerForPerson('x')).toMatchObject({ persons: [], promises: [] });
    expect(await cache.gazetteer().targets(['k'])).toEqual(new Map());
    expect(await cache.recordsOfPage('https://news.example/a')).toEqual([]);
    expect(await cache.syncState()).toEqual({ cursor: null, head: null, sync: null });
  });

  it('a filling that is not yet complete is not read', async () => {
    const writer = await store.filling({ dataset: 'kz', epoch: 'e1', snapshot: 's' });
    await next(writer, put('person', person('a')));
    expect(await cache.gazetteer().persons(['a'])).toEqual([]);
    await store.flip(writer);
    expect(ids(await cache.gazetteer().persons(['a']))).toEqual(['a']);
  });
});

describe('the part of the ledger that answers for a person', () => {
  const records = [
    put('person', person('old')),
    put('person', person('new')),
    put('person', person('other')),
    put('area', area('land')),
    put('area', area('region', 'land')),
    put('post', post('before', 'region')),
    put('post', post('after', 'region')),
    put('post', post('sister', 'region')),
    put('post', post('apart', 'region')),
    put('lineage', lineage('before', 'after')),
    put('lineage', lineage('before', 'sister')),
    put('membership', membership('old', 'before')),
    put('membership', membership('new', 'after')),
    put('membership', membership('other', 'apart')),
    put('promise', pledge('p-before', 'before')),
    put('promise', pledge('p-after', 'after')),
    put('promise', pledge('p-apart', 'apart', { personId: 'other' })),
    put('statusEvent', statusEvent('s', 'p-before')),
    put('weakSource', { host: 'copy.example', why: 'a copy' }),
  ];

  it('holds the posts he held, those they descend from and those that came of these', async () => {
    await filled(...records);
    const ledger = await cache.ledgerForPerson('new');
    expect(ids(ledger.posts)).toEqual(['after', 'before', 'sister']);
    expect(ids(ledger.promises)).toEqual(['p-after', 'p-before']);
    expect(ids(ledger.persons)).toEqual(['new', 'old']);
    expect(ids(ledger.statusEvents)).toEqual(['s']);
    expect(ids(ledger.areas)).toEqual(['land', 'region']);
    expect(ledger.lineages).toHaveLength(2);
    expect(ledger.weakSources).toHaveLength(1);
  });

  it('holds a post he never held when a promise of his is recorded there', async () => {
    await filled(...records, put('promise', pledge('p-guest', 'after', { personId: 'other' })));
    expect(ids((await cache.ledgerForPerson('other')).promises)).toEqual([
      'p-after',
      'p-apart',
      'p-before',
      'p-guest',
    ]);
  });

  it('counts nothing for who has nothing', async () => {
    await filled(...records, put('person', person('nobody')), put('post', post('empty')));
    const counted = [
      ...['empty', 'after', 'before'].map((id) => ({ kind: 'post', id, posts: [id] })),
      { kind: 'person', id: 'nobody', posts: [] },
      { kind: 'person', id: 'new', posts: ['after'] },
      { kind: 'person', id: 'other', posts: [] },
    ];
    expect(await cache.promiseCounts(counted)).toEqual(
      new Map([
        ['post/empty', 0],
        ['post/after', 2],
        ['post/before', 1],
        ['person/nobody', 0],
        ['person/new', 2],
        // Said where he holds nothing.
        ['person/other', 1],
      ]),
    );
  });

  it('an area brings the posts of the areas in it', async () => {
    await filled(...records);
    const ledger = await cache.ledgerForArea('land');
    expect(ids(ledger.posts)).toEqual(['after', 'apart', 'before', 'sister']);
    expect(ids(ledger.areas)).toEqual(['land', 'region']);
  });

  it('a promise brings the ledger of its post, an unknown one nothing', async () => {
    await filled(...records);
    expect(ids((await cache.ledgerForPromise('p-apart')).posts)).toEqual(['apart']);
    expect((await cache.ledgerForPromise('none')).posts).toEqual([]);
  });
});

describe('promises of a page', () => {
  it('are found under every form of its address, and not under another', async () => {
    await filled(
      put('promise', pledge('p', 'x', { source: { url: 'https://www.news.example/a/' } })),
    );
    for (const url of ['http://news.example/a', 'https://m.news.example/a?utm_source=x#top']) {
      expect(ids(await cache.recordsOfPage(url))).toEqual(['p']);
    }
    for (const url of ['https://news.example/a/b', 'https://news.example/a?id=1']) {
      expect(await cache.recordsOfPage(url)).toEqual([]);
    }
  });
});

describe('promises of a page, after changes', () => {
  const at = (url: string) => ({ source: { url } });
  const [old, fresh] = ['https://news.example/a', 'https://news.example/b'];

  it('are found after a change that leaves page and office alone', async () => {
    const writer = await filled(put('promise', pledge('p', 'x', at(old))));
    await next(writer, put('promise', pledge('p', 'x', { ...at(old), quote: 'другие слова' })));
    expect((await cache.recordsOfPage(old)).map(({ quote }) => quote)).toEqual(['другие слова']);
  });

  it('are found on the new page only', async () => {
    const writer = await filled(put('promise', pledge('p', 'x', at(old))));
    await next(writer, put('promise', pledge('p', 'x', at(fresh))));
    expect(ids(await cache.recordsOfPage(fresh))).toEqual(['p']);
    expect(await cache.recordsOfPage(old)).toEqual([]);
  });

  it('are found in the new office, and once when they come back to the old one', async () => {
    const writer = await filled(put('promise', pledge('p', 'x', at(old))));
    await next(writer, put('promise', pledge('p', 'y', at(old))));
    expect((await cache.recordsOfPage(old)).map(({ postId }) => postId)).toEqual(['y']);
    await next(writer, put('promise', pledge('p', 'x', at(old))));
    expect((await cache.recordsOfPage(old)).map(({ postId }) => postId)).toEqual(['x']);
    expect(ids((await cache.ledgerForPromise('p')).promises)).toEqual(['p']);
  });

  it('are not found once they are gone, and again when they are back', async () => {
    const writer = await filled(put('promise', pledge('p', 'x', at(old))));
    await next(writer, gone('promise', 'p'));
    expect(await cache.recordsOfPage(old)).toEqual([]);
    expect((await cache.ledgerForPromise('p')).promises).toEqual([]);
    await next(writer, put('promise', pledge('p', 'x', at(old))));
    expect(ids(await cache.recordsOfPage(old))).toEqual(['p']);
  });
});

describe('what hangs on a promise', () => {
  it('goes with it to another post', async () => {
    const writer = await filled(
      put('promise', pledge('p', 'x')),
      put('statusEvent', statusEvent('s', 'p')),
      put('reply', reply('r', 'p')),
      put('stance', stance('t', 'p')),
      put('sourceCheck', sourceCheck('c', 'p')),
    );
    await next(writer, put('promise', pledge('p', 'y')));
    expect((await cache.ledgerForPost('x')).statusEvents).toEqual([]);
    const ledger = await cache.ledgerForPost('y');
    expect(
      [ledger.statusEvents, ledger.replies, ledger.stances, ledger.sourceChecks].map(ids),
    ).toEqual([['s'], ['r'], ['t'], ['c']]);
  });

  it('waits for a promise that comes later', async () => {
    const writer = await filled(put('statusEvent', statusEvent('s', 'p')));
    await next(writer, put('promise', pledge('p', 'x')));
    expect(ids((await cache.ledgerForPost('x')).statusEvents)).toEqual(['s']);
  });

  it('is gone when it was taken back, whether or not its promise still is', async () => {
    const writer = await filled(
      put('promise', pledge('p', 'x')),
      put('statusEvent', statusEvent('s1', 'p')),
      put('statusEvent', statusEvent('s2', 'p')),
    );
    await next(writer, gone('statusEvent', 's1'));
    expect(ids((await cache.ledgerForPost('x')).statusEvents)).toEqual(['s2']);
    await next(writer, gone('promise', 'p'));
    await next(writer, gone('statusEvent', 's2'));
    await next(writer, put('promise', pledge('p', 'x')));
    expect(ids((await cache.ledgerForPost('x')).promises)).toEqual(['p']);
    expect((await cache.ledgerForPost('x')).statusEvents).toEqual([]);
  });
});

describe('name keys', () => {
  it('follow a change of name and of record', async () => {
    const writer = await filled(
      put('person', person('a', 'Омаров')),
      put('person', person('b', 'Омаров')),
    );
    await next(writer, put('person', person('a', 'Оспанов')), gone('person', 'b'));
    const found = await cache.gazetteer().targets(['k:Омаров', 'k:Оспанов']);
    expect(found).toEqual(new Map([['k:Оспанов', ['person/a']]]));
  });

  it('that begin alike keep apart', async () => {
    const names = ['омаров', 'омарова', 'омарбаев', 'осман'];
    const writer = await filled(...names.map((name) => put('person', person(name, name))));
    await next(writer, gone('person', 'омаров'));
    expect([...(await cache.gazetteer().targets(['k:омаров', 'k:омарова'])).keys()]).toEqual([
      'k:омарова',
    ]);
  });

  it('are made anew, without the network, when the way of making them has changed', async () => {
    const writer = await filled(put('person', person('a', 'Омаров')), put('area', area('x')));
    writer.close();
    const newer = await new CacheStore(own, current, keyingOf(2)).current();
    expect(await newer?.rekeyIfOld()).toBe(true);
    expect(await newer?.rekeyIfOld()).toBe(false);
    expect([
      ...(await cache.gazetteer().targets(['k:Омаров', 'k2:Омаров', 'k2:x'])).keys(),
    ]).toEqual(['k2:Омаров', 'k2:x']);
    newer?.close();
  });
});

describe('rows and cursor', () => {
  it('come in together or not at all', async () => {
    const writer = await filled(put('promise', pledge('p1', 'x')));
    const before = await writer.cursor();
    // A function cannot be stored: the second table of the transaction fails.
    const broken = { ...lineage('a', 'x'), areaIds: () => [] } as unknown as Lineage;
    await expect(
      next(writer, put('person', person('a')), put('lineage', broken)),
    ).rejects.toMatchObject({ name: 'DataCloneError' });
    expect(await writer.cursor()).toEqual(before);
    expect(await cache.gazetteer().persons(['a'])).toEqual([]);
    await next(writer, put('person', person('a')), put('promise', pledge('p3', 'x')));
    expect(ids((await cache.ledgerForPost('x')).promises)).toEqual(['p1', 'p3']);
    expect((await writer.cursor())?.n).toBe(3);
  });

  it('a step that begins elsewhere changes nothing', async () => {
    const writer = await filled(put('promise', pledge('p1', 'x')));
    const step = { from: { rev: 7, parts: 0 }, to: { rev: 8, parts: 0 }, unknownRows: 0 };
    await expect(writer.apply([gone('promise', 'p1')], step)).rejects.toThrow(StaleCursorError);
    expect(ids((await cache.ledgerForPost('x')).promises)).toEqual(['p1']);
  });
});

describe('databases', () => {
  it('a filling from the same snapshot is gone on with, another one is begun anew', async () => {
    const wanted = { dataset: 'kz', epoch: 'e1', snapshot: 's' };
    const first = await store.filling(wanted);
    await next(first, put('person', person('a')));
    expect((await (await store.filling(wanted)).cursor())?.rev).toBe(1);
    const other = await store.filling({ ...wanted, snapshot: 't' });
    expect((await other.cursor())?.rev).toBe(0);
  });

  it('those that are not in use are dropped, the precious one never', async () => {
    const first = await filled(put('person', person('a')));
    const second = await store.filling({ dataset: 'kz', epoch: 'e2', snapshot: 's' });
    await store.flip(second);
    first.close();
    expect(await store.dropUnused()).toEqual([first.pointer.name]);
    expect(await Dexie.getDatabaseNames()).toEqual(
      expect.arrayContaining(['uade', second.pointer.name]),
    );
    expect(await cache.gazetteer().persons(['a'])).toEqual([]);
  });
});

/** The same records in any order, with any detours, are the same ledger. */
describe('convergence', () => {
  const kinds = ['promise', 'statusEvent', 'person'] as const;
  const change = fc.record({
    kind: fc.constantFrom(...kinds),
    n: fc.integer({ min: 0, max: 3 }),
    to: fc.integer({ min: 0, max: 2 }),
    isGone: fc.boolean(),
  });

  function changeOf({
    kind,
    n,
    to,
    isGone,
  }: {
    kind: (typeof kinds)[number];
    n: number;
    to: number;
    isGone: boolean;
  }) {
    const id = `${kind}${n}`;
    if (isGone) return gone(kind, id);
    if (kind === 'promise') return put('promise', pledge(id, `post${to}`));
    if (kind === 'statusEvent') return put('statusEvent', statusEvent(id, `promise${to}`));
    return put('person', person(id, `family${to}`));
  }

  interface WrittenKeys {
    readonly targets: string[];
    readonly groups: [number[], string[]][];
  }

  async function stateOf(db: CacheDb) {
    const bundles = await db.bundles.toArray();
    return {
      persons: (await recordsAfter(db, 'persons', null, 1e6)).rows.toSorted((a, b) =>
        a.id < b.id ? -1 : 1,
      ),
      // Order inside a row carries no meaning.
      keys: (await db.keysA.toArray())
        .map(({ utf8 }) => JSON.parse(new TextDecoder().decode(utf8)) as WrittenKeys)
        .flatMap(({ targets, groups }) =>
          groups.flatMap(([places, keys]) =>
            keys.map((key) => JSON.stringify([key, places.map((place) => targets[place])])),
          ),
        )
        .sort(),
      bundles: bundles.map((row) => [
        row.key,
        // Order inside a bundle carries no meaning.
        Object.values(parseBundle(row)).map(ids),
      ]),
      cursor: await db.meta
        .get('cursor')
        .then((row) => row?.key === 'cursor' && [row.n, row.sum64]),
    };
  }

  /** All that hangs on promises, as it is read: what deltas laid over the bundles, and then folded in. */
  async function readOf(db: CacheDb): Promise<readonly string[]> {
    const bundles = await bundlesAt(db, await bundleKeys(db));
    return bundles
      .flatMap((bundle) => Object.values(bundle).map((list) => JSON.stringify(list)))
      .sort();
  }

  async function built(name: string, files: readonly (readonly CacheChange[])[], isBeside = false) {
    await Dexie.delete(name);
    const db = new CacheDb(name);
    await db.meta.put({
      key: 'cursor',
      dataset: 'kz',
      epoch: 'e',
      rev: 0,
      parts: 0,
      n: 0,
      sum64: '0'.repeat(16),
      unknownRows: 0,
      keyVersion: 1,
    });
    let rev = 0;
    for (const file of files) {
      const step = { from: { rev, parts: 0 }, to: { rev: rev + 1, parts: 0 }, unknownRows: 0 };
      // Loaded anew each time, as after a killed worker.
      await applyChanges(db, file, step, await loadPlaces(db), keyingOf(1), isBeside);
      rev += 1;
    }
    const read = await readOf(db);
    await foldFresh(db, 0);
    const state = { ...(await stateOf(db)), fresh: await db.fresh.count() };
    expect(await readOf(db)).toEqual(read);
    db.close();
    return state;
  }

  it('a history cut into files anywhere, and its last versions alone, make the same cache', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 5 }),
        async (plan) => {
          const files = plan.map((file) => file.map(changeOf));
          const last = new Map(files.flat().map((one) => [`${one.t}/${one.id}`, one] as const));
          const live = [...last.values()].filter(({ d }) => d !== null);
          const [long, cut, beside, short] = [
            await built('uade-cache.long', files),
            await built(
              'uade-cache.cut',
              files.flat().map((one) => [one]),
            ),
            await built(
              'uade-cache.beside',
              files.flat().map((one) => [one]),
              true,
            ),
            await built('uade-cache.short', [live]),
          ];
          expect(long).toEqual(short);
          expect(cut).toEqual(short);
          expect(beside).toEqual(short);
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});
