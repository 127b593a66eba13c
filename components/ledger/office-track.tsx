import type { CSSProperties } from 'react';
import type { Status } from '@/lib/ledger/records';
import { Sign } from '../signs';
import type { Line } from './office-scale';

/** Signs that are rings themselves need no ring around them. */
const RINGED: ReadonlySet<Status> = new Set(['notRated', 'inProgress', 'partlyKept']);

export const percent = (value: number) => `${value.toFixed(2)}%`;

/** A place on the time line, in per cent of its width. */
export const place = (left: number, width?: number): CSSProperties => ({
  insetInlineStart: percent(left),
  ...(width !== undefined && { width: percent(width) }),
});

/** One promise: from the day it was said, across the holders, to the day it was closed or today. */
export function OfficeTrack({
  line,
  today,
}: {
  readonly line: Line;
  readonly today: number | null;
}) {
  const { from, to, due, status, entry } = line;
  const solidTo = due === null ? to : Math.max(from, Math.min(due, to));
  const isAhead = due !== null && due > to && today !== null;
  return (
    <div className={`track s-${status}`}>
      {line.crossings[0] !== undefined && (
        <i className="carried" style={place(line.crossings[0], to - line.crossings[0])} />
      )}
      <i className="solid" style={place(from, solidTo - from)} />
      {to > solidTo && <i className="dotted" style={place(solidTo, to - solidTo)} />}
      {isAhead && <i className="ahead" style={place(to, due - to)} />}
      <i className={line.isFromOpen ? 'start open' : 'start'} style={place(from)} />
      {line.crossings.map((at) => (
        <i key={at} className="handed" style={place(at)} />
      ))}
      {due !== null && <i className="due" style={place(due)} />}
      <i
        className={`end${RINGED.has(status) ? ' ring' : ''}${entry.weakStatus ? ' weak' : ''}`}
        style={place(to)}
      >
        <Sign name={status} size={13} />
      </i>
    </div>
  );
}
