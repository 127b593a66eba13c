import { expect, test } from 'vitest';
import { readArticle } from '@/lib/page/article';
import { isProbablyArticle } from '@/lib/page/article-test';
import { readBlocks } from '@/lib/page/read-blocks';
import { type ExpectedPage, PAGES, showPage, sourceOf } from './_page';

function isArticle(doc: Document, url: string): boolean {
  return isProbablyArticle(doc, new URL(url)) && readArticle(doc, url).isArticle;
}

function check(doc: Document, url: string, expected: Omit<ExpectedPage, 'url'>): void {
  const facts = readArticle(doc, url);
  expect({
    canonicalUrl: facts.url,
    title: facts.title,
    publisher: facts.publisher,
    publishedOn: facts.date,
    origin: facts.origin,
    lang: facts.lang,
  }).toEqual({
    canonicalUrl: expected.canonicalUrl,
    title: expected.title,
    publisher: expected.publisher,
    publishedOn: expected.publishedOn,
    origin: expected.origin,
    lang: expected.lang ?? 'ru',
  });
  expect(facts.root).toBe(doc.querySelector(expected.root ?? ''));
  if (facts.root === null) return;
  const blocks = readBlocks(facts.root).map((block) => block.text);
  const text = blocks.join('\n');
  for (const words of expected.has ?? []) expect(text).toContain(words);
  for (const words of expected.lacks ?? []) expect(text).not.toContain(words);
  expect(expected.blocks ?? blocks).toEqual(blocks);
}

test.each(PAGES)('%s reads as expected', async (file, expected) => {
  const doc = await showPage(sourceOf(file));
  expect(isArticle(doc, expected.url)).toBe(expected.isArticle);
  if (expected.isArticle) check(doc, expected.url, expected);
});

test.each(PAGES.filter(([, { later }]) => later !== undefined))(
  '%s reads as expected after its script has filled it',
  async (file, { url, later }) => {
    const doc = await showPage(sourceOf(file));
    doc.defaultView?.dispatchEvent(new Event('show'));
    expect(isArticle(doc, url)).toBe(true);
    if (later !== undefined) check(doc, url, later);
  },
);
