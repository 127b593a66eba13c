import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { ask, openReader, startWorker } from '../bench/_sync-browser';
import type { ClipAnswer, ClipQuestion } from './_clip-worker';

/** The browser was killed before it answered. */
export class BrowserKilled extends Error {}

/** How one browser dies: its main process alone, whose children end after it, or all its processes at once. */
export type Death = 'main' | 'all';

const OPEN_TRIES = 10;
const OPEN_PAUSE_MS = 500;

interface Opened {
  readonly context: BrowserContext;
  readonly pages: readonly Page[];
  /** Resolves when it is dead. */
  readonly closed: Promise<unknown>;
}

async function processes(
  context: BrowserContext,
): Promise<readonly { type: string; id: number }[]> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  return processInfo;
}

function killNow(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    // It has ended by itself, as a child does whose parent was killed just now.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Windows of one Chromium on a profile that outlives it. */
export class Windows {
  readonly #origin: string;
  readonly #count: number;
  readonly #profile = mkdtempSync(path.join(tmpdir(), 'uade-clips-'));
  #opened: Promise<Opened>;
  kills = 0;
  #isEnded = false;

  constructor(origin: string, count: number) {
    this.#origin = origin;
    this.#count = count;
    this.#opened = this.#open();
  }

  async #open(): Promise<Opened> {
    const { context, page } = await openReader({ origin: this.#origin }, this.#profile);
    const closed = new Promise((resolve) => context.once('close', resolve));
    const pages = [page];
    while (pages.length < this.#count) pages.push(await context.newPage());
    for (const one of pages.slice(1)) await one.goto(this.#origin);
    for (const one of pages) await startWorker(one, 'clipper');
    return { context, pages, closed };
  }

  /** A lock of the dead browser can stand in the way for a moment, until the system has let its process go. */
  async #openAgain(): Promise<Opened> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#open();
      } catch (error) {
        if (tries === OPEN_TRIES) throw error;
        await sleep(OPEN_PAUSE_MS);
      }
    }
  }

  /** Asks a window; throws `BrowserKilled` when the answer cannot come any more. */
  async ask<T>(nth: number, question: ClipQuestion): Promise<T> {
    const { pages, closed } = await this.#opened;
    const page = pages[nth];
    if (page === undefined) throw new Error(`no window ${nth}`);
    const asked = ask<ClipAnswer<T>>(page, 'clipper', question);
    const died = closed.then(() => null);
    const answer = await Promise.race([asked.catch(() => died), died]);
    if (answer === null && this.#isEnded) throw new Error('the windows are closed');
    if (answer === null) throw new BrowserKilled(`at ${question.ask}`);
    if ('failed' in answer) throw new Error(`${question.ask}: ${answer.failed}`);
    return answer.done;
  }

  /** Kills the browser with no chance to put anything in order, and opens its profile again. */
  async kill(how: Death): Promise<void> {
    const { context, closed } = await this.#opened;
    const running = await processes(context);
    const doomed = running.filter(({ type }) => how === 'all' || type === 'browser');
    this.#opened = closed.then(() => this.#openAgain());
    for (const { id } of doomed) killNow(id);
    this.kills += 1;
    await this.#opened;
  }

  /** For good: who still asks is not to try again. */
  async close(): Promise<void> {
    this.#isEnded = true;
    await (await this.#opened).context.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }
}
