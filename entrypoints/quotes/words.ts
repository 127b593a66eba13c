import { rangeIn, textAround } from '@/lib/page/page-text';

/** The article's paragraphs as they stand. */
export function blocksOf(root: Element): readonly string[] {
  return textAround(document, root, root).blocks.map((block) => block.text);
}

/** Scrolls to where words of the article stand first, and selects them; false where they do not. */
export function selectText(root: Element, words: string): boolean {
  const page = textAround(document, root, root);
  const at = words === '' ? -1 : page.text.indexOf(words);
  const range = at < 0 ? null : rangeIn(page, at, at + words.length);
  if (range === null) return false;
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
  return true;
}
