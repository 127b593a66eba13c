import { expect, test } from 'vitest';
import { articleSteps, readArticle } from '@/lib/page/article';
import { isAround } from '@/lib/page/element-kind';
import { isFrontPage, isProbablyArticle } from '@/lib/page/is-article';
import { readBlocks } from '@/lib/page/read-blocks';
import { A_STEP } from '@/lib/page/steps';
import { type ExpectedPage, PAGES, showPage, sourceOf } from './_page';

function isArticle(doc: Document, url: string): boolean {
  return isProbablyArticle(doc, url) && readArticle(doc, url).isArticle;
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

const LONG = 'На отчётной встрече аким рассказал, что дорогу к дачам починят до осени этого года.';
const IN_PIECES = LONG.replaceAll(/(\S+ \S+) /g, '<b>$1</b> ');
const SHORT = 'Коротко о главном.';

/** What a page of so many equal parts is taken for, by its text alone. */
function isWorthIt(part: string, count: number, type: DOMParserSupportedType, body = ''): boolean {
  const html = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>О дорогах</title></head><body ${body}>${part.repeat(count)}</body></html>`;
  const doc = new DOMParser().parseFromString(html, type);
  return isProbablyArticle(doc, 'https://news.example/n/1');
}

for (const type of ['text/html', 'application/xhtml+xml'] as const) {
  test.each([
    ['two paragraphs', `<p>${LONG}</p>`, 2, true],
    ['one paragraph', `<p>${LONG}</p>`, 1, false],
    ['short paragraphs', `<p>${SHORT}</p>`, 60, false],
    ['paragraphs in pieces', `<p>${IN_PIECES}</p>`, 2, true],
    ['bare parts', `<div>${LONG}</div>`, 2, true],
    ['bare parts in pieces', `<div><div><section>${IN_PIECES}</section></div></div>`, 2, true],
    ['one bare part in others', `<div><div><div>${LONG}</div></div></div>`, 1, false],
    ['cards', `<div><h3>${SHORT}</h3><p>${SHORT}</p></div>`, 60, false],
    ['running text, broken', `<section>${`${LONG}<br/>`.repeat(5)}</section>`, 1, true],
    ['broken buttons', `<section>${`${SHORT}<br/>`.repeat(5)}</section>`, 3, false],
  ])(`${type}: %s, ${'$'}2 of them`, (_, part, count, expected) => {
    expect(isWorthIt(part, count, type)).toBe(expected);
  });

  test.each([
    ['contenteditable=""', false],
    ['contenteditable="true"', false],
    ['contenteditable="false"', true],
    ['role="textbox"', false],
    ['role="main"', true],
  ])(`${type}: a page that is %s is read: %s`, (attribute, expected) => {
    expect(isWorthIt(`<p>${LONG}</p>`, 2, type, attribute)).toBe(expected);
  });
}

test.each(['h2', 'b'])('of many <%s> no more than a few are looked at in one step', (tag) => {
  const stepsOf = (count: number): number => {
    const line = `<${tag}>Аким района пообещал починить дорогу</${tag}>`;
    const doc = new DOMParser().parseFromString(line.repeat(count), 'text/html');
    return [...articleSteps(doc, 'https://news.example/a/1')].length;
  };
  expect(stepsOf(11 * A_STEP) - stepsOf(A_STEP)).toBeGreaterThanOrEqual(10);
});

test.each([
  ['https://news.example/', true],
  ['https://news.example/?', true],
  ['https://news.example/kz#top', true],
  ['https://news.example:8080/ru/index.php#/news/1', true],
  ['https://news.example/?p=1', false],
  ['https://news.example/index.php?p=1', false],
  ['https://news.example/news/', false],
  ['https://news.example/kz/index', false],
])('%s is a front page: %s', (address, expected) => {
  expect(isFrontPage(address)).toBe(expected);
});

test.each([
  ['related', true],
  ['news Share-bottom', true],
  ['top_ads', true],
  ['READ-ALSO', true],
  ['block-readmore', true],
  ['read-article', false],
  ['bread-more', false],
  ['heads', false],
  ['shared', false],
  ['recommend', false],
])('of a class “%s” it is told that it stands around a text: %s', (names, expected) => {
  const part = document.createElement('div');
  part.className = names;
  expect(isAround(part)).toBe(expected);
});
