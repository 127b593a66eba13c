import type { Steps } from '@/lib/ledger/steps';
import { isAround, isInline, isShown } from './element-kind';
import { isEditor, isElement, isText, textWalker } from './nodes';
import { A_STEP } from './steps';

/** Less text than this is a headline or a caption, not a paragraph. */
const MIN_PARAGRAPH = 25;
/** More paragraphs than this are not scored: where an article's text stands is clear long before. */
const MAX_PARAGRAPHS = 200;

/** So many elements after a paragraph without another: the article's text is over, whatever else the page holds. */
const MAX_GAP = 3000;
/** Looked at and no more, on a page of whatever size. */
const MAX_LOOKED_AT = 10_000;

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

/** Inline elements whose text is not their parent's: links, and what is scored by itself. */
const OWN_TEXT = new Set(['a', 'span']);

/** Characters of an element's own text, inline children in, links and blocks out; some have 10,000 children. */
function* ownText(element: Element): Steps<number> {
  let sum = 0;
  let looked = 0;
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (++looked % A_STEP === 0) yield;
    if (isText(child)) sum += proseLength(child.data);
    else if (isElement(child) && !OWN_TEXT.has(child.localName) && isInline(child)) {
      sum += proseLength(child.textContent);
    }
  }
  return sum;
}

function proseLength(text: string): number {
  return text.length < 3 ? 0 : text.trim().length;
}

/** Remembers for each element whether its text is the page's own: paragraphs share their ancestors. */
function readability(): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  const isReadable = (element: Element): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const parent = element.parentElement;
    const own = element.localName === 'body' || !isOutside(element);
    const readable = own && (element.localName === 'body' || parent === null || isReadable(parent));
    known.set(element, readable);
    return readable;
  };
  return isReadable;
}

function isOutside(element: Element): boolean {
  return element.localName === 'header' || isAround(element) || isEditor(element);
}

function* paragraphsOf(scope: Element): Steps<Paragraph[]> {
  const isReadable = readability();
  const found: Paragraph[] = [];
  // Before the first paragraph stand the menus, however many.
  const looked = { atAll: 0, sinceParagraph: Number.NEGATIVE_INFINITY };
  const elements = scope.querySelectorAll(SCORED);
  yield;
  for (const element of elements) {
    if (++looked.atAll > MAX_LOOKED_AT || looked.sinceParagraph++ > MAX_GAP) break;
    if (looked.atAll % A_STEP === 0) yield;
    const text = yield* ownText(element);
    if (text < MIN_PARAGRAPH || !isReadable(element) || !isShown(element)) continue;
    found.push({ element, text });
    looked.sinceParagraph = 0;
    if (found.length >= MAX_PARAGRAPHS) break;
  }
  return found;
}

/**
 * An article's own element keeps its text for itself; one of several side by side is a piece of something larger. By a
 * selector: what stands beside an article is a script often, whose interface would stay on the heap.
 */
const KEEPS_ITS_TEXT =
  'main, [itemprop~="articleBody"], article:not(article + article, :has(+ article))';

/** Text by the element that it stands right in: a paragraph's is its parent. */
function textByHolder(paragraphs: readonly Paragraph[]): Map<Element, number> {
  const sum = new Map<Element, number>();
  for (const { element, text } of paragraphs) {
    const isLine = element.localName === 'p' || element.localName === 'li';
    const holder = (isLine ? element.parentElement : null) ?? element;
    sum.set(holder, (sum.get(holder) ?? 0) + text);
  }
  return sum;
}

/** Text speaks for the elements around it, the nearest most. */
function scores(paragraphs: readonly Paragraph[], limit: Element): Map<Element, number> {
  const sum = new Map<Element, number>();
  for (const [holder, text] of textByHolder(paragraphs)) {
    let share = 1;
    let at: Element | null = holder;
    for (let up = 0; up < 4 && at !== null && limit.contains(at); up++) {
      sum.set(at, (sum.get(at) ?? 0) + text * share);
      share *= at.matches(KEEPS_ITS_TEXT) ? 0.3 : 0.6;
      at = at.parentElement;
    }
  }
  return sum;
}

/**
 * The element that holds the article's text, by where paragraphs are dense; null when nothing on the page reads
 * like one. Looks at the live page and changes nothing.
 */
export function* findRoot(doc: Document): Steps<RootScore | null> {
  const hinted = hintedBody(doc);
  const scope = hinted ?? doc.body;
  if (scope === null) return null;
  yield;
  const paragraphs = yield* paragraphsOf(scope);
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

/** Less prose than this, in characters, is no article's body. */
const MIN_BODY = 200;

/** Stops where it knows: the body may hold a text node of 10 MB. */
function hasBodyText(element: Element): boolean {
  const walker = textWalker(element);
  let sum = 0;
  while (sum <= MIN_BODY && walker.nextNode() !== null)
    sum += proseLength(walker.currentNode.nodeValue ?? '');
  return sum > MIN_BODY;
}

/** The one element that the page itself calls the article's body. */
function hintedBody(doc: Document): Element | null {
  const bodies = [...doc.querySelectorAll('[itemprop~="articleBody"]')].filter(
    (body) => body.localName !== 'meta' && hasBodyText(body),
  );
  const [body] = bodies;
  return bodies.length === 1 && body !== undefined && readability()(body) ? body : null;
}
