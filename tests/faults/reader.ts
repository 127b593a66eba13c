import { rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from '@playwright/test';
import { openSigner } from '@/tracker/publish/keys';
import type { LogRow } from '@/tracker/publish/lines';
import { ask, openReader, Site, startWorker } from '../bench/_sync-browser';
import { ledgerRows, published } from '../bench/_sync-files';
import { tempDir } from '../tracker/harness';
import type { Harm, HeldRow, ReaderQuestion } from './_reader-worker';

const PROMISES = 2_000;
const OFFICIALS = 200;
/** Some twenty transactions make a first sync. */
const BATCH_ROWS = 150;
/** A worker gets so far and no further; less than four steps bring nothing in, more than eight leave little to break. */
const STOPS = [4, 7, 5, 2, 6, 8, 3, 5, 1, 7] as const;
/** The control has three steps a file and few files. */
const CONTROL_STOPS = [1, 2, 3] as const;
/** Every so many kills the worker dies at no step, but this many milliseconds after it began. */
const BLIND_EVERY = 3;
const BLIND_MS = [3, 40, 15, 90, 150, 25, 60, 220] as const;
const DAY_MS = 86_400_000;

/** What came of killing a reader over and over. */
export interface ReaderProof {
  readonly kills: number;
  /** How often it died at each step; `blind`: wherever it was. */
  readonly at: Readonly<Record<string, number>>;
  /** Ledgers that were brought in whole in spite of it. */
  readonly fillings: number;
  /** Records that were missing, doubled or other than published, whenever the cache was looked at. */
  readonly wrong: number;
  /** Caches harmed behind the reader's back, and how many of them were as published after the weekly comparison. */
  readonly harmed: number;
  readonly repaired: number;
}

interface Answer {
  readonly end?: string;
  readonly detail?: string | null;
  readonly stopped?: string;
}

/** The same ledger with other words in each epoch: what is left of an older one is told from a newer one. */
export function ledgerOf(epoch: number): LogRow[] {
  return ledgerRows(PROMISES, OFFICIALS).map((row) =>
    row.kind === 'promise' && row.body !== null
      ? { ...row, body: row.body.replace('"quote":"', `"quote":"${epoch} `) }
      : row,
  );
}

/** Records that are not as they were published: missing, added, doubled or other. */
export function wrongIn(held: readonly HeldRow[], rows: readonly LogRow[]): number {
  const wanted = new Map<string, string | null>(
    rows.map(({ kind, id, body }) => [`${kind}/${id}`, body] as const),
  );
  const seen = new Set<string>();
  let wrong = 0;
  for (const [name, record] of held) {
    const body = wanted.get(name);
    const isRight = body !== undefined && body !== null && !seen.has(name);
    if (!isRight || !isDeepStrictEqual(record, JSON.parse(body))) wrong += 1;
    seen.add(name);
  }
  return wrong + [...wanted.keys()].filter((name) => !seen.has(name)).length;
}

type SyncQuestion = Extract<ReaderQuestion, { readonly ask: 'sync' | 'control' }>;

class Bench {
  readonly at: Record<string, number> = {};
  kills = 0;
  wrong = 0;
  fillings = 0;
  readonly #page: Page;
  #question: SyncQuestion;

  constructor(page: Page, question: SyncQuestion) {
    this.#page = page;
    this.#question = question;
  }

  /** Lets days pass: everything is fetched anew once a day for one cause, and compared with its digest once a week. */
  wait(days: number): void {
    this.#question = { ...this.#question, aheadMs: this.#question.aheadMs + days * DAY_MS };
  }

  /** Lets the reader sync undisturbed. */
  async sync(): Promise<Answer> {
    return await this.fresh<Answer>(this.#question);
  }

  /** Asks a worker that has just begun. */
  async fresh<T>(question: ReaderQuestion): Promise<T> {
    await startWorker(this.#page, 'reader');
    return await ask<T>(this.#page, 'reader', question);
  }

  async #once(): Promise<Answer> {
    const isControl = this.#question.ask === 'control';
    const isBlind = !isControl && this.kills % BLIND_EVERY === BLIND_EVERY - 1;
    if (!isBlind) {
      const stops = isControl ? CONTROL_STOPS : STOPS;
      const stopAt = stops[this.kills % stops.length] ?? null;
      return await this.fresh<Answer>({ ...this.#question, stopAt });
    }
    await startWorker(this.#page, 'reader');
    const going = ask<Answer>(this.#page, 'reader', { ...this.#question, stopAt: null });
    const ms = BLIND_MS[this.kills % BLIND_MS.length] ?? 0;
    const late = new Promise<Answer>((resolve) => setTimeout(resolve, ms, { stopped: 'blind' }));
    return await Promise.race([going, late]);
  }

  /** Kills the reader until it is through; between the kills the cache in use is what it was before. */
  async fill(before: readonly LogRow[] | null, after: readonly LogRow[]): Promise<void> {
    for (let nth = 0; ; nth += 1) {
      const { end, detail, stopped } = await this.#once();
      if (stopped === undefined) {
        if (end !== 'success' && end !== 'up-to-date')
          throw new Error(`the reader ended with ${end}: ${detail}`);
        break;
      }
      this.kills += 1;
      this.at[stopped] = (this.at[stopped] ?? 0) + 1;
      if (nth % 7 === 6) await this.#look(before, after);
    }
    this.wrong += wrongIn((await this.#rows()) ?? [], after);
    this.fillings += 1;
  }

  async #rows(): Promise<readonly HeldRow[] | null> {
    const isControl = this.#question.ask === 'control';
    return await this.fresh({ ask: isControl ? 'controlRows' : 'rows' });
  }

  /** A reader of articles sees the old ledger or the new one, each of them whole. */
  async #look(before: readonly LogRow[] | null, after: readonly LogRow[]): Promise<void> {
    if (this.#question.ask === 'control') return;
    const held = await this.#rows();
    const isOld = held === null ? before === null : before !== null && wrongIn(held, before) === 0;
    if (!isOld) this.wrong += wrongIn(held ?? [], after);
  }
}

/** Workers of Chromium killed at each named step of a sync and in between; then caches that were tampered with. */
export async function readerFaults(
  kills: number,
  way: 'sync' | 'control' = 'sync',
): Promise<ReaderProof> {
  const signer = await openSigner(tempDir());
  const site = await Site.open('tests/faults/_reader-worker.ts');
  const { context, page, profile } = await openReader(site);
  const question = {
    ask: way,
    origin: site.origin,
    keys: signer.publicKeys.keys,
    batchRows: BATCH_ROWS,
    stopAt: null,
    aheadMs: 0,
  } as const;
  const bench = new Bench(page, question);
  try {
    let before: readonly LogRow[] | null = null;
    for (let epoch = 0; bench.kills < kills; epoch += 1) {
      const rows = ledgerOf(epoch);
      site.published = await published(rows, [], signer, `e${epoch}`);
      await bench.fill(before, rows);
      before = rows;
      bench.wait(2);
      // The control has no epochs: what it lost once is proof enough.
      if (way === 'control') break;
    }
    let repaired = 0;
    const harms: readonly Harm[] = way === 'control' ? [] : ['lost', 'altered', 'bundle'];
    for (const how of harms) {
      await bench.fresh({ ask: 'harm', how });
      bench.wait(8);
      const { end } = await bench.sync();
      const held = (await bench.fresh<readonly HeldRow[] | null>({ ask: 'rows' })) ?? [];
      if (end === 'success' && wrongIn(held, before ?? []) === 0) repaired += 1;
    }
    const { at, fillings, wrong } = bench;
    return { kills: bench.kills, at, fillings, wrong, harmed: harms.length, repaired };
  } finally {
    await context.close();
    site.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
