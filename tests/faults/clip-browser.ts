import { setTimeout as sleep } from 'node:timers/promises';
import type { Clip } from '@/lib/storage/clip';
import { LEASE_MS } from '@/lib/storage/clip-states';
import { uuidV7 } from '@/lib/storage/uuid';
import { clipBody } from '@/lib/sync/clip-body';
import type { Flushed } from '@/lib/sync/outbox';
import type { ClipQuestion, Looked, Reopened } from './_clip-worker';
import { chance, LOST_ANSWERS, LOST_REQUESTS, WINDOWS } from './chance';
import { ClipSite } from './clip-site';
import { judgeClips } from './clip-verdict';
import { BrowserKilled, Windows } from './clip-windows';

/** What came of clips whose windows died with their browser. */
export interface BrowserClips {
  /** Clips that a reader was told are saved. */
  readonly told: number;
  readonly missing: number;
  readonly doubled: number;
  readonly differing: number;
  /** Clips that the outbox still had when nothing was lost any more. */
  readonly waiting: number;
  readonly kills: number;
  readonly lost: { readonly requests: number; readonly answers: number };
  /** Clips that reached the tracker more than once. */
  readonly arrivedAgain: number;
  /** Clips whose reader took them back and wrote on; and those for which that came too late. */
  readonly reopened: number;
  readonly tooLate: number;
}

/** After so many clips an earlier one is taken back, if that is not too late. */
const REOPEN_EVERY = 4;
/** The browser dies up to so many milliseconds after the step that it was to die at was begun. */
const DEATH_MS = 60;
/** Questions to the worker per clip, at least. */
const STEPS = { saveFirst: 5, sendFirst: 1 } as const;
/** While things are lost, half of the clips pile up; without losses they are all sent within a minute. */
const LAST_ROUNDS = 600;
const LAST_ROUND_MS = 500;

interface Plan {
  readonly clips: number;
  readonly kills: number;
  /** What is done first. */
  readonly order: 'saveFirst' | 'sendFirst';
  readonly seed: number;
}

/** One run: the windows, the network, what each reader did and was told. */
class Run {
  readonly told = new Map<string, string>();
  readonly history = new Map<string, string[]>();
  reopened = 0;
  tooLate = 0;
  readonly #windows: Windows;
  readonly #luck: () => number;
  readonly #began = Date.now();
  #deaths: readonly number[];
  #steps = 0;

  constructor(site: ClipSite, windows: Windows, plan: Plan) {
    this.#windows = windows;
    this.#luck = chance(plan.seed);
    const every = (plan.clips * STEPS[plan.order]) / (plan.kills + 1);
    this.#deaths = Array.from({ length: plan.kills }, (_, nth) =>
      Math.floor((nth + 0.5 + this.#luck()) * every),
    );
    const losses = chance(plan.seed + 1);
    site.weather = {
      losesRequest: () => losses() < LOST_REQUESTS,
      losesAnswer: () => losses() < LOST_ANSWERS,
    };
  }

  newId(): string {
    return uuidV7(Date.now(), (bytes) => {
      for (let at = 0; at < bytes.length; at += 1) bytes[at] = Math.floor(this.#luck() * 256);
    });
  }

  note(id: string, what: string): void {
    const lines = this.history.get(id) ?? [];
    lines.push(`${Date.now() - this.#began} ms: ${what}`);
    this.history.set(id, lines);
  }

  /** Asks a window, whose browser may be killed by that. */
  async ask<T>(nth: number, question: ClipQuestion): Promise<T> {
    this.#steps += 1;
    const [next = Number.POSITIVE_INFINITY] = this.#deaths;
    if (this.#steps >= next) {
      this.#deaths = this.#deaths.slice(1);
      void this.#killSoon();
    }
    return await this.#windows.ask<T>(nth, question);
  }

  async #killSoon(): Promise<void> {
    await sleep(this.#luck() * DEATH_MS);
    await this.#windows.kill(this.#deaths.length % 2 === 0 ? 'all' : 'main');
  }

  /** One thing that a reader does to a clip, again in the next browser if this one dies of it. */
  async step<T>(id: string, name: string, work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        const done = await work();
        this.note(id, `${name}: ${JSON.stringify(done) ?? 'done'}`);
        return done;
      } catch (error) {
        this.note(id, `${name}: ${String(error)}`);
        if (!(error instanceof BrowserKilled)) throw error;
      }
    }
  }
}

/** A window and what was done in it. */
class Window {
  readonly #run: Run;
  readonly #nth: number;
  /** Clips that were queued and not seen to be sent, oldest first. */
  #queued: readonly string[] = [];
  readonly #words = new Map<string, string>();

  constructor(run: Run, nth: number) {
    this.#run = run;
    this.#nth = nth;
  }

