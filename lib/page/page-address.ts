/** Parameters that say how a reader came, not what he reads. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|yclid|ysclid|dclid|msclkid|mc_[ce]id|igshid|_openstat|amp)$/i;

function asWeb(href: string, base: string): URL | null {
  if (href.trim() === '' || !URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

function dropTracking(parameters: URLSearchParams): void {
  const names: string[] = [];
  // Not `keys()`: Firefox hides a DOM object's iterator from content scripts ("not safely Xrayable").
  parameters.forEach((_, name) => {
    names.push(name);
  });
  for (const name of names) if (TRACKING.test(name)) parameters.delete(name);
}

/** Drops fragment and tracking parameters, and folds the AMP variant of a path into its article. */
function cleaned(url: URL): URL {
  const clean = new URL(url);
  clean.hash = '';
  if (clean.search !== '') dropTracking(clean.searchParams);
  clean.pathname = clean.pathname.replace(/\/amp\/?$/, '/').replace(/\.amp(?=\.html?$|$)/, '');
  return clean;
}

/** A canonical address of the front page on an inner page is a fault of the site's template. */
function isFrontOf(url: URL, page: URL): boolean {
  return url.pathname === '/' && url.search === '' && page.pathname !== '/';
}

/** The page's canonical address: `rel=canonical`, else `og:url`, else its own, without tracking and fragment. */
export function canonicalAddress(doc: Document, pageUrl: string): string {
  const page = cleaned(new URL(pageUrl));
  const claims = [
    doc.querySelector('link[rel~="canonical" i]')?.getAttribute('href'),
    doc.querySelector('meta[property="og:url" i]')?.getAttribute('content'),
  ];
  for (const claim of claims) {
    const url = asWeb(claim ?? '', pageUrl);
    if (url !== null && !isFrontOf(url, page)) return cleaned(url).href;
  }
  return page.href;
}
