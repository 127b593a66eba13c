/** What a format cannot carry: a field or kind of record, how often, and why. Never dropped in silence. */
export interface NotCarried {
  /** `persons[].image`, `promises` … */
  readonly field: string;
  readonly count: number;
  readonly why: string;
  /** The records that were left out as a whole; empty when only a field of them was. */
  readonly ids: readonly string[];
}

/** Collects what is left out. */
export interface Leavings {
  field(field: string, why: string): void;
  record(field: string, id: string, why: string): void;
  list(): readonly NotCarried[];
}

/** An empty collection; `list` is ordered by field. */
export function leavings(): Leavings {
  const found = new Map<string, { field: string; count: number; why: string; ids: string[] }>();
  const entry = (field: string, why: string) => {
    const key = `${field} ${why}`;
    const made = found.get(key) ?? { field, count: 0, why, ids: [] };
    found.set(key, made);
    made.count += 1;
    return made;
  };
  return {
    field: (field, why) => void entry(field, why),
    record: (field, id, why) => void entry(field, why).ids.push(id),
    list: () => [...found.keys()].sort().flatMap((key) => found.get(key) ?? []),
  };
}
