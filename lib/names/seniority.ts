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
  const next = reading.document.tokens[at + 1];
  if (!next || next.block !== reading.document.tokens[at]?.block) return null;
  const word = next.rules.seniority.find(([one]) => next.skeleton.startsWith(fold(one)));
  if (!word) return null;
  const found = hits.filter(({ person }) =>
    hits.some((other) =>
      word[1] === 'elder' ? isChildOf(other.person, person) : isChildOf(person, other.person),
    ),
  );
  const [only, second] = found;
  return only && !second ? only : null;
}
