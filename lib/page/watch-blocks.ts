/** What is told of an article's text. */
export interface BlockWatcher {
  /** Text nodes that hold other words than before: told at once, before the page is painted with them. */
  readonly onRewritten: (nodes: ReadonlySet<Node>) => void;
  /**
   * Where words came, went or changed since the last report, and whether nodes were removed or replaced, so that what
   * was read of them stands no longer.
   */
  readonly onChanged: (changed: ReadonlySet<Node>, hasRemoved: boolean) => void;
}

/** Changes are gathered this long before they are looked at, in milliseconds. */
const GATHER_MS = 200;
/** A page that changes without end is looked at ever less often, up to this. */
const MAX_GATHER_MS = 5000;
/** Reports within this time of each other count as "without end", in milliseconds. */
const RESTLESS_MS = 2000;

const TEXT_CHANGES: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  characterDataOldValue: true,
};

/** How long changes are gathered: the longer, the less a page comes to rest. */
class Pace {
  gatherMs = GATHER_MS;
  #last = Number.NEGATIVE_INFINITY;

  onReport(): void {
    const now = performance.now();
    const isRestless = now - this.#last < this.gatherMs + RESTLESS_MS;
    this.gatherMs = isRestless ? Math.min(this.gatherMs * 2, MAX_GATHER_MS) : GATHER_MS;
    this.#last = now;
  }
}

function hasWords(text: string | null): boolean {
  return /\p{L}{2}/u.test(text ?? '');
}

/** The nodes whose surroundings are to be read again. A clock that ticks brings digits: nothing comes of it. */
function touched(record: MutationRecord): Node[] {
  if (record.type === 'characterData') {
    return hasWords(record.target.nodeValue) || hasWords(record.oldValue) ? [record.target] : [];
  }
  const added = [...record.addedNodes].filter((node) => hasWords(node.textContent));
  const removed = [...record.removedNodes].some((node) => hasWords(node.textContent));
  return removed ? [...added, record.target] : added;
}

/** Gathers what has changed, and reports it in idle time, never while the tab is hidden. */
function gatherer(
  onChanged: BlockWatcher['onChanged'],
  signal: AbortSignal,
): (nodes: Iterable<Node>, hasRemovals: boolean) => void {
  const changed = new Set<Node>();
  let hasRemoved = false;
  const pace = new Pace();
  let timer: ReturnType<typeof setTimeout> | null = null;

  const report = (): void => {
    timer = null;
    if (signal.aborted || document.hidden || changed.size === 0) return;
    pace.onReport();
    onChanged(new Set(changed), hasRemoved);
    changed.clear();
    hasRemoved = false;
  };
  const schedule = (): void => {
    if (changed.size === 0 || document.hidden) return;
    timer ??= setTimeout(
      () => requestIdleCallback(report, { timeout: MAX_GATHER_MS }),
      pace.gatherMs,
    );
  };
  document.addEventListener('visibilitychange', schedule, { signal });
  signal.addEventListener('abort', () => timer !== null && clearTimeout(timer));
  return (nodes, hasRemovals) => {
    for (const node of nodes) changed.add(node);
    hasRemoved ||= hasRemovals;
    schedule();
  };
}

/**
 * Watches an article's root for text that comes or changes. Ends with the signal. The answer watches a shadow root as
 * well, into which its host's watcher does not see.
 */
export function watchBlocks(
  root: Element,
  { onRewritten, onChanged }: BlockWatcher,
  signal: AbortSignal,
): (shadow: ShadowRoot) => void {
  const gather = gatherer(onChanged, signal);
  const observer = new MutationObserver((records) => {
    const inText = records.filter(({ type }) => type === 'characterData').flatMap(touched);
    if (inText.length > 0) onRewritten(new Set(inText));
    const hasRemovals = records.some(({ removedNodes }) => removedNodes.length > 0);
    gather(records.flatMap(touched), hasRemovals);
  });
  const watch = (place: Element | ShadowRoot): void => {
    if (!signal.aborted) observer.observe(place, TEXT_CHANGES);
  };
  watch(root);
  signal.addEventListener('abort', () => observer.disconnect());
  return watch;
}
