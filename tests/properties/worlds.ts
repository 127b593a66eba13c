import fc from 'fast-check';
import type {
  Area,
  Ledger,
  Lineage,
  Membership,
  Pledge,
  Post,
  Reply,
  Source,
  Stance,
  StatusEvent,
} from '@/lib/ledger/records';
import { STATUSES } from '@/lib/ledger/records';
import { area, event, ledgerOf, post, said } from '../unit/ledger/build';

/** Small invented ledgers with everything that can go wrong in a large one, faults of the data among it. */

const PERSONS = ['pa', 'pb', 'pc', 'pd'];
const POSTS = ['p0', 'p1', 'p2', 'p3'];
const AREAS = ['a0', 'a1', 'a2', 'a3', 'a4', 'a5'];
const YEARS = { min: 2015, max: 2023 };

const two = (n: number): string => String(n).padStart(2, '0');

export const days: fc.Arbitrary<string> = fc
  .tuple(fc.integer(YEARS), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`);

/** Days, months and years; days are the most, as in the starter ledger. */
export const partialDates: fc.Arbitrary<string> = fc
  .tuple(days, fc.constantFrom(4, 7, 7, 10, 10, 10, 10))
  .map(([day, length]) => day.slice(0, length));

const maybeDate = fc.option(partialDates, { freq: 2 });

const sources: fc.Arbitrary<readonly Source[]> = fc.constantFrom(
  [{ url: 'https://news.example/1' }],
  [{ url: 'https://news.example/1' }],
  [{ url: 'https://www.copy.example/2' }],
  [{ url: 'https://copy.example/2' }, { url: 'https://news.example/1' }],
  [],
);

const memberships: fc.Arbitrary<readonly Membership[]> = fc
  .array(
    fc.record({
      personId: fc.constantFrom(...PERSONS),
      postId: fc.constantFrom(...POSTS),
      startDate: maybeDate,
      endDate: maybeDate,
      attestedOn: fc.array(partialDates, { maxLength: 2 }),
      follows: fc.option(fc.nat({ max: 9 }), { freq: 3 }),
      acting: fc.boolean().map((acting) => acting),
      sources,
    }),
    { maxLength: 10 },
  )
  .map((list) =>
    list.map(({ follows, ...rest }, i) => ({
      id: `m${i}`,
      ...rest,
      followsId: follows === null || follows === i ? null : `m${follows}`,
    })),
  );

const areas: fc.Arbitrary<readonly Area[]> = fc
  .array(fc.nat({ max: 5 }), { minLength: AREAS.length, maxLength: AREAS.length })
  .map((parents) =>
    AREAS.map((id, i) => {
      const parent = parents[i] ?? 0;
      return area(id, { parentId: parent < i ? `a${parent}` : null });
    }),
  );

const lineages: fc.Arbitrary<readonly Lineage[]> = fc
  .array(
    fc.record({
      from: fc.nat({ max: 3 }),
      to: fc.nat({ max: 3 }),
      date: partialDates,
      kind: fc.constantFrom('renamed', 'split', 'split', 'split', 'merged'),
      areaIds: fc.uniqueArray(fc.constantFrom(...AREAS), { maxLength: 3 }),
    }),
    { maxLength: 4 },
  )
  .map((list) =>
    list.flatMap(({ from, to, ...rest }, i) =>
      from === to ? [] : [{ id: `l${i}`, fromPostId: `p${from}`, toPostId: `p${to}`, ...rest }],
    ),
  );

const posts: fc.Arbitrary<readonly Post[]> = fc.tuple(
  ...POSTS.map((id, i) =>
    fc
      .record({
        startDate: fc.option(partialDates, { freq: 1 }),
        endDate: fc.option(partialDates, { freq: 1 }),
      })
      .map((life) => post(id, { areaId: `a${i}`, ...life })),
  ),
);

const promises: fc.Arbitrary<readonly Pledge[]> = fc
  .array(
    fc.record({
      personId: fc.option(fc.constantFrom(...PERSONS), { freq: 4 }),
      postId: fc.constantFrom(...POSTS),
      areaId: fc.option(fc.constantFrom(...AREAS), { freq: 3 }),
      boundTo: fc.constantFrom('post', 'post', 'post', 'person'),
      saidOn: fc.option(partialDates, { freq: 3 }),
      dueOn: maybeDate,
      publishedOn: maybeDate,
      repeats: fc.option(fc.nat({ max: 7 }), { freq: 1 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) =>
    list.map(({ personId, publishedOn, repeats, ...rest }, i) =>
      said(`x${i}`, personId, {
        ...rest,
        repeatsId: repeats === null ? null : `x${repeats}`,
        source: {
          url: i % 3 === 0 ? 'https://copy.example/3' : 'https://news.example/3',
          ...(publishedOn === null ? {} : { publishedOn }),
        },
      }),
    ),
  );

const statusEvents: fc.Arbitrary<readonly StatusEvent[]> = fc
  .array(
    fc.record({
      promise: fc.nat({ max: 7 }),
      status: fc.constantFrom(...STATUSES),
      on: partialDates,
      corrects: fc.option(fc.nat({ max: 9 }), { freq: 1 }),
    }),
    { maxLength: 10 },
  )
  .map((list) =>
    list.map(({ promise, status, on, corrects }, i) =>
      event(`x${promise}`, status, on, {
        id: `e${i}`,
        ...(corrects === null ? {} : { correctsId: `e${corrects}` }),
      }),
    ),
  );

const stances: fc.Arbitrary<readonly Stance[]> = fc
  .array(
    fc.record({
      promise: fc.nat({ max: 7 }),
      membership: fc.nat({ max: 9 }),
      stance: fc.constantFrom('renewed', 'acknowledged', 'disclaimed'),
      on: partialDates,
    }),
    { maxLength: 3 },
  )
  .map((list) =>
    list.map(({ promise, membership, ...rest }, i) => ({
      id: `s${i}`,
      promiseId: `x${promise}`,
      membershipId: `m${membership}`,
      sources: [],
      ...rest,
    })),
  );

const replies: fc.Arbitrary<readonly Reply[]> = fc
  .array(fc.record({ promise: fc.nat({ max: 7 }), on: partialDates }), { maxLength: 2 })
  .map((list) =>
    list.map(({ promise, on }, i) => ({
      id: `r${i}`,
      promiseId: `x${promise}`,
      postId: 'p0',
      on,
      text: { ru: 'Ответ' },
      sources: [],
    })),
  );

/** A whole invented ledger. */
export const worlds: fc.Arbitrary<Ledger> = fc
  .record({ areas, posts, memberships, lineages, promises, statusEvents, stances, replies })
  .map((parts) =>
    ledgerOf({ ...parts, weakSources: [{ host: 'copy.example', why: 'an invented copy' }] }),
  );

/** The same records in another order. */
export function shuffled(ledger: Ledger, seed: number): Ledger {
  const mixed = Object.entries(ledger).map(([list, records]) => [
    list,
    // A fixed scramble by a seed: what matters is only that the order is another one.
    [...records]
      .map((record, i) => ({ record, key: ((i + 1) * 2654435761 * (seed + 1)) % 4294967291 }))
      .sort((a, b) => a.key - b.key)
      .map(({ record }) => record),
  ]);
  // The lists are those of the ledger.
  return Object.fromEntries(mixed) as Ledger;
}
