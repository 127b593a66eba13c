import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { type ClipStore, openClips } from '@/lib/storage/clips';
import { Connection } from '@/lib/storage/connection';
import { giveConsent } from '@/lib/storage/consent';
import { OwnDb } from '@/lib/storage/own-db';
import { clipBody } from '@/lib/sync/clip-body';
import { flushClips, type OutboxDeps } from '@/lib/sync/outbox';
import { newClip } from '../unit/storage/new-clip';
import { FakeClipTracker } from '../unit/sync/fake-clip-tracker';
import { chance, LOST_ANSWERS, LOST_REQUESTS, WINDOWS } from './chance';
import { judgeClips } from './clip-verdict';

/** What became of the clips that a user was told are saved. */
export interface ClipFaults {
  readonly clips: number;
  readonly missing: number;
  readonly doubled: number;
  readonly differing: number;
  /** How often a worker was killed, by the step that it was about to make or had just made. */
  readonly kills: Readonly<Record<string, number>>;
  /** Times that all windows died at once. */
  readonly browserKills: number;
  /** Clips that reached the tracker more than once: without any, no answer was lost. */
  readonly arrivedAgain: number;
}

const KILLS = 0.02;
const BROWSER_KILLS = 0.01;
/** The tracker is down for this share of the time, in stretches. */
const DOWN_EVERY_MS = 3_600_000;
const DOWN_MS = 600_000;
const START = Date.parse('2026-11-25T10:00:00Z');
const ORIGIN = 'https://tracker.test';

/** The worker or window was killed: nothing of it runs any more. */
class Killed extends Error {}

/** What all windows share: the disk, the tracker, the clock, the lock. */
class Scene {
  readonly tracker = new FakeClipTracker();
  readonly luck: () => number;
  readonly kills: Record<string, number> = {};
  now = START;
  browser = 0;
  browserKills = 0;
  isCalm = false;
  #isLocked = false;

  constructor(seed: number) {
    this.luck = chance(seed);
    this.tracker.losesRequest = () => this.luck() < LOST_REQUESTS;
    this.tracker.losesAnswer = () => this.luck() < LOST_ANSWERS;
    const isDown = (): boolean => (this.now - START) % DOWN_EVERY_MS < DOWN_MS;
    this.tracker.fault = () => (isDown() ? new Response('', { status: 503 }) : null);
  }

  /** The browser gives a lock up when its holder dies, as `navigator.locks` does. */
  readonly alone = async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (this.#isLocked) return null;
    this.#isLocked = true;
    try {
      return await work();
    } finally {
      this.#isLocked = false;
    }
  };
}

/** One worker's life: each of its steps may be its last, before it was made or after. */
class Life {
  readonly #scene: Scene;
  readonly #browser: number;
  #isDead = false;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#browser = scene.browser;
  }

  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.#mayDie(`before ${name}`);
    const made = await work();
    this.#mayDie(`after ${name}`);
    return made;
  }

  #mayDie(where: string): void {
    const scene = this.#scene;
    if (this.#isDead || this.#browser !== scene.browser) throw new Killed(where);
    if (scene.isCalm || scene.luck() >= KILLS) return;
    this.#isDead = true;
    scene.kills[where] = (scene.kills[where] ?? 0) + 1;
    if (scene.luck() < BROWSER_KILLS) {
      scene.browser += 1;
      scene.browserKills += 1;
    }
    throw new Killed(where);
  }
}

/** A connection whose every use is a step of a life. */
class MortalConnection extends Connection<OwnDb> {
  readonly #life: Life;

  constructor(life: Life) {
    super(() => new OwnDb());
    this.#life = life;
  }

  override run<T>(work: (db: OwnDb) => Promise<T>): Promise<T> {
    return this.#life.step('the disk', () => super.run(work));
  }
}

function open(scene: Scene): { clips: ClipStore; deps: OutboxDeps; own: Connection<OwnDb> } {
  const life = new Life(scene);
  const own = new MortalConnection(life);
  const clips = openClips(own, {
    now: () => scene.now,
    random: (bytes) => {
      for (let at = 0; at < bytes.length; at += 1) bytes[at] = Math.floor(scene.luck() * 256);
    },
  });
  const fetched: typeof fetch = (input, init) =>
    life.step('the network', () => scene.tracker.fetch(input, init));
  const world = { fetch: fetched, now: () => scene.now, random: () => 0 };
  return { clips, own, deps: { world, own, clips, origin: ORIGIN, alone: scene.alone } };
}

