import fs from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { PageReport } from '@/lib/messaging/protocol';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { type Article, detect, type Prediction, parseArticle } from '../eval/detect';
import { readLedgerFolder } from '../eval/ledger-folder';
import { Device, NEWS } from './device';
import { freshFolder, TestTracker } from './tracker';

const SET = path.resolve(import.meta.dirname, '../corpus/gold-hold-2');
const LEDGER = path.join(SET, 'ledger');
const articles = fs
  .readFileSync(path.join(SET, 'held.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map(parseArticle);

const tracker = new TestTracker(LEDGER);
const profile = freshFolder('e2e-parity');
const gazetteer = memoryGazetteer(readLedgerFolder(LEDGER));
let device: Device;
let own: Page;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** An article as a news site shows it. */
function pageOf({ title, text, publishedOn }: Article): string {
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '');
  const date =
    publishedOn === null ? '' : `<meta property="article:published_time" content="${publishedOn}">`;
  return `<!doctype html><meta charset="utf-8">${date}<title>${escaped(title)}</title>
<h1>${escaped(title)}</h1>
<article>
${paragraphs.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
</article>`;
}

/** Text as a page is read: white space as one blank, none at the beginning, no soft hyphens and the like. */
function asRead(text: string): string {
  return text
    .replaceAll(/[\u00AD\u200B\u2060\uFEFF]+/gu, '')
    .replaceAll(/[ \t\r\f]+/gu, ' ')
    .replace(/^ /u, '');
}

/** «block:start-end person» for each sure mention, in text order. */
function sureOf(text: string, mentions: readonly Prediction[]): string[] {
  return mentions.flatMap(({ start, end, personId }) => {
    if (personId === null) return [];
    const before = text.slice(0, start).split('\n');
    const line = before.at(-1) ?? '';
    const block = before.slice(0, -1).filter((one) => one.trim() !== '').length;
    const from = asRead(line).length;
    return `${block}:${from}-${from + asRead(text.slice(start, end)).length} ${personId}`;
  });
}

/** «candidates: mentions» for the unsure ones, in the candidates' order. */
function unsureOf(
  groups: readonly (readonly [candidates: readonly string[], n: number])[],
): string[] {
  const counts = new Map<string, number>();
  for (const [candidates, n] of groups) {
    const key = candidates.toSorted().join(' ');
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + n);
  }
  return [...counts].map(([key, n]) => `${key}: ${n}`).toSorted();
}

/** What the extension found on an open page, by the message that its popup sends. */
async function reportOf(page: Page): Promise<PageReport> {
  const answer = await own.evaluate(async (url) => {
    const { tabs } = (globalThis as unknown as OwnPage).chrome;
    const [tab] = await tabs.query({ url });
    return await tabs.sendMessage(tab?.id ?? -1, { call: 'pageReport', request: {} });
  }, page.url());
  // The envelope of lib/messaging/protocol.ts.
  return (answer as { readonly answer: PageReport }).answer;
}

/** What is used of `chrome`, a global of the extension's own pages. */
interface OwnPage {
  readonly chrome: {
    readonly tabs: {
      query(what: object): Promise<readonly { readonly id: number }[]>;
      sendMessage(tabId: number, message: object): Promise<unknown>;
    };
  };
}

async function openArticle(article: Article): Promise<Page> {
  const url = `${NEWS}/${article.id}`;
  await device.context.route(url, (route) =>
    route.fulfill({ body: pageOf(article), contentType: 'text/html; charset=utf-8' }),
  );
  const page = await device.context.newPage();
  await page.goto(url);
  // The popup's call waits for the marks, once the page's own script is there.
  await expect.poll(async () => (await reportOf(page).catch(() => null))?.isArticle).toBe(true);
  return page;
}

test.beforeAll(async () => {
  await tracker.start();
  device = await Device.open(profile);
  await (await device.synced()).close();
  own = await device.own('options.html');
  await own.getByRole('checkbox', { name: /о ком обещаний не записано/ }).check();
});
test.afterAll(async () => {
  await tracker.remove();
  await device.close();
  fs.rmSync(profile, { recursive: true, force: true });
});

/** What the evaluation and the page say of one article; they should not differ. */
async function bothOf(article: Article) {
  const expected = await detect(article, gazetteer);
  const page = await openArticle(article);
  const { marks, officials, date, title } = await reportOf(page);
  await page.close();
  return {
    evaluation: {
      facts: [article.publishedOn, article.title],
      sure: sureOf(article.text, expected),
      unsure: unsureOf(expected.map((one) => [one.ambiguous, 1])),
    },
    extension: {
      facts: [date, title],
      sure: marks.map((one) => `${one.block}:${one.start}-${one.end} ${one.personId}`),
      unsure: unsureOf(officials.map((one) => [one.candidates, one.mentions])),
    },
  };
}

// One test, since a failed one would start tracker and browser anew for the next.
test('the extension finds in thirty articles what the evaluation finds', async () => {
  test.slow();
  expect(articles).toHaveLength(30);
  let marks = 0;
  for (const article of articles) {
    const { evaluation, extension } = await bothOf(article);
    expect.soft(extension, article.id).toEqual(evaluation);
    marks += extension.sure.length;
  }
  expect(marks).toBeGreaterThan(150);
});
