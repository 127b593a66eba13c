/**
 * What a bare machine needs before anything of the project can run: the right Node, the packages of
 * package-lock.json, and WXT's generated tsconfig. Plain Node: this file runs before `npm ci`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. (`import.meta.dirname` is missing in the old Nodes that `prepare` turns away.) */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const NEEDED_NODE = [20, 19];
const WINDOWS = process.platform === 'win32';

/** A failure that its one sentence explains fully: it is shown without a stack. */
export class Plain extends Error {}

/** Shows progress on stderr, so that stdout stays free for results. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** Runs a command line's work: a `Plain` failure becomes one sentence on stderr, and the exit code 1. */
export async function runMain(work) {
  try {
    process.exitCode = await work();
  } catch (failure) {
    say(failure instanceof Plain ? failure.message : String(failure?.stack ?? failure));
    process.exitCode = 1;
  }
}

/** True for a Node version (`20.19.0`) that the project runs on. */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [needMajor, needMinor] = NEEDED_NODE;
  return major > needMajor || (major === needMajor && minor >= needMinor);
}

/** Packages of the lock that every machine needs (`path → version`); optional ones depend on the platform. */
function lockedVersions(lockFile) {
  const { packages = {} } = JSON.parse(readFileSync(lockFile, 'utf8'));
  const needed = Object.entries(packages).filter(
    ([where, entry]) => where !== '' && !entry.optional && !entry.devOptional && !entry.link,
  );
  return new Map(needed.map(([where, entry]) => [where, entry.version]));
}

/**
 * True when node_modules holds what package-lock.json asks for. Contents are compared, not file
 * times: a checkout touches the lock without changing it.
 */
export function arePackagesInstalled(root = ROOT) {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const present = lockedVersions(installed);
  for (const [where, version] of lockedVersions(path.join(root, 'package-lock.json'))) {
    if (present.get(where) !== version) return false;
  }
  return true;
}

function npmCommand(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js'))
    return { command: process.execPath, args: [cli, ...args], shell: false };
  return { command: WINDOWS ? 'npm.cmd' : 'npm', args, shell: WINDOWS };
}

/** Runs npm in a folder, its output on stderr; answers the exit code. */
export function runNpmIn(folder, npmArgs) {
  const { command, args, shell } = npmCommand(npmArgs);
  return spawnSync(command, args, { cwd: folder, shell, stdio: ['ignore', 2, 2] }).status ?? 1;
}

/** Runs npm in the project's folder, its output on stderr; answers the exit code. */
export function runNpm(npmArgs) {
  return runNpmIn(ROOT, npmArgs);
}

function installPackages() {
  say('Installing packages (npm ci) …');
  if (runNpm(['ci', '--no-audit', '--no-fund']) !== 0) {
    throw new Plain(
      'The packages could not be installed: npm ci failed, its own message is above.',
    );
  }
}

/** The script behind a package's command, to be run by Node itself: works on every system, without a shell. */
export function binOf(name, command = name) {
  const folder = path.join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Runs a package's command to its end, its output on stderr; answers the exit code.
 * `onOutput` gets what it prints on stdout, piece by piece, instead.
 */
export function runTool(script, args, { env = {}, onOutput } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', onOutput ? 'pipe' : 2, 2],
    });
    child.stdout?.setEncoding('utf8').on('data', onOutput);
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** Builds the extension for a browser (`chrome`, `firefox`), in the `e2e` mode unless told otherwise. */
export async function build(browser = 'chrome', mode = 'e2e') {
  // Whatever its mode, what is tested and measured is what people get: without this a build in the mode
  // "e2e" holds React's development half, which draws a long page five times slower (measured).
  const env = { NODE_ENV: 'production' };
  const code = await runTool(binOf('wxt'), ['build', '-b', browser, '--mode', mode], { env });
  if (code !== 0) throw new Plain(`The extension could not be built for ${browser}: see above.`);
  const suffix = mode === 'production' ? '' : `-${mode}`;
  return path.join(ROOT, '.output', `${browser}-mv3${suffix}`);
}

/** Throws a `Plain` on an old Node; installs packages and makes WXT's tsconfig when they are missing. */
export async function prepare() {
  if (!isNodeNewEnough(process.versions.node)) {
    throw new Plain(
      `Node ${NEEDED_NODE.join('.')} or newer is needed, this is ${process.versions.node}: install a newer one from https://nodejs.org and run the command again.`,
    );
  }
  if (!arePackagesInstalled()) installPackages();
  if (!existsSync(path.join(ROOT, '.wxt', 'tsconfig.json'))) {
    const code = await runTool(binOf('wxt'), ['prepare']);
    if (code !== 0) throw new Plain('WXT could not prepare the project: its own message is above.');
  }
}
