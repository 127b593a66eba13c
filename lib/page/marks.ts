import type { Mark } from '@/lib/messaging/protocol';
import { type Block, endsOf, offsetOf, pieceAt, staticRange } from './block';
import type { MarkDrawer, NearMarks } from './near-marks';
import { isShadow } from './nodes';

/** A mark on the page, and the block it stands in. */
export interface PlacedMark {
  readonly mark: Mark;
  readonly block: Block;
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

/**
 * A page with more marks has only those near the window drawn: in each frame in which page or marks change, the
 * browser spends 30 µs on every mark that is drawn (measured), wherever it stands.
 */
export const MAX_DRAWN = 200;

/** Makes what draws the marks near the window. */
export type NearMaker = (layer: MarkDrawer<PlacedMark>, root: Element) => NearMarks<PlacedMark>;

function compare(a: PlacedMark, b: PlacedMark): number {
  const [one, other] = [a, b].map(({ mark, block }) => block.nodes[pieceAt(block, mark.start)]);
  if (one === other || one === undefined || other === undefined) return a.mark.start - b.mark.start;
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

function rangeOf({ mark, block }: PlacedMark): StaticRange | null {
  return staticRange(block, mark.start, mark.end);
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
  return endsOf(block, start, end) === null ? null : { mark, block };
}

/** The open shadow roots that an element stands in, which `caretPositionFromPoint` enters only when told to. */
function shadowRootsAround(element: Node): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (let at = element.getRootNode(); isShadow(at); at = at.host.getRootNode()) {
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
export class MarkLayer implements MarkDrawer<PlacedMark> {
  /** Its code comes with the first text of more marks than are all drawn. Without it all are, however many. */
  nearMarks: NearMaker | null = null;
  readonly #registry: HighlightRegistry;
  readonly #root: Element;
  #sure = new Highlight();
  #light = new Highlight();
  #placed: readonly PlacedMark[] = [];
  /** Those that stand in the highlights, with their ranges there. */
  readonly #drawn = new Map<PlacedMark, StaticRange>();
  /** While only marks near the window are drawn. */
  #near: NearMarks<PlacedMark> | null = null;
  /** One live range for all that is measured: thousands of them, until they are collected, slow the page's edits. */
  #ruler: Range | null = null;
  #on = false;
  #style: MarkStyle = 'underline';

  /** @param root what holds all of the text. */
  constructor(registry: HighlightRegistry, root: Element = document.body) {
    this.#registry = registry;
    this.#root = root;
  }

  /** All marks, in page order. */
  get placed(): readonly PlacedMark[] {
    return this.#placed;
  }

  get drawn(): ReadonlyMap<PlacedMark, StaticRange> {
    return this.#drawn;
  }

  get isOn(): boolean {
    return this.#on;
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
    this.#drawMissing();
    return marks.length - fresh.length;
  }

  /** Takes away the marks for which the test holds. */
  remove(test: (placed: PlacedMark) => boolean): void {
    const left: PlacedMark[] = [];
    for (const one of this.#placed) {
      if (!test(one)) left.push(one);
      else {
        this.#undraw(one);
        this.#near?.forget(one);
      }
    }
    if (left.length === this.#placed.length) return;
    this.#placed = left;
    this.#drawMissing();
  }

  draw(on: boolean, style: MarkStyle): void {
    this.#on = on;
    this.#style = style;
    this.#register();
    this.#near?.look();
  }

  drawOnly(marks: readonly PlacedMark[]): void {
    this.#sure = new Highlight();
    this.#light = new Highlight();
    this.#drawn.clear();
    this.#fill(marks);
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

  /** Client boxes of a mark's words; none where the page has changed under them. */
  boxes(placed: PlacedMark): DOMRect[] {
    return [...(this.rangeOver(placed, placed)?.getClientRects() ?? [])];
  }

  rangeOver(first: PlacedMark, last: PlacedMark): Range | null {
    const [from, to] = [first, last].map(({ block, mark }) => endsOf(block, mark.start, mark.end));
    if (!from || !to) return null;
    this.#ruler ??= document.createRange();
    this.#ruler.setStart(from.startContainer, from.startOffset);
    this.#ruler.setEnd(to.endContainer, to.endOffset);
    return this.#ruler;
  }

  #highlightOf({ mark }: PlacedMark): Highlight {
    return mark.light ? this.#light : this.#sure;
  }

  #undraw(placed: PlacedMark): void {
    const range = this.#drawn.get(placed);
    if (range === undefined) return;
    this.#highlightOf(placed).delete(range);
    this.#drawn.delete(placed);
  }

  /** Few marks are all drawn at once; of many, those near the window in the next frame. */
  #drawMissing(): void {
    if (this.#placed.length > MAX_DRAWN && this.nearMarks !== null) {
      this.#near ??= this.nearMarks(this, this.#root);
      this.#near.look();
      this.#register();
      return;
    }
    this.#near?.stop();
    this.#near = null;
    this.#fill(this.#placed.filter((one) => !this.#drawn.has(one)));
  }

  #fill(placed: readonly PlacedMark[]): void {
    for (const one of placed) {
      const range = rangeOf(one);
      if (range === null) continue;
      this.#drawn.set(one, range);
      this.#highlightOf(one).add(range);
    }
    this.#register();
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
    if (highlight === null || highlight.size === 0) this.#registry.delete(name);
    // To set what is set has the whole page painted anew: 20 ms at 50,000 nodes, each time marks are found.
    else if (this.#registry.get(name) !== highlight) this.#registry.set(name, highlight);
  }
}
