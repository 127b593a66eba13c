/**
 * `npm run screens -- [NAME …]`: opens every page in every language, theme and width, writes a contact sheet to
 * `.tmp/screens`, and fails on cut text, horizontal overflow and low contrast.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureChromium } from './browsers.mjs';
import { build, prepare, ROOT, runMain } from './prepare.mjs';

await runMain(async () => {
  await prepare();
  process.env.CHROMIUM = await ensureChromium();
  await build('chrome', 'e2e');
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: path.join(ROOT, 'tsconfig.json') });
  const { run } = await import(pathToFileURL(path.join(ROOT, 'tests/screens/run.ts')).href);
  const shots = await run(process.argv.slice(2));
  const bad = shots.filter(({ faults }) => faults.length > 0);
  for (const { screen, dress, faults } of bad) {
    process.stdout.write(`${screen} · ${dress}\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
  }
  process.stdout.write(
    `${shots.length} screens, ${bad.length} with faults; .tmp/screens/index.html\n`,
  );
  return shots.length > 0 && bad.length === 0 ? 0 : 1;
});
