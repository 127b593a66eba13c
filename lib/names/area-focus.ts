import { fold } from '@/lib/language/fold';
import type { KindRow } from '@/lib/language/rules';
import type { Area } from '@/lib/ledger/records';
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
  /** Whether the text names the area itself. */
  isNamed(areaId: string): boolean;
  isNamedBefore(areaId: string, at: number): boolean;
  /** The areas of a kind that the text last named before a place, or that hold what it last named. */
  lastOf(kind: KindRow, at: number): readonly string[];
  /** The areas of a kind that the text named before a place, or that hold what it named: as often as it did, the last one first. */
  allOf(kind: KindRow, at: number): readonly string[];
  /** The one area of a kind that the text names at all, or that holds all it names; none where there are several. */
  onlyOf(kind: KindRow): readonly string[];
  /** Adds an area that a mention has made clear (`аким района` beside a full name). */
  add(areaId: string, at: number): void;
  /** The same for what stands between two tokens, the end exclusive. */
  between(from: number, to: number): AreaFocus;
  /** The same for one block alone: in a digest every headline stands for itself. */
  inBlock(tokens: readonly { readonly block: number }[], at: number): AreaFocus;
}

/** Keeps the areas of a text in the order in which they are named. */
export function areaFocus(knowledge: Knowledge, places: Iterable<PlaceSpan>): AreaFocus {
  const named: Named[] = [];
  for (const place of places)
    if (place.ids.length === 1 || place.isList === true)
      for (const id of place.ids) named.push({ at: place.from, id });
  return focusOn(knowledge, named);
}

function focusOn(knowledge: Knowledge, named: Named[]): AreaFocus {
  const first = new Map<string, number>();
  const holding = new Set<string>();
  const note = ({ id, at }: Named): void => {
    first.set(id, Math.min(first.get(id) ?? at, at));
    for (const one of lineageOfArea(knowledge, id)) holding.add(one);
  };
  for (const one of named) note(one);
  return {
    add: (id, at) => {
      named.splice(placeOf(named, at), 0, { at, id });
      note({ at, id });
    },
    inBlock: (tokens, at) =>
      focusOn(
        knowledge,
        named.filter((one) => tokens[one.at]?.block === tokens[at]?.block),
      ),
    between: (from, to) =>
      focusOn(
        knowledge,
        named.filter(({ at }) => from <= at && at < to),
      ),
    names: (areaId) => holding.has(areaId),
    isNamed: (areaId) => first.has(areaId),
    isNamedBefore: (areaId, at) => (first.get(areaId) ?? Number.POSITIVE_INFINITY) <= at,
    lastOf: (kind, at) => {
      const last = holdersOf(named, knowledge, kind, at).next().value;
      return last === undefined ? [] : [last];
    },
    allOf: (kind, at) => [...holdersOf(named, knowledge, kind, at)],
    onlyOf: (kind) => {
      const found = [...holding].filter((id) => {
        const area = knowledge.areas.get(id);
        return area !== undefined && isOfKind(area, kind);
      });
      return found.length === 1 ? found : [];
    },
  };
}

/** The first place in text order that is not before `at`. */
function placeOf(named: readonly Named[], at: number): number {
  let low = 0;
  let high = named.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((named[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a word for a kind may be said of the area. */
export function isOfKind({ classification, name }: Area, { classes, only }: KindRow): boolean {
  if (!classes.includes(classification)) return false;
  if (only === undefined) return true;
  return Object.values(name).some((one) => typeof one === 'string' && fold(one) === fold(only));
}

function* holdersOf(
  named: readonly Named[],
  knowledge: Knowledge,
  kind: KindRow,
  at: number,
): Generator<string, undefined> {
  for (let place = placeOf(named, at) - 1; place >= 0; place -= 1) {
    const one = named[place];
    if (!one) continue;
    const holder = lineageOfArea(knowledge, one.id).find((id) => {
      const area = knowledge.areas.get(id);
      return area !== undefined && isOfKind(area, kind);
    });
    if (holder !== undefined) yield holder;
  }
}
