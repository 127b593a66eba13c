import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Up to so many rows stand in the page as they are; more would be slow to lay out on a plain phone. */
const PLAIN_ROWS = 60;
/** Rows made ready beyond the window's edges, so that Tab and a quick scroll find them there. */
const OVERSCAN = 4;

/** Which rows to draw, and the heights that stand in for the rows above and below them. */
export interface VirtualRows<E extends HTMLElement> {
  /** Given to the element that holds the rows. */
  readonly hold: (holder: E | null) => void;
  readonly indexes: readonly number[];
  readonly before: number;
  readonly after: number;
  /** Given to every drawn row together with `data-index`, so that its real height is known. */
  readonly measure: (row: Element | null) => void;
}

/** True while the page is being printed: then every row is drawn. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    // The print is taken right after the event: the rows must be there by then.
    addEventListener('beforeprint', () => flushSync(() => setPrinting(true)), { signal });
    addEventListener('afterprint', () => setPrinting(false), { signal });
    return () => ending.abort();
  }, []);
  return isPrinting;
}

/** Draws only the rows near the window when there are many; the page keeps its whole height. */
export function useVirtualRows<E extends HTMLElement>(
  count: number,
  rowHeight: number,
): VirtualRows<E> {
  const [holder, hold] = useState<E | null>(null);
  const [top, setTop] = useState(0);
  const isPrinting = usePrinting();
  const isPlain = count <= PLAIN_ROWS || isPrinting;
  // The rule is for code that the React compiler memoises; ours is not compiled.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useWindowVirtualizer({
    count: isPlain ? 0 : count,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    // A list that the width hides has no height: rows taken for zero would never fill the window.
    measureElement: (row) => row.getBoundingClientRect().height || rowHeight,
    scrollMargin: top,
  });
  useLayoutEffect(() => {
    if (holder === null) return;
    const ending = new AbortController();
    const place = () => setTop(Math.round(holder.getBoundingClientRect().top + scrollY));
    place();
    addEventListener('resize', place, { signal: ending.signal });
    return () => ending.abort();
  }, [holder]);
  if (isPlain) {
    const indexes = Array.from({ length: count }, (_, index) => index);
    return { hold, indexes, before: 0, after: 0, measure: () => undefined };
  }
  const items = virtualizer.getVirtualItems();
  const end = items.at(-1)?.end ?? top;
  return {
    hold,
    indexes: items.map(({ index }) => index),
    before: (items[0]?.start ?? top) - top,
    after: virtualizer.getTotalSize() - (end - top),
    measure: virtualizer.measureElement,
  };
}
