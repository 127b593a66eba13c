import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Device } from './device';
import { freshFolder, TestTracker } from './tracker';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FILE = path.join(ROOT, 'tests/corpus/popolo/members.json');

const tracker = new TestTracker();
const profile = freshFolder('e2e-popolo');

test.afterAll(async () => {
  await tracker.remove();
  fs.rmSync(profile, { recursive: true, force: true });
});

/** The tracker's own command, as an operator types it; everything it says. */
function importFile(...what: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/tracker.mjs', 'import', ...what, '--data', tracker.folder],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
  return stdout + stderr;
}

test('persons of an imported Popolo file are looked up in the popup', async () => {
  importFile('tracker/ledger/kz');
  const said = importFile('--format', 'popolo', FILE);
  // What cannot be carried is told, with its name.
  expect(said).toContain('m3');
  await tracker.start();
  const device = await Device.open(profile);
  const popup = await device.synced();
  for (const [query, name] of [
    ['Testbayev', 'Testbayev'],
    ['qanat testbayev', 'Testbayev'],
    ['Ulgibayeva Sholpan', 'Ulgibayeva'],
  ] as const) {
    await popup.getByRole('searchbox').fill(query);
    await expect(popup.getByRole('search').getByRole('link').first()).toContainText(name);
  }
  await popup.getByRole('searchbox').fill('Plato');
  await expect(popup.getByRole('search').getByRole('link', { name: 'Plato' })).toHaveCount(0);
  await device.close();
});
