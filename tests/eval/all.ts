import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scoreClipsGold } from './_clips-gold';
import { scoreCorpus } from './corpus';
import { run as detect } from './detect';
import { type Figures, missedGoals } from './goals';
import { showLookUp } from './lookup';
import { countNoise } from './noise';
import { run as readScripts } from './scripts';
import { run as readSeed } from './seed';

const REPOSITORY = join(import.meta.dirname, '../..');
const SHARED = process.env['UADE_SHARED'] ?? join(REPOSITORY, '../shared');
const GOLD = join(SHARED, 'corpora/mentions-gold');
const OWN = join(REPOSITORY, 'tests/corpus/gold');

function skip(what: string, path: string): void {
  console.log(`skipped: ${what} (${path} is not there)`);
}

/** Detects on one set and has the set's own scorer judge it, in a process of its own. */
async function scoreMentions(name: string, articles: string, ledger: string): Promise<string[]> {
  const scorer = join(GOLD, 'score.mjs');
  for (const path of [articles, scorer])
    if (!existsSync(path)) {
      skip(name, path);
      return [];
    }
  console.log(`\n${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'uade-eval-'));
  try {
    const out = join(folder, 'predictions.jsonl');
    await detect(['--ledger', ledger, '--articles', articles, '--out', out]);
    const scored = spawnSync(process.execPath, [scorer, out, '--errors'], {
      env: { ...process.env, GOLD: articles },
      encoding: 'utf8',
    });
    process.stdout.write(scored.stdout);
    if (scored.status !== 0) throw new Error(`the scorer failed: ${scored.stderr}`);
    return missedGoals(name, sharesOf(countMentions(articles, out), scored.stdout));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly personId: string | null;
  readonly postId: string | null;
}

const parse = (path: string): { id: string; lang: string; mentions: Span[] }[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    // Our own predictions and a gold file of a fixed shape; the scorer has just read both.
    .map((line) => JSON.parse(line) as { id: string; lang: string; mentions: Span[] });

interface Count {
  right: number;
  all: number;
}

/** k of n beside the scorer's percentages, by language and kind. */
function countMentions(gold: string, predictions: string): ReadonlyMap<string, Count> {
  const found = new Map(parse(predictions).map((row) => [row.id, row.mentions]));
  const counts = new Map<string, Count>();
  for (const { id, lang, mentions } of parse(gold))
    for (const mention of mentions) {
      if (mention.personId === null) continue;
      const key = `${lang} ${mention.postId === null ? 'names' : 'offices'}`;
      const count = counts.get(key) ?? { right: 0, all: 0 };
      counts.set(key, count);
      count.all += 1;
      const isFound = (found.get(id) ?? []).some(
        (p) => p.personId === mention.personId && p.start < mention.end && p.end > mention.start,
      );
      if (isFound) count.right += 1;
    }
  for (const [key, { right, all }] of counts) console.log(`  ${key}: ${right} of ${all}`);
  return counts;
}

/** What is asked of a set: mentions found, links that are right, and whether none is of another person. */
function sharesOf(counts: ReadonlyMap<string, Count>, said: string): Figures {
  const sum = (kind: string): Count =>
    [...counts].reduce(
      ({ right, all }, [key, one]) =>
        key.endsWith(kind) ? { right: right + one.right, all: all + one.all } : { right, all },
      { right: 0, all: 0 },
    );
  // The scorer names each wrong link in a line of its own: the article, the fault, the words.
  const faults = (kinds: string): number =>
    said.match(new RegExp(`^\\S+ (?:${kinds}) "`, 'gmu'))?.length ?? 0;
  const [names, offices, both] = [sum('names'), sum('offices'), sum('')];
  const ofOthers = faults('wrongPerson|linkOnUndecided');
  return {
    names: names.right / names.all,
    offices: offices.right / offices.all,
    precision: both.right / (both.right + ofOthers + faults('falseLink')),
    sure: ofOthers === 0 ? 1 : 0,
  };
}

/**
 * Every evaluation for which there is a set; those without one say so in a plain line. A missed goal is a
 * failure, told when all are through.
 */
export async function run(): Promise<void> {
  const missed = await scoreMentions(
    'mentions-gold',
    join(GOLD, 'gold.jsonl'),
    join(GOLD, 'ledger'),
  );
  for (const part of ['open', 'held', 'traps'])
    await scoreMentions(`own gold, ${part}`, join(OWN, `${part}.jsonl`), join(OWN, 'ledger'));
  for (const name of ['factrueval-dev', 'kaznerd-valid']) {
    const path = join(SHARED, `corpora/${name}.jsonl`);
    if (existsSync(path))
      missed.push(...missedGoals(`${name}.jsonl`, await scoreCorpus(path, false)));
    else skip(name, path);
  }
  const foreign = join(SHARED, 'corpora/factrueval-dev.jsonl');
  if (existsSync(foreign)) {
    missed.push(...missedGoals('noise', { links: await countNoise(foreign) }));
  } else skip('noise', foreign);
  const clips = join(SHARED, 'corpora/clips-gold');
  if (existsSync(clips)) missed.push(...scoreClipsGold(clips));
  else skip('clips-gold', clips);
  const { first, seen, all } = showLookUp(false).total;
  missed.push(...missedGoals('look-up', { first: first / all, seen: seen / all }));
  await readScripts();
  await readSeed([]);
  if (missed.length > 0) throw new Error(`missed what is asked:\n${missed.join('\n')}`);
}
