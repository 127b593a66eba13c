/** Where the Navigation API is missing, the address is looked at this often, in milliseconds. */
const POLL_MS = 1000;

interface NavigationLike extends EventTarget {
  readonly currentEntry: object | null;
}

function navigationOf(view: Window): NavigationLike | null {
  // Missing in Firefox before 147; lib.dom knows it only as always there.
  return 'navigation' in view ? (view.navigation as NavigationLike) : null;
}

function withoutHash(href: string): string {
  const hash = href.indexOf('#');
  return hash < 0 ? href : href.slice(0, hash);
}

/** Calls back when a single-page site has moved to another address (not only to another fragment). */
export function watchAddress(view: Window, onMoved: () => void, signal: AbortSignal): void {
  // Of the document: the first touch of `location` costs a script of its own 0.05 ms.
  let known = withoutHash(view.document.URL);
  const look = (): void => {
    const now = withoutHash(view.document.URL);
    if (now === known) return;
    known = now;
    onMoved();
  };
  const navigation = navigationOf(view);
  if (navigation !== null) {
    navigation.addEventListener('currententrychange', look, { signal });
    return;
  }
  view.addEventListener('popstate', look, { signal });
  const timer = view.setInterval(look, POLL_MS);
  signal.addEventListener('abort', () => view.clearInterval(timer));
}
