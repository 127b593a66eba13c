import { isAround, isEditor, isElement, isText, kindOf } from './element-kind';

/** Less text than this is a headline or a caption, not a paragraph. */
const MIN_PARAGRAPH = 25;
/** More paragraphs than this are not scored: the root is clear long before (seen: 50,000-node logs). */
const MAX_PARAGRAPHS = 1500;

/** What the scorer saw. `text` counts characters of paragraphs outside links. */
export interface RootScore {
  readonly root: Element;
  readonly text: number;
  readonly paragraphs: number;
}

interface Paragraph {
  readonly element: Element;
  readonly text: number;
}

const SCORED = 'p, td, div, section, article, blockquote, li, font, center, dd, pre, span';

/** Characters of an element's own text, inline children in, links and blocks out. */
function ownText(element: Element): number {
  let sum = 0;
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (isText(child)) sum += proseLength(child.data);
    else if (isElement(child) && child.localName !== 'a' && isInline(child)) {
      sum += proseLength(child.textContent);
    }
  }
  return sum;
}

function isInline(element: Element): boolean {
  return element.localName !== 'span' && kindOf(element, true) === 'inline';
}

function proseLength(text: string): number {
  return text.length < 3 ? 0 : text.trim().length;
}

function isReadable(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (at.localName === 'body') return true;
    if (at.localName === 'header' || isAround(at) || isEditor(at)) return false;
  }
  return true;
}

function paragraphsOf(scope: Element): Paragraph[] {
  const found: Paragraph[] = [];
  for (const element of scope.querySelectorAll(SCORED)) {
    const text = ownText(element);
    if (text < MIN_PARAGRAPH || !isReadable(element) || !element.checkVisibility()) continue;
    found.push({ element, text });
    if (found.length >= MAX_PARAGRAPHS) break;
  }
  return found;
}

/** An article's own element keeps its text for itself; one of several side by side is a piece of something larger. */
function keepsItsText(element: Element): boolean {
  if (element.localName === 'main' || element.matches('[itemprop~="articleBody"]')) return true;
  return (
    element.localName === 'article' &&
    element.previousElementSibling?.localName !== 'article' &&
    element.nextElementSibling?.localName !== 'article'
  );
}

/** A paragraph speaks for the elements around it, the nearest most. */
function scores(paragraphs: readonly Paragraph[], limit: Element): Map<Element, number> {
  const sum = new Map<Element, number>();
  for (const { element, text } of paragraphs) {
    const own = element.localName === 'p' || element.localName === 'li' ? 0 : 1;
    let share = 1;
    let at: Element | null = own === 1 ? element : element.parentElement;
    for (let up = 0; up < 4 && at !== null && limit.contains(at); up++) {
      sum.set(at, (sum.get(at) ?? 0) + text * share);
      share *= keepsItsText(at) ? 0.3 : 0.6;
      at = at.parentElement;
    }
  }
  return sum;
}

/**
 * The element that holds the article's text, by where paragraphs are dense; null when nothing on the page reads
 * like one. Looks at the live page and changes nothing.
 */
export function findRoot(doc: Document): RootScore | null {
  const hinted = hintedBody(doc);
  const scope = hinted ?? doc.body;
  if (scope === null) return null;
  const paragraphs = paragraphsOf(scope);
  let root: Element | null = hinted;
  if (root === null) {
    let best = 0;
    for (const [element, score] of scores(paragraphs, scope)) {
      if (score > best) {
        best = score;
        root = element;
      }
    }
  }
  if (root === null) return null;
  let text = 0;
  let count = 0;
  for (const paragraph of paragraphs) {
    if (!root.contains(paragraph.element)) continue;
    text += paragraph.text;
    count++;
  }
  return { root, text, paragraphs: count };
}

/** The one element that the page itself calls the article's body. */
function hintedBody(doc: Document): Element | null {
  const bodies = [...doc.querySelectorAll('[itemprop~="articleBody"]')].filter(
    (body) => body.localName !== 'meta' && body.textContent.trim().length > 200,
  );
  const [body] = bodies;
  return bodies.length === 1 && body !== undefined && isReadable(body) ? body : null;
}
