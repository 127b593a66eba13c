import { gzipSync } from 'node:zlib';
import type { SyncEnd } from '@/lib/sync/ends';
import type { FakeTracker } from '../unit/sync/fake-tracker';
import { FILE_KINDS, type FileKind, type Spoil } from './proxy';

/** A way of spoiling a file, and how a poll that meets it must end. */
export interface Fault {
  readonly name: string;
  readonly kinds: readonly FileKind[];
  readonly isStall?: boolean;
  readonly spoil: Spoil;
  endOf(kind: FileKind): readonly string[];
}

/** Files that no hash guards: what they hold is refused where it is read. */
const isUnhashed = (kind: FileKind) => kind === 'head' || kind === 'keys';

/** Bytes that came whole but are others than were published. */
const otherBytes = (kind: FileKind): SyncEnd[] => [isUnhashed(kind) ? 'parse' : 'corruption'];

function answer(status: number, headers: Record<string, string> = {}): Spoil {
  return (response) => void response.writeHead(status, headers).end('{"error":"x"}');
}

function bytesOf(change: (bytes: Buffer) => Buffer): Spoil {
  return (response, bytes) => void response.writeHead(200).end(change(bytes));
}

function every(name: string, end: SyncEnd, spoil: Spoil, isStall = false): Fault {
  return { name, kinds: FILE_KINDS, spoil, isStall, endOf: () => [end] };
}

function changed(name: string, change: (bytes: Buffer) => Buffer): Fault {
  return { name, kinds: FILE_KINDS, spoil: bytesOf(change), endOf: otherBytes };
}

const PORTAL = Buffer.from('<!doctype html><title>Wi-Fi</title><h1>Вход в сеть</h1>');
/** Far above every limit, small on the wire. */
const BOMB = gzipSync(Buffer.alloc(32 * 1_048_576, 0x20));

const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2));

/** What goes wrong between a tracker and its readers, whatever the file. */
export const WIRE_FAULTS: readonly Fault[] = [
  every('500', 'server', answer(500)),
  every('503 with Retry-After', 'backoff', answer(503, { 'retry-after': '120' })),
  every('503', 'server', answer(503)),
  every('429', 'backoff', answer(429)),
  every('404', 'server', answer(404)),
  changed('captive portal, 200', () => PORTAL),
  every('captive portal, redirect', 'offline', answer(302, { location: 'http://portal.test/' })),
  every('stall before the answer', 'timeout', () => {}, true),
  every(
    'stall in the middle',
    'timeout',
    (response, bytes) =>
      void response.writeHead(200, { 'content-length': bytes.length }).write(half(bytes)),
    true,
  ),
  every('reset', 'offline', (response) => void response.socket?.resetAndDestroy()),
  every('cut off below its announced length', 'offline', (response, bytes) => {
    response.writeHead(200, { 'content-length': bytes.length });
    response.write(half(bytes), () => response.socket?.destroy());
  }),
  changed('cut short without a word', half),
  changed('announced too short', (bytes) => bytes.subarray(0, -5)),
  changed('too long', (bytes) => Buffer.concat([bytes, Buffer.from('{}\n')])),
  changed('empty', () => Buffer.alloc(0)),
  every(
    'gzip bomb',
    'corruption',
    (response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB),
  ),
  every(
    'broken gzip',
    'offline',
    (response, bytes) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bytes),
  ),
];

/** One bit of the byte at `at` (counted round) turned. */
export function bitFlip(kind: FileKind, at: number): Fault {
  return {
    name: `one bit turned in ${kind}`,
    kinds: [kind],
    spoil: bytesOf((bytes) => {
      const turned = Buffer.from(bytes);
      const index = at % bytes.length;
      turned[index] = (bytes[index] ?? 0) ^ (1 << (at % 7));
      return turned;
    }),
    endOf: (of) => {
      if (!isUnhashed(of)) return ['corruption'];
      // Four bits at the end of a base64 signature mean nothing: turned, the same head holds.
      return ['parse', 'signature', 'success'];
    },
  };
}

interface Head {
  readonly body: string;
  readonly sigs: readonly { readonly kid: string; readonly sig: string }[];
}

/** `make` gets the head that the tracker would have sent. */
function head(
  name: string,
  end: SyncEnd,
  make: (own: Head) => Head | string | Promise<Head | string>,
): Fault {
  const spoil: Spoil = async (response, bytes) => {
    // Our own tracker's text.
    const other = await make(JSON.parse(bytes.toString()) as Head);
    response.writeHead(200).end(typeof other === 'string' ? other : JSON.stringify(other));
  };
  return { name, kinds: ['head'], spoil, endOf: () => [end] };
}

/** Who else could serve a head. */
export interface Others {
  /** Has another key. */
  readonly thief: FakeTracker;
  /** Publishes another data set. */
  readonly neighbour: FakeTracker;
  /** A true head of ours, from before what the reader has. */
  readonly old: string;
}

/** Heads that are well made, and not to be followed. */
export function headFaults(tracker: FakeTracker, { thief, neighbour, old }: Others): Fault[] {
  const signed = (body: string, kid: string, sig: string): Head => ({ body, sigs: [{ kid, sig }] });
  const neighbours = async () => (JSON.parse(await neighbour.head()) as Head).body;
  return [
    head('wrong key under the known name', 'signature', async ({ body }) =>
      signed(body, 'k1', await thief.sign(body)),
    ),
    head('wrong key under its own name', 'signature', async ({ body }) =>
      signed(body, 'k9', await thief.sign(body)),
    ),
    head('no signature', 'signature', ({ body }) => ({ body, sigs: [] })),
    head('replayed', 'stale-head', () => old),
    head('of another data set, by the same key', 'signature', async () => {
      const body = await neighbours();
      return signed(body, 'k1', await tracker.sign(body));
    }),
    head("another data set's signature", 'signature', async ({ body }) =>
      signed(body, 'k1', await tracker.sign(await neighbours())),
    ),
    head('of a newer schema', 'schema', () => tracker.head({ schema: [2, 0] })),
    head('for newer clients', 'schema', () => tracker.head({ min_client: '99.0.0' })),
  ];
}
