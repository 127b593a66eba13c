/** A box in client coordinates. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where the card goes, and how tall it may be; client coordinates. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const GAP = 8;
const MARGIN = 8;
/** Of the window's height; what is longer scrolls inside. */
const TALLEST = 0.7;
/** Less than this above and below: the card goes beside the words. */
const LEAST_HEIGHT = 180;

/** The box around all boxes. */
export function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

const clamp = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(value, most));

function beside(word: Box, card: Size, view: Size): Place | null {
  const onRight = view.width - MARGIN - (word.right + GAP) >= card.width;
  const onLeft = word.left - GAP - MARGIN >= card.width;
  if (!onRight && !onLeft) return null;
  const maxHeight = Math.min(view.height - 2 * MARGIN, view.height * TALLEST);
  const height = Math.min(card.height, maxHeight);
  return {
    left: onRight ? word.right + GAP : word.left - GAP - card.width,
    top: clamp(word.top, MARGIN, view.height - MARGIN - height),
    maxHeight,
  };
}

/**
 * A place below the words, else above, else beside them; never over them. `isRtl` lines the card up with
 * the end of the words instead of their beginning.
 */
export function placeCard(word: Box, card: Size, view: Size, isRtl: boolean): Place {
  const tallest = view.height * TALLEST;
  const below = view.height - MARGIN - (word.bottom + GAP);
  const above = word.top - GAP - MARGIN;
  const start = isRtl ? word.right - card.width : word.left;
  const left = clamp(start, MARGIN, Math.max(MARGIN, view.width - MARGIN - card.width));
  const wanted = Math.min(card.height, tallest);
  const goesBelow = wanted <= below || (wanted > above && below >= above);
  const room = goesBelow ? below : above;
  if (room < Math.min(wanted, LEAST_HEIGHT)) {
    const side = beside(word, card, view);
    if (side !== null) return side;
  }
  const maxHeight = Math.min(tallest, Math.max(room, 0));
  const height = Math.min(card.height, maxHeight);
  return { left, top: goesBelow ? word.bottom + GAP : word.top - GAP - height, maxHeight };
}

/** How far the pointer may stray from the card or the words before it counts as having left. */
const STRAY = 12;

const isWithin = (x: number, y: number, box: Box, stray: number) =>
  x >= box.left - stray &&
  x <= box.right + stray &&
  y >= box.top - stray &&
  y <= box.bottom + stray;

/** Whether a point is on the card, on the words, or on the way between them. */
export function isNear(x: number, y: number, words: readonly Box[], card: Box): boolean {
  if (isWithin(x, y, card, STRAY) || words.some((box) => isWithin(x, y, box, STRAY))) return true;
  const word = around(words);
  const isBetween = y >= Math.min(word.top, card.top) && y <= Math.max(word.bottom, card.bottom);
  return isBetween && x >= Math.min(card.left, word.left) && x <= Math.min(card.right, word.right);
}
