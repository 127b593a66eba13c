import { useEffect, useState } from 'react';
import type { CorrectionRow } from '@/components/options/corrections-section';
import { nameIn } from '@/components/text';
import type { Lang } from '@/lib/ledger/records';
import { allCorrections, type Correction, takeBack } from '@/lib/messaging/corrections';
import type { CacheReader } from '@/lib/storage/cache';

async function rowsOf(
  corrections: readonly Correction[],
  cache: CacheReader,
  lang: Lang,
): Promise<readonly CorrectionRow[]> {
  const ids = [...new Set(corrections.map(({ personId }) => personId))];
  const persons = await cache.gazetteer().persons(ids);
  const names = new Map(persons.map((person) => [person.id, nameIn(person, lang)]));
  return corrections.map((one) => ({ ...one, name: names.get(one.personId) ?? one.personId }));
}

const report = (error: unknown) => console.error('[uade] corrections', error);

/** The reader's corrections in words, and how one is taken back. */
export function useCorrections(
  cache: CacheReader,
  lang: Lang,
): [readonly CorrectionRow[], (row: CorrectionRow) => void] {
  const [rows, setRows] = useState<readonly CorrectionRow[]>([]);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    allCorrections()
      .then((corrections) => rowsOf(corrections, cache, lang))
      .then(setRows, report);
    // `turn` reads again.
  }, [cache, lang, turn]);
  return [rows, (row) => void takeBack(row).then(() => setTurn((now) => now + 1), report)];
}

/** The corrections as a file for the tracker's people: ids and addresses, nothing of the reader. */
export function correctionFile(rows: readonly CorrectionRow[]): Blob {
  const corrections = rows.map(({ personId, name, where }) => ({ personId, name, where }));
  return new Blob([`${JSON.stringify({ format: 1, corrections }, null, 2)}\n`], {
    type: 'application/json',
  });
}
