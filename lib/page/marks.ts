import type { Mark } from '@/lib/messaging/protocol';
import { type Block, offsetOf, pieceAt, staticRange } from './block';

/** A mark on the page: which block it stands in, and its range there. */
export interface PlacedMark {
  readonly mark: Mark;
  readonly block: Block;
  readonly range: StaticRange;
}

/** How marks look; a setting. */
export type MarkStyle = 'underline' | 'tint';

/**
 * The registry's names can be read by the page's own scripts: they name neither product nor person.
 * `style.css` of the content script draws them.
 */
const NAMES: Readonly<Record<MarkStyle, { readonly sure: string; readonly light: string }>> = {
  underline: { sure: 'sure', light: 'light' },
  tint: { sure: 'sure-tint', light: 'light-tint' },
};

/** A pointer this far from a mark's letters is still on it, in pixels. */
const SLACK = 2;

function compare(a: PlacedMark, b: PlacedMark): number {
  const [one, other] = [a.range.startContainer, b.range.startContainer];
  if (one === other) return a.range.startOffset - b.range.startOffset;
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** The text nodes that a mark's words stand in: one, unless tags break them. */
function nodesOf({ block, mark }: PlacedMark): Text[] {
  const nodes: Text[] = [];
  for (let piece = pieceAt(block, mark.start); piece < block.nodes.length; piece++) {
    const node = block.nodes[piece];
    if (node === undefined || (block.textStarts[piece] ?? 0) >= mark.end) break;
    if (nodes.at(-1) !== node) nodes.push(node);
  }
  return nodes;
}

/** Both are in page order already; a few that come late are put in their places. */
function merged(known: readonly PlacedMark[], fresh: readonly PlacedMark[]): PlacedMark[] {
  const last = known.at(-1);
  const [first] = fresh;
  if (last === undefined || first === undefined || compare(last, first) < 0)
    return [...known, ...fresh];
  return [...known, ...fresh].sort(compare);
}

function boxesOf(range: StaticRange): DOMRect[] {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return [...live.getClientRects()];
}

function holds(box: DOMRect, x: number, y: number): boolean {
  return (
    x >= box.left - SLACK &&
    x <= box.right + SLACK &&
    y >= box.top - SLACK &&
    y <= box.bottom + SLACK
  );
}

function place(mark: Mark, block: Block): PlacedMark | null {
  const range =
    block.text.slice(mark.start, mark.end) === mark.text
      ? staticRange(block, mark.start, mark.end)
      : null;
  return range === null ? null : { mark, block, range };
}

/** The marks of one page: draws them, finds them again, takes them away. */
export class MarkLayer {
  readonly #registry: HighlightRegistry;
  readonly #byNode = new Map<Node, PlacedMark[]>();
  /** The elements that hold marked words: the first and cheapest test of a hit. */
  readonly #parents = new Set<Node | null>();
  #placed: readonly PlacedMark[] = [];
  #on = false;
  #style: MarkStyle = 'underline';

  constructor(registry: HighlightRegistry) {
    this.#registry = registry;
  }

  /** All marks, in page order. */
  get placed(): readonly PlacedMark[] {
    return this.#placed;
  }

  /** Places marks, given in page order, whose text still stands where it was read; returns how many do not. */
  add(marks: readonly { readonly mark: Mark; readonly block: Block }[]): number {
    const fresh = marks.map(({ mark, block }) => place(mark, block)).filter((one) => one !== null);
    if (fresh.length > 0) this.#settle(merged(this.#placed, fresh));
    return marks.length - fresh.length;
  }

  /** Takes away the marks for which the test holds. */
  remove(test: (placed: PlacedMark) => boolean): void {
    const left = this.#placed.filter((one) => !test(one));
    if (left.length < this.#placed.length) this.#settle(left);
  }

  draw(on: boolean, style: MarkStyle): void {
    this.#on = on;
    this.#style = style;
    this.#redraw();
  }

  /** The mark under a point of the window, or null. `target` is the element that the pointer is on. */
  at(x: number, y: number, target: EventTarget | null): PlacedMark | null {
    if (!this.#on || !(target instanceof Node) || !this.#parents.has(target)) return null;
    const caret = document.caretPositionFromPoint(x, y);
    if (caret === null) return null;
    for (const one of this.#byNode.get(caret.offsetNode) ?? []) {
      const offset = offsetOf(one.block, caret.offsetNode, caret.offset);
      if (offset === null || offset < one.mark.start || offset > one.mark.end) continue;
      // The caret snaps to the nearest letter, however far: the boxes decide.
      if (this.boxes(one).some((box) => holds(box, x, y))) return one;
    }
    return null;
  }

  /** Client boxes of a mark's words. */
  boxes(placed: PlacedMark): DOMRect[] {
    return boxesOf(placed.range);
  }

  #settle(placed: readonly PlacedMark[]): void {
    this.#placed = placed;
    this.#byNode.clear();
    this.#parents.clear();
    for (const one of placed) {
      for (const node of nodesOf(one)) {
        const there = this.#byNode.get(node);
        if (there === undefined) this.#byNode.set(node, [one]);
        else there.push(one);
        this.#parents.add(node.parentNode);
      }
    }
    this.#redraw();
  }

  #redraw(): void {
    for (const { sure, light } of Object.values(NAMES)) {
      this.#registry.delete(sure);
      this.#registry.delete(light);
    }
    if (!this.#on || this.#placed.length === 0) return;
    const names = NAMES[this.#style];
    this.#registry.set(names.sure, highlightOf(this.#placed, false));
    this.#registry.set(names.light, highlightOf(this.#placed, true));
  }
}

function highlightOf(placed: readonly PlacedMark[], light: boolean): Highlight {
  const highlight = new Highlight();
  for (const { mark, range } of placed) if (mark.light === light) highlight.add(range);
  return highlight;
}
