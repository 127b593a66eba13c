import type { Block } from './block';
import { nearWindow, straysIn, WindowWatch } from './near-window';
import { inSlices } from './slices';

/** Marks this near must be drawn, in screens above and below the window. */
const MUST_REACH = 1;
/** So far they are drawn, so that the next screen needs no drawing. */
const DRAW_REACH = 2;
/** Farther away none stays drawn. */
const KEEP_REACH = 3;
/** More that stand out of order are not kept in mind: each is measured, 5 µs, whenever the page is looked at. */
const MAX_STRAYS = 500;

/** What holds the marks, and draws those it is told to. */
export interface MarkDrawer<T> {
  /** All, in page order. */
  readonly placed: readonly T[];
  readonly drawn: ReadonlyMap<T, StaticRange>;
  /** Are marks drawn at all? */
  readonly isOn: boolean;
  /** From one mark to another with all between them, until the next call; null when the page has changed under it. */
  rangeOver(first: T, last: T): Range | null;
  /** Draws these and no others. */
  drawOnly(marks: readonly T[]): void;
}

/** Draws the marks near the window on a page of many, until it is stopped. */
export class NearMarks<T extends { readonly block: Block }> {
  readonly #layer: MarkDrawer<T>;
  readonly #watch: WindowWatch;
  /** Those that do not stand where their neighbours are. */
  readonly #strays = new Set<T>();

  /** @param root what holds all of the text. */
  constructor(layer: MarkDrawer<T>, root: Element) {
    this.#layer = layer;
    this.#watch = new WindowWatch(
      root,
      () => this.draw(),
      (signal) => void this.#findStrays(signal),
    );
  }

  /** Draws in the next frame. */
  look(): void {
    this.#watch.look();
  }

  /** A mark is no longer on the page. */
  forget(one: T): void {
    this.#strays.delete(one);
  }

  stop(): void {
    this.#watch.stop();
  }

  /** Draws as far as others stand there than are drawn. Answers how many screens around the window nothing is missing. */
  draw(): number {
    const { placed, drawn, isOn } = this.#layer;
    if (!isOn) return MUST_REACH;
    const near = nearWindow(placed, this.#strays, (one) => this.#extentOf(one), KEEP_REACH);
    const isMissing = [...near].some(([one, far]) => far <= MUST_REACH && !drawn.has(one));
    if (!isMissing && [...drawn.keys()].every((one) => near.has(one))) return MUST_REACH;
    this.#layer.drawOnly([...near].filter(([, far]) => far <= DRAW_REACH).map(([one]) => one));
    this.#watch.follow(new Set([...drawn.keys()].map(({ block }) => block.element)));
    return DRAW_REACH;
  }

  async #findStrays(signal: AbortSignal): Promise<void> {
    const steps = straysIn(this.#layer.placed, {
      extentOf: (one) => this.#extentOf(one),
      extentOver: (stretch) => this.#extentOver(stretch),
    });
    const strays = (await inSlices(steps, signal)) ?? [];
    const standing = new Set(this.#layer.placed);
    for (const one of strays) {
      if (standing.has(one) && this.#strays.size < MAX_STRAYS) this.#strays.add(one);
    }
    if (this.#strays.size > 0) this.draw();
  }

  /** Where a mark stands; null for words that are not seen. */
  #extentOf(one: T): DOMRect | null {
    const box = this.#layer.rangeOver(one, one)?.getBoundingClientRect();
    return box === undefined || (box.width === 0 && box.height === 0) ? null : box;
  }

  /** Where marks that follow each other stand, with all that lies between them. */
  #extentOver(stretch: readonly T[]): DOMRect | null {
    const [first, last] = [stretch[0], stretch.at(-1)];
    const roots = new Set(stretch.map(({ block }) => block.nodes[0]?.getRootNode()));
    // What stands in a shadow root is no part of a range around it.
    if (first === undefined || last === undefined || roots.size > 1) return null;
    return this.#layer.rangeOver(first, last)?.getBoundingClientRect() ?? null;
  }
}
