import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPartialDate } from '@/lib/ledger/partial-date';
import { type ArticleFacts, articleSteps } from '@/lib/page/article';
import { isProbablyArticle } from '@/lib/page/is-article';
import { readBlocks } from '@/lib/page/read-blocks';
import { PAGES, sourceOf } from '../browser/_page';
import { anyText, damaged, HANG_MS, survives } from './run';

/** In a real browser: no other reads broken markup as people's browsers do. */

const DATES = [
  '7 февраля 2020',
  '31.02.2020',
  '2020-02-07T18:30:00Z',
  '0000-00-00',
  '99999',
  'вчера, 10:15',
  '12 ақпан 2021 ж.',
  'May 26, 2025',
  '٢٠٢٠-٠١-٠١',
];
const PROSE =
  'Аким Талгарского района пообещал, что дорогу к дачам отремонтируют до осени этого года, и воду проведут тоже. ';
const WORDS = [
  PROSE,
  PROSE.repeat(3),
  'Аким',
  'ауыл әкімі',
  '\u00AD',
  '\u202E',
  ' ',
  '&nbsp;',
  '<',
  '&#0;',
];
const ADDRESSES = [
  '/',
  '//',
  'javascript:1',
  'https://[',
  'https://news.kz/a/1',
  'data:text/html,x',
  '#',
];
const TAGS =
  'article main section div p span h1 h2 ul li table tr td aside nav header figure time a b template svg math iframe noscript form textarea button select video details'.split(
    ' ',
  );
const ATTRIBUTES =
  'class id itemprop itemtype datetime content href lang dir hidden contenteditable role style property name'.split(
    ' ',
  );
const VALUES = [
  ...DATES,
  ...ADDRESSES,
  'article-body',
  'published',
  'NewsArticle',
  'https://schema.org/NewsArticle',
  'datePublished',
  'display:none',
  'comments',
  '',
];

const value = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...VALUES) },
  fc.string({ maxLength: 9 }),
);
const attributes = fc
  .array(fc.tuple(fc.constantFrom(...ATTRIBUTES), value), { maxLength: 2 })
  .map((all) => all.map(([name, is]) => ` ${name}="${is.replaceAll('"', '')}"`).join(''));

const linked = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    value,
    fc.constantFrom('NewsArticle', ['NewsArticle', 'Article'], 'ItemList', null, 1),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        '@type',
        '@graph',
        '@id',
        'url',
        'headline',
        'datePublished',
        'publisher',
        'name',
        'mainEntityOfPage',
        '__proto__',
      ),
      tie('any'),
      { maxKeys: 5 },
    ),
  ),
})).any;
const heads = fc.oneof(
  linked.map((data) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`),
  fc
    .tuple(
      fc.constantFrom('og:url', 'og:type', 'og:title', 'article:published_time', 'og:site_name'),
      value,
    )
    .map(([name, is]) => `<meta property="${name}" content="${is}">`),
  value.map((href) => `<link rel="canonical" href="${href}">`),
  anyText.map((title) => `<title>${title}</title>`),
);

/** Markup that is closed in the wrong place or never; at times very deep or very long. */
const { html } = fc.letrec<{ html: string; part: string; tag: string }>((tie) => ({
  html: fc.array(tie('part'), { maxLength: 6 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...WORDS, ...DATES),
    heads,
    anyText,
    tie('tag'),
  ),
  tag: fc
    .tuple(fc.constantFrom(...TAGS), attributes, tie('html'), fc.constantFrom(...TAGS, ''))
    .map(
      ([tag, said, inner, end]) =>
        `<${tag}${said}>${inner}${end === '' ? `</${tag}>` : `</${end}>`}`,
    ),
}));
const monotone = fc
  .tuple(
    fc.constantFrom(...TAGS, 'a href="/"', 'time datetime="2020"'),
    fc.nat(400),
    fc.constantFrom(...WORDS, ...DATES),
  )
  .map(([tag, times, word]) => `<${tag}>${word}`.repeat(times));
const corpus = fc.constantFrom(...PAGES.map(([file]) => sourceOf(file))).chain(damaged);

const pages = fc.oneof(
  { weight: 20, arbitrary: html },
  { weight: 4, arbitrary: corpus },
  { weight: 1, arbitrary: monotone },
);
const urls = fc.constantFrom(
  'https://news.kz/2020/02/07/doroga-k-dacham',
  'https://news.kz/',
  'http://a.kz/?id=1#x',
);

/** Reads as the extension does, which lets the page work after each step; with the longest of them, by the clock. */
function read(doc: Document, url: string): { readonly facts: ArticleFacts; readonly ms: number } {
  const steps = articleSteps(doc, url);
  let ms = 0;
  for (;;) {
    const before = performance.now();
    const step = steps.next();
    ms = Math.max(ms, performance.now() - before);
    if (step.done === true) return { facts: step.value, ms };
  }
}

/** What the rest of the extension relies on, of any page. */
function isSound(doc: Document, facts: ArticleFacts): boolean {
  const { isArticle, root, date, origin, lang, url: address, title } = facts;
  const isDated = date === null ? origin === 'none' : isPartialDate(date);
  const isPlaced = isArticle === (root !== null) && (root === null || doc.contains(root));
  const isNamed = /^https?:\/\//.test(address) && title === title.trim();
  const isTold = lang === null || ['ru', 'kk', 'en'].includes(lang);
  const blocks = root === null ? [] : readBlocks(root);
  const isRead = blocks.every(
    ({ text, nodes, textStarts, nodeStarts }) =>
      /[\p{L}\p{N}]/u.test(text) &&
      text === text.trim() &&
      nodes.length > 0 &&
      nodes.length === textStarts.length &&
      nodes.length === nodeStarts.length,
  );
  return isDated && isPlaced && isNamed && isTold && isRead;
}

test(
  'the article reader gives a date of the calendar, a web address and blocks of words, and leaves the page as it was',
  survives(fc.tuple(pages, urls), ([source, url]) => {
    const doc = new DOMParser().parseFromString(source, 'text/html');
    const before = doc.documentElement.outerHTML;
    isProbablyArticle(doc, url);
    const { facts, ms } = read(doc, url);
    expect(isSound(doc, facts), JSON.stringify(facts)).toBe(true);
    expect(doc.documentElement.outerHTML === before).toBe(true);
    // The clock stands for a busy machine too: only what is slow three times is slow.
    const slowest = () => read(doc, url).ms;
    expect(ms > HANG_MS && slowest() > HANG_MS && slowest() > HANG_MS).toBe(false);
  }),
);
