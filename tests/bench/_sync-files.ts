import { randomBytes } from 'node:crypto';
import { addHash, rowHash, sumHex } from '@/lib/wire/digest';
import type { Head, HeadBody, Manifest } from '@/lib/wire/head';
import { makeFile, type PublicFile } from '@/tracker/publish/files';
import type { Signer } from '@/tracker/publish/keys';
import { changeLine, chunksOf, type LogRow, segmentsOf } from '@/tracker/publish/lines';
import { inSnapshotOrder } from '@/tracker/publish/snapshot-order';
import { belonging } from '../tracker/belonging';

/** A data set as a tracker publishes it, made without a database: a reader cannot tell the two apart. */
export interface Published {
  /** Below `/v1/{dataset}/`. */
  readonly files: ReadonlyMap<string, PublicFile>;
  readonly head: string;
  readonly rows: readonly LogRow[];
  /** Newest rev of a snapshot in it. */
  readonly snapshotRev: number;
}

const WORDS =
  'отремонтировать построить дорогу школу больницу улицу посёлок район водопровод мост парк освещение автобус жильё семей квартал газ тепло сети капитальный ремонт стадион детский сад ясли двор площадь завод рабочих мест инвестор участок трасса километров средства бюджет конец года следующий весной осенью завершить начать обеспечить подключить провести снести'.split(
    ' ',
  );
const FAMILIES =
  'Ахметов Сериков Нурланов Ким Иванов Оспанов Жумабаев Касымов Абдрахманов Тлеуов Исабеков Мусин'.split(
    ' ',
  );
const GIVEN = 'Ерлан Болат Айгуль Марат Гульнара Алексей Нурсултан Жанар'.split(' ');

/** Words that differ from record to record, by a fixed rule. */
function words(seed: number, count: number): string {
  let state = (seed * 2_654_435_761) >>> 0;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return WORDS[state % WORDS.length];
  }).join(' ');
}

function id(prefix: string, n: number): string {
  return `${prefix}-${n.toString(36).padStart(6, '0')}`;
}

function officials(count: number): (readonly [string, string, unknown])[] {
  const rows: (readonly [string, string, unknown])[] = [];
  for (let n = 0; n < count / 10; n += 1) {
    const area = {
      id: id('area', n),
      classification: 'ruralDistrict',
      identifier: null,
      parentId: n < 20 ? null : id('area', n % 20),
      name: { ru: `округ ${words(n, 1)} ${n}` },
      otherNames: [],
    };
    rows.push(['area', area.id, area]);
  }
  for (let n = 0; n < count; n += 1) {
    const family = `${FAMILIES[n % FAMILIES.length]?.slice(0, -2)}${words(n, 1).slice(0, 4)}ов`;
    const name = {
      family: (family[0] ?? '') + family.slice(1).toLowerCase(),
      given: GIVEN[n % GIVEN.length],
    };
    const person = {
      id: id('person', n),
      gender: 'male',
      name: { ru: name },
      otherNames: [],
      identifiers: [],
    };
    rows.push(['person', person.id, person]);
  }
  for (let n = 0; n < count; n += 1) {
    const areaId = id('area', n % (count / 10));
    const label = { ru: `аким округа ${n}` };
    const post = {
      id: id('post', n),
      role: 'akim',
      areaId,
      label,
      startDate: null,
      endDate: null,
    };
    rows.push(['post', post.id, post]);
  }
  for (let n = 0; n < count; n += 1) {
    const membership = {
      id: id('membership', n),
      personId: id('person', n),
      postId: id('post', n),
      startDate: '2019-03-01',
      endDate: null,
      attestedOn: [],
      followsId: null,
      acting: false,
      sources: [{ url: `https://news.example/appointed/${n}`, title: words(n, 5) }],
    };
    rows.push(['membership', membership.id, membership]);
  }
  return rows;
}

