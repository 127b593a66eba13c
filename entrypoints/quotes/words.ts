import { rangeIn, textAround } from '@/lib/page/page-text';

/** The article's paragraphs as they stand. */
export function blocksOf(root: Element): readonly string[] {
  return textAround(document, root, root).blocks.map((block) => block.text);
}

/** Where words of the article stand first; null where they do not. */
export function rangeOf(root: Element, words: string): Range | null {
  const page = textAround(document, root, root);
  const at = words === '' ? -1 : page.text.indexOf(words);
  return at < 0 ? null : rangeIn(page, at, at + words.length);
}
