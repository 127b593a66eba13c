import { LANGUAGES } from '@/lib/language/languages';
import type { PartialDate } from '@/lib/ledger/records';
import type { Cast } from './cast';
import type { NameContext } from './context';
import type { NameHit } from './name-hits';
import type { Occurrence } from './occurrences';
import type { Reading } from './reading';
import { isTainted, type Tainted } from './taint';
import { mayHold } from './tenure';
import { isWeakWord } from './unanchored-names';

/** «О результатах доложат Токаеву»: the one bearer heads the state or its government, whom nobody need introduce. */
export function headOfState(
  reading: Reading,
  { at, context }: Occurrence,
  hits: readonly NameHit[],
  anchored: readonly NameHit[],
  cast: Cast,
  tainted: Tainted,
  date: PartialDate | null,
): NameHit | null {
  const token = reading.document.tokens[at];
  const [only, second] = hits;
  if (anchored.length > 0 || !token || !only || second || isToldElse(context)) return null;
  if (Number.isFinite(cast.firstRivalOf(token, false))) return null;
  if (isTainted(reading, at, only, tainted) || isWeakWord(reading, at)) return null;
  const { membershipsByPerson, posts } = reading.knowledge;
  const held = membershipsByPerson.get(only.person.id) ?? [];
  const heads = held.filter(({ postId }) => HEADS.has(posts.get(postId)?.role ?? ''));
  return date !== null && heads.some((one) => mayHold(one, date)) ? only : null;
}

const isToldElse = ({ markers, isAfterPlaceWord, originAt, belongsAt }: NameContext): boolean =>
  markers.size > 0 || isAfterPlaceWord || originAt >= 0 || belongsAt >= 0;

/** Roles that a title names without an area: the head of state, the head of government. */
const HEADS: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap(({ titles }) => titles)
    .filter(({ unique }) => unique === true)
    .flatMap(({ roles }) => roles),
);
