import type { Fits } from './fits';
import { type LookUpIndex, PART, PARTS, PERSON } from './index-shape';
import type { Match } from './match';
import { qualityOfPostWord } from './place-total';
import { isIn, isOne, type Total, totalOf } from './total';

/** A surname is what people are looked up by; taken off, of 100, for the other parts. */
const PART_LOSS: readonly number[] = [0, 1, 2, 3, 5, 4, 4, 4];
/** A word that says the office of a person found by his name. */
const OFFICE_OF_PERSON_LOSS = 4;
/** An initial or a patronymic that the ledger does not have. */
const UNKNOWN_PART = 80;

/** Words laid on the parts of a name: how well each fits, and which parts are taken, as bits. */
interface Laid {
  readonly qualities: readonly number[];
  /** The worst fit, whatever part of the name it is of. */
  readonly worst: number;
  readonly taken: number;
}

/**
 * Every word on another part of the name, as good as can be; null where two words fit one part only. A patronymic
 * that the ledger does not have may be typed beside the given name; it makes nobody unsure who fits otherwise.
 */
function totalOfName(fits: Fits, person: number, unknown: number): Total | null {
  if (fits.matches.length === 1) return totalOfWord(fits.matches[0], person);
  const mask = fits.persons[person] ?? 0;
  const wanted = fits.words.flatMap((_, at) => (isIn(mask, at) ? [at] : []));
  const laid =
    lay(fits.matches, wanted, person) ??
    lay(
      fits.matches,
      wanted.filter((at) => isIn(fits.needed, at)),
      person,
    );
  if (laid === null || laid.qualities.length === 0) return null;
  const { worst } = laid;
  if (unknown === 0) return { mean: totalOf(laid.qualities).mean, worst };
  if (!isIn(laid.taken, PART.given)) return null;
  const { mean } = totalOf([...laid.qualities, UNKNOWN_PART]);
  return { mean, worst };
}

/** The same for one word: two letters typed fit ten thousand people, and nothing is laid out for each. */
function totalOfWord(
  match: Match | undefined,
  person: number,
): (Total & Pick<Laid, 'taken'>) | null {
  let mean = 0;
  let worst = 0;
  let taken = 0;
  for (let part = 0; part < PARTS; part += 1) {
    const quality = match?.persons[person * PARTS + part] ?? 0;
    const own = quality - (PART_LOSS[part] ?? 0);
    if (quality > 0 && own > mean) [mean, worst, taken] = [own, quality, 1 << part];
  }
  return worst === 0 ? null : { mean, worst, taken };
}

function lay(matches: readonly Match[], wanted: readonly number[], person: number): Laid | null {
  const [only] = wanted;
  if (wanted.length === 1 && only !== undefined) {
    const one = totalOfWord(matches[only], person);
    return one && { qualities: [one.mean], worst: one.worst, taken: one.taken };
  }
  let top: Laid | null = null;
  let topSum = 0;
  const walk = (
    next: number,
    taken: number,
    made: readonly number[],
    sum: number,
    worst: number,
  ): void => {
    const at = wanted[next];
    if (at === undefined) {
      if (sum > topSum) [top, topSum] = [{ qualities: made, taken, worst }, sum];
      return;
    }
    for (let part = 0; part < PARTS; part += 1) {
      const quality = matches[at]?.persons[person * PARTS + part] ?? 0;
      if (quality === 0 || isIn(taken, part)) continue;
      const own = quality - (PART_LOSS[part] ?? 0);
      walk(next + 1, taken | (1 << part), [...made, own], sum + own, Math.min(worst, quality));
    }
  };
  walk(0, 0, [], 0, 100);
  return top;
}

/** A name and an office of his: «аким Касымбек», «Жумабеков Петропавловск». At least one word is of the name. */
function totalWithPost(index: LookUpIndex, fits: Fits, person: number): Total | null {
  const { heldStarts, heldPosts } = index;
  let top: Total | null = null;
  const end = heldStarts[person + 1] ?? 0;
  for (let at = heldStarts[person] ?? 0; at < end; at += 1) {
    const total = totalWith(index, fits, person, heldPosts[at] ?? 0);
    if (total !== null && (top === null || total.mean > top.mean)) top = total;
  }
  return top;
}

function totalWith(index: LookUpIndex, fits: Fits, person: number, post: number): Total | null {
  const mask = fits.persons[person] ?? 0;
  const ofPost = fits.posts[post] ?? 0;
  if ((fits.needed & ~(mask | ofPost)) !== 0) return null;
  const names: number[] = [];
  const offices: number[] = [];
  for (const at of fits.words.keys()) {
    const isNeeded = isIn(fits.needed, at);
    const quality = isIn(ofPost, at) ? qualityOfPostWord(index, fits, at, post) : 0;
    const own = bestPart(fits.matches[at], person);
    if (!isNeeded && own === 0) continue;
    if (own >= quality) names.push(at);
    else offices.push(quality - OFFICE_OF_PERSON_LOSS);
  }
  const laid = names.length === 0 ? null : lay(fits.matches, names, person);
  if (laid === null || offices.length === 0) return null;
  const { mean } = totalOf([...laid.qualities, ...offices]);
  return { mean, worst: Math.min(laid.worst, ...offices) };
}

function bestPart(match: Match | undefined, person: number): number {
  let top = 0;
  for (let part = 0; part < PARTS; part += 1)
    top = Math.max(top, match?.persons[person * PARTS + part] ?? 0);
  return top;
}

/** The total of a person by the name, or by a name and an office of his; null where a needed word fits neither. */
export function totalOfPerson(index: LookUpIndex, fits: Fits, person: number): Total | null {
  const missing = fits.needed & ~(fits.persons[person] ?? 0);
  const hasPatronymic = ((index.personFlags[person] ?? 0) & PERSON.hasPatronymic) !== 0;
  const mayLack = !hasPatronymic && isOne(missing & fits.maybeUnknown);
  const unknown = mayLack ? missing & fits.maybeUnknown : 0;
  const byName = missing === unknown ? totalOfName(fits, person, unknown) : null;
  return byName ?? totalWithPost(index, fits, person);
}
