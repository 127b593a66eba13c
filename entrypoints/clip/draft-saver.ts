import type { ClipPatch } from '@/lib/storage/clips';

/** Where a draft is kept; both throw when nothing was written. */
export interface DraftDisk {
  /** Puts a draft that is not on the disk yet there; null where it is. */
  readonly create: (() => Promise<unknown>) | null;
  readonly update: (patch: ClipPatch) => Promise<unknown>;
}

function merged(earlier: ClipPatch | null, later: ClipPatch | null): ClipPatch {
  return { ...earlier, ...later, draft: { ...earlier?.draft, ...later?.draft } };
}

/** Saves the changes of a draft in their order. What could not be saved is kept, and saved with the next change. */
export class DraftSaver {
  readonly #disk: DraftDisk;
  #isThere: boolean;
  #unsaved: ClipPatch | null = null;
  #last: Promise<void> = Promise.resolve();

  constructor(disk: DraftDisk) {
    this.#disk = disk;
    this.#isThere = disk.create === null;
  }

  /** Resolves when the change, and all before it, are on the disk; throws when they are not. */
  save(patch: ClipPatch): Promise<void> {
    this.#unsaved = merged(this.#unsaved, patch);
    return this.settled();
  }

  /** Resolves when all changes so far are on the disk, those that failed once among them; throws when one is not. */
  settled(): Promise<void> {
    // Whoever asked for the one before was told of its failure.
    const done = this.#last.catch(() => undefined).then(() => this.#write());
    this.#last = done;
    return done;
  }

  async #write(): Promise<void> {
    if (this.#unsaved === null) return;
    if (!this.#isThere) await this.#disk.create?.();
    this.#isThere = true;
    const patch = this.#unsaved;
    this.#unsaved = null;
    try {
      await this.#disk.update(patch);
    } catch (error) {
      this.#unsaved = merged(patch, this.#unsaved);
      throw error;
    }
  }
}
