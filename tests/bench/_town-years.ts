import type { Membership, Person, Post, StatusEvent } from '@/lib/ledger/records';
import { TOPICS } from '@/lib/ledger/records';
import type { Placed } from '@/tracker/folder/read-folder';
import type { Signer } from '@/tracker/publish/keys';
import { publish } from '@/tracker/publish/publish';
import { importFolder } from '@/tracker/records/import-folder';
import type { Store } from '@/tracker/store/sql';
import { area, clipBody, folder, placed, pledge } from '../tracker/harness';
import type { Town } from './_town';

const DAYS = 1_826;
const FIRST_DAY = Date.UTC(2021, 10, 29, 4);
const A_YEAR = 365;
const CLIPS_A_DAY = 200;
const PROMISES = 50_000;
/** Offices of the town and the villages around it, each with an area of its own. */
const OFFICES = 100;
const HOLDERS = 10;
/** Contributors of the five years. */
const AUTHORS = 2_000;

const SOURCE = {
  url: 'https://news.example/2024/03/11/otchetnaya-vstrecha-akima',
  publisher: 'news.example',
};

const count = (n: number) => Array.from({ length: n }, (_unused, at) => at);

function post(at: number): Post {
  const label = {
    ru: `аким сельского округа № ${at}`,
    kk: `№ ${at} ауылдық округ әкімі`,
    en: `akim of rural district ${at}`,
  };
  return {
    id: `akim-${at}`,
    role: 'akim',
    areaId: `area-${at}-of-town`,
    label,
    startDate: null,
    endDate: null,
  };
}

function person(postAt: number, at: number): Person {
  const name = {
    family: ['Тулебаев', 'Ахатов', 'Нурланов', 'Касенов'][at % 4] ?? '',
    given: 'Ерлан',
  };
  return {
    id: `person-${postAt}-${at}`,
    gender: 'male',
    name: { ru: name, kk: name, en: name },
    otherNames: [],
    identifiers: [],
  };
}

function membership(postAt: number, at: number): Membership {
  return {
    id: `m-${postAt}-${at}`,
    personId: `person-${postAt}-${at}`,
    postId: `akim-${postAt}`,
    startDate: `${2016 + at}-03-01`,
    endDate: at === HOLDERS - 1 ? null : `${2017 + at}-03-01`,
    attestedOn: [],
    followsId: null,
    acting: false,
    sources: [SOURCE],
  };
}

function promise(at: number, day: string) {
  const office = at % OFFICES;
  return placed('promise', {
    ...pledge,
    id: `p-${at}`,
    text: {
      ru: `Отремонтировать улицу № ${at}, провести на ней освещение и устроить арыки до конца года`,
      kk: `№ ${at} көшені жөндеп, жарық тартып, арықтарды жыл соңына дейін жасау`,
      en: `Repair street no. ${at}, light it and dig its ditches by the end of the year`,
    },
    quote: `Улицу № ${at} мы отремонтируем, освещение проведём, арыки устроим: деньги в бюджете предусмотрены`,
    topic: TOPICS[at % TOPICS.length] ?? 'other',
    areaId: `area-${office}-of-town`,
    personId: `person-${office}-${at % HOLDERS}`,
    postId: `akim-${office}`,
    saidOn: day,
    dueOn: '2026',
    source: SOURCE,
  });
}

function statusEvent(at: number, day: string) {
  const status = (['inProgress', 'kept', 'stalled', 'broken'] as const)[at % 4] ?? 'kept';
  const record: StatusEvent = {
    id: `e-${at}`,
    promiseId: `p-${at}`,
    status,
    on: day,
    sources: [SOURCE],
    recordedAt: `${day}T04:00:00.000Z`,
  };
  return placed('statusEvent', record);
}

function firstRecords(): Placed[] {
  return [
    placed('area', area),
    ...count(OFFICES).flatMap((at): Placed[] => [
      placed('area', {
        ...area,
        id: `area-${at}-of-town`,
        parentId: area.id,
        name: { ru: `Округ № ${at}` },
      }),
      placed('post', post(at)),
      ...count(HOLDERS).flatMap((holder): Placed[] => [
        placed('person', person(at, holder)),
        placed('membership', membership(at, holder)),
      ]),
    ]),
  ];
}

/** A day's clips as contributors sent them and editors decided: one in eight becomes a promise. */
const CLIPS_OF_A_DAY = `
with sent as (
  select $1::int * ${CLIPS_A_DAY} + n as at, n from generate_series(1, ${CLIPS_A_DAY}) as n
), taken as (
  insert into clip (id, dataset, author, body, body_sha256, state, reason, received_on, decided_at)
  select '01936b1e-7c00-7abc-8def-' || lpad(to_hex(at), 12, '0'), 'tt',
         encode(sha256(('author ' || at % ${AUTHORS})::bytea), 'hex'),
         replace($3, 'каблиса', md5(at::text)), encode(sha256(at::text::bytea), 'hex'),
         case when n % 8 = 0 then 'accepted' else 'rejected' end,
         case when n % 8 = 0 then null else 'в источнике нет такого обещания' end,
         $2, $2 || 'T15:00:00.000Z'
    from sent returning id, state, reason
)
insert into decision (at, actor, action, subject, reason)
select $2 || 'T15:00:00.000Z', 'editor-1', state, id, reason from taken`;

const BODY = JSON.stringify({
  ...clipBody,
  text: { ru: 'Починить дорогу на улице каблиса до осени' },
});

async function oneDay(store: Store, at: number, signer: Signer): Promise<void> {
  const now = new Date(FIRST_DAY + at * 86_400_000);
  const day = now.toISOString().slice(0, 10);
  await store.query(CLIPS_OF_A_DAY, [at, day, BODY]);
  const upTo = (days: number) => Math.floor((PROMISES * days) / DAYS);
  const records: Placed[] = [];
  for (let n = upTo(at); n < upTo(at + 1); n += 1) {
    records.push(promise(n, day));
    // What was said half a year ago has become something by now, or is looked at today.
    records.push(statusEvent(n, day));
  }
  await importFolder(store, folder(records));
  await publish(store, 'tt', { signer, now: () => now, guard: null });
}

async function lastRev(store: Store): Promise<number> {
  const [last] = await store.query<{ rev: number }>('select max(to_rev)::int as rev from segment');
  return last?.rev ?? 0;
}

/** Fills a store as five years of a small town do, a publication a day. Answers the numbers of what is there. */
export async function liveFiveYears(
  store: Store,
  signer: Signer,
): Promise<Pick<Town, 'clips' | 'records' | 'yearAgo'>> {
  await store.query(
    `insert into token (hash, scope, made_on)
     select encode(sha256(('author ' || n)::bytea), 'hex'), 'clip', '2021-11-29'
       from generate_series(0, ${AUTHORS - 1}) as n`,
  );
  await importFolder(store, folder(firstRecords()));
  let yearAgo = 0;
  for (let at = 0; at < DAYS; at += 1) {
    await oneDay(store, at, signer);
    if (at === DAYS - A_YEAR) yearAgo = await lastRev(store);
  }
  const records = 1 + OFFICES * (2 + 2 * HOLDERS) + 2 * PROMISES;
  return { clips: DAYS * CLIPS_A_DAY, records, yearAgo };
}
