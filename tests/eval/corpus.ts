import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fold } from '@/lib/language/fold';
import type { Mention } from '@/lib/names/gazetteer';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { needed, readArguments } from './arguments';
import type { Figures } from './goals';
import {
  corpusPersons,
  ledgerOf,
  type MarkedName,
  type MarkedText,
  noisePersons,
  readCorpus,
} from './person-corpus';

const NOISE = 10_000;

/** k of n. */
interface Share {
  right: number;
  all: number;
}

interface Result {
  readonly base: Share;
  readonly inflected: Share;
  readonly links: Share;
  readonly disagreements: string[];
  readonly missed: string[];
}

/** A disagreement between the engine and the labels, ruled on from the text alone: who is right, and why. */
type Rulings = Readonly<
  Record<string, { readonly right: 'engine' | 'labels'; readonly why: string }>
>;

function readRulings(): Rulings {
  const path = join(import.meta.dirname, 'corpus-rulings.json');
  if (!existsSync(path)) return {};
  // The file is our own, kept beside this one.
  return JSON.parse(readFileSync(path, 'utf8')) as Rulings;
}

type IdOf = (name: MarkedName) => string | null;

const SAME_LETTERS = 3;

/** Whether the surname stands in the mention, in the script of its lemma: given names alone are another task. */
function bearsSurname(name: MarkedName): boolean {
  const family = fold(name.family ?? '').slice(0, SAME_LETTERS);
  return name.surface.split(/[\s.]+/u).some((word) => fold(word).startsWith(family));
}

/** Mentions that bear the surname of a person whom the same text names in full. */
function anchored(text: MarkedText, personOf: IdOf): { name: MarkedName; id: string }[] {
  const full = new Map<string, Set<string>>();
  for (const name of text.mentions) {
    const id = personOf(name);
    if (id === null || !name.family) continue;
    const ids = full.get(name.family) ?? new Set<string>();
    ids.add(id);
    full.set(name.family, ids);
  }
  return text.mentions.filter(bearsSurname).flatMap((name) => {
    const own = personOf(name);
    if (own !== null) return [{ name, id: own }];
    const ids = [...(full.get(name.family ?? '') ?? [])];
    const [only] = ids;
    return ids.length === 1 && only !== undefined ? [{ name, id: only }] : [];
  });
}

/** A mention is in its base form when the surname stands in it as in the dictionary. */
function isBase(name: MarkedName): boolean {
  return name.surface
    .toLowerCase()
    .split(/[\s-]+/u)
    .includes((name.family ?? '').toLowerCase());
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && a.end > b.start;

function scoreText(
  text: MarkedText,
  mentions: readonly Mention[],
  result: Result,
  idOf: IdOf,
): void {
  const links = mentions.filter((mention) => mention.personId !== null);
  const wanted = anchored(text, idOf);
  for (const { name, id } of wanted) {
    const share = isBase(name) ? result.base : result.inflected;
    share.all += 1;
    if (links.some((one) => overlaps(one, name) && one.personId === id)) share.right += 1;
    else result.missed.push(`${text.id} ${name.surface} (${id})`);
  }
  for (const one of links) {
    result.links.all += 1;
    if (wanted.some(({ name, id }) => overlaps(one, name) && one.personId === id))
      result.links.right += 1;
    else result.disagreements.push(`${text.id} ${one.start} ${one.surface} → ${one.personId}`);
  }
}

const shown = ({ right, all }: Share): string =>
  `${all === 0 ? '–' : ((100 * right) / all).toFixed(2)} % (${right} of ${all})`;

/** Scores one corpus; `errors` lists every miss and disagreement. */
export async function scoreCorpus(path: string, errors: boolean): Promise<Figures> {
  const texts = readCorpus(path);
  const corpus = corpusPersons(texts);
  const gazetteer = memoryGazetteer(ledgerOf([...corpus.persons, ...noisePersons(NOISE)]));
  const result: Result = {
    base: { right: 0, all: 0 },
    inflected: { right: 0, all: 0 },
    links: { right: 0, all: 0 },
    disagreements: [],
    missed: [],
  };
  // One block: offsets are of the whole text, and a line break ends a phrase all the same.
  for (const text of texts)
    scoreText(text, await link([text.text], { date: null }, gazetteer), result, (name) =>
      corpus.idOf(name),
    );
  return report(basename(path), result, errors);
}

const shareOf = ({ right, all }: Share): number => (all === 0 ? 0 : right / all);

function report(name: string, result: Result, errors: boolean): Figures {
  const rulings = readRulings();
  const forEngine = result.disagreements.filter((one) => rulings[one]?.right === 'engine').length;
  const ruled = result.disagreements.filter((one) => one in rulings).length;
  const { base, inflected, links } = result;
  const all = { right: base.right + inflected.right, all: base.all + inflected.all };
  console.log(`${name}, gazetteer with ${NOISE} noise names`);
  console.log(`  recall of anchored names  ${shown(all)}`);
  console.log(`    in their base form      ${shown(base)}`);
  console.log(`    inflected               ${shown(inflected)}`);
  console.log(`  precision, raw            ${shown(links)}`);
  const adjudicated = { right: links.right + forEngine, all: links.all };
  console.log(
    `  precision, adjudicated    ${shown(adjudicated)}, ${ruled} of ${result.disagreements.length} disagreements ruled on`,
  );
  if (errors)
    console.log(
      [
        ...result.missed.map((m) => `missed ${m}`),
        ...result.disagreements.map((d) => `link ${d}`),
      ].join('\n'),
    );
  return {
    recall: shareOf(all),
    inflected: shareOf(inflected),
    raw: shareOf(links),
    adjudicated: shareOf(adjudicated),
  };
}

/** `corpus --in FILE.jsonl [--errors yes]`. */
export async function run(args: readonly string[]): Promise<void> {
  const values = readArguments(args);
  await scoreCorpus(needed(values, 'in'), values.get('errors') === 'yes');
}
