import type { LedgerIndex } from './lookups';

/**
 * Remembers what is worked out of an index for a key, as long as the index lives. Written on a miss only:
 * a book asks several times for each of its promises, and writing to a weak map costs more than the answer.
 */
export function remembered<T extends object>(
  make: (index: LedgerIndex, key: string) => T,
): (index: LedgerIndex, key: string) => T {
  const byIndex = new WeakMap<LedgerIndex, Map<string, T>>();
  return (index, key) => {
    let known = byIndex.get(index);
    if (!known) {
      known = new Map();
      byIndex.set(index, known);
    }
    let made = known.get(key);
    if (!made) {
      made = make(index, key);
      known.set(key, made);
    }
    return made;
  };
}
