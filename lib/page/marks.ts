import type { Mark } from '@/lib/messaging/protocol';
import { type Block, offsetOf, staticRange } from './block';

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
  const { start, end, text } = mark;
  if (end - start !== text.length || !block.text.startsWith(text, start)) return null;
  const range = staticRange(block, start, end);
  return range === null ? null : { mark, block, range };
}

function rangesOf(placed: readonly PlacedMark[], light: boolean): StaticRange[] {
  return placed.filter(({ mark }) => mark.light === light).map(({ range }) => range);
}

/** More arguments than this a call may not take. */
const MAX_ARGUMENTS = 10_000;

/** A highlight with more ranges: a new one in place of an empty one, else the same. */
function filled(highlight: Highlight, ranges: readonly StaticRange[]): Highlight {
  // 5,000 ranges given to the constructor take 7.6 ms with their making, added one by one 10.7.
  if (highlight.size === 0 && ranges.length < MAX_ARGUMENTS) return new Highlight(...ranges);
  for (const range of ranges) highlight.add(range);
  return highlight;
}

/** The open shadow roots that an element stands in, which `caretPositionFromPoint` enters only when told to. */
function shadowRootsAround(element: Node): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (let at = element.getRootNode(); at instanceof ShadowRoot; at = at.host.getRootNode()) {
    roots.push(at);
  }
  return roots;
}

function isAtCaret({ block, mark }: PlacedMark, { offsetNode, offset }: CaretPosition): boolean {
  if (!block.nodes.some((node) => node === offsetNode)) return false;
  const at = offsetOf(block, offsetNode, offset);
  return at !== null && at >= mark.start && at <= mark.end;
}

/** The marks of one page: draws them, finds them again, takes them away. */
export class MarkLayer {
  readonly #registry: HighlightRegistry;
  // Kept and added to: a late paragraph beside 5,000 marks costs its own marks only.
  #sure = new Highlight();
  #light = new Highlight();
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
    const fresh: PlacedMark[] = [];
    for (const { mark, block } of marks) {
      const placed = place(mark, block);
      if (placed !== null) fresh.push(placed);
    }
    if (fresh.length === 0) return marks.length;
    this.#placed = merged(this.#placed, fresh);
    this.#sure = filled(this.#sure, rangesOf(fresh, false));
    this.#light = filled(this.#light, rangesOf(fresh, true));
    this.#register();
    return marks.length - fresh.length;
  }

  /** Takes away the marks for which the test holds. */
  remove(test: (placed: PlacedMark) => boolean): void {
    const left: PlacedMark[] = [];
    for (const one of this.#placed) {
      if (test(one)) this.#highlightOf(one).delete(one.range);
      else left.push(one);
    }
    if (left.length === this.#placed.length) return;
    this.#placed = left;
    this.#register();
  }

  draw(on: boolean, style: MarkStyle): void {
    this.#on = on;
    this.#style = style;
    this.#register();
  }

  /** The mark under a point of the window, or null. `target` is the innermost element that the pointer is on. */
  at(x: number, y: number, target: EventTarget | null): PlacedMark | null {
    if (!this.#on || this.#placed.length === 0 || !(target instanceof Node)) return null;
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots: shadowRootsAround(target) });
    if (caret === null) return null;
    // All are looked at: 5,000 take 0.1 ms, and an index of them 4 ms to make. The caret snaps to the nearest
    // letter, however far: the boxes decide.
    const hit = this.#placed.find(
      (one) => isAtCaret(one, caret) && this.boxes(one).some((box) => holds(box, x, y)),
    );
    return hit ?? null;
  }

  /** Client boxes of a mark's words. */
  boxes(placed: PlacedMark): DOMRect[] {
    return boxesOf(placed.range);
  }

  #highlightOf({ mark }: PlacedMark): Highlight {
    return mark.light ? this.#light : this.#sure;
  }

  /** Only what is drawn is in the registry, where the page's scripts can see it. */
  #register(): void {
    for (const [style, { sure, light }] of Object.entries(NAMES)) {
      const isDrawn = this.#on && style === this.#style;
      this.#put(sure, isDrawn ? this.#sure : null);
      this.#put(light, isDrawn ? this.#light : null);
    }
  }

  #put(name: string, highlight: Highlight | null): void {
    if (highlight !== null && highlight.size > 0) this.#registry.set(name, highlight);
    else this.#registry.delete(name);
  }
}
