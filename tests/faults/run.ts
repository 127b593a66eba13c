/** `npm run faults [-- NAME]`: breaks a part on purpose, prints what was lost, and fails when anything was. */
import { clipFaults } from './clip';
import { browserClips } from './clip-browser';
import { deviceFaults } from './device';
import { fileFaults } from './files';
import { type FloodRow, floodFaults } from './flood';
import { readerFaults } from './reader';
import { trackerFaults } from './tracker';

const CLIPS = 2_000;

async function clip(): Promise<boolean> {
  const ours = await clipFaults(CLIPS, 'saveFirst');
  const control = await clipFaults(CLIPS, 'sendFirst');
  console.log(JSON.stringify({ name: 'clip', ours, control }, null, 1));
  const isWhole = ours.missing + ours.doubled + ours.differing === 0 && ours.clips === CLIPS;
  // A control that loses nothing says that nothing was broken.
  return isWhole && control.missing > 0 && ours.arrivedAgain > 0;
}

const BROWSER_KILLS = 25;

/** Chromium killed in the middle of 2,000 clips; a tenth of them shows what the control loses. */
async function browser(): Promise<boolean> {
  const part = { clips: CLIPS, kills: BROWSER_KILLS, seed: 41 };
  const ours = await browserClips({ ...part, order: 'saveFirst' });
  console.log(JSON.stringify({ name: 'browser', ours }, null, 1));
  const control = await browserClips({ clips: 200, kills: 3, seed: 42, order: 'sendFirst' });
  console.log(JSON.stringify({ control }, null, 1));
  const isWhole = ours.missing + ours.doubled + ours.differing === 0 && ours.told === CLIPS;
  const isBroken = ours.kills === BROWSER_KILLS && ours.arrivedAgain > 0 && ours.reopened > 0;
  return isWhole && isBroken && control.missing > 0;
}

async function tracker(): Promise<boolean> {
  const rows = await trackerFaults();
  return rows.every(({ ok }) => ok);
}

const READER_KILLS = 250;

/** The reader's worker in Chromium, killed at each step and in between; the control writes its cursor first. */
async function reader(): Promise<boolean> {
  const ours = await readerFaults(READER_KILLS);
  const control = await readerFaults(READER_KILLS, 'control');
  console.log(JSON.stringify({ name: 'reader', ours, control }, null, 1));
  const isWhole = ours.wrong === 0 && ours.kills >= READER_KILLS;
  return isWhole && ours.repaired === ours.harmed && control.wrong > 0;
}

/** Every byte of the head, 64 bytes of each other kind of file. */
async function files(): Promise<boolean> {
  const proof = await fileFaults({ headStep: 1, samples: 64 });
  console.log(JSON.stringify({ name: 'files', ...proof }, null, 1));
  return proof.wrong + proof.misnamed.length === 0 && proof.control > 0;
}

/** A device gone wrong, in Chromium; the browser killed besides. */
async function device(): Promise<boolean> {
  const rows = await deviceFaults();
  for (const row of rows) console.log(JSON.stringify(row, null, 1));
  return rows.every(({ isRight, isControlWrong }) => isRight && isControlWrong);
}

/** Hostile data: every case of the corpus, timed; a row fails when a case came out wrong or froze a thread. */
async function data(): Promise<boolean> {
  process.env['UADE_TRIES'] = '4';
  const { dataFaults } = await import('./data');
  const rows = dataFaults().map((row) => {
    const { cases, wrong, controlWrong, limitMs, slowestMs, slowest } = row;
    const isQuick = limitMs === null || slowestMs <= limitMs;
    for (const one of wrong) console.error(`wrong: ${row.injected}: ${one}`);
    return {
      injected: row.injected,
      expected: row.expected,
      cases,
      wrong: wrong.length,
      control: `${controlWrong} wrong`,
      slowest: `${slowestMs.toFixed(1)} ms: ${slowest.slice(0, 40)}`,
      limit: limitMs === null ? '–' : `${limitMs} ms`,
      ok: wrong.length === 0 && controlWrong > 0 && isQuick,
    };
  });
  console.table(rows);
  return rows.every(({ ok }) => ok);
}

/** 100,000 promises on one office: no page of Chromium's is held up for long. */
async function flood(): Promise<boolean> {
  const { limitMs, collectorLimitMs, rows, control } = await floodFaults();
  const isQuick = ({ longestMs, withCollectorMs }: FloodRow) =>
    longestMs <= limitMs && withCollectorMs <= collectorLimitMs;
  const told = [...rows, control].map((row) => ({
    page: row.page,
    longest: `${row.longestMs.toFixed(0)} ms`,
    limit: `${limitMs} ms`,
    'with collector': `${row.withCollectorMs.toFixed(0)} ms`,
    'its limit': `${collectorLimitMs} ms`,
    opened: `${row.seconds.toFixed(1)} s`,
    ok: isQuick(row) === (row !== control),
    doing: row.doing,
  }));
  console.table(told);
  return told.every(({ ok }) => ok);
}

const PARTS: Readonly<Record<string, () => Promise<boolean>>> = {
  browser,
  clip,
  data,
  device,
  files,
  flood,
  reader,
  tracker,
};

/** All of them, one after another; then a line each. */
async function all(): Promise<boolean> {
  const rows: { readonly part: string; readonly ok: boolean }[] = [];
  for (const [part, play] of Object.entries(PARTS)) rows.push({ part, ok: await play() });
  console.table(rows);
  return rows.every(({ ok }) => ok);
}

const name = process.argv[2] ?? 'all';
const part = name === 'all' ? all : PARTS[name];
if (part === undefined) {
  console.error(`Say what to break: all, ${Object.keys(PARTS).join(', ')}.`);
  process.exitCode = 1;
} else if (!(await part())) {
  console.error('Something was lost, doubled or changed, or the control lost nothing.');
  process.exitCode = 1;
}
