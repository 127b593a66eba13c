/** For how long the page's part holds a page up, told from what the page itself and the browser need. */
import {
  ADDRESS,
  article,
  type Beside,
  type Both,
  byTurns,
  marked,
  open,
  SETTLE_MS,
} from './_page-reader';
import { articleHtml } from './_page-text';
import { TASKS, type TraceEvent, traced, workMs } from './_page-trace';

/** Pages on which a careless reader holds everything up; filled by their own script, which then rests. */
const HOSTILE = {
  'a text node of 10 MB': `document.querySelector('.text').append('слово '.repeat(1700000));`,
  '50,000 nodes': `document.querySelector('.text').insertAdjacentHTML('beforeend', '<p>Аким <b>города</b> сказал</p>'.repeat(12500));`,
  '100,000 words': `document.querySelector('.text').insertAdjacentHTML('beforeend', ${JSON.stringify(articleHtml(100_000))});`,
} as const;

/** Without a style of its own a highlight has nothing painted. */
const MARK_STYLE = `document.head.insertAdjacentHTML('beforeend', '<style>::highlight(bench) { color: red; }</style>');`;

/** The hostile pages by name. */
export const HOSTILE_PAGES = Object.keys(HOSTILE) as readonly (keyof typeof HOSTILE)[];

/** Every task has a checkpoint of microtasks; in a shorter one nothing was waiting. */
const MIN_WORTH_MS = 0.2;
/** What a task holds when a script runs in it; async code goes on in the checkpoint. */
const SCRIPTS: readonly string[] = [
  'EvaluateScript',
  'FunctionCall',
  'BlinkScheduler_PerformMicrotaskCheckpoint',
];
/** What a frame holds: a script's part of it, and the browser's. */
const FRAME_SCRIPT = 'FireAnimationFrame';
const DRAWING = 'PrePaint';
/** A frame that lays the page out anew is the page's own, and so are all until something of it is seen. */
const LAYOUT = 'Layout';
const SEEN = 'firstContentfulPaint';

/** Milliseconds of work in the longest task of each kind. */
interface Longest {
  /**
   * With a script in it, all that belongs to it included: messages unpacked, what the collector clears away. The page's
   * own scripts rest by then, and the bench's draws one mark: each of them is the extension's. Of a frame, its scripts alone.
   */
  readonly script: number;
  /** A frame without its scripts: what the browser does to paint. */
  readonly frame: number;
}

/** The events of a page's main thread since the extension's script began there. */
function sinceScript(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const first = events.find(
    ({ name, args }) =>
      name === 'EvaluateScript' && args.data?.url?.startsWith('chrome-extension://') === true,
  );
  if (first === undefined) throw new Error('the content script did not run');
  return events.filter(
    ({ ph, pid, tid, ts, dur = 0 }) =>
      ph === 'X' && pid === first.pid && tid === first.tid && ts + dur > first.ts,
  );
}

function partsOf(task: TraceEvent, inTask: readonly TraceEvent[], isSeen: boolean): Longest {
  const isWorth = (one: TraceEvent): boolean => workMs(one) >= MIN_WORTH_MS;
  const ofFrame = inTask.filter(({ name }) => name === FRAME_SCRIPT);
  if (ofFrame.length === 0 && !inTask.some(({ name }) => name === DRAWING)) {
    const hasScript = inTask.some((one) => SCRIPTS.includes(one.name) && isWorth(one));
    return { script: hasScript ? workMs(task) : 0, frame: 0 };
  }
  const script = ofFrame.reduce((sum, one) => sum + workMs(one), 0);
  const laysOut = inTask.some((one) => one.name === LAYOUT && isWorth(one));
  return { script, frame: laysOut || !isSeen ? 0 : workMs(task) - script };
}

function longestOf(events: readonly TraceEvent[]): Longest {
  const later = sinceScript(events);
  const seen = events.find(({ name, pid }) => name === SEEN && pid === later[0]?.pid);
  const parts = later
    .filter(({ name }) => name === 'RunTask')
    .map((task) =>
      partsOf(
        task,
        later.filter(({ ts }) => ts >= task.ts && ts < task.ts + (task.dur ?? 0)),
        seen !== undefined && task.ts > seen.ts,
      ),
    );
  const frame = Math.max(...parts.map((part) => part.frame));
  if (frame === 0) throw new Error('no frame was traced: there is nothing to compare with');
  return { script: Math.max(...parts.map(({ script }) => script)), frame };
}

/** Runs in a page that has come to rest: draws a mark of the bench's own; settles once it is painted. */
const DRAW_MARK = `new Promise((resolve) => {
  const node = document.querySelector('h1').firstChild;
  const range = new StaticRange({ startContainer: node, startOffset: 0, endContainer: node, endOffset: 4 });
  CSS.highlights.set('bench', new Highlight(range));
  requestAnimationFrame(() => requestAnimationFrame(resolve));
})`;

/**
 * The longest tasks on a hostile page, once a load. At its end the same mark is drawn on both sides: the other extension's
 * own comes with the page's first painting as often as not, and then no frame of its is left to compare with.
 */
export async function longestTasks(
  both: Both,
  kind: keyof typeof HOSTILE,
  loads: number,
): Promise<{ readonly script: Beside; readonly frame: Beside }> {
  const measured = await byTurns(both, loads, async ({ context }) => {
    const page = await open(context, article('', `${MARK_STYLE}${HOSTILE[kind]}`));
    const cdp = await context.newCDPSession(page);
    const events = await traced(
      cdp,
      async () => {
        await page.goto(ADDRESS, { waitUntil: 'load' });
        await page.waitForTimeout(SETTLE_MS);
        // Not by the page's own `evaluate`, which brings a script along that would be taken for the extension's.
        await cdp.send('Runtime.evaluate', { expression: DRAW_MARK, awaitPromise: true });
      },
      TASKS,
    );
    await marked(page);
    await page.close();
    return longestOf(events);
  });
  const figures = (of: keyof Longest): Beside => ({
    ours: measured.ours.map((longest) => longest[of]),
    floor: measured.floor.map((longest) => longest[of]),
  });
  return { script: figures('script'), frame: figures('frame') };
}
