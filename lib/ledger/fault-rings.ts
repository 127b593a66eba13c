import type { Fault, FaultCode } from './faults';
import type { LedgerIndex } from './lookups';
import type { Kind, Ledger, Lineage } from './records';

/** Rings of parents, repeats, followers and lineage, and areas that two splits of one post take on one day. */
export function faultsOfRings(ledger: Ledger, index: LedgerIndex): readonly Fault[] {
  const { areas, promises, memberships, lineagesFrom } = index;
  const one = (id: string | null | undefined): readonly string[] => (id == null ? [] : [id]);
  const posts = [...lineagesFrom.keys()].sort();
  return [
    ...ringFaults('areaRing', 'area', 'parentId', sortedIds(ledger.areas), (id) =>
      one(areas.get(id)?.parentId),
    ),
    ...ringFaults('repeatRing', 'promise', 'repeatsId', [...promises.keys()], (id) =>
      one(promises.get(id)?.repeatsId),
    ),
    ...ringFaults('followsRing', 'membership', 'followsId', [...memberships.keys()], (id) =>
      one(memberships.get(id)?.followsId),
    ),
    ...ringsOf(posts, (id) => (lineagesFrom.get(id) ?? []).map((l) => l.toPostId)).map((ring) =>
      lineageRing(ring, index),
    ),
    ...[...lineagesFrom.values()].flatMap(areasInTwoSplits),
  ];
}

function sortedIds(records: readonly { readonly id: string }[]): readonly string[] {
  return records.map((r) => r.id).sort();
}

type Ring = readonly [string, ...string[]];

function ringFaults(
  code: FaultCode,
  kind: Kind,
  field: string,
  ids: readonly string[],
  next: (id: string) => readonly string[],
): readonly Fault[] {
  return ringsOf(ids, next).map((ring) => ({
    code,
    severity: 'error',
    kind,
    id: ring[0],
    field,
    otherId: ring[1] ?? ring[0],
    message: `${kind} ${ring[0]}: its ${field} runs in a ring: ${[...ring, ring[0]].join(' → ')}.`,
  }));
}

function lineageRing(ring: Ring, index: LedgerIndex): Fault {
  const to = ring[1] ?? ring[0];
  const step = index.lineagesFrom.get(ring[0])?.find((l) => l.toPostId === to);
  return {
    code: 'lineageRing',
    severity: 'error',
    kind: 'lineage',
    id: step?.id ?? ring[0],
    field: 'toPostId',
    otherId: to,
    message: `lineage ${step?.id ?? ''}: posts come from each other in a ring: ${[...ring, ring[0]].join(' → ')}.`,
  };
}

/** Every ring once, found by a walk without recursion: a chain of 200,000 repeats must not end the stack. */
function ringsOf(ids: readonly string[], next: (id: string) => readonly string[]): readonly Ring[] {
  const done = new Set<string>();
  const rings: Ring[] = [];
  for (const start of ids) {
    const path: { readonly id: string; readonly left: string[] }[] = [];
    const onPath = new Map<string, number>();
    const enter = (id: string): void => {
      onPath.set(id, path.length);
      path.push({ id, left: [...next(id)] });
    };
    if (!done.has(start)) enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const id = top.left.shift();
      if (id === undefined) {
        done.add(top.id);
        onPath.delete(top.id);
        path.pop();
        continue;
      }
      const at = onPath.get(id);
      if (at === undefined) {
        if (!done.has(id)) enter(id);
        continue;
      }
      const [first = id, ...others] = path.slice(at).map((step) => step.id);
      rings.push([first, ...others]);
    }
  }
  return rings;
}

function areasInTwoSplits(lineages: readonly Lineage[]): readonly Fault[] {
  const taken = new Map<string, Lineage>();
  const faults: Fault[] = [];
  for (const step of lineages) {
    if (step.kind !== 'split') continue;
    step.areaIds.forEach((areaId, i) => {
      const key = `${step.date} ${areaId}`;
      const other = taken.get(key);
      taken.set(key, other ?? step);
      if (other)
        faults.push({
          code: 'areaInTwoSplits',
          severity: 'error',
          kind: 'lineage',
          id: step.id,
          field: `areaIds[${i}]`,
          otherId: other.id,
          message: `lineage ${step.id}: ${areaId} goes on ${step.date} by ${other.id} too.`,
        });
    });
  }
  return faults;
}
