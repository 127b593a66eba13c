import type { ConceptId } from '@/lib/language/topic-concepts';
import { KIN } from '@/lib/language/topic-kin';
import { CONTAINERS, INCIDENTAL, WIDE } from '@/lib/language/topic-roles';
import type { Facts } from './likeness-facts';

const kin = new Set(KIN.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));

/** Whether two concepts may name one thing. */
export function isOneThing(a: ConceptId, b: ConceptId): boolean {
  return a === b || kin.has(`${a} ${b}`);
}

/** Whether a thing often only says where another one is, or comes along with it. */
export function isHolder(id: ConceptId): boolean {
  return CONTAINERS.has(id) || WIDE.has(id) || INCIDENTAL.has(id);
}

/** What a wide thing holds goes before it: «дорожка у озера» is no lake. */
function telling(things: ReadonlySet<ConceptId>): ConceptId[] {
  const narrow = [...things].filter((id) => !WIDE.has(id));
  return narrow.length > 0 ? narrow : [...things];
}

/** Where the thing is, when it is told by what holds it: «в парке», «на площади», «у реки». */
function holders({ things, places }: Facts): ConceptId[] {
  return [...things, ...places].filter(
    (id) => id !== 'housing' && (CONTAINERS.has(id) || WIDE.has(id) || id === 'river'),
  );
}

/** Whether both tell what holds the thing, and these are different holders. */
export function standApart(a: Facts, b: Facts): boolean {
  const [ofA, ofB] = [holders(a), holders(b)];
  if (ofA.length === 0 || ofB.length === 0) return false;
  return !ofA.some((id) => ofB.some((other) => isOneThing(id, other)));
}

/** The things of two promises. */
export interface Things {
  /** Things of `a` that `b` names too, with those of `b` that they may be. */
  readonly both: readonly (readonly [ConceptId, readonly ConceptId[]])[];
  readonly onlyA: readonly ConceptId[];
  readonly onlyB: readonly ConceptId[];
}

/** The things of two promises, those of both and those that one alone names. */
export function thingsOfBoth(a: Facts, b: Facts): Things {
  const [ofA, ofB] = [telling(a.things), telling(b.things)];
  const among = (id: ConceptId, ids: readonly ConceptId[]): ConceptId[] =>
    ids.filter((other) => isOneThing(id, other));
  return {
    both: ofA.flatMap((id) => {
      const like = among(id, ofB);
      return like.length === 0 ? [] : [[id, like] as const];
    }),
    onlyA: ofA.filter((id) => among(id, ofB).length === 0),
    onlyB: ofB.filter((id) => among(id, ofA).length === 0),
  };
}
