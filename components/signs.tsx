import type { ReactNode } from 'react';
import type { Status } from '@/lib/ledger/records';

/** The drawn signs: seven statuses and the few marks beside them. One grid of 16 units, readable at 12 px. */
export type SignName =
  | Status
  | 'handed'
  | 'due'
  | 'said'
  | 'source'
  | 'close'
  | 'menu'
  | 'search'
  | 'quote'
  | 'place';

const RING = <circle cx="8" cy="8" r="6" />;
const solid = { fill: 'currentColor', stroke: 'none' } as const;

const SHAPES: Record<SignName, ReactNode> = {
  notRated: RING,
  inProgress: (
    <>
      {RING}
      <path d="M8 8V3.4A4.6 4.6 0 0 1 12.6 8Z" {...solid} />
    </>
  ),
  stalled: <path d="M5.5 3v10M10.5 3v10" strokeWidth="2.4" />,
  kept: <path d="m2.5 8.6 3.7 3.9 7.3-9" strokeWidth="2.4" />,
  partlyKept: (
    <>
      {RING}
      <path d="M8 3.4a4.6 4.6 0 0 0 0 9.2Z" {...solid} />
    </>
  ),
  broken: <path d="m3.5 3.5 9 9m0-9-9 9" strokeWidth="2.4" />,
  unrateable: <path d="M3 8h10" strokeWidth="2.4" />,
  handed: <path d="M4.5 3v10l8-5Z" {...solid} />,
  due: <path d="m8 2 6 6-6 6-6-6Z" />,
  said: <circle cx="8" cy="8" r="3.5" {...solid} />,
  source: <path d="M6 3.5h6.5V10M12.2 3.8l-8.7 8.7" />,
  close: <path d="m4 4 8 8m0-8-8 8" />,
  menu: (
    <>
      <circle cx="3" cy="8" r="1.4" {...solid} />
      <circle cx="8" cy="8" r="1.4" {...solid} />
      <circle cx="13" cy="8" r="1.4" {...solid} />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.4 10.4 3.6 3.6" />
    </>
  ),
  quote: (
    <path d="M6.5 4C4 4.8 2.8 6.6 2.8 9v3h4V8.5H4.9M13.5 4c-2.5.8-3.7 2.6-3.7 5v3h4V8.5h-1.9" />
  ),
  place: (
    <>
      <path d="M8 14S3.2 9.6 3.2 6.3a4.8 4.8 0 0 1 9.6 0C12.8 9.6 8 14 8 14Z" />
      <circle cx="8" cy="6.4" r="1.4" {...solid} />
    </>
  ),
};

/** The bare shape of a sign, for use inside another drawing (the office picture). */
function SignShape({ name }: { readonly name: SignName }): ReactNode {
  return (
    <g
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {SHAPES[name]}
    </g>
  );
}

/** A sign. It is decoration: the word stands beside it, or in hidden text. */
export function Sign({ name, size = 16 }: { readonly name: SignName; readonly size?: number }) {
  return (
    <svg className="sign" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <SignShape name={name} />
    </svg>
  );
}
