import type { ClipDraft, SelectorGroup, Stamp } from '@/lib/ledger/records';
import type { Clip, ClipArticle, ClipCheck, ClipState, ClipStateName } from './clip';
import { type ClipEvent, isDue, isEditable, nextState } from './clip-states';
import type { Connection } from './connection';
import { ownConnection } from './own';
import type { OwnDb } from './own-db';
import { uuidV7 } from './uuid';

/** What a new clip is made of. */
export interface NewClip {
  readonly draft: ClipDraft;
  readonly article: ClipArticle | null;
  readonly selectors: readonly SelectorGroup[];
}

/** What may be changed in a draft. */
export interface ClipPatch {
  readonly draft?: Partial<ClipDraft>;
  readonly article?: ClipArticle | null;
}

/** The asked-for change means nothing in the clip's state, or the clip is not there. */
export class ClipStateError extends Error {
  readonly code: 'clipGone' | 'clipState';
  constructor(code: 'clipGone' | 'clipState', message: string) {
    super(message);
    this.name = 'ClipStateError';
    this.code = code;
  }
}

/** Clock and chance, given by the caller in tests. */
export interface ClipWorld {
  now(): number;
  random(bytes: Uint8Array<ArrayBuffer>): void;
}

/** The clips of this browser. What a call has answered is on the disk. */
export interface ClipStore {
  /** An id for `saveDraft`, so that the form can be opened in the click that saves. */
  newId(): string;
  saveDraft(clip: NewClip, id?: string): Promise<Clip>;
  /** Changes a draft; throws `ClipStateError` when it is no draft any more. */
  update(id: string, patch: ClipPatch): Promise<Clip>;
  get(id: string): Promise<Clip | null>;
  /** All clips, newest first. */
  list(): Promise<readonly Clip[]>;
  /** Ready to be sent; also the retry of a dead letter. */
  queue(id: string): Promise<Clip>;
  /** Takes a queued clip that was never begun to be sent back into the form. */
  reopen(id: string): Promise<Clip>;
  /** A new draft with the same words. */
  copy(id: string): Promise<Clip>;
  remove(id: string): Promise<void>;
  /** Every clip with everything that is kept of it, as JSON for the user. */
  exportAll(): Promise<string>;
  /** Adds clips that are not here yet, all or none; those that are here stay as they are. Answers how many are new. */
  importAll(clips: readonly Clip[]): Promise<number>;
  /** Notes what became of the quote on its page, when that is not what was noted last. Sends nothing. */
  noteCheck(id: string, check: Omit<ClipCheck, 'checkedOn'>): Promise<void>;
  /** Moves a clip by an event; null when the event means nothing in its state. `error` is kept for the list. */
  apply(id: string, event: ClipEvent, error?: string | null): Promise<Clip | null>;
  /** Clips to be sent, at most `limit` of them: queued ones, oldest first, and those whose sender died. */
  due(limit: number): Promise<readonly Clip[]>;
  /** Ids of the clips in a state, oldest first. */
  idsIn(state: ClipStateName): Promise<readonly string[]>;
  /** How many clips are in one of the states. */
  count(states: readonly ClipStateName[]): Promise<number>;
}

/** Number of the export's shape. */
const EXPORT_FORMAT = 1;

const BROWSER_WORLD: ClipWorld = {
  now: Date.now,
  random: (bytes) => void crypto.getRandomValues(bytes),
};

function stampOf(ms: number): Stamp {
  return new Date(ms).toISOString();
}

function changed(
  clip: Clip,
  state: ClipState,
  event: ClipEvent,
  error: string | null,
  now: number,
) {
  const attempts = clip.attempts + (event.kind === 'send' ? 1 : 0);
  return { ...clip, state, attempts, lastError: error, updatedAt: stampOf(now) };
}

/** A clip that was begun to be sent may have arrived: it cannot go back into the form. */
function mayHappen(clip: Clip, event: ClipEvent): boolean {
  return event.kind !== 'reopen' || clip.attempts === 0;
}

class DexieClips implements ClipStore {
  readonly #own: Connection<OwnDb>;
  readonly #world: ClipWorld;

  constructor(own: Connection<OwnDb>, world: ClipWorld) {
    this.#own = own;
    this.#world = world;
  }

