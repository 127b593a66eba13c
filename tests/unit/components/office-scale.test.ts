import { describe, expect, it } from 'vitest';
import { entriesOf, pictureOf, pictureSteps } from '@/components/ledger/office-scale';
import { indexLedger } from '@/lib/ledger/lookups';
import { postBook } from '@/lib/ledger/post-book';
import type { Ledger } from '@/lib/ledger/records';
import { A_STEP } from '@/lib/ledger/steps';
import { held, ledgerOf, said } from '../ledger/build';
import { starterLedger } from './starter-ledger';

const TODAY = '2026-11-25';

function pictured(ledger: Ledger, postId: string) {
  const book = postBook(indexLedger(ledger), postId, { day: TODAY, today: TODAY });
  if (book === null) throw new Error(`${postId} is not in the ledger`);
  return { book, picture: pictureOf(book) };
}

const LEDGER = starterLedger();
const POSTS = [...new Set(LEDGER.promises.map((promise) => promise.postId))];

describe('the office picture', () => {
  it.each(POSTS)('%s: every promise is a line or counted as undated', (postId) => {
    const { book, picture } = pictured(LEDGER, postId);
    expect(picture.lines.length + picture.undated.length).toBe(entriesOf(book).length);
  });

  it.each(POSTS)('%s: everything lies inside, and no line ends before it begins', (postId) => {
    const { picture } = pictured(LEDGER, postId);
    for (const { from, to, due, crossings } of picture.lines) {
      expect(from).toBeLessThanOrEqual(to);
      for (const at of [from, to, due ?? 0, ...crossings]) {
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(100);
      }
      for (const at of crossings) expect(at).toBeGreaterThan(from);
    }
    for (const band of picture.bands) expect(band.left + band.width).toBeLessThanOrEqual(100.001);
  });

  it('has bands that neither overlap nor leave their order', () => {
    const { picture } = pictured(LEDGER, 'akim-710000000');
    const lefts = picture.bands.map((band) => band.left);
    expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
    expect(picture.bands.map((band) => band.state)).toContain('unknown');
  });

  it('ends an open promise today and a closed one on the day that closed it', () => {
    const { picture } = pictured(LEDGER, 'akim-710000000');
    const lineOf = (id: string) => picture.lines.find(({ entry }) => entry.promise.id === id);
    const today = picture.today ?? 100;
    expect(lineOf('kz-p46')?.to).toBeCloseTo(today);
    expect(lineOf('kz-p05')?.to).toBeLessThan(today);
  });

  it('crosses from holder to holder: a promise of 2015 is handed on five times', () => {
    const { picture } = pictured(LEDGER, 'akim-710000000');
    const line = picture.lines.find(({ entry }) => entry.promise.id === 'kz-p46');
    // Issekeshev, Sultanov, Kulginov, nobody established, Kassymbek.
    expect(line?.crossings).toHaveLength(5);
  });

  it('stretches for a term that is still to come, and shows today then', () => {
    const later: Ledger = {
      ...LEDGER,
      promises: LEDGER.promises.map((one) =>
        one.id === 'kz-p61' ? { ...one, dueOn: '2027-06' } : one,
      ),
    };
    expect(pictured(later, 'akim-710000000').picture.today).toBeLessThan(100);
    expect(pictured(LEDGER, 'akim-710000000').picture.today).toBeNull();
  });
});

describe('the picture of an office of many promises', () => {
  const MANY = 5_000;
  const ledger = ledgerOf({
    memberships: [held('a', { startDate: '2019-01-01' })],
    promises: Array.from({ length: MANY }, (_, n) =>
      said(`x${n}`, 'a', { dueOn: '2024-09', repeatsId: n === 0 ? null : `x${n - 1}` }),
    ),
  });

  it('is laid out in steps that may be broken off', () => {
    const { book } = pictured(ledger, 'p');
    const steps = pictureSteps(book, entriesOf(book));
    let count = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) count += 1;
    // The range, the lines, their places, the repeats.
    expect(count).toBeGreaterThanOrEqual(4 * Math.floor(MANY / A_STEP));
    expect(step.value.lines).toHaveLength(MANY);
  });
});
