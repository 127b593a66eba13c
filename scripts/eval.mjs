/** `npm run eval -- NAME …`: installs what is missing and runs an evaluation, which prints its figures. */
import { findBrowser } from './browsers.mjs';
import { binOf, prepare, runMain, runTool } from './prepare.mjs';

await runMain(async () => {
  await prepare();
  const chromium = findBrowser('chromium');
  return runTool(binOf('tsx'), ['tests/eval/run.ts', ...process.argv.slice(2)], {
    env: chromium ? { CHROMIUM: chromium } : {},
    onOutput: (text) => process.stdout.write(text),
  });
});
