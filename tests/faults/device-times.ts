import Dexie from 'dexie';
import { ageWords, dayOfStamp } from '@/components/data-age';
import { CACHE_FORMAT, CacheDb } from '@/lib/storage/cache-db';
import { LEASE_MS } from '@/lib/storage/clip-states';
import { type Desk, type Outcome, onDesk, plainDexie, type Scene } from './device-desk';

/** Earlier versions on the disk, a clock that is wrong, a tracker that is away. */

const PLAIN = {
  areas: 'id, parentId',
  persons: 'id',
  posts: 'id, areaId',
  memberships: 'id, personId, postId',
  lineages: 'id',
  weakSources: 'host',
  places: '++n',
  meta: 'key',
};
const PACKED = {
  persons: '++n, *ids',
  posts: '++n, *ids, *by.areaId',
  memberships: '++n, *ids, *by.personId, *by.postId',
};
const TWO_KEYS = { bundles: 'key, *speakers', keysA: 'head', keysB: 'head', pages: 'bucket' };

/** Tables of every format of the cache that there was, and of one that will be. */
const FORMATS: ReadonlyMap<number, Record<string, string>> = new Map([
  [1, { ...PLAIN, bundles: 'key, *speakers, *pages', keys: 'key' }],
  [2, { ...PLAIN, bundles: 'key, *speakers', keys: 'head', pages: 'bucket' }],
  [3, { ...PLAIN, ...TWO_KEYS }],
  [4, { ...PLAIN, ...TWO_KEYS }],
  [5, { ...PLAIN, ...TWO_KEYS }],
  [6, { ...PLAIN, ...TWO_KEYS }],
  [7, { ...PLAIN, ...TWO_KEYS }],
  [8, { ...PLAIN, ...TWO_KEYS }],
  [9, { ...PLAIN, ...TWO_KEYS, fresh: 'key, *speakers' }],
  [10, { ...PLAIN, ...PACKED, ...TWO_KEYS, pages: '++n, bucket', fresh: 'key, *speakers' }],
  [11, { ...PLAIN, ...PACKED, ...TWO_KEYS, pages: '++n, bucket', fresh: 'key, *speakers' }],
  [CACHE_FORMAT + 1, { ...PLAIN, bundles: 'key', names: 'name' }],
]);

/** A filling that is broken off and gone on with has four steps left of its six, or less. */
const KILLS_MIN = 4;

/** The disk as a version with another format of the cache left it, at the very rev that the tracker is at. */
async function leave(desk: Desk, format: number, stores: Record<string, string>): Promise<string> {
  const { reader, tracker } = desk;
  const name = `uade-cache.kz.${format}.${tracker.epoch}.0`;
  const cursor = await reader.withCache((db) => db.meta.get('cursor'));
  const db = plainDexie(name, stores);
  await db.table('meta').put(cursor);
  await db.table('persons').put({ id: 'old' });
  await db.table('bundles').put({ key: 'x', speakers: [], pages: [], json: '{"promise":[{}]}' });
  db.close();
  await reader.own((own) => own.keep('cache', { dataset: 'kz', epoch: tracker.epoch, name }));
  return name;
}

/** What a reader has who trusts the pointer and takes the other version's one promise for his own. */
async function readAsOwn(name: string): Promise<string> {
  const copy = new CacheDb(name);
  try {
    await copy.open();
  } catch (error) {
    copy.close();
    // The tables have other keys: from then on every look into the ledger fails.
    if (error instanceof Dexie.UpgradeError) return 'no promise, the database does not open';
    throw error;
  }
  const rows = await copy.bundles.toArray();
  copy.close();
  const pieces = rows.reduce((sum, row) => sum + (row.pieces?.length ?? 0), 0);
  return pieces === 0 ? 'no promise, the office is empty' : 'the promise';
}

async function upgraded(desk: Desk, format: number, stores: Record<string, string>) {
  const { reader } = desk;
  const name = await leave(desk, format, stores);
  const before = (await reader.read((cache) => cache.gazetteer().persons(['old', 'a']))).length;
  let kills = 0;
  do {
    kills += 1;
    reader.killAt = (_, at) => at === kills;
  } while ((await reader.sync()) === 'unknown');
  kills -= 1;
  reader.killAt = null;
  const control = await readAsOwn(name);
  await reader.sync();
  await reader.sync();
  const isGone = !(await Dexie.getDatabaseNames()).includes(name);
  const seen = `held before: ${before}, kills: ${kills >= KILLS_MIN ? 'at every step' : kills}, whole: ${await desk.isWhole()}, old one gone: ${isGone}; ${await desk.quotes()}`;
  return {
    seen,
    isRight:
      seen ===
      'held before: 0, kills: at every step, whole: true, old one gone: true; было до поломки',
    control: `trusting the pointer: ${control}`,
    isControlWrong: control.startsWith('no promise'),
  };
}

