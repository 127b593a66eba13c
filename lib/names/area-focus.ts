import type { AreaClass } from '@/lib/ledger/records';
import { type Knowledge, lineageOfArea } from './knowledge';
import type { PlaceSpan } from './places';

interface Named {
  readonly at: number;
  readonly id: string;
}

/** Which areas the text names, and where. */
export interface AreaFocus {
  /** Whether the text names the area anywhere, or one that lies in it. */
  names(areaId: string): boolean;
  isNamedBefore(areaId: string, at: number): boolean;
  /** The areas of a class that the text last named before a place, or that hold what it last named. */
  lastOf(classes: readonly AreaClass[], at: number): readonly string[];
  /** Adds an area that a mention has made clear (`аким района` beside a full name). */
  add(areaId: string, at: number): void;
  /** The same for one block alone: in a digest every headline stands for itself. */
  inBlock(tokens: readonly { readonly block: number }[], at: number): AreaFocus;
}

/** Keeps the areas of a text in the order in which they are named. */
export function areaFocus(knowledge: Knowledge, places: Iterable<PlaceSpan>): AreaFocus {
  const named: Named[] = [];
  for (const place of places)
    if (place.ids.length === 1) for (const id of place.ids) named.push({ at: place.from, id });
  return focusOn(knowledge, named);
}

function focusOn(knowledge: Knowledge, named: Named[]): AreaFocus {
  const add = (id: string, at: number): void => {
    named.push({ at, id });
    named.sort((a, b) => a.at - b.at);
  };
  const classOf = (id: string): AreaClass | undefined => knowledge.areas.get(id)?.classification;
  return {
    add,
    inBlock: (tokens, at) =>
      focusOn(
        knowledge,
        named.filter((one) => tokens[one.at]?.block === tokens[at]?.block),
      ),
    names: (areaId) => named.some(({ id }) => lineageOfArea(knowledge, id).includes(areaId)),
    isNamedBefore: (areaId, at) => named.some((one) => one.id === areaId && one.at <= at),
    lastOf: (classes, at) => lastOf(named, knowledge, classes, at, classOf),
  };
}

function lastOf(
  named: readonly Named[],
  knowledge: Knowledge,
  classes: readonly AreaClass[],
  at: number,
  classOf: (id: string) => AreaClass | undefined,
): readonly string[] {
  const before = named.filter((one) => one.at < at);
  const isOf = (id: string): boolean => {
    const own = classOf(id);
    return own !== undefined && classes.includes(own);
  };
  for (const { id } of before.toReversed()) {
    const holder = lineageOfArea(knowledge, id).find(isOf);
    if (holder !== undefined) return [holder];
  }
  return [];
}
