/** A place in the document, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Between what we show and the words it stands beside, in pixels. */
const GAP = 8;
/** Kept free at the window's edges, in pixels. */
const EDGE = 4;

/**
 * Where a thing of ours stands beside words: below their last line, else above their first, never over them and
 * never outside the window. Null when none of the boxes is seen.
 */
export function placeBeside(
  boxes: readonly DOMRect[],
  [width, height]: readonly [width: number, height: number],
): Place | null {
  const shown = boxes.filter((box) => box.width > 0 && box.height > 0);
  const first = shown[0];
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return null;
  const bottom = Math.max(...shown.map((box) => box.bottom));
  const top = Math.min(...shown.map((box) => box.top));
  const fitsBelow = bottom + GAP + height + EDGE <= window.innerHeight;
  const fitsAbove = top - GAP - height >= EDGE;
  const isBelow = fitsBelow || !fitsAbove;
  const y = isBelow ? bottom + GAP : top - GAP - height;
  const wanted = (isBelow ? last.right : first.left) - width / 2;
  const most = document.documentElement.clientWidth - width - EDGE;
  return { x: Math.max(EDGE, Math.min(wanted, most)) + window.scrollX, y: y + window.scrollY };
}
