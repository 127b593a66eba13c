import { useState } from 'react';
import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';

/** One page of a list, and how to turn it. */
export interface Paged<T> {
  readonly rows: readonly T[];
  /** The place of the first of them in the whole list. */
  readonly from: number;
  readonly total: number;
  readonly size: number;
  readonly onTurn: (from: number) => void;
}

/** Cuts a list into pages; a shorter list than the one before is shown from its beginning. */
export function usePages<T>(list: readonly T[], size: number): Paged<T> {
  const [turned, onTurn] = useState(0);
  const from = turned < list.length ? turned : 0;
  const rows = list.length <= size ? list : list.slice(from, from + size);
  return { rows, from, total: list.length, size, onTurn };
}

/** Turns the pages of a list; nothing where there is only one. On paper it says which part of the list is printed. */
export function Pager<T>(props: { readonly paged: Paged<T>; readonly lang: Lang }) {
  const { rows, from, total, size, onTurn } = props.paged;
  const { pager } = strings(props.lang).pages;
  if (total <= size) return null;
  const isLast = from + size >= total;
  // `aria-disabled`, since a button that was pressed and is then disabled loses the focus of the keyboard.
  return (
    <div className="pager">
      <button
        type="button"
        className="text-button small no-print"
        aria-disabled={from === 0}
        onClick={() => onTurn(Math.max(0, from - size))}
      >
        {pager.before}
      </button>
      <output className="soft small">{pager.range(from + 1, from + rows.length, total)}</output>
      <button
        type="button"
        className="text-button small no-print"
        aria-disabled={isLast}
        onClick={() => onTurn(isLast ? from : from + size)}
      >
        {pager.after}
      </button>
    </div>
  );
}
