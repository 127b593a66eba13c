/**
 * Finds a Chromium-like browser or Firefox on this machine, or gets one: apt as root on Debian and
 * Ubuntu, else Playwright's own download into the project's folder. Plain Node.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { binOf, Plain, ROOT, runTool, say } from './prepare.mjs';

/** Playwright's download goes here, so that nothing is written outside the project. */
const DOWNLOADS = path.join(ROOT, '.data', 'browsers');
const APT_PACKAGES = ['chromium', 'chromium-l10n', 'firefox-esr'];

const NAMES = {
  chromium: {
    linux: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
      'brave-browser',
    ],
    darwin: ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'],
    win32: [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Chromium\\Application\\chrome.exe',
    ],
  },
  firefox: {
    linux: ['firefox-esr', 'firefox'],
    darwin: ['Firefox'],
    win32: ['Mozilla Firefox\\firefox.exe'],
  },
};
const VARIABLES = { chromium: 'CHROMIUM', firefox: 'FIREFOX' };

function isRunnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Missing or not executable: both mean "not this one".
    return false;
  }
}

/** Ubuntu's /usr/bin/chromium-browser may be a stub that only asks for a snap: it must know its version. */
function answersVersion(file) {
  if (process.platform !== 'linux') return true;
  const { status } = spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 });
  return status === 0;
}

function places(kind) {
  const names = NAMES[kind][process.platform] ?? NAMES[kind].linux;
  if (process.platform === 'darwin') {
    return names.flatMap((app) =>
      ['/Applications', path.join(os.homedir(), 'Applications')].map((folder) =>
        path.join(folder, `${app}.app`, 'Contents', 'MacOS', app === 'Firefox' ? 'firefox' : app),
      ),
    );
  }
  const folders =
    process.platform === 'win32'
      ? ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map((name) => process.env[name] ?? '')
      : (process.env.PATH ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.filter(Boolean).map((folder) => path.join(folder, name)));
}

/** The executable that Playwright has downloaded for this project, or null. */
function downloadedChromium() {
  if (!existsSync(DOWNLOADS)) return null;
  process.env.PLAYWRIGHT_BROWSERS_PATH = DOWNLOADS;
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  const file = chromium.executablePath();
  return isRunnable(file) ? file : null;
}

/**
 * Path of an installed browser of a kind (`chromium` or `firefox`), or null. The environment's
 * CHROMIUM or FIREFOX goes first; naming one that cannot be run throws a `Plain`.
 */
export function findBrowser(kind) {
  const named = process.env[VARIABLES[kind]];
  if (named) {
    if (isRunnable(named)) return named;
    throw new Plain(`${VARIABLES[kind]} names ${named}, which cannot be run: correct or unset it.`);
  }
  const installed = places(kind).find((file) => isRunnable(file) && answersVersion(file));
  return installed ?? (kind === 'chromium' ? downloadedChromium() : null);
}

function hasApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function installByApt() {
  say(`Installing ${APT_PACKAGES.join(', ')} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '--no-install-recommends', ...APT_PACKAGES];
  for (const args of [['update'], install]) {
    const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] });
    if (status !== 0) {
      say(`apt-get ${args[0]} did not succeed; trying another way.`);
      return;
    }
  }
}

async function installByPlaywright() {
  say('Downloading Chromium with Playwright …');
  const cli = binOf('@playwright/test', 'playwright');
  const env = { PLAYWRIGHT_BROWSERS_PATH: DOWNLOADS };
  const code = await runTool(cli, ['install', 'chromium'], { env });
  if (code !== 0) say('Playwright could not download Chromium.');
}

/** Path of a Chromium-like browser, installed on the way when there is none; a `Plain` when it cannot be had. */
export async function ensureChromium() {
  const present = findBrowser('chromium');
  if (present) return present;
  if (hasApt()) installByApt();
  if (!findBrowser('chromium')) await installByPlaywright();
  const found = findBrowser('chromium');
  if (found) return found;
  throw new Plain(
    'No browser was found and none could be installed: install Chromium, Chrome or Edge, or set CHROMIUM to its path.',
  );
}

/** Path of Firefox, installed by apt where that is possible, or null. */
export function ensureFirefox() {
  const present = findBrowser('firefox');
  if (present || !hasApt()) return present;
  installByApt();
  return findBrowser('firefox');
}
