import type { Kind } from '@/lib/ledger/records';
import { addHash, rowHash, sumHex } from '@/lib/wire/digest';
import { HEAD_CONTEXT } from '@/lib/wire/head';

/** A tracker in memory that signs what it publishes; only the published form is true to the real one. */

const ORIGIN = 'https://tracker.test';
export const FAKE_ORIGIN = ORIGIN;

interface Row {
  readonly kind: Kind;
  readonly id: string;
  readonly rev: number;
  readonly body: unknown;
}

function lineOf({ kind, id, rev, body }: Row): string {
  return JSON.stringify(
    body === null ? { t: kind, id, r: rev, x: 1 } : { t: kind, id, r: rev, d: body },
  );
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Without Node's Buffer: the fault scenes run in a browser too. */
function base64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

type Fault = (path: string) => Response | null | Promise<Response | null>;

export class FakeTracker {
  readonly dataset: string;
  epoch = 'e1';
  rows: Row[] = [];
  /** Revs at which a segment ends. */
  cuts: number[] = [];
  snapshotRev: number | null = null;
  snapshotParts = 1;
  floor = 0;
  issued = '2026-11-25T00:00:00.000Z';
  schema: [number, number] = [1, 0];
  /** Answers instead of the tracker where it is not null. */
  fault: Fault = () => null;
  requests: string[] = [];
  readonly #files = new Map<string, string>();
  #keys: CryptoKeyPair | null = null;

  constructor(dataset = 'kz') {
    this.dataset = dataset;
  }

  get rev(): number {
    return this.rows.at(-1)?.rev ?? 0;
  }

  /** Null deletes. */
  write(kind: Kind, id: string, body: unknown): void {
    this.rows.push({ kind, id, rev: this.rev + 1, body });
  }

  cut(): void {
    if (this.cuts.at(-1) !== this.rev) this.cuts.push(this.rev);
  }

  async keys(): Promise<readonly { kid: string; public: string }[]> {
    const { publicKey } = await this.#pair();
    const raw = await crypto.subtle.exportKey('raw', publicKey);
    return [{ kid: 'k1', public: base64(raw) }];
  }

  async newKey(): Promise<void> {
    this.#keys = null;
    await this.#pair();
  }

  readonly fetch: typeof fetch = async (input) => {
    const url = new URL(new Request(input).url);
    this.requests.push(url.pathname);
    const faulty = await this.fault(url.pathname);
    if (faulty !== null) return faulty;
    const text = await this.#answer(url.pathname);
    return text === null ? new Response('{}', { status: 404 }) : new Response(text);
  };

  async #answer(pathname: string): Promise<string | null> {
    if (pathname === '/health') return JSON.stringify({ datasets: [{ dataset: this.dataset }] });
    const path = pathname.replace(`/v1/${this.dataset}/`, '');
    if (path === 'head.json') return await this.head();
    if (path === 'key.json') {
      const keys = (await this.keys()).map((key) => ({ ...key, alg: 'Ed25519' }));
      return JSON.stringify({ keys });
    }
    return this.#files.get(path) ?? null;
  }

  /** The signed head of what is there now; makes the files that it leads to. */
  async head(change: Record<string, unknown> = {}): Promise<string> {
    const manifest = await this.#manifest();
    const body = JSON.stringify({
      v: 1,
      dataset: this.dataset,
      epoch: this.epoch,
      rev: this.rev,
      manifest: await this.#file(`m/${this.rev}`, 'json', JSON.stringify(manifest)),
      issued: this.issued,
      poll_s: 3600,
      schema: this.schema,
      min_client: '0.1.0',
      ...change,
    });
    return JSON.stringify({ body, sigs: [{ kid: 'k1', sig: await this.sign(body) }] });
  }

  /** Signature of a head's body, base64. */
  async sign(body: string): Promise<string> {
    const { privateKey } = await this.#pair();
    const signed = new TextEncoder().encode(HEAD_CONTEXT + body);
    const sig = await crypto.subtle.sign('Ed25519', privateKey, signed);
    return base64(sig);
  }

  /** What the live rows at a rev come to. */
  digest(upTo = this.rev): { readonly n: number; readonly sum64: string } {
    const live = this.live(upTo);
    const sum = live.reduce((all, row) => addHash(all, rowHash(lineOf(row))), 0n);
    return { n: live.length, sum64: sumHex(sum) };
  }

  live(upTo = this.rev): Row[] {
    const last = new Map<string, Row>();
    for (const row of this.rows) if (row.rev <= upTo) last.set(`${row.kind}/${row.id}`, row);
    return [...last.values()].filter(({ body }) => body !== null).sort((a, b) => a.rev - b.rev);
  }

  async #manifest() {
    return {
      v: 1,
      dataset: this.dataset,
      epoch: this.epoch,
      rev: this.rev,
      floor: this.floor,
      snapshot: await this.#snapshot(),
      segments: await this.#segments(),
      digest: this.digest(),
    };
  }

  async #snapshot() {
    if (this.snapshotRev === null) return null;
    const live = this.live(this.snapshotRev);
    const size = Math.ceil(live.length / this.snapshotParts) || 1;
    const parts = [];
    for (let at = 0; at < live.length; at += size) {
      const rows = live.slice(at, at + size);
      const text = rows.map((row) => `${lineOf(row)}\n`).join('');
      const file = await this.#file(`f/${this.snapshotRev}/${parts.length}`, 'ndjson', text);
      parts.push({ ...file, rows: rows.length });
    }
    return { rev: this.snapshotRev, parts };
  }

  async #segments() {
    const segments = [];
    let from = this.floor + 1;
    for (const to of [...this.cuts.filter((cut) => cut >= from && cut < this.rev), this.rev]) {
      if (to < from) continue;
      const rows = this.rows.filter(({ rev }) => rev >= from && rev <= to);
      const text = rows.map((row) => `${lineOf(row)}\n`).join('');
      const file = await this.#file(`s/${from}-${to}`, 'ndjson', text);
      segments.push({ ...file, from, to, rows: rows.length });
      from = to + 1;
    }
    return segments;
  }

  async #file(before: string, after: string, text: string) {
    const hash = await sha256(text);
    const path = `${before}.${hash.slice(0, 16)}.${after}`;
    this.#files.set(path, text);
    return { path, sha256: hash, bytes: new TextEncoder().encode(text).length };
  }

  async #pair(): Promise<CryptoKeyPair> {
    // Ed25519 always gives a pair.
    this.#keys ??= (await crypto.subtle.generateKey('Ed25519', true, [
      'sign',
      'verify',
    ])) as CryptoKeyPair;
    return this.#keys;
  }
}
