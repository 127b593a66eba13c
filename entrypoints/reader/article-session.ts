import { letGoPart, loadedPart } from '@/lib/messaging/page-part';
import type { FindAnswer, Mark, OfficialOnPage, PageReport } from '@/lib/messaging/protocol';
import type { ArticleFacts } from '@/lib/page/article';
import { type Block, stillSays } from '@/lib/page/block';
import { MAX_DRAWN, MarkLayer, type MarkStyle, type PlacedMark } from '@/lib/page/marks';
import { giveWay, inSlices } from '@/lib/page/slices';
import { watchBlocks } from '@/lib/page/watch-blocks';
import type { LongPort } from '../long/long-port';
import type { ReadingPort, TextReader } from '../reading/reading-port';
import { counted, type Found, findIn, joinOfficials } from './finder';

/** The facts of a page that is an article. */
export type FactsWithRoot = ArticleFacts & { readonly root: Element };

/** How marks are drawn now. */
export interface MarkLook {
  readonly on: boolean;
  readonly style: MarkStyle;
}

/** What a session is opened with. */
export interface SessionPort {
  readonly look: MarkLook;
  /** One place for what goes wrong. */
  readonly onFault: (fault: unknown) => void;
  readonly signal: AbortSignal;
}

/** More text than this, in characters, is sent in portions: sending a text of 100,000 words takes 20 ms at once. */
const MAX_SENT_CHARS = 100_000;
/** More blocks as well: 5,000 short ones took 7–18 ms to send, and the answer with their marks 14–25 to unpack. */
const MAX_SENT_BLOCKS = 1000;

/** A page that has not changed for so long has what it is read with let go, in milliseconds; a restless one keeps it. */
const QUIET_MS = 10_000;

/** Marks placed in one go: a thousand take some 2 ms. */
const MARKS_AT_ONCE = 1000;

/** Blocks in their order, as many together as are sent at once; an article of usual length is one portion. */
function portionsOf(blocks: readonly Block[]): Block[][] {
  const portions: Block[][] = [];
  let chars = Number.POSITIVE_INFINITY;
  for (const block of blocks) {
    chars += block.text.length;
    if (chars > MAX_SENT_CHARS || portions.at(-1)?.length === MAX_SENT_BLOCKS) {
      portions.push([]);
      chars = block.text.length;
    }
    portions.at(-1)?.push(block);
  }
  return portions;
}

/** Marks renumbered by the whole article's blocks. */
function marksOf(placed: readonly PlacedMark[], blocks: readonly Block[]): Mark[] {
  const index = new Map(blocks.map((block, i) => [block, i]));
  return placed.map(({ mark, block }) => ({ ...mark, block: index.get(block) ?? mark.block }));
}

/** One article being read: text, marks and officials, kept up with the page until the signal ends. */
export class ArticleSession {
  readonly facts: FactsWithRoot;
  readonly layer: MarkLayer;
  /** Settles when the first marks are drawn. */
  readonly ready: Promise<void>;
  /** Null before the first answer. */
  strings: FindAnswer['strings'] | null = null;
  readonly #port: SessionPort;
  readonly #forgotten: ((placed: PlacedMark) => boolean)[] = [];
  /** Text nodes whose words the page has changed: what is found in them may have been read before. */
  readonly #rewritten = new WeakSet<Node>();
  /** Blocks that lack a mark because the page had changed its words: read again though they be as they were. */
  readonly #stale = new Set<Block>();
  readonly #reader: TextReader;
  #look: MarkLook;
  #blocks: readonly Block[] = [];
  #officials: readonly OfficialOnPage[] = [];
  #msToMarks: number | null = null;
  #hasLedger = true;
  #isWhole = true;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  /** One change after another: what comes while text is read waits for its end. */
  #queue: Promise<void>;

  constructor(facts: FactsWithRoot, port: SessionPort) {
    this.facts = facts;
    this.layer = new MarkLayer(CSS.highlights, facts.root);
    this.#port = port;
    this.#look = port.look;
    this.draw({});
    const onShadow = watchBlocks(
      facts.root,
      {
        onRewritten: (nodes) => this.#onRewritten(nodes),
        onChanged: (...change) => this.#onChanged(...change),
      },
      port.signal,
    );
    this.#reader = { onShadow, signal: port.signal };
    this.ready = this.#open().catch(this.#onFault);
    this.#queue = this.ready;
    port.signal.addEventListener('abort', () => this.layer.remove(() => true));
  }

  /** Those found so far. */
  get officials(): readonly OfficialOnPage[] {
    return this.#officials;
  }