const YEAR_MS = 365.25 * 86_400_000;

const waits = (what: string, isWaiting: boolean): string =>
  isWaiting ? `not ${what} for ten years` : `${what} again`;

/** A clip is half sent, the clock is put to another year, and later right again. */
async function clockOff(desk: Desk, years: number): Promise<Outcome> {
  const { reader, clips } = desk;
  const right = Date.now();
  const [clip] = await clips.list();
  const id = clip?.id ?? '';
  await clips.queue(id);
  await clips.apply(id, { kind: 'send', leaseUntil: right - years * YEAR_MS + LEASE_MS });
  const [sending] = await clips.list();
  const leaseUntil = sending?.state.name === 'sending' ? sending.state.leaseUntil : 0;
  const due = (await clips.due(10)).length;
  // The reader's own clock goes there and back, with a failure and its pause at the wrong time.
  reader.now += years * YEAR_MS;
  desk.publish('p8');
  const away = await reader.sync(false);
  const stampedAt = (await reader.own((db) => db.read('sync')))?.succeededAt ?? 0;
  desk.tracker.fault = () => new Response('', { status: 500 });
  await reader.sync();
  desk.tracker.fault = () => null;
  reader.now -= years * YEAR_MS;
  desk.publish('p9');
  const back = await reader.sync(false);
  const seen = `sync ${away}, back ${back}, whole: ${await desk.isWhole()}, clips to send: ${due}`;
  // The control goes by the time alone: ahead, the poll of that time stays young; behind, the lease stays good.
  const isYoung = stampedAt - reader.now > 0;
  const control = years > 0 ? waits('polled', isYoung) : waits('sent', leaseUntil > right);
  return {
    seen,
    isRight: seen === 'sync success, back success, whole: true, clips to send: 1',
    control,
    isControlWrong: control.startsWith('not '),
  };
}

const HOUR_MS = 3_600_000;
const AWAY_HOURS = 30 * 24;

async function trackerAway(desk: Desk): Promise<Outcome> {
  const { reader, tracker } = desk;
  tracker.fault = () => Promise.reject(new TypeError('Failed to fetch'));
  tracker.requests = [];
  const held = (await reader.records()).length;
  for (let hour = 0; hour < AWAY_HOURS; hour += 1) {
    reader.now += HOUR_MS;
    await reader.sync(false);
  }
  const asked = tracker.requests.length;
  const kept = (await reader.records()).length === held;
  const issued = tracker.issued;
  const age = ageWords(issued, dayOfStamp(new Date(reader.now).toISOString()), 'ru');
  // Meanwhile the log was cut: no way leads on from where the reader is.
  for (let n = 0; n < 5; n += 1) desk.publish(`late${n}`);
  Object.assign(tracker, { snapshotRev: tracker.rev, floor: tracker.rev });
  tracker.fault = () => null;
  reader.now += 24 * HOUR_MS;
  const end = await reader.sync(false);
  const seen = `kept: ${kept}, said to be old: ${age.isOld}, asked ${asked < AWAY_HOURS / 2 ? 'seldom' : 'often'}, then ${end}, whole: ${await desk.isWhole()}; ${await desk.quotes()}`;
  return {
    seen,
    isRight:
      seen ===
      'kept: true, said to be old: true, asked seldom, then success, whole: true; было до поломки',
    control: `without a pause ${AWAY_HOURS} requests, with it ${asked}`,
    isControlWrong: asked > 0 && asked < AWAY_HOURS,
  };
}

export const TIME_SCENES: readonly Scene[] = [
  ...[...FORMATS].map(([format, stores]) => ({
    injected: `a cache of format ${format} on the disk (ours: ${CACHE_FORMAT}), the worker killed at every step`,
    expected: 'not read; filled anew to the end, the old one dropped, clips stay',
    play: onDesk((desk: Desk) => upgraded(desk, format, stores)),
  })),
  ...[10, -10].map((years) => ({
    injected: `the clock is ${years} years off while a clip is half sent, then right again`,
    expected: 'polls and sends go on at once, both times',
    play: onDesk((desk: Desk) => clockOff(desk, years)),
  })),
  {
    injected: 'the tracker is away for 30 days, and its log was cut meanwhile',
    expected: 'reading goes on, the age is told, few requests, then whole',
    play: onDesk(trackerAway),
  },
];
