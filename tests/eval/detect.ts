import { readFileSync, writeFileSync } from 'node:fs';
import type { PartialDate } from '@/lib/ledger/records';
import type { Gazetteer, Mention } from '@/lib/names/gazetteer';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { needed, readArguments } from './arguments';
import { readLedgerFolder } from './ledger-folder';

/** What the engine may know of an article: gold labels are dropped here. */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly publishedOn: PartialDate | null;
}

/** A mention in the shape of the gold set: offsets are of the whole text. */
export interface Prediction {
  readonly start: number;
  readonly end: number;
  readonly personId: string | null;
  readonly postId: string | null;
  readonly ambiguous: readonly string[];
}

/** Parses one line of an article file; whatever else it holds is not kept. */
export function parseArticle(line: string, at: number): Article {
  const row: unknown = JSON.parse(line);
  if (typeof row !== 'object' || row === null)
    throw new Error(`line ${at + 1}: expected an object`);
  const text = 'text' in row ? row.text : undefined;
  const id = 'id' in row ? row.id : undefined;
  if (typeof text !== 'string' || typeof id !== 'string')
    throw new Error(`line ${at + 1}: expected id and text`);
  const title = 'title' in row && typeof row.title === 'string' ? row.title : '';
  const publishedOn =
    'publishedOn' in row && typeof row.publishedOn === 'string' ? row.publishedOn : null;
  return { id, title, text, publishedOn };
}

/** Mentions of one article; its blocks are its lines. */
export function mentionsIn(article: Article, gazetteer: Gazetteer): Promise<readonly Mention[]> {
  const { text, publishedOn: date, title } = article;
  return link(text.split('\n'), { date, title }, gazetteer);
}

/** The same with their offsets in the whole text. */
export async function detect(article: Article, gazetteer: Gazetteer): Promise<Prediction[]> {
  return predictionsOf(article, await mentionsIn(article, gazetteer));
}

/** Mentions with their offsets in the whole text. */
export function predictionsOf({ text }: Article, mentions: readonly Mention[]): Prediction[] {
  const starts: number[] = [];
  let at = 0;
  for (const block of text.split('\n')) {
    starts.push(at);
    at += block.length + 1;
  }
  return mentions.map((mention) => predictionOf(mention, starts[mention.block] ?? 0));
}

function predictionOf(mention: Mention, offset: number): Prediction {
  return {
    start: mention.start + offset,
    end: mention.end + offset,
    personId: mention.personId,
    postId: mention.postId,
    ambiguous: mention.personId === null ? mention.candidates : [],
  };
}

/** `detect --ledger DIR --articles FILE.jsonl --out FILE.jsonl`. */
export async function run(args: readonly string[]): Promise<void> {
  const values = readArguments(args);
  const gazetteer = memoryGazetteer(readLedgerFolder(needed(values, 'ledger')));
  const lines = readFileSync(needed(values, 'articles'), 'utf8').split('\n');
  const out: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const article = parseArticle(line, at);
    out.push(JSON.stringify({ id: article.id, mentions: await detect(article, gazetteer) }));
  }
  writeFileSync(needed(values, 'out'), `${out.join('\n')}\n`);
  console.log(`${out.length} articles read`);
}