  report(): PageReport {
    const { title, url, date, origin } = this.facts;
    const marks = marksOf(this.layer.placed, this.#blocks);
    return {
      isArticle: true,
      title,
      url,
      date,
      dateOrigin: origin,
      marks,
      officials: counted(this.#officials, marks),
      msToMarks: this.#msToMarks,
      hasLedger: this.#hasLedger,
      isWhole: this.#isWhole,
    };
  }

  /** Settles when the first marks are drawn; a text that could not be asked about is asked about once more before. */
  async whole(): Promise<void> {
    await this.ready;
    if (this.#isWhole) return;
    this.askAgain();
    await this.#queue;
  }

  /** Changes how marks are drawn. */
  draw(change: Partial<MarkLook>): void {
    this.#look = { ...this.#look, ...change };
    this.layer.draw(this.#look.on, this.#look.style);
  }

  /** Asks for the officials anew: the ledger, or settings that the answer depends on, have changed. */
  askAgain(): void {
    this.#queue = this.#queue
      .then(async () => {
        const found: Found[] = [];
        const portions = portionsOf(this.#blocks);
        for (const [at, portion] of portions.entries()) {
          const marks = found.flatMap((one) => one.marks);
          const context = await this.#context(portions.slice(at), marks);
          found.push(await findIn(this.facts, context, portion));
        }
        this.layer.remove(() => true);
        this.#officials = [];
        for (const one of found) await this.#show(one);
        this.#isWhole = true;
      })
      .catch(this.#onFault);
  }

  /** Removes marks that the reader calls wrong, now and in what comes later. */
  forget(test: (placed: PlacedMark) => boolean): void {
    this.#forgotten.push(test);
    this.layer.remove(test);
  }

  async #open(): Promise<void> {
    const began = performance.now();
    const part = await loadedPart<ReadingPort>('reading');
    this.#blocks = await part.readBlocks(this.facts.root, this.#reader);
    letGoPart('reading');
    await this.#take(this.#blocks);
    this.#msToMarks = performance.now() - began;
  }

  readonly #onFault = (fault: unknown): void => {
    this.#isWhole = false;
    this.#port.onFault(fault);
  };

  /** A mark must not stand on other words, however soon the text is read again. */
  #onRewritten(nodes: ReadonlySet<Node>): void {
    for (const node of nodes) this.#rewritten.add(node);
    this.layer.remove(
      ({ mark, block }) =>
        block.nodes.some((node) => nodes.has(node)) && !this.#stands(mark, block),
    );
  }

  #stands({ start, end }: Mark, block: Block): boolean {
    const stands = stillSays(block, start, end);
    if (!stands) this.#stale.add(block);
    return stands;
  }

  #onChanged(nodes: ReadonlySet<Node>, hasRemoved: boolean): void {
    this.#queue = this.#queue.then(() => this.#reread(nodes, hasRemoved)).catch(this.#onFault);
  }

  async #reread(nodes: ReadonlySet<Node>, hasRemoved: boolean): Promise<void> {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => letGoPart('reading'), QUIET_MS);
    const part = await loadedPart<ReadingPort>('reading');
    const stale = new Set(this.#stale);
    this.#stale.clear();
    const change = { nodes, hasRemoved, stale };
    const { blocks, added, gone } = await part.reread(
      this.#blocks,
      change,
      this.facts.root,
      this.#reader,
    );
    this.#blocks = blocks;
    const isGone = new Set(gone);
    if (gone.length > 0) this.layer.remove(({ block }) => isGone.has(block));
    await this.#take(added);
  }

  async #take(fresh: readonly Block[]): Promise<void> {
    const portions = portionsOf(fresh);
    for (const [at, portion] of portions.entries()) {
      // A text of usual length is sent with what is left of the slice that read it.
      if (portions.length > 1) await giveWay();
      const context = await this.#context(portions.slice(at), this.layer.placed);
      if (this.#port.signal.aborted) return;
      await this.#show(await findIn(this.facts, context, portion));
    }
  }

  /** What of the text that was read before has to be known with the next portion, the first of those that are left. */
  async #context(
    left: readonly (readonly Block[])[],
    marks: Found['marks'],
  ): Promise<readonly Block[]> {
    if (marks.length === 0) return [];
    const part = await loadedPart<LongPort>('long');
    const unread = new Set(left.flat());
    const said = this.#blocks.filter((block) => !unread.has(block));
    return (await inSlices(part.contextSteps(said, marks), this.#port.signal)) ?? [];
  }

  #isFresh(block: Block): boolean {
    return !block.nodes.some((node) => this.#rewritten.has(node));
  }

  async #show(found: Found): Promise<void> {
    if (this.layer.placed.length + found.marks.length > MAX_DRAWN)
      this.layer.nearMarks ??= (await loadedPart<LongPort>('long')).nearMarks;
    for (let from = 0; from < found.marks.length; from += MARKS_AT_ONCE) {
      if (from > 0) await giveWay();
      if (this.#port.signal.aborted) return;
      const marks = found.marks.slice(from, from + MARKS_AT_ONCE);
      this.layer.add(
        marks.filter(({ mark, block }) => this.#isFresh(block) || this.#stands(mark, block)),
      );
      for (const test of this.#forgotten) this.layer.remove(test);
    }
    if (this.#port.signal.aborted) return;
    this.#officials = joinOfficials(this.#officials, found.answer.officials);
    this.#hasLedger = found.answer.issued !== null;
    this.strings = found.answer.strings;
  }
}
