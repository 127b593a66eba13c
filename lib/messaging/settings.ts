import { type Browser, browser } from 'wxt/browser';
import type { Lang } from '@/lib/ledger/records';

/** What the reader has set. Kept in `storage.local`, which content scripts may read: nothing secret is here. */
export interface Settings {
  /** Language of the interface. */
  readonly lang: Lang;
  readonly theme: 'auto' | 'light' | 'dark';
  /** Marks officials without records too. */
  readonly markAll: boolean;
  readonly markStyle: 'underline' | 'tint';
  /** The button beside a selection. */
  readonly clipButton: boolean;
  /** When the pointer opens the card: see `lib/page/pointer-rest`. */
  readonly cardOpens: 'quick' | 'rest' | 'slow' | 'shift';
  /** Nothing is marked anywhere until the reader goes on. */
  readonly paused: boolean;
  /** The popup has told once what the marks are. */
  readonly hintSeen: boolean;
  /** Sites (host names without `www.`) on which nothing is marked. */
  readonly sitesOff: readonly string[];
}

const KEY = 'settings';

/** The browser's language where we speak it; Russian elsewhere. Chromium has no Kazakh interface. */
function langOf(browserLanguage: string): Lang {
  const language = browserLanguage.toLowerCase().split('-')[0];
  return language === 'kk' || language === 'en' ? language : 'ru';
}

/** What holds where nothing is set. */
export function defaultSettings(): Settings {
  return {
    lang: langOf(browser.i18n.getUILanguage()),
    theme: 'auto',
    markAll: false,
    markStyle: 'underline',
    clipButton: true,
    cardOpens: 'rest',
    paused: false,
    hintSeen: false,
    sitesOff: [],
  };
}

function oneOf<T extends string>(value: unknown, choices: readonly T[], fallback: T): T {
  return choices.find((choice) => choice === value) ?? fallback;
}

function flag(value: unknown, fallback: boolean): boolean {
  return typeof value === 'boolean' ? value : fallback;
}

/** Reads what is stored, field by field; what cannot be read has its default. */
export function parseSettings(stored: unknown, fallback: Settings): Settings {
  const has: Record<string, unknown> =
    typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const sites = has['sitesOff'];
  return {
    lang: oneOf(has['lang'], ['ru', 'kk', 'en'], fallback.lang),
    theme: oneOf(has['theme'], ['auto', 'light', 'dark'], fallback.theme),
    markAll: flag(has['markAll'], fallback.markAll),
    markStyle: oneOf(has['markStyle'], ['underline', 'tint'], fallback.markStyle),
    clipButton: flag(has['clipButton'], fallback.clipButton),
    cardOpens: oneOf(has['cardOpens'], ['quick', 'rest', 'slow', 'shift'], fallback.cardOpens),
    paused: flag(has['paused'], fallback.paused),
    hintSeen: flag(has['hintSeen'], fallback.hintSeen),
    sitesOff: Array.isArray(sites)
      ? sites.filter((site): site is string => typeof site === 'string')
      : fallback.sitesOff,
  };
}

/** The present settings. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return parseSettings(stored[KEY], defaultSettings());
}

/** Changes some settings and answers with all of them. */
export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const settings = { ...(await readSettings()), ...change };
  await browser.storage.local.set({ [KEY]: settings });
  return settings;
}

/** Calls back with the new settings whenever they change, in any context, until the signal, if there is one, says stop. */
export function watchSettings(onChange: (settings: Settings) => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>): void => {
    const change = changes[KEY];
    if (change !== undefined) onChange(parseSettings(change.newValue, defaultSettings()));
  };
  browser.storage.local.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => {
    browser.storage.local.onChanged.removeListener(listener);
  });
}

/** The name under which a site is switched off. */
export function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}

/** Are marks drawn at an address at all? */
export function isOnAt({ paused, sitesOff }: Settings, url: string): boolean {
  return !paused && !sitesOff.includes(siteOf(url));
}
