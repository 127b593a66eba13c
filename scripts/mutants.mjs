/**
 * `npm run mutants -- quotes`: changes the code of a room in small ways, one at a time, and says which changes no test
 * notices. `npm run mutants -- quotes lib/quotes/compare.ts,lib/quotes/edges.ts:1-40` takes some places alone; verdicts
 * that still hold are kept from run to run. Without a room: all of them, for hours.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { binOf, Plain, prepare, ROOT, runMain, runTool } from './prepare.mjs';

const ROOMS = ['ledger', 'names', 'quotes', 'sync'];
/** Share of changes that a test must notice. */
const GOAL = 0.8;
/** Fewer cases of the tests that try many: what they notice, they notice in the first few. */
const FEW = { UADE_RUNS: '40', UADE_SEED: '1', UADE_CLIPS: '60' };

function originalOf(source, { start, end }) {
  const [first = '', ...more] = source.split('\n').slice(start.line - 1, end.line);
  if (more.length > 0) return `${first.slice(start.column - 1).trim()} …`;
  return first.slice(start.column - 1, end.column - 1);
}

/** Prints the changes of a room that nobody noticed, and its score; true when the score is high enough. */
function report(room) {
  const { files } = JSON.parse(readFileSync(path.join(ROOT, `.data/mutants/${room}.json`), 'utf8'));
  let noticed = 0;
  let all = 0;
  for (const [file, { source, mutants }] of Object.entries(files))
    for (const { status, location, replacement } of mutants) {
      if (status === 'Killed' || status === 'Timeout') noticed += 1;
      else if (status !== 'Survived' && status !== 'NoCoverage') continue;
      else {
        const change = `${originalOf(source, location)} → ${replacement}`.replace(/\s+/g, ' ');
        process.stdout.write(`${file}:${location.start.line} ${change}\n`);
      }
      all += 1;
    }
  const share = noticed / all;
  process.stdout.write(
    `${room}: ${noticed} of ${all} changes noticed (${(100 * share).toFixed(1)} %)\n`,
  );
  return share >= GOAL;
}

await runMain(async () => {
  const [room, places] = process.argv.slice(2);
  if (room !== undefined && !ROOMS.includes(room))
    throw new Plain(`No room ${room}; there are ${ROOMS.join(', ')}.`);
  await prepare();
  let isHighEnough = true;
  for (const one of room === undefined ? ROOMS : [room]) {
    const args = ['run', 'tests/mutants/stryker.config.mjs'];
    if (places !== undefined) args.push('--mutate', places);
    const code = await runTool(binOf('@stryker-mutator/core', 'stryker'), args, {
      env: { ...FEW, UADE_ROOM: one },
    });
    if (code !== 0) throw new Plain(`Stryker failed in ${one}: see above.`);
    isHighEnough = report(one) && isHighEnough;
  }
  return isHighEnough ? 0 : 1;
});
