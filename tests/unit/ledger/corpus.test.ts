import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answersOn } from '@/lib/ledger/answers';
import type { BookEntry } from '@/lib/ledger/books';
import { checkLedger } from '@/lib/ledger/faults';
import { holderOn } from '@/lib/ledger/holders';
import { EMPTY_LEDGER, indexLedger, type LedgerIndex } from '@/lib/ledger/lookups';
import { personBook } from '@/lib/ledger/person-book';
import { postBook } from '@/lib/ledger/post-book';
import type { Ledger } from '@/lib/ledger/records';
import { repeatChain } from '@/lib/ledger/repeats';

/** Whole ledgers with what the rules make of them, written by hand; a case is a folder with `expected.json`. */
interface Expected {
  readonly about: string;
  /** Folder of the ledger, from that of the case. */
  readonly ledger: string;
  readonly holders: readonly (readonly [postId: string, day: string, told: string, why: string])[];
  readonly answers: readonly (readonly [promiseId: string, day: string, told: readonly string[]])[];
  readonly persons: readonly ({ readonly personId: string } & Partial<ExpectedBook>)[];
  readonly posts: readonly ({ readonly postId: string } & Partial<ExpectedBook>)[];
  /** `code kind id field otherId` of every error. */
  readonly faults?: readonly string[];
  /** Ids of a chain, and the days slipped in sum. */
  readonly chains?: readonly (readonly [ids: readonly string[], slippedDays: number | null])[];
}

interface ExpectedBook {
  readonly day: string | null;
  readonly made: readonly string[];
  readonly inherited: readonly string[];
  readonly left: readonly string[];
  readonly closed: readonly string[];
  readonly outside: readonly string[];
  readonly unclear: readonly string[];
  readonly open: readonly string[];
  readonly moved: readonly string[];
  readonly overdue: number;
  readonly passedUnchecked: number;
  readonly holders: readonly string[];
  readonly unordered: readonly (readonly string[])[];
}

const CORPUS = new URL('../../corpus/ledger/', import.meta.url);
const LISTS = Object.keys(EMPTY_LEDGER);

function json(url: URL): unknown {
  return JSON.parse(readFileSync(url, 'utf8'));
}

function readLedger(dir: URL): Ledger {
  const entries = LISTS.map((list) => {
    const url = new URL(`${list}.json`, dir);
    return [list, existsSync(url) ? json(url) : []];
  });
  // The folders are checked by their case, or by the tracker's own tests.
  return Object.fromEntries(entries) as Ledger;
}

const ids = (entries: readonly BookEntry[]) => entries.map((e) => e.promise.id);

/** A day of a book without one: past everything that the case says. */
const LAST_DAY = '2026-11-22';

function toldPerson(index: LedgerIndex, personId: string, day: string | null) {
  const book = personBook(index, personId, { day, today: day ?? LAST_DAY });
  if (!book) throw new Error(`no person ${personId}`);
  return {
    made: ids(book.made),
    inherited: ids(book.inherited),
    left: ids(book.left),
    closed: ids(book.closed),
    outside: ids(book.outside),
    unclear: ids(book.unclear),
    overdue: book.gist.overdue,
    passedUnchecked: book.gist.passedUnchecked,
  };
}

function toldPost(index: LedgerIndex, postId: string, day: string | null) {
  const book = postBook(index, postId, { day, today: day ?? LAST_DAY });
  if (!book) throw new Error(`no post ${postId}`);
  return {
    open: ids(book.open),
    closed: ids(book.closed),
    outside: ids(book.outside),
    moved: ids(book.moved),
    overdue: book.gist.overdue,
    passedUnchecked: book.gist.passedUnchecked,
    holders: book.holders.map((h) => h.membership.personId),
    unordered: book.unordered.map((g) => g.map((h) => h.membership.personId)),
  };
}

const EMPTY_PERSON = {
  made: [],
  inherited: [],
  left: [],
  closed: [],
  outside: [],
  unclear: [],
  overdue: 0,
  passedUnchecked: 0,
};
const EMPTY_POST = { open: [], closed: [], outside: [], moved: [], overdue: 0, passedUnchecked: 0 };

describe.each(readdirSync(CORPUS))('the case %s', (name) => {
  const dir = new URL(`${name}/`, CORPUS);
  // Written by hand in this shape.
  const expected = json(new URL('expected.json', dir)) as Expected;
  const ledger = readLedger(new URL(`${expected.ledger}/`, dir));
  const index = indexLedger(ledger);

  test.each(expected.holders)('the post %s is on %s: %s (%s)', (postId, day, told) => {
    const { state, personId } = holderOn(index, postId, day);
    expect([state, personId].filter(Boolean).join(' ')).toBe(told);
  });

  test.each(expected.answers)('%s is answered on %s by %j', (promiseId, day, told) => {
    const promise = index.promises.get(promiseId);
    if (!promise) throw new Error(`no promise ${promiseId}`);
    const answers = answersOn(index, promise, day);
    expect(
      answers.map((a) => [a.postId, a.relation, a.personId].filter(Boolean).join(' ')),
    ).toEqual(told);
  });

  test.each(expected.persons)('the book of $personId on $day', ({ personId, day, ...lists }) => {
    expect(toldPerson(index, personId, day ?? null)).toEqual({ ...EMPTY_PERSON, ...lists });
  });

  test.each(expected.posts)('the book of $postId on $day', ({ postId, day, ...lists }) => {
    expect(toldPost(index, postId, day ?? null)).toMatchObject({ ...EMPTY_POST, ...lists });
  });

  test('its errors are these', () => {
    const errors = checkLedger(ledger).filter((f) => f.severity === 'error');
    const told = errors.map((f) =>
      [f.code, f.kind, f.id, f.field, f.otherId].filter(Boolean).join(' '),
    );
    expect(new Set(told)).toEqual(new Set(expected.faults ?? []));
  });

  test.each(expected.chains ?? [])('the chain %j slips by %s days', (chain, slippedDays) => {
    const promise = index.promises.get(chain[0] ?? '');
    if (!promise) throw new Error(`no promise ${chain[0]}`);
    const told = repeatChain(index, promise);
    expect(told.links.map((l) => l.promise.id)).toEqual(chain);
    expect(told.slippedDays).toBe(slippedDays);
  });
});
