import { Readability } from '@mozilla/readability';
import { expect, test } from 'vitest';
import { readArticle } from '@/lib/page/article';
import { readBlocks } from '@/lib/page/read-blocks';
import { PAGES, showPage, sourceOf } from './_page';

/** Paragraphs long enough that both readers count them as text of the article. */
const PARAGRAPH_CHARS = 80;

const plain = (text: string) => text.replace(/[\s\u00ad]+/g, ' ').trim();

/** Pages that Readability itself reads: it gives up on very short ones. */
async function readBoth(file: string, url: string) {
  const doc = await showPage(sourceOf(file));
  const { root } = readArticle(doc, url);
  const theirs = new Readability(doc.cloneNode(true) as Document).parse()?.textContent ?? null;
  const ours = root ? readBlocks(root).map((block) => plain(block.text)) : [];
  return { ours, theirs: theirs === null ? null : plain(theirs) };
}

/** Readability does not look into shadow roots; a page that its script fills later is judged elsewhere. */
const isForBoth = ([file, page]: (typeof PAGES)[number]) =>
  page.isArticle && page.later === undefined && !file.includes('shadow-dom');

test.each(PAGES.filter(isForBoth))(
  '%s: a paragraph of ours is one of the judge',
  async (file, { url }) => {
    const { ours, theirs } = await readBoth(file, url);
    const paragraphs = ours.filter((text) => text.length >= PARAGRAPH_CHARS);
    const strange = theirs === null ? [] : paragraphs.filter((text) => !theirs.includes(text));
    expect(strange).toEqual([]);
  },
);
