import type { Fault } from './faults';
import type { LedgerIndex } from './lookups';
import { firstDay, isPartialDate, lastDay } from './partial-date';
import type { Kind, Ledger, Membership, PartialDate, Pledge, StatusEvent } from './records';

/** Dates that no calendar has, and dates of one record, or of two, that contradict each other. */
export function faultsOfDates(ledger: Ledger, index: LedgerIndex): readonly Fault[] {
  const bad = badDates(ledger);
  // With a bad date nothing can be compared.
  const isSound = new Set(bad.map((f) => f.id));
  const sound = <T extends { readonly id: string }>(records: readonly T[]): readonly T[] =>
    isSound.size === 0 ? records : records.filter((r) => !isSound.has(r.id));
  return [
    ...bad,
    ...sound(ledger.posts).flatMap((p) => endBeforeStart('post', p.id, p.startDate, p.endDate)),
    ...sound(ledger.memberships).flatMap(ofMembership),
    ...sound(ledger.promises).flatMap((p) => ofPromise(p, index)),
    ...sound(ledger.statusEvents).flatMap((e) => ofEvent(e, index)),
  ];
}

type Field = readonly [field: string, date: PartialDate | null | undefined];

function badDates(ledger: Ledger): readonly Fault[] {
  const faults: Fault[] = [];
  const check = (kind: Kind, id: string, fields: readonly Field[]): void => {
    for (const [field, date] of fields)
      if (date != null && !isPartialDate(date)) faults.push(badDate(kind, id, field, date));
  };
  for (const p of ledger.posts)
    check('post', p.id, [
      ['startDate', p.startDate],
      ['endDate', p.endDate],
    ]);
  for (const m of ledger.memberships)
    check('membership', m.id, [
      ['startDate', m.startDate],
      ['endDate', m.endDate],
      ...m.attestedOn.map((date, i) => [`attestedOn[${i}]`, date] as const),
    ]);
  for (const l of ledger.lineages) check('lineage', l.id, [['date', l.date]]);
  for (const p of ledger.promises)
    check('promise', p.id, [
      ['saidOn', p.saidOn],
      ['dueOn', p.dueOn],
      ['source.publishedOn', p.source.publishedOn],
    ]);
  for (const e of ledger.statusEvents) check('statusEvent', e.id, [['on', e.on]]);
  for (const r of ledger.replies) check('reply', r.id, [['on', r.on]]);
  for (const s of ledger.stances) check('stance', s.id, [['on', s.on]]);
  return faults;
}

function badDate(kind: Kind, id: string, field: string, date: string): Fault {
  const message = `${kind} ${id}: ${field} is ${date}, which is no YYYY, YYYY-MM or YYYY-MM-DD of the calendar.`;
  return { code: 'badDate', severity: 'error', kind, id, field, message };
}

function endBeforeStart(
  kind: Kind,
  id: string,
  start: PartialDate | null,
  end: PartialDate | null,
): readonly Fault[] {
  if (start === null || end === null || firstDay(start) <= lastDay(end)) return [];
  const message = `${kind} ${id}: it ends on ${end}, before it starts on ${start}.`;
  return [{ code: 'endBeforeStart', severity: 'error', kind, id, field: 'endDate', message }];
}

function ofMembership(m: Membership): readonly Fault[] {
  const outside = m.attestedOn.flatMap((date, i): readonly Fault[] => {
    const isEarly = m.startDate !== null && lastDay(date) < firstDay(m.startDate);
    const isLate = m.endDate !== null && firstDay(date) > lastDay(m.endDate);
    if (!isEarly && !isLate) return [];
    const bound = isEarly ? `before its start ${m.startDate}` : `after its end ${m.endDate}`;
    return [
      {
        code: 'attestedOutsideTerm',
        severity: 'error',
        kind: 'membership',
        id: m.id,
        field: `attestedOn[${i}]`,
        message: `membership ${m.id}: it is attested on ${date}, ${bound}.`,
      },
    ];
  });
  return [...endBeforeStart('membership', m.id, m.startDate, m.endDate), ...outside];
}

function ofPromise(p: Pledge, index: LedgerIndex): readonly Fault[] {
  const faults: Fault[] = [];
  const add = (code: Fault['code'], field: string, rest: string, otherId?: string): void =>
    void faults.push({
      code,
      severity: 'error',
      kind: 'promise',
      id: p.id,
      field,
      ...(otherId === undefined ? {} : { otherId }),
      message: `promise ${p.id}: ${rest}.`,
    });
  const { saidOn, dueOn } = p;
  const published = p.source.publishedOn;
  if (saidOn && dueOn && lastDay(dueOn) < firstDay(saidOn))
    add('dueBeforeSaid', 'dueOn', `it is due on ${dueOn}, before it was said on ${saidOn}`);
  if (saidOn && published && firstDay(saidOn) > lastDay(published))
    add('saidAfterSource', 'saidOn', `said on ${saidOn}, after its source of ${published}`);
  const before = p.repeatsId === null ? undefined : index.promises.get(p.repeatsId);
  if (saidOn && before?.saidOn && firstDay(before.saidOn) > lastDay(saidOn))
    add(
      'repeatsLater',
      'repeatsId',
      `said on ${saidOn}, it repeats ${before.id}, which was said later, on ${before.saidOn}`,
      before.id,
    );
  return faults;
}

function ofEvent(e: StatusEvent, index: LedgerIndex): readonly Fault[] {
  const saidOn = index.promises.get(e.promiseId)?.saidOn;
  if (saidOn == null || lastDay(e.on) >= firstDay(saidOn)) return [];
  return [
    {
      code: 'eventBeforePromise',
      severity: 'error',
      kind: 'statusEvent',
      id: e.id,
      field: 'on',
      otherId: e.promiseId,
      message: `statusEvent ${e.id}: dated ${e.on}, before its promise ${e.promiseId} was said on ${saidOn}.`,
    },
  ];
}
