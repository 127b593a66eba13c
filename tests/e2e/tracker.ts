import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ADDRESS, startTracker } from '../../scripts/start-tracker.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The address that the e2e build of the extension talks to. */
export const TRACKER = ADDRESS;

/** Folders of a run live in the project: browsers from snap packages have a /tmp of their own. */
export function freshFolder(name: string): string {
  const parent = path.join(ROOT, '.tmp');
  fs.mkdirSync(parent, { recursive: true });
  return fs.mkdtempSync(path.join(parent, `${name}-`));
}

/** A clip as the editor's queue shows it. */
export interface QueuedClip {
  readonly id: string;
  readonly body: {
    readonly quote: string | null;
    readonly personId: string | null;
    readonly text: { readonly ru?: string };
  };
}

/** A real tracker process with its data in a folder of its own; it can be stopped and started again. */
export class TestTracker {
  readonly folder = freshFolder('e2e-tracker');
  readonly #ledger: string | null;
  readonly #settings: Readonly<Record<string, string>>;
  #process: { readonly stop: () => Promise<void> } | null = null;
  #editor = '';

  /** Of a ledger folder; null: the starter ledger. `settings` are the tracker's environment variables. */
  constructor(ledger: string | null = null, settings: Readonly<Record<string, string>> = {}) {
    this.#ledger = ledger;
    this.#settings = settings;
  }

  async start(): Promise<void> {
    const { DATABASE_URL: _, ...env } = process.env;
    this.#process = await startTracker({
      data: this.folder,
      ledger: this.#ledger,
      env: { ...env, ...this.#settings },
    });
  }

  async stop(): Promise<void> {
    await this.#process?.stop();
    this.#process = null;
  }

  /** Stops it and takes its data away. */
  async remove(): Promise<void> {
    await this.stop();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  /** Clips that wait for an editor, by the tracker's API. */
  async queue(): Promise<readonly QueuedClip[]> {
    const answer = await this.#ask('GET', '/v1/review/queue', this.editorToken());
    // The shape is that of tracker/clips/review.ts, whose own tests hold it.
    return (answer as { clips: readonly QueuedClip[] }).clips;
  }

  /** Accepts a clip as an editor. */
  async accept(id: string): Promise<void> {
    await this.#ask('POST', `/v1/review/clips/${id}/accept`, this.editorToken(), {
      namesNoPrivatePerson: true,
    });
  }

  /** An anonymous reader sends a clip. */
  async send(id: string, body: object): Promise<void> {
    const { token } = (await this.#ask('POST', '/v1/tokens')) as { readonly token: string };
    await this.#ask('PUT', `/v1/clips/${id}`, token, body);
  }

  /** Another editor adds a record, without a look at what is there. */
  async addRecord(kind: string, record: { readonly id: string }): Promise<void> {
    const where = `/v1/review/kz/records/${kind}/${record.id}`;
    await this.#ask('PUT', where, this.editorToken(), record);
  }

  /** The token of the editor by whom this class acts. */
  editorToken(): string {
    this.#editor ||= this.invite();
    return this.#editor;
  }

  /** A token for one more editor, by the command line's invitation beside the running tracker. */
  invite(): string {
    return execFileSync(
      process.execPath,
      ['scripts/tracker.mjs', 'invite', '--scope', 'review', '--data', this.folder],
      { cwd: ROOT, encoding: 'utf8' },
    ).trim();
  }

  async #ask(method: string, where: string, token?: string, body?: object): Promise<unknown> {
    const response = await fetch(`${TRACKER}${where}`, {
      method,
      headers: {
        // The invitation blocks this process for seconds: a connection kept open would be dead after it, unnoticed.
        connection: 'close',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw new Error(`${method} ${where}: ${response.status} ${await response.text()}`);
    }
    return response.json();
  }
}
