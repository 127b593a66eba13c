/** Parameters that say how a reader came, not what he reads. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|yclid|ysclid|_openstat|amp)$/i;

function comparable(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const names: string[] = [];
  // Not `keys()`: Firefox hides a DOM object's iterator from content scripts ("not safely Xrayable").
  url.searchParams.forEach((_, name) => {
    names.push(name);
  });
  for (const name of names) if (TRACKING.test(name)) url.searchParams.delete(name);
  const host = url.hostname.replace(/^(?:www|m|amp)\./, '');
  const path = url.pathname.replace(/\/amp\/?$/, '').replace(/\/$/, '');
  return `${host}${path}?${url.searchParams}`;
}

/** Whether two addresses are of one page: scheme, `www.`, fragment, tracking and the AMP variant aside. */
export function isSamePage(one: string, other: string): boolean {
  const left = comparable(one);
  return left !== null && left === comparable(other);
}