/** Does the work in one life after another until one of them comes to its end. */
async function untilDone<T>(
  scene: Scene,
  work: (life: ReturnType<typeof open>) => Promise<T>,
): Promise<T> {
  for (;;) {
    const life = open(scene);
    try {
      return await work(life);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    } finally {
      life.own.close();
    }
  }
}

/** A clip's id, and its quote as the reader last wrote it. */
type Told = readonly [id: string, quote: string];

/** The click, the autosave of some keys and «send»; a window that died is opened again at the same clip. */
async function makeClip(scene: Scene, n: number): Promise<Told> {
  const id = await untilDone(scene, async ({ clips }) => clips.newId());
  const words = `обещание ${n}`;
  await untilDone(scene, async ({ clips }) => {
    if ((await clips.get(id)) === null) await clips.saveDraft(newClip(words), id);
  });
  const quotes = [`${words}, до осени`, `${words}, до осени 2027 года`] as const;
  for (const quote of quotes)
    await untilDone(scene, ({ clips }) => clips.update(id, { draft: { quote } }));
  await untilDone(scene, async ({ clips }) => {
    if ((await clips.get(id))?.state.name === 'draft') await clips.queue(id);
  });
  return [id, quotes[1]];
}

/** One try to send, which may die at any step of it. */
async function flushOnce(scene: Scene): Promise<void> {
  const { deps, own } = open(scene);
  try {
    await flushClips(deps, { isAsked: scene.luck() < 0.3 });
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  } finally {
    own.close();
  }
}

/** The control's way: the request first, and the clip is kept when it was answered. */
async function sendThenSave(scene: Scene, n: number): Promise<Told> {
  const token = 'token-00000000000000000000';
  scene.tracker.tokens.add(token);
  const { clips, deps, own } = open(scene);
  const id = clips.newId();
  const stamp = new Date(scene.now).toISOString();
  const clip = { ...newClip(`обещание ${n}`), id, createdAt: stamp, updatedAt: stamp };
  const body = clipBody({ ...clip, state: { name: 'draft' }, attempts: 0, lastError: null });
  try {
    const answer = await deps.world.fetch(`${ORIGIN}/v1/clips/${id}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    if (answer.ok) await clips.saveDraft(newClip(`обещание ${n}`), id);
  } catch {
    // Lost or killed: in this order of things nobody knows of the clip any more, which is what is shown.
  } finally {
    own.close();
  }
  return [id, `обещание ${n}`];
}

async function inWindows(count: number, scene: Scene, make: (n: number) => Promise<Told>) {
  const told = new Map<string, string>();
  let next = 0;
  const window = async (): Promise<void> => {
    while (next < count) {
      const n = next++;
      told.set(...(await make(n)));
      scene.now += 1_000;
    }
  };
  await Promise.all(Array.from({ length: WINDOWS }, window));
  return told;
}

async function judge(scene: Scene, told: ReadonlyMap<string, string>): Promise<ClipFaults> {
  scene.isCalm = true;
  const { clips, own } = open(scene);
  const kept = await clips.list();
  own.close();
  const there = new Map([...scene.tracker.clips].map(([id, { body }]) => [id, body]));
  const { missing, doubled, differing } = judgeClips({ told, kept, there });
  return {
    clips: told.size,
    missing: missing.length,
    doubled: doubled.length,
    differing: differing.length,
    kills: scene.kills,
    browserKills: scene.browserKills,
    arrivedAgain: [...scene.tracker.arrivals.values()].filter((times) => times > 1).length,
  };
}

/** Makes and sends clips in 8 windows while everything fails that can; `order` says what is done first. */
export async function clipFaults(
  count: number,
  order: 'saveFirst' | 'sendFirst',
  seed = 41,
): Promise<ClipFaults> {
  await Dexie.delete('uade');
  const scene = new Scene(seed);
  const own = new Connection(() => new OwnDb());
  await giveConsent('2026-11-25T09:00:00Z', own);
  own.close();
  const told = await inWindows(count, scene, async (n) => {
    if (order === 'sendFirst') return await sendThenSave(scene, n);
    const made = await makeClip(scene, n);
    await flushOnce(scene);
    return made;
  });
  const rounds = order === 'saveFirst' ? count * 4 : 0;
  for (let round = 0; round < rounds && scene.tracker.clips.size < count; round += 1) {
    scene.now += 60_000;
    await flushOnce(scene);
  }
  return await judge(scene, told);
}
