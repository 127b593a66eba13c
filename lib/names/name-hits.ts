import { CASE } from '@/lib/language/rules';
import type { Person } from '@/lib/ledger/records';
import { type Bearer, bearersOf, looksLikePatronymic } from './name-forms';
import { isGivenName, type NameGroup, wordIn } from './name-groups';
import { readLeft, readRight } from './name-sides';
import type { Reading } from './reading';
import { IGNORED, NOTHING, type SideReading } from './side-reading';
import type { TextDocument } from './text-document';

/** How the words around a surname speak of a listed person. */
export type HitKind = 'full' | 'initials' | 'bare' | 'conflict';

/** A listed person's surname in the text, with what stands beside it; tokens, end exclusive. */
export interface NameHit {
  readonly person: Person;
  readonly kind: HitKind;
  readonly surnameAt: number;
  readonly from: number;
  readonly to: number;
  /** Cases of the surname's form. */
  readonly mask: number;
  readonly hasPatronymic: boolean;
}

/** Every listed person whose surname a word of the group may be. */
export function hitsOfGroup(reading: Reading, group: NameGroup): NameHit[] {
  const { document, knowledge } = reading;
  const hits: NameHit[] = [];
  for (let at = group.from; at < group.to; at += 1) {
    const token = document.tokens[at];
    if (!token || token.shape === 'initial') continue;
    for (const bearer of bearersOf(knowledge, token)) hits.push(hitOf(reading, group, bearer, at));
  }
  return hits;
}

function hitOf(reading: Reading, group: NameGroup, { person, mask }: Bearer, at: number): NameHit {
  // A word with no other beside it has nothing to be read.
  if (group.to - group.from === 1)
    return {
      person,
      kind: 'bare',
      surnameAt: at,
      from: at,
      to: at + 1,
      mask,
      hasPatronymic: false,
    };
  const before = readLeft(reading, group, person, at, mask);
  // In Kazakh the last word alone is inflected: after a case ending the name is over.
  const isOver =
    reading.document.tokens[at]?.rules.agreement === 'last' && (mask & CASE.nominative) === 0;
  const right = isOver ? NOTHING : readRight(reading, group, { person, mask }, at);
  const left = isOutweighed(reading, group, at, before, right) ? IGNORED : before;
  const isSideLeft = left.kind === 'given' || left.kind === 'initials' || left === right;
  const side = isSideLeft ? left : right;
  return {
    person,
    kind: kindOf(reading.document, left, right, at, mask),
    surnameAt: at,
    from: isSideLeft ? at - side.taken : at,
    to: isSideLeft ? at + 1 : at + 1 + side.taken,
    mask: sharedMask(reading.document, side, at, mask),
    hasPatronymic: side.hasPatronymic,
  };
}

/** The cases of the whole name, where all its words are inflected: «Давид Саишвили» is a nominative. */
function sharedMask(document: TextDocument, side: SideReading, at: number, mask: number): number {
  const mustAgree = side.kind === 'given' && document.tokens[at]?.rules.agreement === 'all';
  return mustAgree && (side.mask & mask & CASE.any) !== 0 ? side.mask & mask : mask;
}

/** «Китая Чэнь Дэмин»: his own given name on the right outweighs an unknown word on the left. */
function isOutweighed(
  reading: Reading,
  group: NameGroup,
  at: number,
  left: SideReading,
  right: SideReading,
): boolean {
  return left.kind === 'conflict' && right.kind === 'given' && !isNamedBefore(reading, group, at);
}

/** Whether a given name, initials or a patronymic stand before a surname. */
function isNamedBefore({ document }: Reading, group: NameGroup, at: number): boolean {
  const before = wordIn(document, group, at - 1);
  return (
    before !== undefined &&
    (before.shape === 'initial' || isGivenName(before) || looksLikePatronymic(before))
  );
}

function kindOf(
  document: TextDocument,
  left: SideReading,
  right: SideReading,
  at: number,
  mask: number,
): HitKind {
  if (left.kind === 'conflict') return 'conflict';
  if (left.kind !== 'given' && left.kind !== 'initials' && right.kind === 'conflict')
    return 'conflict';
  const token = document.tokens[at];
  const side = sideOf(left, right, 'given');
  if (side) {
    const mustAgree = token?.rules.agreement === 'all';
    return mustAgree && (side.mask & mask) === 0 ? 'conflict' : 'full';
  }
  return sideOf(left, right, 'initials') ? 'initials' : 'bare';
}

/** The side that is of a kind, the left one first. */
function sideOf(
  left: SideReading,
  right: SideReading,
  kind: SideReading['kind'],
): SideReading | null {
  if (left.kind === kind) return left;
  return right.kind === kind ? right : null;
}
