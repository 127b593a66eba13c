import Dexie from 'dexie';
import { type ClipStore, openClips } from '@/lib/storage/clips';
import { Connection } from '@/lib/storage/connection';
import { faultOf } from '@/lib/storage/limit';
import { OwnDb } from '@/lib/storage/own-db';
import { newClip } from '../unit/storage/new-clip';
import { person, pledge, post } from '../unit/storage/records';
import { FakeTracker } from '../unit/sync/fake-tracker';
import { dropAll, expectedOf, TestReader } from '../unit/sync/reader';

/** What came of one thing that was done to the device. */
export interface Outcome {
  readonly seen: string;
  readonly isRight: boolean;
  /** What came of the same without the defence. */
  readonly control: string;
  /** The control came out wrong, as it must: else nothing was tried. */
  readonly isControlWrong: boolean;
}

/** One thing that is done to the device, wherever there is an IndexedDB. */
export interface Scene {
  readonly injected: string;
  readonly expected: string;
  readonly play: () => Promise<Outcome>;
}

/** The limit of these scenes; in the product it is `STORE_LIMIT_MS`. */
export const LIMIT_MS = 150;

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

/** What a promise came to within some time: its value in words, `hangs`, or the kind of its failure. */
export async function within(work: Promise<unknown>, ms: number): Promise<string> {
  const words = work.then(
    (value) => String(value),
    (error: unknown) => {
      const fault = faultOf(error);
      return fault === 'unknown' && error instanceof Error ? error.name : fault;
    },
  );
  return await Promise.race([words, pause(ms).then(() => 'hangs')]);
}

/** A reader with a ledger and one clip of his own on a disk that held nothing before. */
export class Desk {
  readonly tracker = new FakeTracker();
  readonly reader = new TestReader(this.tracker);
  clips: ClipStore;
  #own: Connection<OwnDb>;

  constructor() {
    this.#own = new Connection(() => new OwnDb(), LIMIT_MS);
    this.clips = openClips(this.#own);
  }

  static async open(): Promise<Desk> {
    await dropAll();
    const desk = new Desk();
    const { tracker } = desk;
    tracker.write('person', 'a', person('a'));
    tracker.write('post', 'x', post('x'));
    for (let n = 0; n < 4; n += 1) tracker.write('promise', `p${n}`, pledge(`p${n}`, 'x'));
    tracker.cut();
    await desk.reader.sync();
    await desk.clips.saveDraft(newClip('было до поломки'));
    return desk;
  }

  /** Quotes of the clips on the disk, oldest first. */
  async quotes(): Promise<string> {
    const clips = await this.clips.list();
    return clips.map(({ draft }) => draft.quote).join(' + ');
  }

  /** What is held is what is published. */
  async isWhole(): Promise<boolean> {
    const held = await this.reader.records();
    return held.join() === expectedOf(this.tracker).join() && held.length > 0;
  }

  /** One more promise is published. */
  publish(id: string): void {
    this.tracker.write('promise', id, pledge(id, 'x'));
    this.tracker.cut();
  }

  close(): void {
    this.#own.close();
  }
}

/** Plays on a fresh desk, and closes it. */
export function onDesk(play: (desk: Desk) => Promise<Outcome>): () => Promise<Outcome> {
  return async () => {
    const desk = await Desk.open();
    try {
      return await play(desk);
    } finally {
      desk.close();
    }
  };
}

/** A database opened without any of the product's care. */
export function rawOpen(name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      if (!request.result.objectStoreNames.contains('later'))
        request.result.createObjectStore('later');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
}

/** Dexie as it comes: the control of several scenes. */
export function plainDexie(name: string, stores: Record<string, string>): Dexie {
  const db = new Dexie(name);
  db.version(1).stores(stores);
  return db;
}
