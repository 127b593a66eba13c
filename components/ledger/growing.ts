import { startTransition, useEffect, useState } from 'react';
import { usePrinting } from './virtual-rows';

/** Rows drawn with one frame: one of the sheet takes some 0.7 ms to make and to lay out (measured). */
export const ROWS_A_FRAME = 25;

/**
 * How many rows of a list to draw: a few at once, a few more with every frame, for the printer all of them. Begins
 * anew when `of`, which says what is listed, changes.
 */
export function useGrowing(total: number, of: string): number {
  const isPrinting = usePrinting();
  const [grown, setGrown] = useState({ of, rows: ROWS_A_FRAME });
  const rows = grown.of === of ? grown.rows : ROWS_A_FRAME;
  useEffect(() => {
    if (rows >= total) return;
    const more = () => startTransition(() => setGrown({ of, rows: rows + ROWS_A_FRAME }));
    const frame = requestAnimationFrame(more);
    return () => cancelAnimationFrame(frame);
  }, [rows, total, of]);
  return isPrinting ? total : Math.min(rows, total);
}
