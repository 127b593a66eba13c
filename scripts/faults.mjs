/** `npm run faults [-- NAME]`: installs what is missing and breaks a part of the product on purpose, or each. */
import { binOf, prepare, runMain, runTool } from './prepare.mjs';

await runMain(async () => {
  await prepare();
  return runTool(binOf('tsx'), ['tests/faults/run.ts', ...process.argv.slice(2)], {
    onOutput: (text) => process.stdout.write(text),
  });
});
