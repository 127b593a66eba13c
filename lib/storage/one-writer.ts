import type Dexie from 'dexie';

/**
 * Lets a database have one read-write transaction at a time, whatever tables it is about. Chromium cannot recover
 * from two: both had a lock on their database on the disk, its recovery takes each for exclusive, calls the second
 * one corruption (`LevelDBScopes::Initialize`) and deletes all databases of the extension, the clips among them.
 */
export function writeOneAtATime(db: Dexie): void {
  db.use({
    stack: 'dbcore',
    name: 'one-writer',
    create: (core) => ({
      ...core,
      transaction: (stores, mode, options) => {
        const all = core.schema.tables.map(({ name }) => name);
        return core.transaction(mode === 'readwrite' ? all : stores, mode, options);
      },
    }),
  });
}
