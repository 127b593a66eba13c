import { ENOUGH, evidenceIn } from './likeness-evidence';
import { type Facts, type Matter, type ReadMatter, readMatter } from './likeness-facts';
import { mayBeOneArea, unknownNames } from './likeness-names';
import { thingsOfBoth } from './likeness-things';
import { groupsOf, isWordChanged } from './likeness-wording';

/** What decided: the first ground against, or that for. */
export type LikenessGround =
  | 'area'
  | 'name'
  | 'number'
  | 'object'
  | 'deed'
  | 'unknown'
  | 'sameObject'
  | 'sameWords';

export interface Likeness {
  readonly same: boolean;
  readonly why: LikenessGround;
}

function areDeedsApart(a: Facts, b: Facts): boolean {
  // Another stage of the same thing: its design is not the thing built.
  if (a.deeds.has('design') !== b.deeds.has('design')) return true;
  const [ofA, ofB] = [groupsOf(a.deeds), groupsOf(b.deeds)];
  return ofA.length > 0 && ofB.length > 0 && !ofA.some((group) => ofB.includes(group));
}

/** The first of the particulars in which the two cannot be one matter. */
function particularsApart(a: ReadMatter, b: ReadMatter): LikenessGround | null {
  if (!mayBeOneArea(a, b)) return 'area';
  const [namesA, namesB] = [unknownNames(a, b), unknownNames(b, a)];
  // In one language the wordings tell; across languages a name may open both sentences.
  const isSure =
    a.matter.lang !== b.matter.lang ||
    namesA.some((one) => !a.facts.opening.has(one)) ||
    namesB.some((one) => !b.facts.opening.has(one));
  if (namesA.length > 0 && namesB.length > 0 && isSure) return 'name';
  const onlyIn = (from: Facts, to: Facts): boolean =>
    [...from.numbers].some((one) => !to.numbers.has(one));
  return onlyIn(a.facts, b.facts) && onlyIn(b.facts, a.facts) ? 'number' : null;
}

/**
 * Whether two promises are of the same matter, from text, language, area and day alone. Names and numbers of one may be
 * missing in the other (a part of a named whole), but may not differ, nor may the deeds, nor the one word in which two
 * wordings differ; then what both say must be enough evidence. Symmetric.
 */
export function compareMatters(a: ReadMatter, b: ReadMatter): Likeness {
  const apart = particularsApart(a, b);
  if (apart !== null) return { same: false, why: apart };
  // Most of a ledger's promises are of other things: that is told first.
  const inB = evidenceIn(a, b);
  const inA = inB === null ? null : evidenceIn(b, a);
  if (inB === null || inA === null) return { same: false, why: 'object' };
  const isOneLang = a.matter.lang === b.matter.lang;
  if (isOneLang && isWordChanged(a.facts, b.facts)) return { same: false, why: 'object' };
  if (areDeedsApart(a.facts, b.facts)) return { same: false, why: 'deed' };
  const knowsThing = thingsOfBoth(a.facts, b.facts).both.length > 0;
  if (Math.min(inB, inA) < ENOUGH) return { same: false, why: knowsThing ? 'object' : 'unknown' };
  return { same: true, why: knowsThing ? 'sameObject' : 'sameWords' };
}

/** `compareMatters` of two promises that are not read yet. */
export function isSameMatter(a: Matter, b: Matter): Likeness {
  return compareMatters(readMatter(a), readMatter(b));
}
