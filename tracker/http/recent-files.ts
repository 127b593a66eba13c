/** A snapshot of 100,000 promises is as long, gzipped. */
const BYTES_MAX = 16 * 2 ** 20;

/** Bytes of files that were asked for lately, by their hash: a published file never changes. */
export class RecentFiles {
  /** Oldest question first. */
  readonly #files = new Map<string, Uint8Array<ArrayBuffer>>();
  #bytes = 0;

  get(sha256: string): Uint8Array<ArrayBuffer> | undefined {
    const found = this.#files.get(sha256);
    if (found === undefined) return undefined;
    this.#files.delete(sha256);
    this.#files.set(sha256, found);
    return found;
  }

  keep(sha256: string, bytes: Uint8Array<ArrayBuffer>): void {
    this.#bytes += bytes.length - (this.#files.get(sha256)?.length ?? 0);
    this.#files.set(sha256, bytes);
    for (const [oldest, { length }] of this.#files) {
      if (this.#bytes <= BYTES_MAX) return;
      this.#files.delete(oldest);
      this.#bytes -= length;
    }
  }
}
