import fs from 'node:fs';
import path from 'node:path';
import { FILE_OF_KIND } from '@/lib/wire/ledger-file';
import { sceneLedger } from '../e2e/scene-ledger';

/** Promises of each of the two offices. */
export const FLOOD = 100_000;
/** Of each of its promises the term has passed unchecked, and the source is gone. */
export const OPEN_OFFICE = 'akim-saryozek';
/** All of its promises were kept. */
export const KEPT_OFFICE = 'akim-tasotar';
/** One of the open ones. */
export const OPEN_PROMISE = 'open-077777';

interface Written {
  readonly id: string;
  readonly postId: string;
  readonly text: Readonly<Record<string, string>>;
}

const SOURCE = { url: 'https://vesti.example/1', publisher: 'Вести', publishedOn: '2012-04-02' };
const idOf = (prefix: string, n: number) => `${prefix}-${String(n).padStart(6, '0')}`;
const numbers = Array.from({ length: FLOOD }, (_, n) => n);

function flooding(model: Written, prefix: string): readonly Written[] {
  return numbers.map((n) => ({
    ...model,
    id: idOf(prefix, n),
    text: Object.fromEntries(
      Object.entries(model.text).map(([lang, of]) => [lang, `${of}; "участок" № ${n}`]),
    ),
    dueOn: '2024-06-01',
  }));
}

const checks = numbers.map((n) => ({
  id: idOf('check', n),
  promiseId: idOf('open', n),
  checkedOn: '2026-02-01T08:00:00Z',
  state: 'gone',
  textDigest: 'a'.repeat(64),
}));

const verdicts = numbers.map((n) => ({
  id: idOf('verdict', n),
  promiseId: idOf('kept', n),
  status: 'kept',
  on: '2025-05-01',
  sources: [SOURCE],
  recordedAt: '2026-01-01T00:00:00Z',
}));

/** The scenes' ledger with two such offices. */
export interface DeskLedger {
  readonly folder: string;
  /** Ids of the promises of an office, in order. */
  readonly idsOf: (post: string) => readonly string[];
}

/** Writes the ledger. */
export function deskLedger(): DeskLedger {
  const folder = sceneLedger();
  const fileOf = (kind: keyof typeof FILE_OF_KIND) => path.join(folder, FILE_OF_KIND[kind]);
  const write = (kind: keyof typeof FILE_OF_KIND, records: readonly object[]) =>
    fs.writeFileSync(fileOf(kind), JSON.stringify(records));
  // Written a moment ago by the scenes.
  const read = (kind: keyof typeof FILE_OF_KIND) =>
    JSON.parse(fs.readFileSync(fileOf(kind), 'utf8')) as readonly Written[];
  const said = read('promise');
  const modelOf = (post: string): Written => {
    const model = said.findLast(({ postId }) => postId === post);
    if (model === undefined) throw new Error('the scenes lost their office');
    return model;
  };
  const open = flooding(modelOf(OPEN_OFFICE), 'open');
  const all = [...said, ...open, ...flooding(modelOf(KEPT_OFFICE), 'kept')];
  write('promise', all);
  write('statusEvent', [...read('statusEvent'), ...verdicts]);
  write('sourceCheck', checks);
  return {
    folder,
    idsOf: (post) =>
      all
        .filter(({ postId }) => postId === post)
        .map(({ id }) => id)
        .sort(),
  };
}
