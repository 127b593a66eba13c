/**
 * What the page bench measures against: the floor (what any reader must do) and the plain published things, as
 * their own documents say to use them. Frozen: a change here changes what every figure means.
 */
import findAndReplaceDOMText from 'findandreplacedomtext';
import Mark from 'mark.js';

const CAPITALISED = /\p{Lu}\p{Ll}+/gu;

/** The floor: walk the text nodes, and one pass of a pattern for capitalised words over each. */
export function floor(root: Element): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let count = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    count += node.nodeValue?.match(CAPITALISED)?.length ?? 0;
  }
  return count;
}

/** mark.js finds and wraps each of the names. */
export function markJs(root: HTMLElement, names: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    new Mark(root).mark([...names], { separateWordSearch: false, done: resolve });
  });
}

function alternation(names: readonly string[]): RegExp {
  return new RegExp(
    names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'),
    'g',
  );
}

/** findAndReplaceDOMText wraps what an alternation of the names finds. */
export function findAndReplace(root: HTMLElement, names: readonly string[]): void {
  findAndReplaceDOMText(root, { find: alternation(names), wrap: 'mark' });
}

/** An alternation of the names over the text of the root; finds, marks nothing. */
export function alternationRegex(root: Element, names: readonly string[]): number {
  return root.textContent.match(alternation(names))?.length ?? 0;
}

/** Wraps each range in a span of its own, the last first, so that the earlier ones stay true. */
export function wrapInSpans(ranges: readonly Range[]): void {
  for (const range of [...ranges].reverse()) range.surroundContents(document.createElement('span'));
}
