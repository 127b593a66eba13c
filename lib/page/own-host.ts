/** An element of our own in the page, its inside closed to the page's scripts. */
export interface OwnHost {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  remove(): void;
}

/**
 * Puts one host beside the page's body (never inside: frameworks own what is in there) until it is removed or
 * the signal ends.
 */
export function openHost(css: string, mode: ShadowRootMode, signal: AbortSignal): OwnHost {
  const host = document.createElement('div');
  // Set one by one: a `style` attribute in markup would fall under the page's CSP.
  host.style.setProperty('all', 'initial');
  host.style.setProperty('position', 'absolute');
  host.style.setProperty('top', '0');
  host.style.setProperty('left', '0');
  host.style.setProperty('z-index', '2147483647');
  const shadow = host.attachShadow({ mode });
  const style = document.createElement('style');
  style.textContent = css;
  shadow.append(style);
  document.documentElement.append(host);
  const remove = (): void => host.remove();
  signal.addEventListener('abort', remove, { once: true });
  return { host, shadow, remove };
}
