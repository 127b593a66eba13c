import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Ledger } from '@/lib/ledger/records';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { detect, parseArticle } from '../eval/detect';
import { readLedgerFolder } from '../eval/ledger-folder';
import { ahoCorasick, alternation, type Peer, snowballLookUp } from './_names-peers';
import type { BenchRow } from './_row';

const CORPUS = path.join(import.meta.dirname, '../corpus');
const SETS = [
  ['gold', 'open'],
  ['gold', 'held'],
  ['gold-hold', 'held'],
  ['gold-hold-2', 'held'],
  ['gold-hold-3', 'held'],
] as const;

/** A place said to be a person. */
interface Link {
  readonly start: number;
  readonly end: number;
  readonly personId: string;
}

/** What the gold set says of an article: names that must be found, and what may be linked besides. */
interface Labels {
  readonly required: readonly Link[];
  readonly allowed: readonly Link[];
}

/** k of n, twice. */
interface Quality {
  found: number;
  names: number;
  right: number;
  links: number;
}

interface LabelledRow {
  readonly mentions: readonly {
    readonly start: number;
    readonly end: number;
    readonly personId: string | null;
    readonly postId: string | null;
  }[];
  readonly allowed: readonly Link[];
}

function labelsOf(line: string): Labels {
  // Our own gold sets, whose shape `tests/corpus/gold/build.mjs` makes.
  const { mentions, allowed } = JSON.parse(line) as LabelledRow;
  const persons = mentions.flatMap(({ start, end, personId, postId }) =>
    personId === null ? [] : [{ start, end, personId, isName: postId === null }],
  );
  return {
    required: persons.filter(({ isName }) => isName),
    allowed: [...allowed, ...persons.filter(({ isName }) => !isName)],
  };
}

const isSame = (a: Link, b: Link): boolean =>
  a.personId === b.personId && a.start < b.end && b.start < a.end;

function score(quality: Quality, links: readonly Link[], { required, allowed }: Labels): void {
  quality.names += required.length;
  quality.found += required.filter((one) => links.some((link) => isSame(link, one))).length;
  for (const link of links) {
    const isRight = required.some((one) => isSame(link, one));
    if (!isRight && allowed.some((one) => isSame(link, one))) continue;
    quality.links += 1;
    if (isRight) quality.right += 1;
  }
}

type Finder = (ledger: Ledger) => (line: string) => Promise<readonly Link[]>;

/** Ours, names alone: no peer knows offices. */
const linked: Finder = (ledger) => {
  const gazetteer = memoryGazetteer(ledger);
  return async (line) =>
    (await detect(parseArticle(line, 0), gazetteer)).flatMap(({ start, end, personId, postId }) =>
      personId === null || postId !== null ? [] : [{ start, end, personId }],
    );
};

/** A peer finds surnames; where the ledger has one bearer, it is he. */
const byPeer =
  (make: (persons: Ledger['persons']) => Peer): Finder =>
  (ledger) => {
    const peer = make(ledger.persons);
    return async (line) => {
      const links: Link[] = [];
      for (const { start, end, personIds } of peer.spans(parseArticle(line, 0).text)) {
        const [personId, another] = personIds;
        if (personId !== undefined && another === undefined) links.push({ start, end, personId });
      }
      return links;
    };
  };

async function qualityOf(finder: Finder): Promise<Quality> {
  const quality: Quality = { found: 0, names: 0, right: 0, links: 0 };
  for (const [folder, file] of SETS) {
    const find = finder(readLedgerFolder(path.join(CORPUS, folder, 'ledger')));
    const lines = readFileSync(path.join(CORPUS, folder, `${file}.jsonl`), 'utf8').trimEnd();
    for (const line of lines.split('\n')) score(quality, await find(line), labelsOf(line));
  }
  return quality;
}

const percent = (right: number, all: number): number => Math.round((1000 * right) / all) / 10;

/** Names found and links right in the gold articles of this repository, ours beside each peer's. */
export async function qualityRows(): Promise<BenchRow[]> {
  const ours = await qualityOf(linked);
  const rows: BenchRow[] = [];
  for (const [name, make] of [
    ['alternation', alternation],
    ['Aho–Corasick', ahoCorasick],
    ['Snowball look-up', snowballLookUp],
  ] as const) {
    const theirs = await qualityOf(byPeer(make));
    const row = (what: string, goal: number, k: 'found' | 'right', n: 'names' | 'links') => {
      const [own, peer] = [percent(ours[k], ours[n]), percent(theirs[k], theirs[n])];
      return {
        row: `gold articles, ${what}: linked (${ours[k]} of ${ours[n]}) against ${name} (${theirs[k]} of ${theirs[n]})`,
        ours: own,
        peer,
        ratio: Math.round((100 * own) / peer) / 100,
        goal: `≥ ${goal} %`,
        unit: '%',
        n: ours[n],
        ok: own >= goal,
      };
    };
    rows.push(row('names found', 95, 'found', 'names'), row('links right', 97, 'right', 'links'));
  }
  return rows;
}
