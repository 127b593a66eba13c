/**
 * `npm run fuzz`: the fuzz targets with many more inputs than `npm test` gives them.
 * `npm run fuzz -- names` runs the files with this word in their names alone.
 */
import { ensureChromium } from './browsers.mjs';
import { binOf, prepare, runMain, runTool } from './prepare.mjs';

const INPUTS = process.env.UADE_FUZZ ?? '200000';

await runMain(async () => {
  await prepare();
  const CHROMIUM = await ensureChromium();
  const words = process.argv.slice(2);
  const files = words.length === 0 ? ['tests/fuzz/'] : words.map((word) => `tests/fuzz/${word}`);
  // The article reader's target is of the project that has a browser.
  const projects = ['--project', 'fuzz', '--project', 'browser'];
  const args = ['run', ...projects, '--testTimeout=3600000', ...files];
  return runTool(binOf('vitest'), args, { env: { CHROMIUM, UADE_FUZZ: INPUTS } });
});
