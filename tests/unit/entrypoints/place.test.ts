import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { around, type Box, isNear, placeCard } from '@/entrypoints/card/place';

const VIEW = { width: 1000, height: 800 };
const CARD = { width: 372, height: 400 };
const word = (left: number, top: number): Box => ({
  left,
  top,
  right: left + 120,
  bottom: top + 20,
});

const overlaps = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('the place of the card', () => {
  it('is below the words where there is room', () => {
    expect(placeCard(word(100, 100), CARD, VIEW, false)).toMatchObject({ left: 100, top: 128 });
  });

  it('is above the words near the bottom', () => {
    expect(placeCard(word(100, 700), CARD, VIEW, false).top).toBe(700 - 8 - 400);
  });

  it('keeps inside the window at its right edge', () => {
    expect(placeCard(word(900, 100), CARD, VIEW, false).left).toBe(1000 - 8 - 372);
  });

  it('begins at the end of the words where text runs right to left', () => {
    expect(placeCard(word(600, 100), CARD, VIEW, true).left).toBe(720 - 372);
  });

  it('goes beside the words in a low window', () => {
    const low = { width: 1000, height: 300 };
    const spot = placeCard(word(100, 140), CARD, low, false);
    expect(spot.left).toBe(228);
  });

  it('never covers the words and never leaves the window, wherever they are', () => {
    const boxes = fc.record({
      left: fc.integer({ min: 0, max: 900 }),
      top: fc.integer({ min: 0, max: 780 }),
      height: fc.integer({ min: 10, max: 60 }),
      card: fc.integer({ min: 60, max: 900 }),
    });
    fc.assert(
      fc.property(boxes, ({ left, top, height, card }) => {
        const words = { left, top, right: left + 90, bottom: Math.min(800, top + height) };
        const spot = placeCard(words, { width: 372, height: card }, VIEW, false);
        const shown = Math.min(card, spot.maxHeight);
        const box = {
          left: spot.left,
          top: spot.top,
          right: spot.left + 372,
          bottom: spot.top + shown,
        };
        expect(overlaps(box, words)).toBe(false);
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(VIEW.width);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.bottom).toBeLessThanOrEqual(VIEW.height);
        expect(shown).toBeLessThanOrEqual(VIEW.height * 0.7);
      }),
    );
  });
});

describe('leaving the card', () => {
  const words = [word(100, 100)];
  const card = { left: 100, top: 128, right: 472, bottom: 528 };
  it.each([
    [150, 110, true, 'on the words'],
    [150, 124, true, 'in the gap'],
    [300, 300, true, 'on the card'],
    [600, 300, false, 'right of the card'],
    [150, 60, false, 'above the words'],
    [150, 560, false, 'below the card'],
  ])('at %i, %i the pointer is near: %s (%s)', (x, y, near) => {
    expect(isNear(x, y, words, card)).toBe(near);
  });

  it('takes a mark over two lines as one', () => {
    expect(around([word(800, 100), word(0, 130)])).toEqual({
      left: 0,
      top: 100,
      right: 920,
      bottom: 150,
    });
  });
});
