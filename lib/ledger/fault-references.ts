import type { Fault } from './faults';
import type { LedgerIndex } from './lookups';
import type { Kind, Ledger } from './records';

interface HasId {
  readonly id: string;
}

/** Ids used twice within a kind, and ids that no record has. */
export function faultsOfReferences(ledger: Ledger, index: LedgerIndex): readonly Fault[] {
  return [...duplicates(ledger), ...unknownIds(ledger, index)];
}

const LISTS = [
  ['area', 'areas'],
  ['person', 'persons'],
  ['post', 'posts'],
  ['membership', 'memberships'],
  ['lineage', 'lineages'],
  ['promise', 'promises'],
  ['statusEvent', 'statusEvents'],
  ['reply', 'replies'],
  ['sourceCheck', 'sourceChecks'],
  ['stance', 'stances'],
] as const satisfies readonly (readonly [Kind, keyof Ledger])[];

function duplicates(ledger: Ledger): readonly Fault[] {
  const faults: Fault[] = [];
  for (const [kind, list] of LISTS) {
    const seen = new Set<string>();
    for (const { id } of ledger[list]) {
      if (seen.has(id))
        faults.push({
          code: 'duplicateId',
          severity: 'error',
          kind,
          id,
          field: 'id',
          otherId: id,
          message: `The id ${id} is used by two records of the kind ${kind}.`,
        });
      seen.add(id);
    }
  }
  return faults;
}

type Known = { has(id: string): boolean };
type Reference = readonly [field: string, id: string | null | undefined, kind: Kind, known: Known];

function unknownIds(ledger: Ledger, index: LedgerIndex): readonly Fault[] {
  const events = new Set(ledger.statusEvents.map((e) => e.id));
  const { areas, persons, posts, memberships, promises } = index;
  const check = checker();
  for (const a of ledger.areas) check.add('area', a, [['parentId', a.parentId, 'area', areas]]);
  for (const p of ledger.posts) check.add('post', p, [['areaId', p.areaId, 'area', areas]]);
  for (const m of ledger.memberships)
    check.add('membership', m, [
      ['personId', m.personId, 'person', persons],
      ['postId', m.postId, 'post', posts],
      ['followsId', m.followsId, 'membership', memberships],
    ]);
  for (const l of ledger.lineages)
    check.add('lineage', l, [
      ['fromPostId', l.fromPostId, 'post', posts],
      ['toPostId', l.toPostId, 'post', posts],
      ...l.areaIds.map((id, i) => [`areaIds[${i}]`, id, 'area', areas] as const),
    ]);
  for (const p of ledger.promises)
    check.add('promise', p, [
      ['areaId', p.areaId, 'area', areas],
      ['personId', p.personId, 'person', persons],
      ['postId', p.postId, 'post', posts],
      ['repeatsId', p.repeatsId, 'promise', promises],
    ]);
  for (const e of ledger.statusEvents)
    check.add('statusEvent', e, [
      ['promiseId', e.promiseId, 'promise', promises],
      ['correctsId', e.correctsId, 'statusEvent', events],
    ]);
  for (const r of ledger.replies)
    check.add('reply', r, [
      ['promiseId', r.promiseId, 'promise', promises],
      ['postId', r.postId, 'post', posts],
    ]);
  for (const s of ledger.stances)
    check.add('stance', s, [
      ['promiseId', s.promiseId, 'promise', promises],
      ['membershipId', s.membershipId, 'membership', memberships],
    ]);
  for (const s of ledger.sourceChecks)
    check.add('sourceCheck', s, [['promiseId', s.promiseId, 'promise', promises]]);
  return check.faults;
}

interface Checker {
  readonly faults: readonly Fault[];
  add(kind: Kind, record: HasId, references: readonly Reference[]): void;
}

function checker(): Checker {
  const faults: Fault[] = [];
  return {
    faults,
    add(kind, { id }, references) {
      for (const [field, otherId, otherKind, known] of references) {
        if (otherId == null || known.has(otherId)) continue;
        const message = `${kind} ${id}: ${field} names ${otherId}, and there is no such ${otherKind}.`;
        faults.push({ code: 'unknownId', severity: 'error', kind, id, field, otherId, message });
      }
    },
  };
}
