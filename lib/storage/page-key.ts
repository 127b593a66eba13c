/** Parameters that say how a reader came, not what he reads. */
const TRACKING = /^(utm_|fbclid$|gclid$|yclid$|ysclid$|_openstat$|from$|ref$)/;

// In small letters, and nothing in it that an address would be written anew for, such as `/../`: most addresses of
// articles. They were a twentieth of a first sync (measured).
const ORDINARY = /^https?:\/\/((?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]+)((?:\/[\w~-][\w.~-]*)*)\/*$/;

const hostKey = (host: string): string => host.replace(/^(www|m|amp)\./, '');

/**
 * One key for the addresses of one page: scheme, `www.`, `m.`, a trailing dot or slash, fragment and
 * tracking parameters do not count. An address that cannot be read is its own key.
 */
export function pageKey(url: string): string {
  const [, ordinaryHost, ordinaryPath = ''] = ORDINARY.exec(url) ?? [];
  if (ordinaryHost !== undefined) return hostKey(ordinaryHost) + ordinaryPath;
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return url;
  }
  const host = hostKey(parsed.hostname.replace(/\.$/, ''));
  const params = parsed.search === '' ? [] : [...parsed.searchParams];
  const query = params
    .filter(([name]) => !TRACKING.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  const port = parsed.port === '' ? '' : `:${parsed.port}`;
  const path = parsed.pathname.replace(/\/+$/, '');
  return `${host}${port}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}
