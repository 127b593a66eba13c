import { migrate } from './migrations';
import { openPglite } from './pglite';
import { openPostgres } from './postgres';
import { OperatorError, type Store } from './sql';

/** Where the records live: a PostgreSQL address, or a folder for PGlite (null: in memory, for tests). */
export type Place = { readonly databaseUrl: string } | { readonly dataDir: string | null };

/** Opens the store and brings its schema up to date. */
export async function openStore(
  place: Place,
  onError: (error: Error) => void = () => {},
): Promise<Store> {
  const store = await openPlace(place, onError);
  try {
    await migrate(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function openPlace(place: Place, onError: (error: Error) => void): Promise<Store> {
  if (!('databaseUrl' in place)) return openPglite(place.dataDir);
  if (!/^postgres(ql)?:\/\//.test(place.databaseUrl)) {
    throw new OperatorError(
      'DATABASE_URL is no PostgreSQL address: expected postgres://user:password@host:5432/name.',
    );
  }
  return openPostgres(place.databaseUrl, { onError });
}
