import type { Lang } from '@/lib/ledger/records';
import { atOnce, type Steps } from '@/lib/ledger/steps';
import { type ArticleDate, findDate } from './article-date';
import { findRoot, type RootScore } from './article-root';
import { findHeadline, type Headline, meta, plain, titleParts } from './headline';
import { isFrontPage, isWorkspace } from './is-article';
import { type LinkedArticle, type LinkedData, readLinkedData } from './linked-data';
import { textWalker } from './nodes';
import { canonicalAddress } from './page-address';

/** What the page is about, read from the live page at one moment. */
export interface ArticleFacts extends ArticleDate {
  readonly isArticle: boolean;
  /** The canonical address. */
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly lang: Lang | null;
  /** The element that holds the text; null when nothing on the page reads like an article. */
  readonly root: Element | null;
}

/** A page that calls itself an article needs this many characters of prose; one that does not, more. */
const MIN_PROSE_NAMED = 80;
const MIN_PROSE_UNNAMED = 220;
const LISTS = [
  'CollectionPage',
  'ItemList',
  'SearchResultsPage',
  'ProfilePage',
  'AboutPage',
  'ContactPage',
  'WebApplication',
  'Product',
  'QAPage',
  'Blog',
  'EventSeries',
];
/** Characters in which a text's language shows. */
const SAMPLE_CHARS = 1500;
/** This many headings that link elsewhere in one root make it a list of articles. */
const MIN_CARDS = 3;

function matching(linked: LinkedData, url: string, doc: Document): LinkedArticle | null {
  const named = linked.articles.find((article) => article.url !== '' && canBe(article.url, url));
  if (named !== undefined) return named;
  const title = plain(doc.title);
  const titled = linked.articles.find((a) => a.headline !== '' && title.includes(a.headline));
  // One that names another address is left over from the article before, on a single-page site.
  return titled ?? linked.articles.find((article) => article.url === '') ?? null;
}

function canBe(claim: string, url: string): boolean {
  return URL.canParse(claim, url) && new URL(claim, url).pathname === new URL(url).pathname;
}

/** Are there several cards, each with a heading that links to its own page? */
function isFeed(root: Element): boolean {
  let cards = 0;
  for (const link of root.querySelectorAll('h2 a[href], h3 a[href], h4 a[href], article a[href]')) {
    const heading = link.closest('h2, h3, h4, article');
    if (heading === null || heading === root || link.closest('aside, nav, footer') !== null)
      continue;
    const whole = plain(link.textContent).length;
    if (whole > 15 && whole * 2 > plain(heading.textContent).length) cards++;
  }
  return cards >= MIN_CARDS;
}

function claimsArticle(doc: Document, linked: LinkedArticle | null): boolean {
  if (linked !== null) return true;
  if (/^article$/i.test(meta(doc, 'og:type')) || meta(doc, 'article:published_time') !== '')
    return true;
  return doc.querySelectorAll('[itemtype$="NewsArticle"], [itemtype$="/Article"]').length === 1;
}

/**
 * Is this page one article? Cheap first: most pages are turned away by their address or by what they say of
 * themselves, before any text is looked at.
 */
function* judge(
  doc: Document,
  url: URL,
  linked: LinkedData,
  claim: boolean,
): Steps<RootScore | null> {
  if (isFrontPage(url.href) || isWorkspace(doc)) return null;
  if (!claim && LISTS.some((type) => linked.types.has(type))) return null;
  const score = yield* findRoot(doc);
  if (score === null) return null;
  if (score.text < (claim ? MIN_PROSE_NAMED : MIN_PROSE_UNNAMED)) return null;
  return !claim && isFeed(score.root) ? null : score;
}

function publisherOf(
  doc: Document,
  linked: LinkedArticle | null,
  headline: Headline,
  url: URL,
): string {
  const named = linked?.publisher || meta(doc, 'og:site_name') || meta(doc, 'application-name');
  if (named !== '') return named;
  const item = doc.querySelector('[itemprop~="publisher"] [itemprop~="name"]');
  const said = plain(item?.getAttribute('content') ?? item?.textContent);
  if (said !== '') return said;
  const parts = titleParts(plain(doc.title)).filter((part) => !headline.text.includes(part));
  return parts[0] ?? url.hostname.replace(/^(?:www|m)\./, '');
}

function siteNames(doc: Document, linked: LinkedArticle | null): string[] {
  const logo = doc.querySelector(
    '[class*="logo" i], [class*="site-title" i], [class*="site-name" i]',
  );
  return [
    linked?.publisher ?? '',
    meta(doc, 'og:site_name'),
    meta(doc, 'application-name'),
    plain(logo?.textContent),
  ].filter((name) => name !== '');
}

/** The first text of an element, enough to tell its language: the whole `textContent` costs as much as a scan. */
function sampleOf(root: Element | null): string {
  if (root === null) return '';
  const walker = textWalker(root);
  let sample = '';
  while (sample.length < SAMPLE_CHARS && walker.nextNode() !== null) {
    const tag = walker.currentNode.parentElement?.localName;
    if (tag !== 'script' && tag !== 'style')
      sample += (walker.currentNode.nodeValue ?? '').slice(0, SAMPLE_CHARS);
  }
  return sample;
}

/** The language of a text by its letters: Kazakh ones decide, then Cyrillic, then Latin; null with no letters. */
function langOf(text: string): Lang | null {
  const sample = text.slice(0, SAMPLE_CHARS);
  const kazakh = sample.match(/[әғқңөұүһі]/gi)?.length ?? 0;
  const cyrillic = sample.match(/[а-яё]/gi)?.length ?? 0;
  const latin = sample.match(/[a-z]/gi)?.length ?? 0;
  if (kazakh + cyrillic + latin === 0) return null;
  if (kazakh * 25 > cyrillic + kazakh) return 'kk';
  return cyrillic + kazakh >= latin ? 'ru' : 'en';
}

/** Reads the facts of the page as it stands. The page is not changed. */
export function readArticle(doc: Document, pageUrl: string): ArticleFacts {
  return atOnce(articleSteps(doc, pageUrl));
}

/** The same step by step, so that the page may work in between. */
export function* articleSteps(doc: Document, pageUrl: string): Steps<ArticleFacts> {
  const url = new URL(pageUrl);
  const data = readLinkedData(doc);
  const address = canonicalAddress(doc, pageUrl);
  const linked = matching(data, address, doc);
  yield;
  const claim = claimsArticle(doc, linked);
  yield;
  const score = yield* judge(doc, url, data, claim);
  yield;
  // Each of these asks the whole page by a selector: 2 ms at 50,000 nodes.
  const sites = siteNames(doc, linked);
  yield;
  const headline = yield* findHeadline(doc, linked?.headline ?? '', sites);
  const root = score?.root ?? null;
  yield;
  const date: ArticleDate =
    root === null
      ? { date: null, origin: 'none' }
      : yield* findDate(doc, linked, headline.element, root);
  yield;
  const publisher = publisherOf(doc, linked, headline, url);
  yield;
  return {
    ...date,
    isArticle: root !== null,
    url: address,
    title: headline.text,
    publisher,
    lang: langOf(sampleOf(root ?? doc.body)),
    root,
  };
}
