import Dexie, { type Collection, type Table } from 'dexie';
import type { Clip, ClipStateName } from './clip';
import type { Follow } from './follows';
import { StorageError } from './limit';
import { writeOneAtATime } from './one-writer';
import { asked } from './plain-connection';

/** Name of the precious database. It is never dropped; its versions are migrated step by step. */
export const OWN_DB = 'uade';

/** Which cache database holds the ledger. Replaced in one write when a new one is complete. */
export interface CachePointer {
  readonly dataset: string;
  readonly epoch: string;
  readonly name: string;
}

/** A cache database that is being filled and not yet in use. */
export interface CacheFilling extends CachePointer {
  /** Names the snapshot it is filled from: another snapshot means another filling. */
  readonly snapshot: string;
}

/** What is remembered between polls of the tracker. Times are ms of the device's clock. */
export interface SyncRecord {
  /** Named end state of the last poll; null before the first. */
  readonly state: string | null;
  /** Words of the last failure, for the popup's details. */
  readonly detail: string | null;
  readonly at: number | null;
  readonly succeededAt: number | null;
  /** Failures in a row. */
  readonly failures: number;
  /** No poll before this, but one that the user asks for. */
  readonly notBefore: number;
  readonly digestAt: number | null;
  /** Last full resync by cause (`epoch`, `corruption`): at most one a day each. */
  readonly resyncAt: Readonly<Record<string, number>>;
}

/** Back-off of the outbox as a whole. */
export interface OutboxRecord {
  readonly failures: number;
  readonly notBefore: number;
  /** When the tracker was last asked what became of sent clips. */
  readonly statusAt: number;
}

/** A tracker's public key. */
export interface PinnedKey {
  readonly kid: string;
  /** Raw 32 bytes, base64. */
  readonly public: string;
}

/** Things kept once, by name. None of them may be read by content scripts, so none is in `storage.local`. */
export interface OwnMeta {
  cache: CachePointer;
  filling: CacheFilling;
  sync: SyncRecord;
  outbox: OutboxRecord;
  /** The pseudonymous clip token, with the tracker it belongs to. */
  token: { readonly origin: string; readonly token: string };
  /** An editor's token, entered by hand, with the tracker it belongs to. */
  review: { readonly origin: string; readonly token: string };
  /** The user has agreed that clips are sent. */
  consent: { readonly agreedAt: string };
  /** What the reader follows, with its news. */
  follows: readonly Follow[];
  /** Keys of a development tracker, seen first and kept. */
  pinned: {
    readonly origin: string;
    readonly dataset: string;
    readonly keys: readonly PinnedKey[];
  };
}

/** The version of this shape. A step up is a file of its own, with an example before and after. */
const OWN_VERSION = 1;
/** Dexie counts in tenths: what it adds to a schema by itself is less than a version. */
const TENTHS = 10;

interface MetaEntry {
  readonly key: string;
  readonly value: unknown;
}

function refuseNewer({ version }: IDBDatabase): void {
  if (version >= (OWN_VERSION + 1) * TENTHS)
    throw new StorageError('newer', `the database is of version ${version / TENTHS}`);
}

/** Which cache is in use, read without Dexie; null: none yet. */
export async function readPointer(transaction: IDBTransaction): Promise<CachePointer | null> {
  refuseNewer(transaction.db);
  const key = 'cache' satisfies keyof OwnMeta;
  const entry: MetaEntry | undefined = await asked(transaction.objectStore('meta').get(key));
  return entry === undefined ? null : (entry.value as CachePointer);
}

/** Clips, token, consent, and which cache is in use. */
export class OwnDb extends Dexie {
  declare clips: Table<Clip, string>;
  declare meta: Table<MetaEntry, string>;

  constructor(name = OWN_DB) {
    // Strict: a clip is on the disk before anyone is told that it is saved.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(OWN_VERSION).stores({ clips: 'id, [state.name+id]', meta: 'key' });
    writeOneAtATime(this);
    this.on('versionchange', () => {
      this.close();
      return false;
    });
    // Dexie opens what a newer version has written as if it were its own, and would write older rows into it.
    this.on('ready', () => {
      refuseNewer(this.backendDB());
    });
  }

  /** Clips in a state, oldest first (an id begins with its time). */
  inState(name: ClipStateName): Collection<Clip, string> {
    const key = '[state.name+id]';
    return this.clips.where(key).between([name, Dexie.minKey], [name, Dexie.maxKey]);
  }

  /** A thing kept by name, or null. */
  async read<K extends keyof OwnMeta>(key: K): Promise<OwnMeta[K] | null> {
    const entry = await this.meta.get(key);
    // Only `keep` writes this table, and it ties the key to the type.
    return entry === undefined ? null : (entry.value as OwnMeta[K]);
  }

  async keep<K extends keyof OwnMeta>(key: K, value: OwnMeta[K]): Promise<void> {
    await this.meta.put({ key, value });
  }

  async forget(key: keyof OwnMeta): Promise<void> {
    await this.meta.delete(key);
  }
}
