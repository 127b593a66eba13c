import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Area, Kind, Person, Pledge, Post, RecordOfKind } from '@/lib/ledger/records';
import type { ClipBody } from '@/lib/wire/clips';
import { KINDS, recordId } from '@/lib/wire/records';
import { makeToken, type Scope } from '@/tracker/clips/tokens';
import type { Folder, Placed } from '@/tracker/folder/read-folder';
import { createApp } from '@/tracker/http/app';
import type { Env } from '@/tracker/http/deps';
import { DEFAULT_LIMITS, type Limits } from '@/tracker/http/limits';
import type { PageSettings } from '@/tracker/http/page-routes';
import { type Logger, silent } from '@/tracker/log';
import { openSigner, type Signer } from '@/tracker/publish/keys';
import { publish } from '@/tracker/publish/publish';
import { importFolder } from '@/tracker/records/import-folder';
import { storeFaults } from '@/tracker/store/faults';
import type { Store } from '@/tracker/store/sql';

export const area: Area = {
  id: 'area-1',
  classification: 'city',
  identifier: null,
  parentId: null,
  name: { ru: 'Талдыкорган' },
  otherNames: [],
};
export const person: Person = {
  id: 'person-1',
  gender: 'male',
  name: { ru: { family: 'Абдраимов', given: 'Галымжан' } },
  otherNames: [],
  identifiers: [],
};
export const post: Post = {
  id: 'post-1',
  role: 'akim',
  areaId: 'area-1',
  label: { ru: 'аким города Талдыкоргана' },
  startDate: null,
  endDate: null,
};
export const pledge: Pledge = {
  id: 'promise-1',
  text: { ru: 'Отремонтировать дороги' },
  quote: null,
  lang: 'ru',
  topic: 'roads',
  areaId: 'area-1',
  personId: 'person-1',
  postId: 'post-1',
  boundTo: 'post',
  saidOn: '2020-02-07',
  dueOn: null,
  occasion: null,
  speech: 'reported',
  outsidePowers: false,
  repeatsId: null,
  source: { url: 'https://ratel.kz/a', publisher: 'ratel.kz' },
};
export const clipBody: ClipBody = {
  v: 1,
  text: { ru: 'Починить дорогу на улице Каблиса жырау' },
  quote: 'до осени дорогу починим',
  lang: 'ru',
  topic: 'roads',
  areaId: 'area-1',
  personId: 'person-1',
  postId: 'post-1',
  boundTo: 'post',
  saidOn: '2026-11-20',
  dueOn: '2027-09',
  occasion: 'reportMeeting',
  speech: 'direct',
  repeatsId: null,
  source: { url: 'http://news.test/1', title: 'Отчёт акима', publisher: 'news.test' },
  textDigest: 'b'.repeat(64),
  retrievedAt: '2026-11-25T02:00:00.000Z',
};

/** A record as a folder would hold it. */
export function placed<K extends Kind>(kind: K, record: RecordOfKind[K]): Placed<K> {
  return { kind, id: recordId(record), record, line: 1 };
}

/** A ledger folder of these records, in the order that a folder is read in. */
export function folder(records: readonly Placed[], dataset = 'tt'): Folder {
  const ordered = KINDS.flatMap((kind) => records.filter((record) => record.kind === kind));
  return { meta: { format: 1, dataset, asOf: '2026-11-25' }, records: ordered, kept: [] };
}

export const SMALL = folder([
  placed('area', area),
  placed('person', person),
  placed('post', post),
  placed('promise', pledge),
]);

/** UUIDv7-shaped ids that differ by a number. */
export function uuid(n: number): string {
  return `01936b1e-7c00-7abc-8def-${n.toString(16).padStart(12, '0')}`;
}

export interface Harness {
  readonly app: Hono<Env>;
  readonly store: Store;
  readonly signer: Signer;
  /** Publishes now. */
  publish(): Promise<boolean>;
  token(scope: Scope): Promise<string>;
  /** A request with a JSON body and a token. */
  send(
    method: string,
    path: string,
    options?: { readonly token?: string; readonly body?: unknown },
  ): Promise<{
    readonly status: number;
    readonly body: Record<string, unknown>;
    readonly headers: Headers;
  }>;
  /** The clock of the tracker; tests turn it. */
  readonly clock: { now: Date };
}

export function tempDir(): string {
  return mkdtempSync(join(tmpdir(), 'uade-tracker-'));
}

/** A tracker without a socket over a store. */
export async function harnessOn(
  store: Store,
  options: {
    readonly folder?: Folder;
    readonly limits?: Partial<Limits>;
    readonly pages?: PageSettings;
    readonly verdictsByTwo?: boolean;
    readonly log?: Logger;
  } = {},
): Promise<Harness> {
  await importFolder(store, options.folder ?? SMALL);
  const { log = silent } = options;
  const signer = await openSigner(tempDir());
  const clock = { now: new Date('2026-11-25T03:00:00.000Z') };
  const now = () => clock.now;
  const publishing = { signer, now, guard: null };
  const app = createApp({
    store,
    publishing,
    now,
    log,
    faults: storeFaults(log, now),
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    pages: options.pages ?? null,
    verdictsByTwo: options.verdictsByTwo ?? false,
    published: () => Promise.resolve(),
  });
  return {
    app,
    store,
    signer,
    clock,
    publish: () => publish(store, (options.folder ?? SMALL).meta.dataset, publishing),
    token: (scope) => makeToken(store, scope, { invited: false, day: '2026-11-25' }),
    async send(method, path, { token, body } = {}) {
      const response = await app.request(path, {
        method,
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const answer: unknown = await response.json();
      // Every answer of the writing side is an object; a test that expects a field fails without it.
      return {
        status: response.status,
        body: answer as Record<string, unknown>,
        headers: response.headers,
      };
    },
  };
}
