import { inPage, isEditor, isElement, isShadow } from './nodes';

/**
 * What an element is to the reader: text runs on through `inline`, ends at `block`, and is never read in
 * `skip` (code, scripts, fields, editors, embedded things). Decided by tag and attributes alone, since a
 * computed style for each element would cost more than the whole scan.
 */
export type ElementKind = 'inline' | 'block' | 'break' | 'skip';

const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark meter nobr q rb rp rt ruby s small ' +
    'span strike strong sub sup time tt u var wbr'
  ).split(' '),
);

const SKIP = new Set(
  (
    'script style noscript template svg math canvas textarea input select option button code pre kbd samp iframe ' +
    'frame object embed video audio picture img map head meta link title progress datalist dialog'
  ).split(' '),
);

/** Parts of an article's element that are not its text. Read only when the whole page is asked for. */
const ASIDE = new Set(['aside', 'nav', 'footer', 'form', 'menu']);

/** Class names by which sites hide text from the eye and leave it to screen readers. */
const UNSEEN = new Set(['sr-only', 'visually-hidden', 'visuallyhidden', 'screen-reader-text']);

/**
 * Words of class names and ids around, not in, an article; whole words of the name only. A set: one pattern of them all
 * becomes 20 KB of machine code, which stays on the heap of every article.
 */
const AROUND = new Set(
  (
    'related readalso readmore comment comments share sharing social socials subscribe banner ad ads advert ' +
    'advertisement promo breadcrumb breadcrumbs recommended recommendation recommendations popular sidebar ticker ' +
    'tag tags newsletter toolbar pagination cookie cookies'
  ).split(' '),
);

/** True for a block that stands around the article's text: "read also", comments, share buttons, advertising. */
export function isAround(element: Element): boolean {
  if (ASIDE.has(element.localName)) return true;
  // Most paragraphs have no attributes: asking that is cheaper than asking for two of them.
  if (!element.hasAttributes()) return false;
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
  if (names.length <= 1) return false;
  const words = names.toLowerCase().replaceAll('read-also', 'readalso');
  return words
    .replaceAll('read-more', 'readmore')
    .split(/[\s_-]/)
    .some((word) => AROUND.has(word));
}

/**
 * Whether an element takes part in what the page shows. One with `display: contents` has no box of its own, its
 * children stand in its parent's.
 */
export function isShown(element: Element, how?: CheckVisibilityOptions): boolean {
  if (element.checkVisibility(how)) return true;
  const { display, visibility } = getComputedStyle(element);
  if (display !== 'contents') return false;
  if (how?.visibilityProperty === true && visibility !== 'visible') return false;
  const { parentNode } = element;
  const parent =
    parentNode !== null && isShadow(parentNode) ? parentNode.host : element.parentElement;
  return parent !== null && isShown(parent);
}

function isUnseen(element: Element): boolean {
  const names = element.getAttribute('class');
  if (names?.split(/\s/).some((name) => UNSEEN.has(name)) === true) return true;
  // Attributes of no style: a style flush happens at most once, right after load it is clean already.
  return !isShown(element, { visibilityProperty: true });
}

function isHidden(element: Element): boolean {
  return element.hasAttributes() ? isEditor(element) || isUnseen(element) : false;
}

/** Does text run on through the element? The same as `kindOf` says, without asking a block whether it is seen. */
export function isInline(element: Element): boolean {
  return INLINE.has(element.localName) && !isHidden(element);
}

/** @param whole read also what stands around the article (a selection may lie there). */
export function kindOf(element: Element, whole: boolean): ElementKind {
  const tag = element.localName;
  if (tag === 'br' || tag === 'hr') return 'break';
  if (SKIP.has(tag) || isHidden(element)) return 'skip';
  if (INLINE.has(tag)) return 'inline';
  if (!whole && isAround(element)) return 'skip';
  return isShown(element) ? 'block' : 'skip';
}

/**
 * The nearest element from here up whose inside is read as blocks of its own; null when the place lies in
 * something that is not read. What stands in a shadow root is read with its host.
 */
export function scopeOf(node: Node, root: Element): Element | null {
  const from = inPage(node);
  let scope: Element | null = null;
  for (let at: Node | null = from; at !== null && at !== root; at = at.parentNode) {
    if (!isElement(at)) continue;
    const kind = kindOf(at, false);
    if (kind === 'skip') return null;
    if (kind === 'block') scope ??= at;
  }
  return root.contains(from) ? (scope ?? root) : null;
}