  newId(): string {
    return uuidV7(this.#world.now(), (bytes) => {
      this.#world.random(bytes);
    });
  }

  async saveDraft(parts: NewClip, id = this.newId()): Promise<Clip> {
    const now = stampOf(this.#world.now());
    const clip: Clip = {
      ...parts,
      id,
      createdAt: now,
      updatedAt: now,
      state: { name: 'draft' },
      attempts: 0,
      lastError: null,
    };
    // Put, not add: a call that hung may have been through, and is tried once more.
    await this.#own.run((db) => db.clips.put(clip));
    return clip;
  }

  async update(id: string, patch: ClipPatch): Promise<Clip> {
    return await this.#change(id, (clip) => {
      if (!isEditable(clip.state)) return null;
      return {
        ...clip,
        draft: { ...clip.draft, ...patch.draft },
        article: patch.article === undefined ? clip.article : patch.article,
        updatedAt: stampOf(this.#world.now()),
      };
    });
  }

  async get(id: string): Promise<Clip | null> {
    return (await this.#own.run((db) => db.clips.get(id))) ?? null;
  }

  async list(): Promise<readonly Clip[]> {
    // An id begins with its time.
    return await this.#own.run((db) => db.clips.orderBy('id').reverse().toArray());
  }

  async queue(id: string): Promise<Clip> {
    return await this.#mustApply(id, { kind: 'queue' });
  }

  async reopen(id: string): Promise<Clip> {
    return await this.#mustApply(id, { kind: 'reopen' });
  }

  async copy(id: string): Promise<Clip> {
    const clip = await this.get(id);
    if (clip === null) throw new ClipStateError('clipGone', `no clip ${id}`);
    return await this.saveDraft(parts(clip));
  }

  async remove(id: string): Promise<void> {
    await this.#own.run((db) => db.clips.delete(id));
  }

  async exportAll(): Promise<string> {
    const clips = await this.list();
    return JSON.stringify({ format: EXPORT_FORMAT, clips }, null, 2);
  }

  async importAll(clips: readonly Clip[]): Promise<number> {
    return await this.#own.run((db) =>
      db.transaction('rw', db.clips, async () => {
        const known = new Set(await db.clips.toCollection().primaryKeys());
        const fresh = new Map(
          clips.filter(({ id }) => !known.has(id)).map((clip) => [clip.id, clip]),
        );
        // Who was sending it is not on this device.
        const ready = [...fresh.values()].map((clip) =>
          clip.state.name === 'sending' ? { ...clip, state: { name: 'queued' } as const } : clip,
        );
        await db.clips.bulkAdd(ready);
        return ready.length;
      }),
    );
  }

  async noteCheck(id: string, check: Omit<ClipCheck, 'checkedOn'>): Promise<void> {
    await this.#own.run((db) =>
      db.transaction('rw', db.clips, async () => {
        const clip = await db.clips.get(id);
        if (clip === undefined || !isNews(clip, check)) return;
        const checkedOn = stampOf(this.#world.now());
        // `updatedAt` is of the clip's own words, and they have not changed.
        await db.clips.put(withCheck(clip, { checkedOn, ...check }));
      }),
    );
  }

  async apply(id: string, event: ClipEvent, error: string | null = null): Promise<Clip | null> {
    const now = this.#world.now();
    return await this.#own.run((db) =>
      db.transaction('rw', db.clips, async () => {
        const clip = await db.clips.get(id);
        if (clip === undefined || !mayHappen(clip, event)) return null;
        const state = nextState(clip.state, event, now);
        if (state === null) return null;
        const next = changed(clip, state, event, error, now);
        await db.clips.put(next);
        return next;
      }),
    );
  }

  async due(limit: number): Promise<readonly Clip[]> {
    const now = this.#world.now();
    return await this.#own.run(async (db) => {
      const dead = await db.inState('sending').toArray();
      const queued = await db.inState('queued').limit(limit).toArray();
      return [...dead, ...queued].filter(({ state }) => isDue(state, now)).slice(0, limit);
    });
  }

  async idsIn(state: ClipStateName): Promise<readonly string[]> {
    return await this.#own.run((db) => db.inState(state).primaryKeys());
  }

  async count(states: readonly ClipStateName[]): Promise<number> {
    const counts = await this.#own.run((db) =>
      Promise.all(states.map((state) => db.inState(state).count())),
    );
    return counts.reduce((sum, one) => sum + one, 0);
  }

  async #mustApply(id: string, event: ClipEvent): Promise<Clip> {
    const clip = await this.apply(id, event);
    if (clip !== null) return clip;
    throw await this.#refusal(id, event.kind);
  }

  async #change(id: string, next: (clip: Clip) => Clip | null): Promise<Clip> {
    const clip = await this.#own.run((db) =>
      db.transaction('rw', db.clips, async () => {
        const before = await db.clips.get(id);
        const after = before === undefined ? null : next(before);
        if (after !== null) await db.clips.put(after);
        return after;
      }),
    );
    if (clip !== null) return clip;
    throw await this.#refusal(id, 'update');
  }

  async #refusal(id: string, what: string): Promise<ClipStateError> {
    const clip = await this.get(id);
    if (clip === null) return new ClipStateError('clipGone', `no clip ${id}`);
    return new ClipStateError('clipState', `${what}: the clip is ${clip.state.name}`);
  }
}

/** The state, or the words that stand there now, differ from those noted last. */
function isNews({ checks = [] }: Clip, { state, diff }: Omit<ClipCheck, 'checkedOn'>): boolean {
  const last = checks.at(-1) ?? { state: 'found', diff: [] };
  return last.state !== state || JSON.stringify(last.diff) !== JSON.stringify(diff);
}

/** A page that shows another text at every visit would fill the disk: the first change is kept, and the latest ones. */
const CHECKS_MAX = 50;

function withCheck(clip: Clip, check: ClipCheck): Clip {
  const [first, ...later] = [...(clip.checks ?? []), check];
  const over = later.length + 1 - CHECKS_MAX;
  if (first === undefined || over <= 0) return { ...clip, checks: [...(clip.checks ?? []), check] };
  return {
    ...clip,
    checks: [first, ...later.slice(over)],
    checksLetGo: (clip.checksLetGo ?? 0) + over,
  };
}

function parts({ draft, article, selectors }: Clip): NewClip {
  return { draft, article, selectors };
}

/** The clips of this browser. */
export function openClips(
  own: Connection<OwnDb> = ownConnection(),
  world: ClipWorld = BROWSER_WORLD,
): ClipStore {
  return new DexieClips(own, world);
}
