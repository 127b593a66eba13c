import fs from 'node:fs';
import path from 'node:path';
import type { Ledger, Membership, Person, Pledge, Post, StatusEvent } from '@/lib/ledger/records';
import { TOPICS } from '@/lib/ledger/records';

const HOLDERS = 10;
const SOURCE = { url: 'https://news.example/a' };
const STATUSES = ['inProgress', 'kept', 'stalled', 'broken'] as const;

function person(id: string, at: number): Person {
  const family = ['Тулебаев', 'Ахатов', 'Нурланов', 'Касенов', 'Серикбаев'][at % 5] ?? '';
  const name = { family, given: 'Ерлан' };
  return {
    id,
    gender: 'male',
    name: { ru: name, kk: name, en: name },
    otherNames: [],
    identifiers: [],
  };
}

function membership(postId: string, at: number): Membership {
  const isLast = at === HOLDERS - 1;
  return {
    id: `m-${postId}-${at}`,
    personId: `${postId}-${at}`,
    postId,
    startDate: `${2016 + at}-03-01`,
    endDate: isLast ? null : `${2017 + at}-03-01`,
    attestedOn: isLast ? ['2026-10-01'] : [],
    followsId: null,
    acting: false,
    sources: [SOURCE],
  };
}

function promise(postId: string, at: number): Pledge {
  const year = 2016 + (at % HOLDERS);
  const month = String((at % 9) + 3).padStart(2, '0');
  return {
    id: `${postId}-x${at}`,
    text: {
      ru: `Отремонтировать улицу № ${at} и провести на ней освещение`,
      kk: `№ ${at} көшені жөндеу және жарықтандыру`,
      en: `Repair street no. ${at} and light it`,
    },
    quote: null,
    lang: 'ru',
    topic: TOPICS[at % TOPICS.length] ?? 'other',
    areaId: null,
    personId: `${postId}-${at % HOLDERS}`,
    postId,
    boundTo: 'post',
    saidOn: `${year}-${month}-10`,
    dueOn: String(year + 1),
    occasion: null,
    speech: 'direct',
    outsidePowers: false,
    // Every fortieth repeats the one said a holder before.
    repeatsId: at % 40 === 11 ? `${postId}-x${at - 1}` : null,
    source: SOURCE,
  };
}

function statusEvent(postId: string, at: number): StatusEvent {
  return {
    id: `e-${postId}-${at}`,
    promiseId: `${postId}-x${at}`,
    status: STATUSES[(at >> 1) % STATUSES.length] ?? 'inProgress',
    on: `${2018 + (at % HOLDERS) - 1}-01-15`,
    sources: [SOURCE],
    recordedAt: '2026-10-01T00:00:00Z',
  };
}

const count = (n: number) => Array.from({ length: n }, (_, at) => at);

function office(postId: string, promises: number) {
  const post: Post = {
    id: postId,
    role: 'akim',
    areaId: 'town',
    label: {
      ru: `Аким города (${promises})`,
      kk: `Қала әкімі (${promises})`,
      en: `Akim (${promises})`,
    },
    startDate: null,
    endDate: null,
  };
  return {
    posts: [post],
    persons: count(HOLDERS).map((at) => person(`${postId}-${at}`, at)),
    memberships: count(HOLDERS).map((at) => membership(postId, at)),
    promises: count(promises).map((at) => promise(postId, at)),
    statusEvents: count(promises)
      .filter((at) => at % 2 === 0)
      .map((at) => statusEvent(postId, at)),
  };
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);

/** Writes a ledger folder with offices of ten holders and so many promises each. */
export function writeLedger(folder: string, offices: Readonly<Record<string, number>>): void {
  const parts = Object.entries(offices).map(([id, promises]) => office(id, promises));
  const name = { ru: 'Город', kk: 'Қала', en: 'Town' };
  const area = {
    id: 'town',
    classification: 'city',
    identifier: null,
    parentId: null,
    name,
    otherNames: [],
  };
  const kinds: Partial<Record<keyof Ledger, readonly { readonly id: string }[]>> = {
    areas: [area],
    posts: parts.flatMap((part) => part.posts),
    persons: parts.flatMap((part) => part.persons),
    memberships: parts.flatMap((part) => part.memberships),
    promises: parts.flatMap((part) => part.promises),
    statusEvents: parts.flatMap((part) => part.statusEvents),
  };
  fs.mkdirSync(folder, { recursive: true });
  const meta = { format: 1, dataset: 'bench', asOf: '2026-11-01' };
  fs.writeFileSync(path.join(folder, 'ledger.json'), JSON.stringify(meta));
  for (const [kind, records] of Object.entries(kinds)) {
    const lines = records.toSorted(byId).map((record) => JSON.stringify(record));
    fs.writeFileSync(path.join(folder, `${kind}.json`), `[\n${lines.join(',\n')}\n]\n`);
  }
}
