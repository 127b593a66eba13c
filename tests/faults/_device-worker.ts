import { newClip } from '../unit/storage/new-clip';
import { Desk, within } from './device-desk';
import { STORE_SCENES } from './device-store';
import { TIME_SCENES } from './device-times';

/** The scenes of a device gone wrong in a worker of a real browser, one a question. */

const SCENES = [...STORE_SCENES, ...TIME_SCENES];

export type DeviceQuestion =
  | { readonly ask: 'names' | 'desk' | 'released' | 'clips' }
  | { readonly ask: 'play'; readonly nth: number };

/** A call of the browser's store may take its time on a busy machine. */
const ANSWER_MS = 5_000;
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
