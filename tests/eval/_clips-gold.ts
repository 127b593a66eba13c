import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Figures, missedGoals } from './goals';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The sets of `corpora/clips-gold` by the evaluation that answers them. */
const SETS = {
  deadline: { input: 'deadlines.jsonl', gold: 'deadlines.jsonl', flag: '--in', out: 'jsonl' },
  speech: { input: 'speech.jsonl', gold: 'speech.jsonl', flag: '--in', out: 'jsonl' },
  repeat: { input: 'repeats.jsonl', gold: 'repeats.jsonl', flag: '--in', out: 'jsonl' },
  article: { input: 'pages', gold: 'pages/expected.json', flag: '--pages', out: 'json' },
  anchor: { input: 'pages', gold: 'pages/expected.json', flag: '--pages', out: 'json' },
} as const;

/** A process of its own; answers what it printed, throws when it fails. */
function runNode(args: readonly string[]): string {
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  process.stdout.write(stdout);
  if (status !== 0) throw new Error(`failed: node ${args.join(' ')}`);
  return stdout;
}

/** The scorer's figures are the last line that it prints. */
function figuresOf(printed: string): Figures {
  // One flat record of numbers, null where there was nothing to count.
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '{}') as Figures;
}

/**
 * Answers each set of the folder by the evaluation of its name and has the set's own scorer judge it; answers what
 * misses its goal.
 */
export function scoreClipsGold(folder: string): string[] {
  const out = mkdtempSync(path.join(tmpdir(), 'uade-clips-'));
  const missed: string[] = [];
  try {
    for (const [name, set] of Object.entries(SETS)) {
      const input = path.join(folder, set.input);
      if (!existsSync(input)) {
        console.log(`skipped: ${name} (${input} is not there)`);
        continue;
      }
      console.log(`\n${name}`);
      const answers = path.join(out, `${name}.${set.out}`);
      const run = path.join(import.meta.dirname, 'run.ts');
      runNode(['--import', 'tsx', run, name, set.flag, input, '--out', answers]);
      const scorer = [path.join(folder, 'score.mjs'), name, path.join(folder, set.gold), answers];
      missed.push(...missedGoals(name, figuresOf(runNode(scorer))));
    }
  } finally {
    rmSync(out, { recursive: true });
  }
  return missed;
}
