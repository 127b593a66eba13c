/**
 * `npm run properties`: the property tests with many more cases than `npm test` gives them.
 * `npm run properties -- quotes nearest` runs the files with these words in their names alone.
 */
import { binOf, prepare, runMain, runTool } from './prepare.mjs';

const RUNS = process.env.UADE_RUNS ?? '100000';

await runMain(async () => {
  await prepare();
  const args = [
    'run',
    '--project',
    'properties',
    '--testTimeout=3600000',
    ...process.argv.slice(2),
  ];
  return runTool(binOf('vitest'), args, { env: { UADE_RUNS: RUNS } });
});
