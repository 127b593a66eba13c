/**
 * `npm run bench -- NAME|all [--only PART] [--json FILE]`: measures ours against the plain published thing.
 * Each `tests/bench/NAME.ts` exports `run(): Promise<Row[]>`, or `parts`: several of them by name, to be asked for one
 * at a time where all take long. A row that misses its goal fails the run.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowser } from './browsers.mjs';
import { build, Plain, prepare, ROOT, runMain, say } from './prepare.mjs';

const FOLDER = path.join(ROOT, 'tests', 'bench');
const COLUMNS = ['row', 'ours', 'peer', 'ratio', 'floor', 'ofFloor', 'goal', 'unit', 'n', 'ok'];

/** Names of the benches, by alphabet; a file whose name begins with `_` is a part of others. */
function benchNames() {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ts') && !file.startsWith('_'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

function commitOf() {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
  } catch {
    // A copy without git history: the figures are still of use.
    return null;
  }
}

function machine() {
  const cpus = os.cpus();
  return {
    cpu: cpus[0]?.model ?? 'unknown',
    cores: cpus.length,
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    platform: `${os.platform()} ${os.release()}`,
    node: process.versions.node,
  };
}

function cell(value) {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return Number.isInteger(value) ? `${value}` : value.toPrecision(4);
  return typeof value === 'boolean' ? (value ? 'ok' : 'MISSED') : `${value}`;
}

/** Rows as a table with aligned columns. */
function table(rows) {
  const lines = [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => cell(row[column])))];
  const widths = COLUMNS.map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  return lines.map((line) => line.map((text, at) => text.padEnd(widths[at])).join('  ')).join('\n');
}

/** The parts of a bench by name; a bench in one piece has no parts to ask for. */
async function partsOf(name, only) {
  const { run, parts } = await import(pathToFileURL(path.join(FOLDER, `${name}.ts`)).href);
  if (only !== undefined && !Object.hasOwn(parts ?? {}, only)) {
    throw new Plain(`The parts of ${name}: ${Object.keys(parts ?? {}).join(', ') || '(none)'}.`);
  }
  if (only !== undefined) return [[only, parts[only]]];
  if (parts === undefined && typeof run !== 'function') {
    throw new Plain(`tests/bench/${name}.ts exports neither run nor parts.`);
  }
  return Object.entries(parts ?? { [name]: run });
}

async function runBench(name, only) {
  const rows = [];
  for (const [part, run] of await partsOf(name, only)) {
    say(`── ${part === name ? name : `${name}, ${part}`}`);
    rows.push(...(await run()));
  }
  return rows;
}

async function runAll(names, only) {
  const rows = [];
  for (const name of names) {
    for (const row of await runBench(name, only)) {
      rows.push(names.length > 1 ? { ...row, row: `${name}: ${row.row}` } : row);
    }
  }
  return rows;
}

function asked() {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'string' }, only: { type: 'string' } },
    allowPositionals: true,
  });
  const known = benchNames();
  const name = positionals[0] ?? '';
  if (name !== 'all' && !known.includes(name)) {
    throw new Plain(`Say which bench to run: all, ${known.join(', ') || '(there is none yet)'}.`);
  }
  return { name, names: name === 'all' ? known : [name], ...values };
}

await runMain(async () => {
  await prepare();
  const { name, names, only, json } = asked();
  const chromium = findBrowser('chromium');
  if (chromium) process.env.CHROMIUM = chromium;
  await build('chrome', 'e2e');
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: path.join(ROOT, 'tsconfig.json') });
  const rows = await runAll(names, only);
  const result = { name, commit: commitOf(), machine: machine(), rows };
  process.stdout.write(`${table(rows)}\n${JSON.stringify(result)}\n`);
  if (json) {
    mkdirSync(path.dirname(path.resolve(json)), { recursive: true });
    writeFileSync(json, `${JSON.stringify(result, null, 2)}\n`);
  }
  return rows.length > 0 && rows.every((row) => row.ok) ? 0 : 1;
});
