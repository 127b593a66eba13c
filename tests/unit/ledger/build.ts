import { EMPTY_LEDGER } from '@/lib/ledger/lookups';
import type {
  Area,
  Ledger,
  Lineage,
  Membership,
  Person,
  Pledge,
  Post,
  StatusEvent,
} from '@/lib/ledger/records';

/** Plain records for tests: only what a test is about is said. */

const SOURCE = { url: 'https://news.example/1' };

export function area(id: string, rest: Partial<Area> = {}): Area {
  const name = { ru: 'Область', kk: 'Облыс', en: 'Region' };
  return {
    id,
    classification: 'oblast',
    identifier: null,
    parentId: null,
    name,
    otherNames: [],
    ...rest,
  };
}

export function person(id: string, rest: Partial<Person> = {}): Person {
  const name = { en: { family: id, given: 'A' } };
  return { id, gender: null, name, otherNames: [], identifiers: [], ...rest };
}

export function post(id: string, rest: Partial<Post> = {}): Post {
  const label = { ru: 'аким', kk: 'әкім', en: 'akim' };
  return { id, role: 'akim', areaId: null, label, startDate: null, endDate: null, ...rest };
}

/** A membership of `personId` in the post `p`, unless said otherwise; its id is `m-` and the person's. */
export function held(personId: string, rest: Partial<Membership> = {}): Membership {
  return {
    id: `m-${personId}`,
    personId,
    postId: 'p',
    startDate: null,
    endDate: null,
    attestedOn: [],
    followsId: null,
    acting: false,
    sources: [SOURCE],
    ...rest,
  };
}

/** A promise said by `personId` in the post `p` in January 2020, unless said otherwise. */
export function said(id: string, personId: string | null, rest: Partial<Pledge> = {}): Pledge {
  return {
    id,
    text: { ru: 'Дорога', kk: 'Жол', en: 'Road' },
    quote: null,
    lang: 'ru',
    topic: 'roads',
    areaId: null,
    personId,
    postId: 'p',
    boundTo: 'post',
    saidOn: '2020-01-10',
    dueOn: null,
    occasion: null,
    speech: 'direct',
    outsidePowers: false,
    repeatsId: null,
    source: SOURCE,
    ...rest,
  };
}

export function event(
  promiseId: string,
  status: StatusEvent['status'],
  on: string,
  rest: Partial<StatusEvent> = {},
): StatusEvent {
  return {
    id: `${promiseId}-${status}-${on}`,
    promiseId,
    status,
    on,
    sources: [SOURCE],
    recordedAt: '2026-01-01T00:00:00Z',
    ...rest,
  };
}

export function step(
  fromPostId: string,
  toPostId: string,
  date: string,
  rest: Partial<Lineage> = {},
): Lineage {
  return {
    id: `${fromPostId}-${toPostId}`,
    fromPostId,
    toPostId,
    date,
    kind: 'renamed',
    areaIds: [],
    ...rest,
  };
}

/** A ledger of the records given; persons and posts that are only referred to are added. */
export function ledgerOf(parts: Partial<Ledger>): Ledger {
  const ledger = { ...EMPTY_LEDGER, ...parts };
  const personIds = new Set(ledger.memberships.map((m) => m.personId));
  for (const p of ledger.promises) if (p.personId !== null) personIds.add(p.personId);
  for (const p of ledger.persons) personIds.delete(p.id);
  const postIds = new Set([...ledger.memberships, ...ledger.promises].map((r) => r.postId));
  for (const l of ledger.lineages) postIds.add(l.fromPostId).add(l.toPostId);
  for (const p of ledger.posts) postIds.delete(p.id);
  return {
    ...ledger,
    persons: [...ledger.persons, ...[...personIds].map((id) => person(id))],
    posts: [...ledger.posts, ...[...postIds].map((id) => post(id))],
  };
}
