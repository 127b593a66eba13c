/** What marks cost a page that is scrolled. */
import {
  ADDRESS,
  article,
  type Beside,
  type Both,
  byTurns,
  line,
  open,
  SETTLE_MS,
} from './_page-reader';
import { TASKS, type TraceEvent, traced, workMs } from './_page-trace';

const MARKS = 5000;
/** So far in a frame, in pixels: three screens a second, faster than anybody reads. */
const STEP = 40;
const FRAMES = 240;

/** Scrolls in each frame as a wheel does, so that both sides have the same way to go. */
const SCROLL = `new Promise((resolve) => {
  let frames = 0;
  const step = () => {
    scrollBy(0, ${STEP});
    if (++frames < ${FRAMES}) requestAnimationFrame(step);
    else resolve();
  };
  requestAnimationFrame(step);
})`;

/** Milliseconds of work on the page's main thread while it scrolls. */
export interface Scrolling {
  /** Of all tasks, by the frame. */
  readonly mean: number;
  /** What nineteen frames of twenty stay under. */
  readonly slow: number;
}

function scrollingOf(events: readonly TraceEvent[]): Scrolling {
  const scripts = events.filter(({ name }) => name === 'FireAnimationFrame');
  const [first] = scripts;
  if (first === undefined) throw new Error('the page was not scrolled');
  const tasks = events.filter(
    ({ name, ph, pid, tid }) =>
      name === 'RunTask' && ph === 'X' && pid === first.pid && tid === first.tid,
  );
  const frames = tasks
    .filter(({ ts, dur = 0 }) => scripts.some((one) => one.ts >= ts && one.ts < ts + dur))
    .map(workMs)
    .sort((a, b) => a - b);
  return {
    mean: tasks.reduce((sum, task) => sum + workMs(task), 0) / FRAMES,
    slow: frames[Math.floor(frames.length * 0.95)] ?? Number.NaN,
  };
}

/** The work of scrolling past marks, and past the same text beside an empty script, once a load. */
export async function scrolling(both: Both, loads: number): Promise<Beside<Scrolling>> {
  const html = article(line.repeat(MARKS));
  return await byTurns(both, loads, async (side) => {
    const page = await open(side.context, html);
    await page.goto(ADDRESS, { waitUntil: 'load' });
    await page.waitForTimeout(SETTLE_MS);
    const isMarked = await page.evaluate(() => CSS.highlights.size > 0);
    if (isMarked !== (side === both.ours)) throw new Error('marks on the wrong side');
    const cdp = await side.context.newCDPSession(page);
    const events = await traced(cdp, async () => void (await page.evaluate(SCROLL)), TASKS);
    await page.close();
    return scrollingOf(events);
  });
}
