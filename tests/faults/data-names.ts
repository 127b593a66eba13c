import { checkLedger } from '@/lib/ledger/faults';
import { indexLedger } from '@/lib/ledger/lookups';
import { personBook } from '@/lib/ledger/person-book';
import { postBook } from '@/lib/ledger/post-book';
import type { Ledger } from '@/lib/ledger/records';
import { ledgerOf, person } from '../unit/ledger/build';
import { DAYS, type DataRow, FREEZE_MS, PLAIN, rowOf } from './data-row';
import { hostile, ledgerSaying, received, SOUND } from './hostile-ledger';

interface Invisible {
  readonly text: string;
  readonly clean: string;
  readonly why: string;
}

/** The family name of a person as it comes out of the wire; null: refused. */
function nameReceived(family: string): string | null {
  const name = { ru: { family, given: 'Жолан' } };
  const parsed = received('person', { ...SOUND.person, name });
  if (!parsed.ok || !('d' in parsed.value) || parsed.value.t !== 'person') return null;
  return parsed.value.d.name.ru?.family ?? null;
}

export function invisible(): DataRow {
  return rowOf({
    limitMs: FREEZE_MS,
    injected: 'invisible and turning characters in a name',
    expected: 'gone; a name of nothing else is refused',
    cases: hostile<Invisible>('invisible.jsonl'),
    named: ({ text, why }) => `${why}: ${JSON.stringify(text)}`,
    holds: ({ text, clean }) => {
      const hidden = Array.from(text)
        .filter((char) => !clean.normalize('NFD').includes(char))
        .join('');
      return nameReceived(text) === clean && (hidden === '' || nameReceived(hidden) === null);
    },
    control: ({ text, clean }) => text.trim() === clean,
  });
}

interface LookAlike {
  readonly word: string;
  readonly flagged: boolean;
  readonly why: string;
}

export function lookAlikes(): DataRow {
  const flags = (word: string): boolean => {
    const one = person('p', { name: { ru: { family: word, given: 'Ж' } } });
    const faults = checkLedger(ledgerOf({ persons: [one] }));
    return faults.some(
      ({ code, field }) => code === 'lookAlikeLetters' && field.endsWith('family'),
    );
  };
  return rowOf({
    limitMs: FREEZE_MS,
    injected: 'names with look-alike letters, and plain ones',
    expected: 'named by the check of the ledger; plain names are not',
    cases: hostile<LookAlike>('look-alikes.jsonl'),
    named: ({ word, why }) => `${word} (${why})`,
    holds: ({ word, flagged }) => flags(word) === flagged,
    control: ({ flagged }) => !flagged,
  });
}

export function ids(): DataRow {
  const book = (ledger: Ledger) =>
    JSON.stringify([
      postBook(indexLedger(ledger), ledger.posts[0]?.id ?? '', DAYS),
      personBook(indexLedger(ledger), ledger.persons[0]?.id ?? '', DAYS),
      checkLedger(ledger),
    ]);
  const renamed = (ledger: Ledger, id: string): Ledger =>
    JSON.parse(JSON.stringify(ledger).replaceAll('"io"', JSON.stringify(id)));
  const plain = book(ledgerSaying(PLAIN));
  // A book kept by plain objects, as the control, finds what every object has by itself.
  const naive: Record<string, unknown> = {};
  return rowOf({
    limitMs: FREEZE_MS,
    injected: 'ids that are names of every object, and paths',
    expected: 'they work as any other id, and no object gains a field',
    cases: hostile<{ readonly id: string }>('ids.jsonl').map(({ id }) => id),
    named: String,
    holds: (id) => {
      const parsed = received('promise', { ...SOUND.promise, id, postId: id }, id);
      const before = Object.getOwnPropertyNames(Object.prototype).length;
      const mine = book(renamed(ledgerSaying(PLAIN), id));
      const back = mine.replaceAll(JSON.stringify(id), '"io"').replaceAll(`post ${id}`, 'post io');
      return (
        parsed.ok &&
        back === plain &&
        Object.getOwnPropertyNames(Object.prototype).length === before
      );
    },
    control: (id) => naive[id] === undefined,
  });
}
