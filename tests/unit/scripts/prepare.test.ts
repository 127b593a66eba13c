import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { arePackagesInstalled, isNodeNewEnough } from '../../../scripts/prepare.mjs';

test.each([
  ['20.19.0', true],
  ['20.20.2', true],
  ['22.0.0', true],
  ['24.1.0', true],
  ['20.18.3', false],
  ['18.20.8', false],
])('Node %s is new enough: %s', (version, isEnough) => {
  expect(isNodeNewEnough(version)).toBe(isEnough);
});

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true });
});

/** A project folder with what the lock asks for and what node_modules holds. */
function project(locked: object, installed: object | null): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'uade-prepare-'));
  folders.push(folder);
  fs.writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: locked }));
  if (installed !== null) {
    fs.mkdirSync(path.join(folder, 'node_modules'));
    const hidden = path.join(folder, 'node_modules', '.package-lock.json');
    fs.writeFileSync(hidden, JSON.stringify({ packages: installed }));
  }
  return folder;
}

const OLD = { 'node_modules/hono': { version: '4.0.0' } };
const NEW = { 'node_modules/hono': { version: '4.13.19' } };
const OTHER_SYSTEM = { 'node_modules/x-win32': { version: '1.0.0', optional: true } };

test.each([
  ['no node_modules', NEW, null, false],
  ['the same versions', NEW, NEW, true],
  ['an older version', NEW, OLD, false],
  ['a package too few', { ...NEW, 'node_modules/pg': { version: '8.23.1' } }, NEW, false],
  ['a package more', NEW, { ...NEW, 'node_modules/pg': { version: '8.23.1' } }, true],
  ['an optional package of another system is missing', { ...NEW, ...OTHER_SYSTEM }, NEW, true],
  ['the root entry differs', { '': { version: '2' }, ...NEW }, NEW, true],
])('packages are installed with %s: %#', (_, locked, installed, isInstalled) => {
  expect(arePackagesInstalled(project(locked, installed))).toBe(isInstalled);
});
