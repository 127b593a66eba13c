import type { Steps } from '@/lib/ledger/steps';

/** Every so many items one is measured first: to read where a text stands takes 5 µs. */
const STRIDE = 64;
/** So much of what is drawn around the window is left, in screens, when the page is looked at anew. */
const MARGIN = 0.25;
/** Farther from its stretch than this, in screens, an item stands astray: pinned to the window, set into another place. */
const ASTRAY = 0.5;
/** So many of what stands near the window are followed: it spans five screens, and each costs 1 µs in each frame. */
const FOLLOWED = 16;
/** When the reader rests, but no oftener than this, strays are looked for, in milliseconds. */
const REST_MS = 1000;
/** Sizes may change in each frame: they are followed this often, in milliseconds. */
const SOON_MS = 100;

/** From where to where something stands, in pixels of the window. */
interface Extent {
  readonly top: number;
  readonly bottom: number;
}

function joined(one: Extent | null, other: Extent | null): Extent | null {
  if (one === null || other === null) return one ?? other;
  return { top: Math.min(one.top, other.top), bottom: Math.max(one.bottom, other.bottom) };
}

/** How many screens away it stands; 0 inside the window. */
function screensTo({ top, bottom }: Extent): number {
  return Math.max(0, top - window.innerHeight, -bottom) / window.innerHeight;
}

/** For each extent the last one before it that is seen, itself included. */
function lastSeen(extents: readonly (Extent | null)[]): (Extent | null)[] {
  let last: Extent | null = null;
  return extents.map((extent) => {
    last = extent ?? last;
    return last;
  });
}

/** For each stretch of `STRIDE` items: what lies between the last that is seen before it and the first after it. */
function stretches(samples: readonly (Extent | null)[]): (Extent | null)[] {
  const before = lastSeen(samples);
  const after = lastSeen(samples.toReversed()).reverse();
  return samples.slice(0, -1).map((_, at) => joined(before[at] ?? null, after[at + 1] ?? null));
}

/**
 * The items that stand within so many screens of the window, each with its distance in screens. Items are given in
 * page order, and what stands between two of a stretch is looked for between their places, except for the strays;
 * `extentOf` answers null for what is not seen at all.
 */
export function nearWindow<T>(
  items: readonly T[],
  strays: Iterable<T>,
  extentOf: (item: T) => Extent | null,
  screens: number,
): ReadonlyMap<T, number> {
  const sampled = items.filter((_, at) => at % STRIDE === 0 || at === items.length - 1);
  const near = new Map<T, number>();
  const look = (item: T): void => {
    const extent = extentOf(item);
    if (extent !== null && screensTo(extent) <= screens) near.set(item, screensTo(extent));
  };
  for (const [at, stretch] of stretches(sampled.map(extentOf)).entries()) {
    // Where no sample is seen, as in a list of folded parts, nothing is known yet.
    if (stretch !== null && screensTo(stretch) > screens) continue;
    for (const item of items.slice(at * STRIDE, (at + 1) * STRIDE + 1)) look(item);
  }
  for (const item of strays) look(item);
  return near;
}

function slack(): number {
  return window.innerHeight * ASTRAY;
}

/** Is the one so far above or below the other that it is not looked for there? */
function isAstray(one: Extent, other: Extent): boolean {
  return one.bottom < other.top - slack() || one.top > other.bottom + slack();
}

/** Is nothing of the one astray from the other? */
function isWithin(one: Extent, other: Extent): boolean {
  return one.top >= other.top - slack() && one.bottom <= other.bottom + slack();
}

/** How the items of a stretch are measured. */
export interface Ruler<T> {
  /** Null for what is not seen at all. */
  readonly extentOf: (item: T) => Extent | null;
  /** Of all the items at once, with what lies between them; null where that cannot be told. */
  readonly extentOver: (items: readonly T[]) => Extent | null;
}

/** Those of a stretch that stand elsewhere than between its ends. */
function straysOf<T>(stretch: readonly T[], { extentOf, extentOver }: Ruler<T>): T[] {
  const [first] = stretch;
  const last = stretch.at(-1);
  if (first === undefined || last === undefined) return [];
  const ends = joined(extentOf(first), extentOf(last));
  if (ends === null) return [];
  const whole = extentOver(stretch);
  if (whole !== null && isWithin(whole, ends)) return [];
  return stretch.filter((item) => {
    const extent = extentOf(item);
    return extent !== null && isAstray(extent, ends);
  });
}

