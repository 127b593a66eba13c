/** `npm run faults [-- NAME]`: breaks a part on purpose, prints what was lost, and fails when anything was. */
import { clipFaults } from './clip';
import { browserClips } from './clip-browser';
import { deviceFaults } from './device';
import { fileFaults } from './files';
import { floodFaults } from './flood';
import { deskFaults } from './flood-desk';
import { firefoxFlood } from './flood-firefox';
import { COLLECTOR_MS, type FloodRow, FREEZE_MS } from './flood-trace';
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

const isQuick = ({ longestMs, withCollectorMs }: FloodRow) =>
  longestMs <= FREEZE_MS && withCollectorMs <= COLLECTOR_MS;

const floodTold = (row: FloodRow) => ({
  page: row.page,
  longest: `${row.longestMs.toFixed(0)} ms`,
  limit: `${FREEZE_MS} ms`,
  'with collector': `${row.withCollectorMs.toFixed(0)} ms`,
  'its limit': `${COLLECTOR_MS} ms`,
  took: `${row.seconds.toFixed(1)} s`,
  heap: `${row.heapMb.toFixed(0)} MB`,
});

/** 100,000 promises on one office: no page of Chromium's is held up for long. */
async function flood(): Promise<boolean> {
  const { rows, control } = await floodFaults();
  const told = [...rows, control].map((row) => ({
    ...floodTold(row),
    ok: isQuick(row) === (row !== control),
    doing: row.doing,
  }));
  console.table(told);
  return told.every(({ ok }) => ok);
}

/** The same many, exported, drawn and worked on: nothing is held up, and every file is whole. */
async function desk(): Promise<boolean> {
  const told = (await deskFaults()).map((row) => ({
    ...floodTold(row),
    file: row.fileMb === null ? '–' : `${row.fileMb.toFixed(1)} MB`,
    wrong: row.wrong,
    ok: isQuick(row) && row.wrong === '',
    doing: row.doing,
  }));
  console.table(told);
  return told.every(({ ok }) => ok);
}

/** The same in Firefox, as a timer of 5 ms sees it; the collector is in it. */
async function firefox(): Promise<boolean> {
  const { rows, wrong } = await firefoxFlood();
  const told = rows.map(({ page, longestMs, freezes, frameMs, seconds }) => ({
    page,
    longest: `${longestMs.toFixed(0)} ms`,
    limit: `${COLLECTOR_MS} ms`,
    'over 50 ms': freezes,
    frame: `${frameMs.toFixed(0)} ms`,
    took: `${seconds.toFixed(1)} s`,
    ok: longestMs <= COLLECTOR_MS && frameMs <= COLLECTOR_MS,
  }));
  console.table(told);
  if (wrong !== '') console.error(`the table: ${wrong}`);
  return wrong === '' && told.every(({ ok }) => ok);
}

const PARTS: Readonly<Record<string, () => Promise<boolean>>> = {
  browser,
  clip,
  data,
  desk,
  device,
  files,
  firefox,
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
