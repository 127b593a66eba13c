/**
 * `npm test`: everything that guards the project, one stage after another, and one closing line for
 * all together. A stage that breaks off counts as one failure more than the tests it reported.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium, ensureFirefox } from './browsers.mjs';
import { binOf, build, Plain, prepare, ROOT, runMain, runNpm, runTool, say } from './prepare.mjs';

const RESULTS = path.join(ROOT, '.tmp', 'test');

/** Counts of one stage. A report that says "no failure" under a failing exit code counts as one. */
function judged(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** A test file that could not be loaded has no tests of its own: it is one failure. */
function vitestCounts(report) {
  if (!report) return { passed: 0, failed: 0, skipped: 0 };
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

async function runVitest(project, ...flags) {
  const file = path.join(RESULTS, `${project}.json`);
  const code = await runTool(binOf('vitest'), [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...flags,
  ]);
  return judged(vitestCounts(readReport(file)), code);
}

async function runPlaywright() {
  const file = path.join(RESULTS, 'e2e.json');
  const code = await runTool(
    binOf('@playwright/test', 'playwright'),
    ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'],
    { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
  );
  const stats = readReport(file)?.stats ?? { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  const counts = {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  };
  return judged(counts, code);
}

function runCheck() {
  const isGood = runNpm(['run', 'check']) === 0;
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 };
}

async function buildAll() {
  for (const mode of ['production', 'e2e']) {
    for (const browser of ['chrome', 'firefox']) await build(browser, mode);
  }
  return { passed: 1, failed: 0, skipped: 0 };
}

const STAGES = [
  ['check', runCheck],
  ['build', buildAll],
  ['unit', () => runVitest('unit')],
  ['properties', () => runVitest('properties', '--passWithNoTests')],
  ['fuzz', () => runVitest('fuzz')],
  ['tracker', () => runVitest('tracker')],
  ['browser', () => runVitest('browser')],
  ['end to end', runPlaywright],
];

/** Stages named on the command line, else all, in their order. */
function chosen(names) {
  const unknown = names.filter((name) => !STAGES.some(([stage]) => stage === name));
  if (unknown.length > 0) {
    throw new Plain(
      `No stage is called ${unknown.join(', ')}; there are: ${STAGES.map(([stage]) => stage).join(', ')}.`,
    );
  }
  return names.length === 0 ? STAGES : STAGES.filter(([stage]) => names.includes(stage));
}

async function runStage(name, stage) {
  say(`\n── ${name}`);
  const started = Date.now();
  let counts;
  try {
    counts = await stage();
  } catch (failure) {
    say(failure instanceof Plain ? failure.message : String(failure?.stack ?? failure));
    counts = { passed: 0, failed: 1, skipped: 0 };
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  say(`── ${name}: ${counts.passed} / ${counts.failed} / ${counts.skipped} in ${seconds} s`);
  return counts;
}

await runMain(async () => {
  const stages = chosen(process.argv.slice(2));
  await prepare();
  process.env.CHROMIUM = await ensureChromium();
  const firefox = ensureFirefox();
  if (firefox) process.env.FIREFOX = firefox;
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, stage] of stages) {
    const counts = await runStage(name, stage);
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
  process.stdout.write(
    `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`,
  );
  return total.failed === 0 ? 0 : 1;
});
