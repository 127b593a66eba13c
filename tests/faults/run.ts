/** `npm run faults -- NAME`: breaks a part on purpose, prints what was lost, and fails when anything was. */
import { clipFaults } from './clip';
import { fileFaults } from './files';
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

async function tracker(): Promise<boolean> {
  const rows = await trackerFaults();
  return rows.every(({ ok }) => ok);
}

/** Every byte of the head, 64 bytes of each other kind of file. */
async function files(): Promise<boolean> {
  const proof = await fileFaults({ headStep: 1, samples: 64 });
  console.log(JSON.stringify({ name: 'files', ...proof }, null, 1));
  return proof.wrong + proof.misnamed.length === 0 && proof.control > 0;
}

const PARTS: Readonly<Record<string, () => Promise<boolean>>> = { clip, files, tracker };

const part = PARTS[process.argv[2] ?? ''];
if (part === undefined) {
  console.error(`Say what to break: ${Object.keys(PARTS).join(', ')}.`);
  process.exitCode = 1;
} else if (!(await part())) {
  console.error('Something was lost, doubled or changed, or the control lost nothing.');
  process.exitCode = 1;
}
