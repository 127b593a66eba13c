import type {
  Area,
  Lineage,
  Membership,
  Person,
  Pledge,
  Post,
  Reply,
  SourceCheck,
  Stance,
  StatusEvent,
} from '@/lib/ledger/records';
import type { CacheChange } from '@/lib/storage/change';
import type { Keying } from '@/lib/storage/keying';

/** Small whole records for tests, with fields to be overridden. */

export function person(id: string, family = id): Person {
  return {
    id,
    gender: 'male',
    name: { ru: { family, given: 'Имя' } },
    otherNames: [],
    identifiers: [],
  };
}

export function area(id: string, parentId: string | null = null): Area {
  return {
    id,
    classification: 'district',
    identifier: null,
    parentId,
    name: { ru: `район ${id}` },
    otherNames: [],
  };
}

export function post(id: string, areaId: string | null = null): Post {
  return { id, role: 'akim', areaId, label: { ru: `аким ${id}` }, startDate: null, endDate: null };
}

export function membership(personId: string, postId: string): Membership {
  return {
    id: `m-${personId}-${postId}`,
    personId,
    postId,
    startDate: '2019',
    endDate: null,
    attestedOn: [],
    followsId: null,
    acting: false,
    sources: [{ url: 'https://news.example/a' }],
  };
}

export function lineage(fromPostId: string, toPostId: string): Lineage {
  return {
    id: `l-${fromPostId}-${toPostId}`,
    fromPostId,
    toPostId,
    date: '2022-06-08',
    kind: 'split',
    areaIds: [],
  };
}

export function pledge(id: string, postId: string, rest: Partial<Pledge> = {}): Pledge {
  return {
    id,
    text: { ru: `обещание ${id}` },
    quote: null,
    lang: 'ru',
    topic: 'roads',
    areaId: null,
    personId: null,
    postId,
    boundTo: 'post',
    saidOn: '2020-02-07',
    dueOn: null,
    occasion: null,
    speech: 'direct',
    outsidePowers: false,
    repeatsId: null,
    source: { url: `https://news.example/${id}` },
    ...rest,
  };
}

export function statusEvent(id: string, promiseId: string): StatusEvent {
  return {
    id,
    promiseId,
    status: 'inProgress',
    on: '2021',
    sources: [{ url: 'https://news.example/s' }],
    recordedAt: '2026-01-01T00:00:00Z',
  };
}

export function reply(id: string, promiseId: string): Reply {
  return { id, promiseId, postId: 'p', on: '2021', text: { ru: 'ответ' }, sources: [] };
}

export function stance(id: string, promiseId: string): Stance {
  return { id, promiseId, membershipId: 'm', stance: 'renewed', on: '2021', sources: [] };
}

export function sourceCheck(id: string, promiseId: string): SourceCheck {
  return {
    id,
    promiseId,
    checkedOn: '2026-01-01T00:00:00Z',
    state: 'found',
    textDigest: '0'.repeat(64),
  };
}

/** A hash for tests that do not look at the digest. */
let counter = 0n;
export function put<K extends CacheChange['t']>(
  t: K,
  d: NonNullable<Extract<CacheChange, { t: K }>['d']>,
): CacheChange {
  counter += 1n;
  const id = 'id' in d ? d.id : d.host;
  return { t, id, d, hash: counter, rev: 1, isPlain: false } as unknown as CacheChange;
}

export function gone(t: CacheChange['t'], id: string): CacheChange {
  counter += 1n;
  return { t, id, d: null, hash: counter, rev: 1, isPlain: false };
}

/** Keys that are easy to foresee: kind and family, area or post id. */
export function keyingOf(version: number): Keying {
  return {
    version,
    keysOf: (named) => {
      const stem = version === 1 ? 'k' : `k${version}`;
      if (named.kind === 'person') return [`${stem}:${named.record.name.ru?.family ?? ''}`];
      return [`${stem}:${named.record.id}`];
    },
  };
}
