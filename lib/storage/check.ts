import type { Kind, RecordOfKind } from '@/lib/ledger/records';
import { PLAIN_KINDS, TABLES } from './apply';
import { HANGING } from './bundle';
import type { CacheDb } from './cache-db';
import { hex } from './change';
import { bundleKeys, bundlesAt } from './fresh';
import { isPacked, unpack } from './packs';
import type { Places } from './places';

/** Hash of the line that a record was published as. */
export type LineHash = (kind: Kind, id: string, rev: number, record: unknown) => bigint;

/** What the rows of a cache come to, as the manifest's digest counts them. */
export interface Digest {
  readonly n: number;
  readonly sum64: string;
}

const SUM_BITS = 64;
/** Bundles read at a time: a whole country's would not fit into a small machine's memory. */
const BUNDLES_AT_ONCE = 200;

class Sum {
  n = 0;
  readonly #places: Places;
  readonly #hashOf: LineHash;
  #sum = 0n;

  constructor(places: Places, hashOf: LineHash) {
    this.#places = places;
    this.#hashOf = hashOf;
  }

  add(kind: Kind, record: RecordOfKind[Kind]): void {
    const id = 'id' in record ? record.id : record.host;
    const place = this.#places.get(kind, id);
    this.n += 1;
    // A record that has no place, or a line that cannot be written again, is told by the count alone.
    if (place === null) return;
    this.#sum += place.isPlain ? this.#hashOf(kind, id, place.rev, record) : place.hash;
  }

  digest(): Digest {
    return { n: this.n, sum64: hex(BigInt.asUintN(SUM_BITS, this.#sum)) };
  }
}

/** Reads every record of a cache and adds up what they were published as: finds what was lost, doubled or altered. */
export async function digestOfRows(db: CacheDb, places: Places, hashOf: LineHash): Promise<Digest> {
  const sum = new Sum(places, hashOf);
  for (const kind of PLAIN_KINDS) {
    const table = TABLES[kind];
    if (isPacked(table)) {
      await db[table].each((row) => {
        for (const record of unpack(table, row)) sum.add(kind, record);
      });
    } else {
      await db.table<RecordOfKind[Kind], string>(table).each((record) => {
        sum.add(kind, record);
      });
    }
  }
  const keys = await bundleKeys(db);
  for (let at = 0; at < keys.length; at += BUNDLES_AT_ONCE) {
    for (const bundle of await bundlesAt(db, keys.slice(at, at + BUNDLES_AT_ONCE))) {
      for (const kind of ['promise', ...HANGING] as const) {
        for (const record of bundle[kind]) sum.add(kind, record);
      }
    }
  }
  return sum.digest();
}
