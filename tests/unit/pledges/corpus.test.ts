import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Lang } from '@/lib/ledger/records';
import { readDeadline } from '@/lib/pledges/deadline';
import { compareMatters } from '@/lib/pledges/likeness';
import { readMatter } from '@/lib/pledges/likeness-facts';
import { readSpeech } from '@/lib/pledges/speech';

function rows<Row>(folder: string): Row[] {
  const url = new URL(`../../corpus/${folder}/own.jsonl`, import.meta.url);
  // The files' shapes are those of their README.
  return readFileSync(url, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

interface Side {
  text: string;
  lang: Lang;
  saidOn: string;
  areaId: string;
}

/** The share of rows that hold. */
function share<Row>(all: readonly Row[], holds: (row: Row) => boolean): number {
  return all.filter(holds).length / all.length;
}

describe('the goals, on the own sets', () => {
  test('deadlines: 95 % exact, none where there is none', () => {
    const all = rows<{ text: string; saidOn: string; lang: Lang; dueOn: string | null }>(
      'deadlines',
    );
    const read = (row: (typeof all)[number]): string | null =>
      readDeadline(row.text, { saidOn: row.saidOn, lang: row.lang })?.dueOn ?? null;
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(share(all, (row) => read(row) === row.dueOn)).toBeGreaterThanOrEqual(0.95);
    const none = all.filter((row) => row.dueOn === null);
    expect(none.filter((row) => read(row) !== null)).toEqual([]);
  });

  test('speech: promises with precision 95 % and recall 90 %', () => {
    const all = rows<{ text: string; context: string; lang: Lang; label: string }>('speech');
    const isRead = (row: (typeof all)[number]): boolean =>
      readSpeech(row.text, row.context, row.lang).label === 'promise';
    const isGold = (row: (typeof all)[number]): boolean => row.label === 'promise';
    expect(share(all.filter(isRead), isGold)).toBeGreaterThanOrEqual(0.95);
    expect(share(all.filter(isGold), isRead)).toBeGreaterThanOrEqual(0.9);
  });

  test('repeats: precision 95 %, recall 80 %, the same both ways round', () => {
    const all = rows<{ a: Side; b: Side; same: boolean }>('repeats').map(({ a, b, same }) => {
      const [readA, readB] = [readMatter(a), readMatter(b)];
      const read = compareMatters(readA, readB).same;
      return { same, read, readBack: compareMatters(readB, readA).same };
    });
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(
      share(
        all.filter((row) => row.read),
        (row) => row.same,
      ),
    ).toBeGreaterThanOrEqual(0.95);
    expect(
      share(
        all.filter((row) => row.same),
        (row) => row.read,
      ),
    ).toBeGreaterThanOrEqual(0.8);
    expect(all.filter(({ read, readBack }) => read !== readBack)).toEqual([]);
  }, 180_000);
});
