import type { PageHandlers } from '@/lib/messaging/answer-page';
import { watchLedger } from '@/lib/messaging/ledger-news';
import {
  changeSettings,
  readSettings,
  type Settings,
  siteOf,
  watchSettings,
} from '@/lib/messaging/settings';
import { watchAddress } from '@/lib/page/watch-address';
import type { PagePort, PageSettings, ReadPage } from '../reader/reader-port';
import { isWorthReading, readPage } from './site';

/** A single-page site changes its address first and its text later: looked at again after these, in milliseconds. */
const MOVED_MS = [400, 1500, 4000];
/** A page that does not read like an article at first may be filled by its script. */
const LATE_MS = [1500, 4000];

/** Faults of the page's part go to one place; a reader's console stays quiet by default. */
function onFault(fault: unknown): void {
  console.debug('[uade]', fault);
}

function settingsHere(settings: Settings): PageSettings {
  const { markStyle, clipButton, cardOpens, paused, sitesOff, lang, markAll } = settings;
  const on = !paused && !sitesOff.includes(siteOf(location.href));
  return { on, style: markStyle, clipButton, cardOpens, answersBy: `${lang} ${markAll}` };
}

async function switchOffHere(): Promise<void> {
  const { sitesOff } = await readSettings();
  await changeSettings({ sitesOff: [...new Set([...sitesOff, siteOf(location.href)])] });
}

/** Decides when the page is read, read again or left alone, from load to the signal's end. */
export class PageGate {
  readonly #signal: AbortSignal;
  readonly #listening: AbortSignal;
  #isListening = false;
  #article = new AbortController();
  #page: Promise<ReadPage | null>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param listening ends what listens to the browser; never aborted after the extension itself is gone. */
  constructor(signal: AbortSignal, listening: AbortSignal) {
    this.#signal = signal;
    this.#listening = listening;
    this.#page = this.#open();
    void this.#page.then((page) => page?.isArticle !== true && this.#lookAgain(LATE_MS));
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#article.abort();
    });
    watchAddress(window, () => this.#moved(), signal);
  }

  /** Calls from popup and background, answered by whatever stands on the page at the moment. */
  handlers(): PageHandlers {
    return {
      pageReport: async () => (await this.#page)?.handlers.pageReport({}) ?? this.#noArticle(),
      officialsOnPage: async () =>
        (await this.#page)?.handlers.officialsOnPage({}) ?? { officials: [] },
      showOfficial: async (request) =>
        (await this.#page)?.handlers.showOfficial(request) ?? { shown: false },
      quotesOnPage: async () => (await this.#page)?.handlers.quotesOnPage({}) ?? { quotes: [] },
      showQuote: async (request) =>
        (await this.#page)?.handlers.showQuote(request) ?? { shown: false },
      articleText: async () =>
        (await this.#page)?.handlers.articleText({}) ?? { blocks: [], lang: 'ru' },
      selectText: async (request) =>
        (await this.#page)?.handlers.selectText(request) ?? { shown: false },
      nextMark: async () => (await this.#page)?.handlers.nextMark({}) ?? { shown: false },
      setMarks: async (request) => (await this.#page)?.handlers.setMarks(request) ?? {},
      clipSelection: async (request) => {
        const page = (await this.#page) ?? (await readPage(await this.#port()));
        return page?.handlers.clipSelection(request) ?? { clipId: null };
      },
    };
  }

  #noArticle() {
    return {
      isArticle: false,
      title: document.title,
      url: location.href,
      date: null,
      dateOrigin: 'none',
      marks: [],
      officials: [],
      msToMarks: null,
      hasLedger: true,
      isWhole: true,
    } as const;
  }

  async #port(): Promise<PagePort> {
    const { signal } = this.#article;
    const settings = settingsHere(await readSettings());
    const switchOff = (): void => void switchOffHere().catch(onFault);
    return { settings, switchOff, onFault, signal };
  }

  async #open(): Promise<ReadPage | null> {
    this.#article.abort();
    this.#article = new AbortController();
    try {
      // Before the settings: to touch the browser's storage takes longer than all else on a page that is no article.
      if (!isWorthReading()) return null;
      this.#listen();
      const port = await this.#port();
      return port.settings.on ? await readPage(port) : null;
    } catch (fault) {
      onFault(fault);
      return null;
    }
  }

  /** Keeps up with settings and ledger from the first page on that is worth reading. */
  #listen(): void {
    if (this.#isListening || this.#listening.aborted) return;
    this.#isListening = true;
    watchSettings((settings) => this.#apply(settings), this.#listening);
    watchLedger(() => void this.#page.then((page) => page?.askAgain()), this.#listening);
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
