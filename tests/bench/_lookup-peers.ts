import Dexie from 'dexie';
import MiniSearch, { type Options } from 'minisearch';
import type { Day, Person } from '@/lib/ledger/records';

/** The day on which the bench looks up. */
export const TODAY: Day = '2026-06-01';
export const DEXIE_STORE = 'bench-peers';
export const DEXIE_SCHEMA = { persons: 'id, *words', mini: 'key' } as const;
/** MiniSearch as its own pages advise for search as you type: prefixes, and a fifth of the letters mistyped. */
export const MINI_OPTIONS: Options<{ id: string; names: string }> = {
  fields: ['names'],
  searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND' },
};

const ROWS = 12;

/** The words of all names of a person, in small letters. */
export function namesOf({ name }: Person): string[] {
  const words = [name.ru, name.kk, name.en].flatMap((one) =>
    one === undefined ? [] : [one.family, one.given, one.patronymic ?? ''],
  );
  return [...new Set(words.filter((word) => word !== '').map((word) => word.toLowerCase()))];
}

/** A way to find people by what is typed; answers how many were found, their records read. */
export type Find = (query: string) => Promise<number>;

function openPeers(): Dexie {
  const db = new Dexie(DEXIE_STORE);
  db.version(1).stores(DEXIE_SCHEMA);
  return db;
}

/** MiniSearch, its index read from IndexedDB as JSON at the first question. */
export function miniSearch(): Find {
  const db = openPeers();
  let mini: MiniSearch | null = null;
  return async (query) => {
    // Written by `_lookup-page-script.ts`.
    mini ??= MiniSearch.loadJSON(
      ((await db.table('mini').get('json')) as { readonly json: string }).json,
      MINI_OPTIONS,
    );
    const ids = mini
      .search(query)
      .slice(0, ROWS)
      .map(({ id }) => id as string);
    return (await db.table('persons').bulkGet(ids)).length;
  };
}

/** The plain thing: everybody one of whose words begins with the longest one typed, kept if the others begin one too. */
export function prefixScan(): Find {
  const db = openPeers();
  return async (query) => {
    const typed = query
      .toLowerCase()
      .split(/[\s.]+/u)
      .filter((word) => word !== '');
    const [longest] = typed.toSorted((a, b) => b.length - a.length);
    if (longest === undefined) return 0;
    const isFound = ({ words }: { readonly words: readonly string[] }) =>
      typed.every((part) => words.some((word) => word.startsWith(part)));
    const rows = await db
      .table<{ readonly words: readonly string[] }>('persons')
      .where('words')
      .startsWith(longest)
      .distinct()
      .filter(isFound)
      .limit(ROWS)
      .toArray();
    return rows.length;
  };
}
