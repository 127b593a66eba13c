/**
 * `npm run screens -- [NAME …]`: opens every page in every language, theme and width, writes a contact sheet to
 * `.tmp/screens`, and fails on cut text, horizontal overflow and low contrast. `npm run screens -- docs`: the pictures
 * of the stores and of the README, in `docs`.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureChromium } from './browsers.mjs';
import { build, Plain, prepare, ROOT, runMain } from './prepare.mjs';

await runMain(async () => {
  await prepare();
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: path.join(ROOT, 'tsconfig.json') });
  const { forDocs, NAMES, run } = await import(
    pathToFileURL(path.join(ROOT, 'tests/screens/run.ts')).href
  );
  const names = process.argv.slice(2);
  const isForDocs = names.length === 1 && names[0] === 'docs';
  const unknown = names.filter((name) => !isForDocs && !NAMES.includes(name));
  if (unknown.length > 0)
    throw new Plain(
      `No screen is called ${unknown.join(', ')}; there are: docs, ${NAMES.join(', ')}.`,
    );
  process.env.CHROMIUM = await ensureChromium();
  await build('chrome', 'e2e');
  const shots = isForDocs ? await forDocs() : await run(names);
  const bad = shots.filter(({ faults }) => faults.length > 0);
  for (const { screen, dress, faults } of bad) {
    process.stdout.write(`${screen} · ${dress}\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
  }
  process.stdout.write(
    `${shots.length} screens, ${bad.length} with faults; ${isForDocs ? 'docs' : '.tmp/screens/index.html'}\n`,
  );
  return bad.length === 0 ? 0 : 1;
});
