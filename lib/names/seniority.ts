import { fold, stem } from '@/lib/language/fold';
import type { Person } from '@/lib/ledger/records';
import type { NameHit } from './name-hits';
import { aliasesOf } from './person-names';
import type { Reading } from './reading';

/** Whether one person's patronymic is made of the other's given name: Қайрат, Алмас Қайратұлы. */
function isChildOf(child: Person, parent: Person): boolean {
  return aliasesOf(child).some(({ patronymic }) =>
    patronymic === undefined
      ? false
      : aliasesOf(parent).some(
          ({ given }) => given !== '' && fold(patronymic).startsWith(stem(fold(given))),
        ),
  );
}

/** «Бейсенов-старший»: the bearer whose child another bearer is, or that child; null where nothing is said. */
export function bySeniority(
  reading: Reading,
  at: number,
  hits: readonly NameHit[],
): NameHit | null {
  const word = seniorityOf(reading, at, at + 1) ?? seniorityOf(reading, at, at - 1);
  if (!word) return null;
  const found = hits.filter(({ person }) =>
    hits.some((other) =>
      word === 'elder' ? isChildOf(other.person, person) : isChildOf(person, other.person),
    ),
  );
  const [only, second] = found;
  return only && !second ? only : null;
}

/** «Бейсенов-старший», `the younger Beissenov`: what the word beside a name says of its bearer. */
function seniorityOf(
  { document: { tokens } }: Reading,
  at: number,
  beside: number,
): 'elder' | 'younger' | null {
  const [own, word] = [tokens[at], tokens[beside]];
  if (!own || !word || word.block !== own.block) return null;
  return word.rules.seniority.find(([one]) => word.skeleton.startsWith(fold(one)))?.[1] ?? null;
}