function promise(n: number, officialsCount: number, version: number) {
  const by = n % officialsCount;
  const day = String(1 + (n % 28)).padStart(2, '0');
  return {
    id: id('promise', n),
    text: { ru: `${words(n + version * 7, 9)} ${n}` },
    quote: words(n * 3 + version, 14),
    lang: 'ru',
    topic: 'roads',
    areaId: id('area', by % (officialsCount / 10)),
    personId: id('person', by),
    postId: id('post', by),
    boundTo: 'post',
    saidOn: `2025-0${1 + (n % 9)}-${day}`,
    dueOn: `2027-0${1 + (n % 9)}`,
    occasion: null,
    speech: 'direct',
    outsidePowers: false,
    repeatsId: null,
    source: {
      url: `https://news.example/2025/0${1 + (n % 9)}/${n}-${(n * 7919).toString(36)}`,
      title: words(n + 1, 7),
      publisher: 'Вестник',
      publishedOn: `2025-0${1 + (n % 9)}-${day}`,
    },
  };
}

function rowsOf(records: Iterable<readonly [string, string, unknown]>, startRev: number): LogRow[] {
  let rev = startRev;
  return [...records].map(([kind, recordId, body]) => {
    rev += 1;
    return { rev, kind, id: recordId, body: JSON.stringify(body) };
  });
}

/** A ledger of officials with their promises, as log rows from rev 1. */
export function ledgerRows(promises: number, officialsCount: number): LogRow[] {
  const records = officials(officialsCount);
  for (let n = 0; n < promises; n += 1) {
    records.push(['promise', id('promise', n), promise(n, officialsCount, 0)]);
  }
  return rowsOf(records, 0);
}

/** Changes after `rev`: half of them of known promises, half new ones. */
export function changeRows(
  rev: number,
  count: number,
  promises: number,
  officialsCount: number,
): LogRow[] {
  const records = Array.from({ length: count }, (_, k) => {
    const n = k % 2 === 0 ? (k * 7_919) % promises : promises + k;
    return ['promise', id('promise', n), promise(n, officialsCount, 1)] as const;
  });
  return rowsOf(records, rev);
}

function digestOf(rows: readonly LogRow[]) {
  const live = new Map<string, LogRow>();
  for (const row of rows) live.set(`${row.kind}/${row.id}`, row);
  let sum = 0n;
  let n = 0;
  for (const row of live.values()) {
    if (row.body === null) continue;
    n += 1;
    sum = addHash(sum, rowHash(changeLine(row)));
  }
  return { n, sum64: sumHex(sum) };
}

/** Signs a snapshot of `base`, and segments of what came `after` it. */
export async function published(
  base: readonly LogRow[],
  after: readonly LogRow[],
  signer: Signer,
  epoch = randomBytes(4).toString('hex'),
): Promise<Published> {
  const files = new Map<string, PublicFile>();
  const keep = (file: PublicFile) => {
    files.set(file.path, file);
    return { path: file.path, sha256: file.sha256, bytes: file.bytes };
  };
  const snapshotRev = base.at(-1)?.rev ?? 0;
  const parts = [];
  for await (const { text, rows } of chunksOf(inSnapshotOrder(base.map(belonging)))) {
    const name: string = `f/${snapshotRev}/${parts.length}`;
    parts.push({ ...keep(await makeFile(text, name, 'ndjson')), rows });
  }
  const rev = after.at(-1)?.rev ?? snapshotRev;
  const cut = await segmentsOf(after, snapshotRev + 1, rev);
  const segments = cut.map(({ file, from, to, rows }) => ({ ...keep(file), from, to, rows }));
  const manifest: Manifest = {
    v: 1,
    dataset: 'kz',
    epoch,
    rev,
    floor: snapshotRev,
    snapshot: { rev: snapshotRev, parts },
    segments,
    digest: digestOf([...base, ...after]),
  };
  const body: HeadBody = {
    v: 1,
    dataset: 'kz',
    epoch,
    rev,
    manifest: keep(await makeFile(JSON.stringify(manifest), `m/${rev}`, 'json')),
    issued: new Date().toISOString(),
    poll_s: 3600,
    schema: [1, 0],
    min_client: '0.1.0',
  };
  const text = JSON.stringify(body);
  const head: Head = { body: text, sigs: signer.sign(text) };
  return { files, head: JSON.stringify(head), rows: [...base, ...after], snapshotRev };
}
