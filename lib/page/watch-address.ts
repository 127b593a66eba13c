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
  let known = withoutHash(view.location.href);
  const look = (): void => {
    const now = withoutHash(view.location.href);
    if (now === known) return;
    known = now;
    onMoved();
  };
  const navigation = navigationOf(view);
  view.addEventListener('popstate', look, { signal });
  if (navigation !== null) {
    navigation.addEventListener('currententrychange', look, { signal });
    return;
  }
  const timer = view.setInterval(look, POLL_MS);
  signal.addEventListener('abort', () => view.clearInterval(timer));
}
