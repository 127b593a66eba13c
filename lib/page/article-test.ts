import { isEditor, isLongerThan } from './element-kind';

/** Paragraphs of this many characters are prose, not buttons. */
const MIN_PARAGRAPH = 80;
/** This many paragraphs of prose, or breaks in running text, are worth a closer look. */
const MIN_PARAGRAPHS = 2;
const MIN_BREAKS = 4;
const MIN_BROKEN_TEXT = 300;
/** Looked at and no more: the test costs the same on a page of any length. */
const LOOKED_AT = 200;

const CLAIMS =
  'meta[property="og:type" i][content="article" i], meta[property="article:published_time" i], ' +
  '[itemtype$="NewsArticle"], [itemtype$="/Article"], [itemprop~="articleBody"]';
const LINKED_CLAIM = /"@type"\s*:\s*(?:\[[^\]]*)?"[^"]*(?:Article|BlogPosting)"/;
const LINKED_LIST = /"@type"\s*:\s*"(?:CollectionPage|SearchResultsPage|WebApplication|Product)"/;

/** No article lives at a site's root or at its language roots. */
export function isFrontPage(url: URL): boolean {
  return /^\/(?:(?:ru|kk|kz|qaz|en)\/?)?(?:index\.\w+)?$/.test(url.pathname) && url.search === '';
}

/** An editor or a tool fills the page: no article, whatever text stands in it. */
export function isWorkspace(doc: Document): boolean {
  // By attributes: `isContentEditable` has the whole page's style computed first, 8 ms at 50,000 nodes.
  return (
    doc.designMode === 'on' ||
    isEditor(doc.documentElement) ||
    (doc.body !== null && isEditor(doc.body))
  );
}

function* some(elements: NodeListOf<Element>): Generator<Element> {
  const count = Math.min(elements.length, LOOKED_AT);
  for (let i = 0; i < count; i++) {
    const element = elements[i];
    if (element !== undefined) yield element;
  }
}

function countLong(elements: Iterable<Element>): number {
  let count = 0;
  for (const element of elements) {
    if (isLongerThan(element, MIN_PARAGRAPH - 1) && ++count >= MIN_PARAGRAPHS) break;
  }
  return count;
}

function isBroken(line: Element): boolean {
  return line.parentElement !== null && isLongerThan(line.parentElement, MIN_BROKEN_TEXT);
}

function hasProse(doc: Document): boolean {
  if (countLong(some(doc.querySelectorAll('p'))) >= MIN_PARAGRAPHS) return true;
  // Old sites break running text by `<br>`; others use bare `<div>`.
  const breaks = doc.querySelectorAll(`br:nth-of-type(${MIN_BREAKS})`);
  if ([...some(breaks)].some(isBroken)) return true;
  return countLong(some(doc.querySelectorAll('div:not(:has(div))'))) >= MIN_PARAGRAPHS;
}

/**
 * Is it worth reading this page as an article? Cheap, and leans to yes: the reader judges better once it is
 * loaded. Front pages, editors and pages that call themselves lists are turned away here.
 */
export function isProbablyArticle(doc: Document, url: URL): boolean {
  if (isFrontPage(url) || isWorkspace(doc) || doc.body === null) return false;
  if (doc.querySelector(CLAIMS) !== null) return true;
  let isList = false;
  for (const script of doc.querySelectorAll('script[type="application/ld+json" i]')) {
    if (LINKED_CLAIM.test(script.textContent)) return true;
    isList ||= LINKED_LIST.test(script.textContent);
  }
  return !isList && hasProse(doc);
}
