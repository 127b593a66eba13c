/**
 * `npm run zip`: the packages for the stores, their hashes, and Mozilla's linter over the Firefox one.
 * `npm run zip -- --check` then unpacks the sources into an empty folder, installs, builds, and compares.
 * `npm run zip -- --release` does that too, and refuses a build with stand-ins in it.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { lintFirefox } from './lint-firefox.mjs';
import { binOf, Plain, prepare, ROOT, runMain, runNpmIn, runTool, say } from './prepare.mjs';
import { releaseFaults } from './release.mjs';
import { unzip } from './unzip.mjs';

const OUTPUT = path.join(ROOT, '.output');

const textOf = (name) => readFileSync(path.join(ROOT, name), 'utf8');

function packageNames() {
  const { name, version } = JSON.parse(textOf('package.json'));
  return ['chrome', 'firefox', 'sources'].map((part) => `${name}-${version}-${part}.zip`);
}

/** SHA-256 of every package in an output folder, by its name. */
function hashesIn(folder) {
  return Object.fromEntries(
    packageNames().map((name) => {
      const bytes = readFileSync(path.join(folder, name));
      return [name, createHash('sha256').update(bytes).digest('hex')];
    }),
  );
}

function print(hashes) {
  for (const [name, hash] of Object.entries(hashes)) process.stdout.write(`${hash}  ${name}\n`);
}

async function makePackages() {
  for (const browser of ['chrome', 'firefox']) {
    const code = await runTool(binOf('wxt'), ['zip', '-b', browser]);
    if (code !== 0) throw new Plain(`The package for ${browser} could not be made: see above.`);
  }
}

/** What a reviewer of a store does with the sources, in a folder that knows nothing of this one. */
function rebuiltHashes() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'uade-sources-'));
  try {
    const sources = packageNames().find((name) => name.endsWith('-sources.zip'));
    unzip(path.join(OUTPUT, sources), folder);
    for (const args of [
      ['ci', '--no-audit', '--no-fund'],
      ['run', 'zip'],
    ]) {
      say(`npm ${args.join(' ')} in ${folder} …`);
      if (runNpmIn(folder, args) !== 0) throw new Plain(`npm ${args.join(' ')} failed there.`);
    }
    return hashesIn(path.join(folder, '.output'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function checkSources(ours) {
  const theirs = rebuiltHashes();
  const other = Object.keys(ours).filter((name) => ours[name] !== theirs[name]);
  if (other.length > 0) {
    print(theirs);
    throw new Plain(`Built from the sources package, these are others: ${other.join(', ')}.`);
  }
  process.stdout.write('The sources package builds the same three files, byte for byte.\n');
}

function refuseStandIns() {
  const { version } = JSON.parse(textOf('package.json'));
  const faults = releaseFaults(JSON.parse(textOf('release.json')), version, textOf('CHANGELOG.md'));
  if (faults.length > 0)
    throw new Plain(`Not for the stores (docs/releasing.md):\n${faults.join('\n')}`);
}

await runMain(async () => {
  const isRelease = process.argv.includes('--release');
  if (isRelease) refuseStandIns();
  await prepare();
  await makePackages();
  const { unexplained, lines } = await lintFirefox();
  for (const line of lines) say(line);
  const hashes = hashesIn(OUTPUT);
  print(hashes);
  if (isRelease || process.argv.includes('--check')) checkSources(hashes);
  return unexplained === 0 ? 0 : 1;
});
