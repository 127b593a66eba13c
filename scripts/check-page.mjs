/**
 * Opens one article in a headless browser with the extension, and reports what a reader sees there:
 * the marks, the people whom the popup lists without a mark, and the cards. Plain Node.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { openChromium } from './browsers-open.mjs';
import { missingInStartingArticle } from './check-page-expected.mjs';
import { readCard, readPopup, readReport, setMarkAll, syncOnce } from './check-page-read.mjs';
import { Plain, ROOT, say } from './prepare.mjs';
import { ADDRESS, startTracker } from './start-tracker.mjs';

const STARTING_ARTICLE = `${ADDRESS}/demo/2020-taldykorgan.html`;

/** Serves one file at /page on a free port, as a news site would. */
async function servePage(file) {
  const server = http.createServer((request, response) => {
    const isPage = request.url === '/page';
    response.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(isPage ? readFileSync(file) : '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/page`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The cards of all people who are marked, in the order of their first marks. */
async function readCards(own, tab, report) {
  const cards = [];
  const officials = new Map(report.officials.map((official) => [official.personId, official]));
  for (const personId of new Set(report.marks.map((mark) => mark.personId))) {
    const official = officials.get(personId);
    cards.push({
      personId,
      name: official?.name ?? personId,
      ...(await readCard(own, tab, personId)),
    });
  }
  return cards;
}

/** What the page shows: one line of JSON, its shape used by other checks. */
function lineOf({ report, popup, all, cards }, ms) {
  // Whoever is only listed is called by the words of the page.
  const named = all.officials.filter((official) => official.listed === null);
  const names = new Map(named.map((official) => [official.personId, official.name]));
  const nameOf = (personId) => names.get(personId) ?? personId;
  const marked = (marks) =>
    marks.map(({ text, personId, postId }) => ({ text, personId, name: nameOf(personId), postId }));
  const listed = report.officials.filter((official) => official.listed !== null);
  return {
    marked: marked(report.marks),
    listed: listed.map(({ name, listed: why, personId, candidates }) => ({
      name,
      why,
      personId,
      candidates,
    })),
    card: cards.find(({ sections }) => sections.inherited) ?? cards[0] ?? null,
    cards,
    popup,
    markedWithAll: marked(all.marks),
    article: { date: report.date, dateOrigin: report.dateOrigin, title: report.title },
    ms,
  };
}

/** Milliseconds since the last call, for the parts of a run. */
function stopwatch(from) {
  let last = from;
  return () => {
    const now = Date.now();
    const passed = now - last;
    last = now;
    return passed;
  };
}

async function readAll(browser, url, ms, lap) {
  const own = await browser.openTab(`chrome-extension://${browser.extensionId}/popup.html`);
  await syncOnce(own);
  ms.sync = lap();
  const tab = await browser.openTab(url);
  const report = await readReport(own, url);
  ms.page = lap();
  ms.marks = report.msToMarks;
  const popup = await readPopup((address) => browser.openTab(address), own, url);
  ms.popup = lap();
  await tab.send('Page.bringToFront');
  const cards = await readCards(own, tab, report);
  ms.cards = lap();
  await setMarkAll(own, true);
  await tab.close();
  await browser.openTab(url);
  const all = await readReport(own, url);
  return { report, popup, all, cards };
}

/** Every undo runs, the last made first, whatever the others do. */
async function undoAll(undos) {
  for (const undo of undos.reverse()) {
    try {
      await undo();
    } catch (failure) {
      say(`While cleaning up: ${failure.message}`);
    }
  }
}

async function run({ bin, extension, ledger, page, started }, undos) {
  const lap = stopwatch(started);
  const ms = { prepare: lap() };
  mkdirSync(path.join(ROOT, '.tmp'), { recursive: true });
  // In the project's folder: browsers from snap packages have a /tmp of their own.
  const folder = mkdtempSync(path.join(ROOT, '.tmp', 'check-'));
  undos.push(() => rmSync(folder, { recursive: true, force: true }));
  const { DATABASE_URL: _, ...env } = process.env;
  const tracker = await startTracker({ data: path.join(folder, 'tracker'), ledger, env });
  undos.push(tracker.stop);
  ms.tracker = lap();
  const site = page ? await servePage(page) : null;
  if (site) undos.push(site.stop);
  const profile = path.join(folder, 'profile');
  const browser = await openChromium({
    bin,
    extension,
    profile,
    headless: true,
    env: { HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder, LANGUAGE: 'ru' },
  });
  undos.push(browser.close);
  ms.browser = lap();
  const url = site?.url ?? STARTING_ARTICLE;
  const seen = await readAll(browser, url, ms, lap);
  ms.total = Date.now() - started;
  return lineOf(seen, ms);
}

/**
 * Runs the check to its end and answers the exit code; prints the one line. The starter ledger's
 * February 2020 article is also compared with what it must show; any other ledger or page passes when
 * it could be read.
 */
export async function checkPage(asked) {
  const undos = [];
  try {
    const line = await run(asked, undos);
    process.stdout.write(`${JSON.stringify(line)}\n`);
    const missing = asked.ledger || asked.page ? [] : missingInStartingArticle(line);
    if (missing.length === 0) return 0;
    throw new Plain(`The check failed. ${missing.join(' ')}`);
  } finally {
    await undoAll(undos);
  }
}
