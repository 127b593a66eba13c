import type { Fault } from './faults';
import { type LedgerIndex, restsOnWeakSources } from './lookups';
import type { Kind, Ledger, Source, StatusEvent } from './records';
import { SOURCED_STATUSES } from './statuses';

/** Facts without a source, with weak sources alone, or with an address that is none. */
export function faultsOfSources(ledger: Ledger, index: LedgerIndex): readonly Fault[] {
  const faults: Fault[] = [];
  for (const m of ledger.memberships) {
    faults.push(...ofAddresses('membership', m.id, m.sources));
    if (m.sources.length === 0) faults.push(unsourced('membership', m.id, 'a membership'));
    if (restsOnWeakSources(index, m.sources)) faults.push(weakOnly('membership', m.id, 'sources'));
  }
  for (const p of ledger.promises) {
    faults.push(...ofAddresses('promise', p.id, [p.source], 'source'));
    if (restsOnWeakSources(index, [p.source])) faults.push(weakOnly('promise', p.id, 'source'));
  }
  for (const e of ledger.statusEvents) faults.push(...ofEvent(e, index));
  for (const r of ledger.replies) faults.push(...ofAddresses('reply', r.id, r.sources));
  for (const s of ledger.stances) {
    faults.push(...ofAddresses('stance', s.id, s.sources));
    if (s.sources.length === 0) faults.push(unsourced('stance', s.id, 'a stance'));
  }
  return faults;
}

function ofEvent(e: StatusEvent, index: LedgerIndex): readonly Fault[] {
  const kind = 'statusEvent';
  const faults: Fault[] = [...ofAddresses(kind, e.id, e.sources)];
  if (e.sources.length === 0 && SOURCED_STATUSES.has(e.status))
    faults.push(unsourced(kind, e.id, `the status ${e.status}`));
  if (restsOnWeakSources(index, e.sources)) faults.push(weakOnly(kind, e.id, 'sources'));
  if (e.status === 'unrateable' && !e.reasonCode) {
    const message = `statusEvent ${e.id}: the status unrateable needs a reasonCode.`;
    faults.push({
      code: 'missingReason',
      severity: 'error',
      kind,
      id: e.id,
      field: 'reasonCode',
      message,
    });
  }
  const corrected = index.ledger.statusEvents.length > 0 ? e.correctsId : undefined;
  const other = corrected === undefined ? undefined : eventsOf(index).get(corrected);
  if (other && other.promiseId !== e.promiseId)
    faults.push({
      code: 'correctsOtherPromise',
      severity: 'error',
      kind,
      id: e.id,
      field: 'correctsId',
      otherId: other.id,
      message: `statusEvent ${e.id}: it corrects ${other.id}, an event of another promise, ${other.promiseId}.`,
    });
  return faults;
}

const events = new WeakMap<LedgerIndex, ReadonlyMap<string, StatusEvent>>();

function eventsOf(index: LedgerIndex): ReadonlyMap<string, StatusEvent> {
  const made = events.get(index) ?? new Map(index.ledger.statusEvents.map((e) => [e.id, e]));
  events.set(index, made);
  return made;
}

function unsourced(kind: Kind, id: string, what: string): Fault {
  const message = `${kind} ${id}: ${what} needs at least one source.`;
  return { code: 'unsourced', severity: 'error', kind, id, field: 'sources', message };
}

function weakOnly(kind: Kind, id: string, field: string): Fault {
  const message = `${kind} ${id}: it rests on copies and aggregators alone, so it is shown as unconfirmed.`;
  return { code: 'weakSourcesOnly', severity: 'doubt', kind, id, field, message };
}

function ofAddresses(
  kind: Kind,
  id: string,
  sources: readonly Source[],
  single?: 'source',
): readonly Fault[] {
  return sources.flatMap((source, i): readonly Fault[] => {
    if (/^https?:\/\/[^\s/]+/.test(source.url)) return [];
    const field = `${single ?? `sources[${i}]`}.url`;
    const message = `${kind} ${id}: ${field} is no http or https address: ${source.url}.`;
    return [{ code: 'badAddress', severity: 'error', kind, id, field, message }];
  });
}
