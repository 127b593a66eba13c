// By number, not `instanceof`: nodes of another frame have constructors of their own.

/** Is it a text node, of whatever frame? */
export function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}

/** Is it an element, of whatever frame? */
export function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

/**
 * Is it a shadow root? To name the interface itself would put 7 KB of it on the page's heap; so would `NodeFilter` with
 * 2, `Range` with 9, `location` with 4 and an abort without a reason, a `DOMException`, with 5.
 */
export function isShadow(node: Node): node is ShadowRoot {
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;
}

/** The node itself, or the host of the shadow roots around it: what has a place in the page's own order. */
export function inPage(node: Node): Node {
  let at = node;
  for (let root = at.getRootNode(); isShadow(root); root = at.getRootNode()) at = root.host;
  return at;
}

/** `NodeFilter.SHOW_TEXT`. */
const SHOW_TEXT = 4;

/** Walks the text nodes under an element. */
export function textWalker(element: Element): TreeWalker {
  return element.ownerDocument.createTreeWalker(element, SHOW_TEXT);
}

/**
 * Is the text in an element longer than so many characters? Stops where it knows: `textContent` of a page's outer
 * elements costs as much as the page is long, 469 ms beside a text node of 10 MB.
 */
export function isLongerThan(element: Element, chars: number): boolean {
  const only = element.firstChild;
  if (only === null || (only.nextSibling === null && isText(only)))
    return (only?.nodeValue?.length ?? 0) > chars;
  const walker = textWalker(element);
  let sum = 0;
  for (let node = walker.nextNode(); node !== null && sum <= chars; node = walker.nextNode()) {
    if (isText(node)) sum += node.length;
  }
  return sum > chars;
}

/** The selector of what a person types in. */
export const EDITORS =
  '[contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="searchbox"], [role="combobox"]';

/** Is a person typing in here? Nothing in an editor is read, marked or clipped. */
export function isEditor(element: Element): boolean {
  return element.matches(EDITORS);
}
