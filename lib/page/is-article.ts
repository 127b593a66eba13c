import { EDITORS, isLongerThan } from './nodes';

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

const FRONT_PAGE = /^[^:]+:\/\/[^/]*\/(?:(?:ru|kk|kz|qaz|en)\/?)?(?:index\.\w+)?\??(?:#.*)?$/;
/** By a selector, so that neither element is handed to the script. */
const WORKSPACE = `:root:is(${EDITORS}), :root > body:is(${EDITORS})`;

/** No article lives at a site's root or at its language roots. The address is a whole one, as the page has it. */
export function isFrontPage(address: string): boolean {
  return FRONT_PAGE.test(address);
}

/** An editor or a tool fills the page: no article, whatever text stands in it. */
export function isWorkspace(doc: Document): boolean {
  // By attributes: `isContentEditable` has the whole page's style computed first, 8 ms at 50,000 nodes.
  return doc.designMode === 'on' || doc.querySelector(WORKSPACE) !== null;
}

/** The namespace of elements: pages sent as XML have them as well. */
const xhtml = (): string => 'http://www.w3.org/1999/xhtml';

const IS_LONG = `string-length() >= ${MIN_PARAGRAPH}`;

/** A long text is known by one long piece first, so that none of whatever size is put together. */
function hasLong(path: string): string {
  const long = `(${path})[position() <= ${LOOKED_AT}][text()[${IS_LONG}] or ${IS_LONG}]`;
  return `count(${long}) >= ${MIN_PARAGRAPHS}`;
}

/**
 * Are there paragraphs of prose, or bare `<div>` in their place? Asked of the browser's own paths: to walk 120 elements
 * from a script that has just been compiled costs 0.5 ms, this 0.2.
 */
const HAS_PARAGRAPHS = `${hasLong('//h:p')} or ${hasLong('//h:div[not(h:div or */h:div)]')}`;

function isBroken(line: Element): boolean {
  return line.parentElement !== null && isLongerThan(line.parentElement, MIN_BROKEN_TEXT);
}

function hasProse(doc: Document): boolean {
  const { booleanValue } = doc.evaluate(HAS_PARAGRAPHS, doc, xhtml, XPathResult.BOOLEAN_TYPE);
  if (booleanValue) return true;
  // Old sites break running text by `<br>`.
  const breaks = doc.querySelectorAll(`br:nth-of-type(${MIN_BREAKS})`);
  return [...breaks].slice(0, LOOKED_AT).some(isBroken);
}

/**
 * Is it worth reading this page as an article? Cheap, and leans to yes: the reader judges better once it is
 * loaded. Front pages, editors and pages that call themselves lists are turned away here.
 */
export function isProbablyArticle(doc: Document, address: string): boolean {
  if (isFrontPage(address) || isWorkspace(doc)) return false;
  if (doc.querySelector(CLAIMS) !== null) return true;
  let isList = false;
  for (const script of doc.querySelectorAll('script[type="application/ld+json" i]')) {
    if (LINKED_CLAIM.test(script.textContent)) return true;
    isList ||= LINKED_LIST.test(script.textContent);
  }
  return !isList && hasProse(doc);
}