/**
 * The items that stand elsewhere than between the ends of their stretch; a stretch a step. What lies together is
 * measured at once: each measure leaves an object behind, and 5,000 of them beside the nodes of a long page made the
 * browser's table of such objects grow in the midst of a slice, 5–8 ms in one go.
 */
export function* straysIn<T>(items: readonly T[], ruler: Ruler<T>): Steps<readonly T[]> {
  const strays: T[] = [];
  for (let from = 0; from < items.length - 1; from += STRIDE) {
    strays.push(...straysOf(items.slice(from, from + STRIDE + 1), ruler));
    yield;
  }
  return strays;
}

/** Tells when other things than before may stand near the window; nothing is asked of the page meanwhile. */
export class WindowWatch {
  readonly #onMoved: () => number;
  readonly #onRest: (signal: AbortSignal) => void;
  readonly #off = new AbortController();
  readonly #sizes = new ResizeObserver(() => this.#lookSoon());
  /** What moves without a scroll that is heard of: in a shadow root, by a transform. */
  readonly #crossings = new IntersectionObserver(() => this.#onCrossing(), {
    rootMargin: '100% 0px',
  });
  #scrolledTo = 0;
  /** How far the page may scroll from there before it is looked at anew, in pixels. */
  #unnoticed = 0;
  #lastScroll = 0;
  /** Where it stood at the last crossing. */
  #crossedAt = 0;
  #frame: number | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #resting: ReturnType<typeof setTimeout> | null = null;

  /**
   * @param root what grows and shrinks with the text.
   * @param onMoved answers how many screens above and below the window are drawn now.
   * @param onRest some time after a move; the signal ends with the watch.
   */
  constructor(root: Element, onMoved: () => number, onRest: (signal: AbortSignal) => void) {
    this.#onMoved = onMoved;
    this.#onRest = onRest;
    const { signal } = this.#off;
    const onScroll = ({ target, timeStamp }: Event): void => {
      this.#lastScroll = timeStamp;
      const moved = Math.abs(window.scrollY - this.#scrolledTo);
      if (target !== document || moved >= this.#unnoticed) this.look();
    };
    document.addEventListener('scroll', onScroll, { signal, capture: true, passive: true });
    window.addEventListener('resize', () => this.look(), { signal });
    // A tab or a fold that is opened may leave all sizes as they were.
    document.addEventListener('click', () => this.#lookSoon(), { signal, passive: true });
    this.#sizes.observe(root);
    this.#sizes.observe(document.documentElement);
  }

  /** Looks in the next frame. */
  look(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#scrolledTo = window.scrollY;
      this.#unnoticed = (this.#onMoved() - MARGIN) * window.innerHeight;
      this.#rest();
    });
  }

  /** A scroll that was heard of has something cross in each frame: to look every time took four times the frame's own work. */
  #onCrossing(): void {
    const isScrolled = window.scrollY !== this.#crossedAt;
    this.#crossedAt = window.scrollY;
    if (!isScrolled) this.look();
  }

  #rest(): void {
    this.#resting ??= setTimeout(() => {
      this.#resting = null;
      // Who scrolls does not rest.
      if (performance.now() - this.#lastScroll < REST_MS) this.#rest();
      else this.#onRest(this.#off.signal);
    }, REST_MS);
  }

  /** What stands near the window now: when it comes or goes, it is time to look. */
  follow(elements: ReadonlySet<Element>): void {
    this.#crossings.disconnect();
    const stride = Math.ceil(elements.size / FOLLOWED);
    for (const [at, element] of [...elements].entries()) {
      if (at % stride === 0) this.#crossings.observe(element);
    }
  }

  stop(): void {
    this.#off.abort();
    this.#sizes.disconnect();
    this.#crossings.disconnect();
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#resting !== null) clearTimeout(this.#resting);
  }

  #lookSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.look();
    }, SOON_MS);
  }
}