  /** The click, some keys, «send»; now and then an earlier clip is taken back and written on. */
  async clip(n: number): Promise<void> {
    const run = this.#run;
    const id = run.newId();
    const words = `обещание ${n}`;
    await run.step(id, 'save', async () => {
      if ((await this.#state(id)) === null) await this.#ask({ ask: 'save', id, words });
    });
    run.told.set(id, words);
    this.#words.set(id, words);
    await this.#type(id, [', до', ', до осени', ', до осени 2027 года']);
    await this.#queue(id);
    if (n % REOPEN_EVERY === 0) await this.#writeOn();
  }

  async #ask<T>(question: ClipQuestion): Promise<T> {
    return await this.#run.ask<T>(this.#nth, question);
  }

  async #state(id: string) {
    return (await this.#ask<Looked>({ ask: 'look', id })).state;
  }

  async #type(id: string, ends: readonly string[]): Promise<void> {
    const quotes = ends.map((end) => this.#words.get(id) + end);
    await this.#run.step(id, 'type', () => this.#ask({ ask: 'type', id, quotes }));
    this.#run.told.set(id, quotes.at(-1) ?? '');
  }

  async #queue(id: string): Promise<void> {
    await this.#run.step(id, 'queue', async () => {
      if ((await this.#state(id)) === 'draft') await this.#ask({ ask: 'queue', id });
    });
    this.#queued = [...this.#queued, id];
  }

  /** The oldest is the one that is sent next: its reader and the sender reach for it at the same time. */
  async #writeOn(): Promise<void> {
    const run = this.#run;
    const ids = this.#queued;
    const found = await run.step('reopen', 'reopen', () =>
      this.#ask<Reopened | null>({ ask: 'reopen', ids }),
    );
    if (found === null) return;
    this.#queued = ids.slice(ids.indexOf(found.id) + 1);
    run.note(found.id, `reopen: ${found.isOpen}`);
    if (!found.isOpen) {
      run.tooLate += 1;
      return;
    }
    run.reopened += 1;
    await this.#type(found.id, [', до осени 2028', ', до осени 2028 года']);
    await this.#queue(found.id);
  }
}

/** The control's reader is told by the click that his clip is saved. */
async function sendFirst(run: Run, nth: number, n: number): Promise<void> {
  const id = run.newId();
  const words = `обещание ${n}`;
  run.told.set(id, words);
  try {
    await run.ask(nth, { ask: 'sendFirst', id, words });
  } catch (error) {
    // Lost or killed: nobody knows of the clip any more, which is what is shown.
    run.note(id, String(error));
  }
}

async function inWindows(run: Run, { clips, order }: Plan): Promise<void> {
  let next = 0;
  const window = async (nth: number): Promise<void> => {
    const own = new Window(run, nth);
    while (next < clips) {
      const n = next++;
      await (order === 'saveFirst' ? own.clip(n) : sendFirst(run, nth, n));
    }
  };
  await Promise.all(Array.from({ length: WINDOWS }, (_, nth) => window(nth)));
}

/** Sends what is left, when the leases of the dead are over; answers how many clips wait still. */
async function sendRest(windows: Windows): Promise<number> {
  for (let round = 1; ; round += 1) {
    const { waiting } = await windows.ask<Flushed>(0, { ask: 'flush', aheadMs: LEASE_MS });
    if (waiting === 0 || round === LAST_ROUNDS) return waiting;
    await sleep(LAST_ROUND_MS);
  }
}

function show(
  run: Run,
  ids: readonly string[],
  kept: readonly Clip[],
  there: ReadonlyMap<string, string>,
) {
  for (const id of ids) {
    const clip = kept.find((one) => one.id === id);
    console.error(`${id}\n told  ${run.told.get(id)}`);
    console.error(` state ${JSON.stringify(clip?.state)} ${clip?.lastError ?? ''}`);
    console.error(` kept  ${clip && JSON.stringify(clipBody(clip))}\n there ${there.get(id)}`);
    for (const line of run.history.get(id) ?? []) console.error(`  ${line}`);
  }
}

/** Clips in 8 windows of a Chromium that is killed again and again, over a network that loses what it carries. */
export async function browserClips(plan: Plan): Promise<BrowserClips> {
  const site = await ClipSite.open();
  const windows = new Windows(site.origin, WINDOWS);
  try {
    const run = new Run(site, windows, plan);
    await inWindows(run, plan);
    site.weather = null;
    const waiting = plan.order === 'saveFirst' ? await sendRest(windows) : 0;
    const kept = await windows.ask<readonly Clip[]>(0, { ask: 'list' });
    const there = await site.clips();
    const { missing, doubled, differing } = judgeClips({ told: run.told, kept, there });
    if (plan.order === 'saveFirst') show(run, [...missing, ...doubled, ...differing], kept, there);
    return {
      told: run.told.size,
      missing: missing.length,
      doubled: doubled.length,
      differing: differing.length,
      waiting,
      kills: windows.kills,
      lost: site.lost,
      arrivedAgain: [...site.arrivals.values()].filter((times) => times > 1).length,
      reopened: run.reopened,
      tooLate: run.tooLate,
    };
  } finally {
    await windows.close();
    await site.close();
  }
}
