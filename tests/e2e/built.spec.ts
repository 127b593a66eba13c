import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import release from '../../release.json' with { type: 'json' };

const OUTPUT = path.resolve(import.meta.dirname, '../../.output');
const BUDGET_BYTES = 20 * 1024;
const GZIP_BUDGET_BYTES = 8 * 1024;
/** What a build for tests may hold beyond the shipped one: its test hosts, its open shadow roots. */
const TEST_ONLY_BYTES = 1024;
/** Marks of the heavy packages in a minified bundle. */
const HEAVY = [
  ['React', /react\.(transitional\.)?element|__CLIENT_INTERNALS/],
  ['Dexie', /DexieError|Dexie\.|dexie/],
  ['zod', /ZodError|\$ZodType|_zod/],
  ['Readability', /FLAG_STRIP_UNLIKELYS|_grabArticle/],
] as const;
const TEST_HOSTS = /127\.0\.0\.1|localhost|\.test\/|\.example\/\*/;

interface Manifest {
  readonly content_scripts: readonly { readonly js: readonly string[] }[];
}

function read(...parts: string[]): string {
  return fs.readFileSync(path.join(OUTPUT, ...parts), 'utf8');
}

for (const build of ['chrome-mv3', 'firefox-mv3']) {
  test(`${build}: the content script weighs less than 20 KB, 8 KB packed, and holds no heavy package`, () => {
    const manifest: Manifest = JSON.parse(read(build, 'manifest.json'));
    const scripts = manifest.content_scripts.flatMap(({ js }) => js);
    expect(scripts).not.toEqual([]);
    for (const script of scripts) {
      const text = read(build, script);
      expect(Buffer.byteLength(text), script).toBeLessThan(BUDGET_BYTES);
      expect(gzipSync(text).length, script).toBeLessThan(GZIP_BUDGET_BYTES);
      for (const [name, mark] of HEAVY) expect(text, `${name} in ${script}`).not.toMatch(mark);
    }
  });

  test(`${build}: the shipped manifest has no test host and opens nothing to pages`, () => {
    const manifest: Record<string, unknown> = JSON.parse(read(build, 'manifest.json'));
    const { host_permissions: hosts, content_scripts: scripts } = manifest;
    expect(JSON.stringify([hosts, scripts]).replace(`${release.tracker}/*`, '')).not.toMatch(
      TEST_HOSTS,
    );
    expect(manifest['web_accessible_resources'] ?? []).toEqual([]);
  });

  test(`${build}-e2e: the test build has the test hosts, so the check above can fail`, () => {
    const manifest: Record<string, unknown> = JSON.parse(read(`${build}-e2e`, 'manifest.json'));
    expect(JSON.stringify(manifest['host_permissions'])).toMatch(TEST_HOSTS);
    expect(JSON.stringify(manifest['content_scripts'])).toMatch(TEST_HOSTS);
  });

  test(`${build}-e2e: the card of the test build is the shipped one, React's production half too`, () => {
    const more = read(`${build}-e2e`, 'card.js').length - read(build, 'card.js').length;
    expect(Math.abs(more)).toBeLessThan(TEST_ONLY_BYTES);
  });
}

test('the marks of heavy packages are found where those packages are', () => {
  const card = read('chrome-mv3', 'card.js');
  const background = read('chrome-mv3', 'background.js');
  const [[, react], [, dexie], [, zod]] = HEAVY;
  expect(card).toMatch(react);
  expect(background).toMatch(dexie);
  expect(background).toMatch(zod);
});
