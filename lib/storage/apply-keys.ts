import type { KeyTarget } from '@/lib/names/gazetteer';
import { changeKeys, type KeyPlace } from './key-rows';
import { type Keying, type Named, targetOf } from './keying';

/** A named record before and after; null where it was or is not there. */
export interface NamedChange {
  readonly before: Named | null;
  readonly after: Named | null;
}

type Edits = Map<string, { readonly add: Set<KeyTarget>; readonly drop: Set<KeyTarget> }>;

function editsOf(changes: readonly NamedChange[], keying: Keying): Edits {
  const edits: Edits = new Map();
  const at = (key: string) => {
    const edit = edits.get(key) ?? { add: new Set<KeyTarget>(), drop: new Set<KeyTarget>() };
    edits.set(key, edit);
    return edit;
  };
  for (const { before, after } of changes) {
    const had = new Set(before === null ? [] : keying.keysOf(before));
    const has = new Set(after === null ? [] : keying.keysOf(after));
    for (const key of had) if (before !== null && !has.has(key)) at(key).drop.add(targetOf(before));
    for (const key of has) if (after !== null && !had.has(key)) at(key).add.add(targetOf(after));
  }
  return edits;
}

/** Writes the key rows of changed names; see `changeKeys`. Runs inside the caller's transaction. */
export async function applyKeys(
  place: KeyPlace,
  changes: readonly NamedChange[],
  keying: Keying,
): Promise<boolean> {
  const edits = editsOf(changes, keying);
  return await changeKeys(place, [...edits.keys()], (key, before) => {
    const edit = edits.get(key);
    const targets = new Set(before);
    for (const target of edit?.drop ?? []) targets.delete(target);
    for (const target of edit?.add ?? []) targets.add(target);
    // Sorted, so that the rows do not depend on the order of the changes.
    return [...targets].sort();
  });
}
