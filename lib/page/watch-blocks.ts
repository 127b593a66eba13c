import { scopeOf } from './element-kind';

/**
 * What changed since the last report: elements to read again, none inside another, and whether nodes were removed
 * or replaced, so that what was read of them stands no longer.
 */
export type OnChanged = (changed: ReadonlySet<Element>, hasRemoved: boolean) => void;

/** Changes are gathered this long before they are looked at, in milliseconds. */
const GATHER_MS = 200;
/** A page that changes without end is looked at ever less often, up to this. */
const MAX_GATHER_MS = 5000;
/** Reports within this time of each other count as "without end", in milliseconds. */
const RESTLESS_MS = 2000;

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

/** Leaves out what lies inside another of the same set. */
function outermost(scopes: ReadonlySet<Element>): Set<Element> {
  const found = new Set<Element>();
  for (const scope of scopes) {
    let inner = false;
    for (let at = scope.parentElement; at !== null && !inner; at = at.parentElement)
      inner = scopes.has(at);
    if (!inner) found.add(scope);
  }
  return found;
}

/**
 * Watches an article's root for text that comes or changes; reports in idle time, gathered, never while the tab
 * is hidden. Ends with the signal.
 */
export function watchBlocks(root: Element, onChanged: OnChanged, signal: AbortSignal): void {
  const changed = new Set<Node>();
  let hasRemoved = false;
  let gatherMs = GATHER_MS;
  let lastReport = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const report = (): void => {
    timer = null;
    if (signal.aborted || document.hidden || changed.size === 0) return;
    const now = performance.now();
    gatherMs =
      now - lastReport < gatherMs + RESTLESS_MS ? Math.min(gatherMs * 2, MAX_GATHER_MS) : GATHER_MS;
    lastReport = now;
    const scopes = [...changed]
      .map((node) => scopeOf(node, root))
      .filter((scope) => scope !== null);
    changed.clear();
    onChanged(outermost(new Set(scopes)), hasRemoved);
    hasRemoved = false;
  };
  const schedule = (): void => {
    timer ??= setTimeout(() => requestIdleCallback(report, { timeout: MAX_GATHER_MS }), gatherMs);
  };
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      hasRemoved ||= record.removedNodes.length > 0;
      for (const node of touched(record)) changed.add(node);
    }
    if (changed.size > 0 && !document.hidden) schedule();
  });
  const watch = (): void => {
    observer.observe(root, {
      childList: true,
      subtree: true,
      characterData: true,
      characterDataOldValue: true,
    });
  };
  watch();
  document.addEventListener(
    'visibilitychange',
    () => !document.hidden && changed.size > 0 && schedule(),
    { signal },
  );
  signal.addEventListener('abort', () => {
    observer.disconnect();
    if (timer !== null) clearTimeout(timer);
  });
}
