/**
 * `npm start`: on a bare clone, everything from packages to an open browser with the extension on the
 * demonstration articles. `npm start -- --check [--ledger DIR --page FILE.html]` does it headless on one
 * article and prints what a reader would see there as one line of JSON.
 */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from './browsers.mjs';
import { openChromium } from './browsers-open.mjs';
import { checkPage } from './check-page.mjs';
import { build, Plain, prepare, ROOT, runMain, say } from './prepare.mjs';
import { ADDRESS, startTracker } from './start-tracker.mjs';

const DATA = path.join(ROOT, '.data');

function options() {
  try {
    const { values } = parseArgs({
      options: {
        check: { type: 'boolean', default: false },
        ledger: { type: 'string' },
        page: { type: 'string' },
      },
    });
    return values;
  } catch (failure) {
    throw new Plain(
      `${failure.message}. Usage: npm start [-- --check [--ledger DIR] [--page FILE.html]]`,
    );
  }
}

function existing(file, what) {
  if (file === undefined) return null;
  const full = path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
  if (!existsSync(full)) throw new Plain(`The ${what} ${full} does not exist.`);
  return full;
}

/** On Linux without a display no window can open; the tracker is of use all the same. */
function hasDisplay() {
  return (
    process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  );
}

/** Resolves at Ctrl-C, or when one of the processes ends. */
function untilOver(children) {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
    for (const child of children) child.once('exit', resolve);
  });
}

async function openDemo(bin, extension) {
  if (!hasDisplay()) {
    say(
      `There is no display, so no window was opened: load ${extension} unpacked in a browser on this machine, or run npm start -- --check.`,
    );
    return null;
  }
  const browser = await openChromium({ bin, extension, profile: path.join(DATA, 'profile') });
  await browser.openTab(`${ADDRESS}/demo/`);
  say(`${browser.product} is open with the extension. Close it, or press Ctrl-C here, to end.`);
  return browser;
}

async function showToPeople(bin, extension, ledger) {
  mkdirSync(DATA, { recursive: true });
  const tracker = await startTracker({ data: DATA, ledger });
  try {
    say(`The tracker is at ${ADDRESS}/, the articles at ${ADDRESS}/demo/.`);
    const browser = await openDemo(bin, extension);
    await untilOver([tracker.child, ...(browser ? [browser.child] : [])]);
    await browser?.close();
  } finally {
    await tracker.stop();
  }
  return 0;
}

await runMain(async () => {
  const started = Date.now();
  const { check, ...files } = options();
  const ledger = existing(files.ledger, 'ledger folder');
  const page = existing(files.page, 'page');
  if (page && !check) throw new Plain('--page goes with --check.');
  await prepare();
  const bin = await ensureChromium();
  const extension = await build('chrome', 'e2e');
  if (!check) return showToPeople(bin, extension, ledger);
  return checkPage({ bin, extension, ledger, page, started });
});
