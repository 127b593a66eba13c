import { browser } from 'wxt/browser';
import type { OfficialRow, PageState } from '@/components/popup/on-page';
import { nameIn } from '@/components/text';
import type { Lang } from '@/lib/ledger/records';
import { CallError, callPage } from '@/lib/messaging/call';
import type { OfficialOnPage, PageReport, QuoteOnPage, SomeQuotes } from '@/lib/messaging/protocol';
import { type Settings, siteOf } from '@/lib/messaging/settings';
import type { CacheReader } from '@/lib/storage/cache';
import { loadReader } from '../own-page/article-script';

/** The tab that the popup speaks of. */
export interface FrontTab {
  readonly id: number;
  /** Empty where the browser does not tell it (its own pages). */
  readonly url: string;
}

/** The tab in front, or the one named by `?tab=` when the popup is opened as a page. */
export async function frontTab(search: string): Promise<FrontTab | null> {
  const named = Number(new URLSearchParams(search).get('tab') ?? Number.NaN);
  const tab = Number.isInteger(named)
    ? await browser.tabs.get(named)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? '' };
}

/** The match pattern that covers a site and its subdomains under the page's own scheme. */
export function originOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? `${protocol}//*.${siteOf(url)}/*` : null;
}

async function candidateNames(
  officials: readonly OfficialOnPage[],
  cache: CacheReader,
  lang: Lang,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(officials.flatMap((official) => official.candidates))];
  const persons = await cache.gazetteer().persons(ids);
  return new Map(persons.map((person) => [person.id, nameIn(person, lang)]));
}

function rowOf(official: OfficialOnPage, names: ReadonlyMap<string, string>): OfficialRow {
  const { personId, name, office, mentions, promises, listed, candidates } = official;
  const others = candidates.map((id) => names.get(id)).filter((one) => one !== undefined);
  return { personId, name, office, mentions, promises, why: listed, candidates: others };
}

/** Null where nobody answers. */
async function reportOf(tabId: number): Promise<PageReport | null> {
  try {
    return await callPage(tabId, 'pageReport', {});
  } catch (error) {
    if (error instanceof CallError && error.code === 'gone') return null;
    throw error;
  }
}

/** Has a page of an allowed site read that was not worth it by itself, or is older than the extension. */
async function reportAnyway(tabId: number): Promise<PageReport | null> {
  try {
    await loadReader(tabId);
  } catch (error) {
    // The browser keeps some pages of any site to itself.
    console.debug('[uade]', error);
    return null;
  }
  return await reportOf(tabId);
}

async function stateOf(
  report: PageReport,
  site: string,
  cache: CacheReader,
  lang: Lang,
): Promise<PageState> {
  const at = site === '' ? siteOf(report.url) : site;
  if (!report.isArticle) return { kind: 'notArticle', site: at };
  if (!report.hasLedger) return { kind: 'noLedger', site: at };
  const names = await candidateNames(report.officials, cache, lang);
  const officials = report.officials.map((official) => rowOf(official, names));
  return { kind: 'article', site: at, isWhole: report.isWhole, officials };
}

/** What is known of a tab's page: asked of its reader, or why there is nobody to ask. */
export async function pageOf(
  tab: FrontTab,
  settings: Settings,
  cache: CacheReader,
): Promise<PageState> {
  const site = siteOf(tab.url);
  if (settings.paused) return { kind: 'paused' };
  if (settings.sitesOff.includes(site)) return { kind: 'off', site };
  const standing = await reportOf(tab.id);
  if (standing !== null) return await stateOf(standing, site, cache, settings.lang);
  const origin = originOf(tab.url);
  if (origin === null) return { kind: 'none' };
  if (!(await browser.permissions.contains({ origins: [origin] })))
    return { kind: 'notListed', site };
  const report = await reportAnyway(tab.id);
  return report === null
    ? { kind: 'reload', site }
    : await stateOf(report, site, cache, settings.lang);
}

/** Quotes once taken from a tab's page; none where there is nobody to ask. */
export async function quotesOf(tab: FrontTab): Promise<SomeQuotes<QuoteOnPage>> {
  try {
    return await callPage(tab.id, 'quotesOnPage', {});
  } catch (error) {
    if (error instanceof CallError && error.code === 'gone') return { quotes: [], more: 0 };
    throw error;
  }
}
