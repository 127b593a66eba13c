/**
 * `npm run fuzz`: the fuzz targets with many more inputs than `npm test` gives them.
 * `npm run fuzz -- names` runs the files with this word in their names alone.
 */
import { binOf, prepare, runMain, runTool } from './prepare.mjs';

const INPUTS = process.env.UADE_FUZZ ?? '200000';

await runMain(async () => {
  await prepare();
  const args = ['run', '--project', 'fuzz', '--testTimeout=3600000', ...process.argv.slice(2)];
  return runTool(binOf('vitest'), args, { env: { UADE_FUZZ: INPUTS } });
});
