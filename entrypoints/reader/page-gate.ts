import { watchLedger } from '@/lib/messaging/ledger-news';
import { loadedPart } from '@/lib/messaging/page-part';
import type { ToPage } from '@/lib/messaging/protocol';
import {
  changeSettings,
  isOnAt,
  readSettings,
  type Settings,
  siteOf,
  watchSettings,
} from '@/lib/messaging/settings';
import { watchAddress } from '@/lib/page/watch-address';
import { LATE_MS, MOVED_MS } from '../article/late-looks';
import type { ReadingPort } from '../reading/reading-port';
import { nothingHere } from './nothing-here';
import { readFacts, readPage } from './page';
import type { PageSettings, ReadPage } from './read-page';

/** Faults of the page's part go to one place; a reader's console stays quiet by default. */
function onFault(fault: unknown): void {
  console.debug('[uade]', fault);
}

function settingsHere(settings: Settings): PageSettings {
  const { markStyle, clipButton, cardOpens, lang, markAll } = settings;
  return {
    on: isOnAt(settings, document.URL),
    style: markStyle,
    clipButton,
    cardOpens,
    answersBy: `${lang} ${markAll}`,
  };
}

async function switchOffHere(): Promise<void> {
  const { sitesOff } = await readSettings();
  await changeSettings({ sitesOff: [...new Set([...sitesOff, siteOf(document.URL)])] });
}

/** Decides when the page is read, read again or left alone, until the signal ends. */
export class PageGate {
  readonly #signal: AbortSignal;
  #article = new AbortController();
  #page: Promise<ReadPage | null>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    this.#page = this.#open();
    void this.#page.then((page) => page?.isArticle !== true && this.#lookAgain(LATE_MS));
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#article.abort();
    });
    // Never unheard: with the extension gone its listeners are gone too, and touching them throws in the page's console.
    watchSettings((settings) => this.#apply(settings));
    watchLedger(() => void this.#page.then((page) => page?.askAgain()));
    watchAddress(window, () => this.#moved(), signal);
  }

  /** Answers a call from popup or background by whatever stands on the page at the moment. */
  async answer<C extends keyof ToPage>(
    call: C,
    request: ToPage[C]['request'],
  ): Promise<ToPage[C]['answer']> {
    let page = await this.#page;
    if (call === 'clipSelection') page ??= await this.#read(true, this.#article.signal);
    return await (page?.handlers ?? nothingHere(document.title, document.URL))[call](request);
  }

  /** @param isAsked the reader of the page asks for something on it, whether marks are on or not. */
  async #read(isAsked: boolean, signal: AbortSignal): Promise<ReadPage | null> {
    // The page is looked at while the settings are on their way.
    const [stored, facts] = await Promise.all([readSettings(), readFacts(signal)]);
    const settings = settingsHere(stored);
    if (facts === null || !(settings.on || isAsked)) return null;
    const switchOff = (): void => void switchOffHere().catch(onFault);
    return readPage(facts, { settings, switchOff, onFault, signal });
  }

  async #open(): Promise<ReadPage | null> {
    this.#article.abort('read anew');
    this.#article = new AbortController();
    const { signal } = this.#article;
    try {
      const part = await loadedPart<ReadingPort>('reading');
      return part.isWorthReading() ? await this.#read(false, signal) : null;
    } catch (fault) {
      onFault(fault);
      return null;
    }
  }

  #moved(): void {
    // Nothing of the old article may stand on the new one.
    this.#article.abort();
    this.#lookAgain(MOVED_MS);
  }

  /** Looks again after each of the delays, and reads anew when the page has become another. */
  #lookAgain([delay, ...later]: readonly number[]): void {
    clearTimeout(this.#timer);
    if (delay === undefined || this.#signal.aborted) return;
    this.#timer = setTimeout(() => void this.#look(later), delay);
  }

  async #look(later: readonly number[]): Promise<void> {
    const page = await this.#page;
    const timer = this.#timer;
    const isSame = !this.#article.signal.aborted && (await page?.isSame()) === true;
    // The page moved on meanwhile: it is looked at anew then.
    if (timer !== this.#timer) return;
    if (!isSame) this.#page = this.#open();
    this.#lookAgain(later);
  }

  #apply(settings: Settings): void {
    const here = settingsHere(settings);
    void this.#page.then((page) => {
      if (page === null && here.on) this.#page = this.#open();
      else page?.apply(here);
    });
  }
}
