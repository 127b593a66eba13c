import type { Steps } from '@/lib/ledger/steps';
import { isAround, isShown } from './element-kind';
import { isLongerThan } from './nodes';
import { A_STEP } from './steps';

/** The page's headline and the element that shows it, if one does. */
export interface Headline {
  readonly text: string;
  readonly element: Element | null;
}

const HEADINGS = 'h1, h2, h3, [itemprop~="headline"], [class*="title" i], [class*="headline" i]';
/** What old sites set their headlines in; looked at only where there is no heading. */
const BOLD = 'font, b, strong';
const MIN_CHARS = 8;
/** A headline shown longer than this is a paragraph. */
const MAX_CHARS = 300;
/** So much source is no headline either, however it is indented. */
const MAX_RAW_CHARS = 4 * MAX_CHARS;
const SEPARATOR = /\s+[|/•·»«—–-]\s+|\s*(?:::|\|)\s*/;

/** Text as the eye reads it: one blank for each run of white space, no soft hyphens. */
export function plain(text: string | null | undefined): string {
  return (text ?? '')
    .replace(/[\u00AD\u200B\uFEFF]/g, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
}

function key(text: string): string {
  return plain(text)
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[«»"“”„'’]/g, '')
    .replace(/[—–-]/g, '-');
}

/** Content of the first meta tag with this name or property (in small letters). */
export function meta(doc: Document, name: string): string {
  // A collection by tag is kept by the browser; a selector that finds nothing looks at every element each time.
  for (const tag of doc.getElementsByTagName('meta')) {
    const own = tag.getAttribute('property') ?? tag.getAttribute('name');
    if (own?.toLowerCase() === name) return plain(tag.getAttribute('content'));
  }
  return '';
}

/** The pieces of a window title: headline and site in whatever order, between whatever signs. */
export function titleParts(title: string): string[] {
  return title
    .split(SEPARATOR)
    .map(plain)
    .filter((part) => part !== '');
}

function standsInText(element: Element): boolean {
  for (
    let at: Element | null = element;
    at !== null && at.localName !== 'body';
    at = at.parentElement
  ) {
    if (isAround(at)) return false;
  }
  return isShown(element);
}

/** A link on the heading leads elsewhere: it is a card of a list, or the site's name. */
function leadsElsewhere(element: Element): boolean {
  const link = element.closest('a[href]') ?? element.querySelector('a[href]');
  if (link === null || plain(link.textContent) !== plain(element.textContent)) return false;
  const href = link.getAttribute('href') ?? '';
  const { baseURI, ownerDocument } = element;
  // A broken address leads nowhere, and is no reason to leave the page unread.
  if (href === '' || href.startsWith('#') || !URL.canParse(href, baseURI)) return false;
  return new URL(href, baseURI).pathname !== new URL(ownerDocument.URL).pathname;
}

interface Candidate extends Headline {
  readonly element: Element;
  readonly rank: number;
}

function rankOf(element: Element, text: string, claims: readonly string[]): number {
  const words = key(text);
  const claimed = claims.some((claim) => claim.includes(words) || words === claim);
  const bySize = { h1: 3, h2: 2, h3: 1 }[element.localName] ?? 0;
  const named = element.matches('[itemprop~="headline"]') ? 2 : 0;
  if (!claimed && bySize < 3 && named === 0) return 0;
  return (claimed ? 10 : 0) + bySize + named + Math.min(text.length, 100) / 100;
}

function* candidates(
  doc: Document,
  selector: string,
  claims: readonly string[],
  sites: ReadonlySet<string>,
): Steps<Candidate[]> {
  const found: Candidate[] = [];
  let looked = 0;
  for (const element of doc.querySelectorAll(selector)) {
    // 372 headings took 25 ms in one go on a busy machine.
    if (++looked % A_STEP === 0) yield;
    // Elements that are never closed hold one another: the text of each would be the page's.
    if (isLongerThan(element, MAX_RAW_CHARS)) continue;
    const text = plain(element.textContent);
    if (text.length < MIN_CHARS || text.length > MAX_CHARS || sites.has(key(text))) continue;
    const rank = rankOf(element, text, claims);
    if (rank > 0 && !leadsElsewhere(element) && standsInText(element))
      found.push({ text, element, rank });
  }
  return found.sort((a, b) => b.rank - a.rank);
}

/** Takes the site's name off a title's ends: « | Site», «Site :: ». */
function withoutSite(title: string, sites: ReadonlySet<string>): string {
  const parts = titleParts(title);
  const cut = parts.findIndex((part, index) => index > 0 && sites.has(key(part)));
  if (cut > 0)
    return plain(title.slice(0, title.indexOf(parts[cut] ?? '')).replace(/[\s|/•·»«—–:-]+$/, ''));
  const [first] = parts;
  if (first !== undefined && parts.length > 1 && sites.has(key(first))) {
    return plain(title.slice(title.indexOf(first) + first.length).replace(/^[\s|/•·»—–:-]+/, ''));
  }
  return title;
}

/**
 * The headline without the site's name: the shown heading that the page's own titles repeat, else what JSON-LD,
 * Open Graph or the window title say.
 * @param siteNames names of the publisher, to be told from the headline.
 */
export function* findHeadline(
  doc: Document,
  linked: string,
  siteNames: readonly string[],
): Steps<Headline> {
  const sites = new Set(siteNames.map(key).filter((name) => name !== ''));
  const og = meta(doc, 'og:title');
  const title = plain(doc.title);
  const claims = [linked, og, title].filter((claim) => claim !== '').map(key);
  const headings = yield* candidates(doc, HEADINGS, claims, sites);
  yield;
  const [shown] = headings.length > 0 ? headings : yield* candidates(doc, BOLD, claims, sites);
  if (shown !== undefined) return { text: shown.text, element: shown.element };
  const text = linked || withoutSite(og || title, sites);
  return { text, element: null };
}
