import { OwnDb } from '@/lib/storage/own-db';
import { newClip } from '../unit/storage/new-clip';
import { Desk, plainDexie, within } from './device-desk';
import { STORE_SCENES } from './device-store';
import { TIME_SCENES } from './device-times';

/** The scenes of a device gone wrong in a worker of a real browser, one a question. */

const SCENES = [...STORE_SCENES, ...TIME_SCENES];

export type DeviceQuestion =
  | { readonly ask: 'names' | 'desk' | 'fill' | 'short' | 'released' | 'naive' | 'clips' }
  | { readonly ask: 'play'; readonly nth: number };

/** A call of the browser's store may take its time on a busy machine. */
const ANSWER_MS = 5_000;
const NAIVE = 'naive';
let desk: Desk | null = null;

async function theDesk(): Promise<Desk> {
  desk ??= await Desk.open();
  return desk;
}

async function saved(quote: string): Promise<string> {
  const { clips } = await theDesk();
  return await within(
    clips.saveDraft(newClip(quote)).then(() => 'saved'),
    ANSWER_MS,
  );
}

const BALLAST = plainDexie('ballast', { pieces: '++id' });

/** Bytes that no database can press together. */
function noise(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  // No more at a time is given.
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
}

/** Fills another database until not a kilobyte more is taken. */
async function fill(): Promise<string> {
  let kilobytes = 0;
  let end = '';
  for (const size of [2 ** 20, 2 ** 15, 2 ** 10]) {
    for (;;) {
      end = await within(BALLAST.table('pieces').add({ bytes: noise(size) }), ANSWER_MS);
      // A row that was taken is its number.
      if (!/^\d+$/.test(end)) break;
      kilobytes += size / 1024;
    }
  }
  return `${kilobytes} kB, then ${end}`;
}

/** Writes while there is no room; a careless writer beside it. */
async function short(): Promise<string> {
  const at = await theDesk();
  at.publish('p8');
  const before = await at.reader.records();
  const end = await at.reader.sync();
  const clip = await saved('и после');
  // The control says «saved» when it has asked, not when it was answered.
  void new OwnDb().meta.put({ key: NAIVE } as never).catch(() => undefined);
  const kept = (await at.reader.records()).join() === before.join();
  return `sync ${end}, clip ${clip}, ledger kept: ${kept}, clips: ${await at.quotes()}`;
}

/** What came of the careless writer's clip. */
async function naive(): Promise<string> {
  const stored = await (await theDesk()).reader.own((db) => db.meta.get(NAIVE as never));
  return stored === undefined ? 'not there' : 'there';
}

async function released(): Promise<string> {
  const at = await theDesk();
  at.publish('p9');
  const short = await saved('снова');
  await at.reader.sync();
  return `${short}; ledger whole: ${await at.isWhole()}; ${await at.quotes()}`;
}

async function answer(question: DeviceQuestion): Promise<unknown> {
  switch (question.ask) {
    case 'names':
      return SCENES.map(({ injected, expected }) => ({ injected, expected }));
    case 'play':
      return await SCENES[question.nth]?.play();
    case 'desk':
      return (await (await theDesk()).reader.records()).length;
    case 'clips':
      return await new Desk().quotes();
    case 'fill':
      return await fill();
    case 'short':
      return await short();
    case 'naive':
      return await naive();
    case 'released':
      return await released();
  }
}

addEventListener('message', ({ data }: MessageEvent<DeviceQuestion>) => {
  answer(data).then(
    (value) => postMessage({ value }),
    (error: unknown) =>
      postMessage({
        value: { seen: String(error), isRight: false, control: '', isControlWrong: false },
      }),
  );
});
