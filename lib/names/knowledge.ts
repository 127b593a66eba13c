import { fold } from '@/lib/language/fold';
import { phrasesAt } from '@/lib/language/lexicon';
import { holderOn } from '@/lib/ledger/holders';
import { EMPTY_LEDGER, indexLedger, type LedgerIndex } from '@/lib/ledger/lookups';
import { firstDay, lastDay } from '@/lib/ledger/partial-date';
import type { Area, Membership, PartialDate, Person, Post } from '@/lib/ledger/records';
import type { Gazetteer, KeyTarget } from './gazetteer';
import { KEY, keysOfToken } from './keys';
import { languageAt, skeletonsFrom, type TextDocument } from './text-document';

/** The part of the ledger that a text may speak of, read once. */
export interface Knowledge {
  readonly persons: ReadonlyMap<string, Person>;
  readonly areas: ReadonlyMap<string, Area>;
  readonly posts: ReadonlyMap<string, Post>;
  readonly membershipsByPerson: ReadonlyMap<string, readonly Membership[]>;
  readonly postsByArea: ReadonlyMap<string, readonly Post[]>;
  readonly index: LedgerIndex;
  /** Persons whose surname may be this skeleton. */
  personsAt(skeleton: string): readonly Person[];
  /** Areas one of whose names may begin with this skeleton. */
  areasAt(skeleton: string): readonly Area[];
  readonly postsByRole: ReadonlyMap<string, readonly Post[]>;
}

/** Deeper trees of areas do not exist: country, region, district, rural district, settlement. */
const DEEPEST_AREA = 6;

interface Keyed {
  readonly family: Map<string, string[]>;
  readonly area: Map<string, string[]>;
}

/** Keys of every token that may be a name; a lower-case one only where an adjective of a place may stand. */
function keysOfTokens(document: TextDocument): Keyed {
  const family = new Map<string, string[]>();
  const area = new Map<string, string[]>();
  const { tokens } = document;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || token.shape === 'number' || token.shape === 'initial') continue;
    if (token.shape === 'lower' && !token.word.isLikePlaceAdjective) continue;
    if (!area.has(token.skeleton)) area.set(token.skeleton, areaKeys(token.skeleton, token.rules));
    if (token.shape !== 'lower' && !family.has(token.skeleton))
      family.set(token.skeleton, keysOfToken('family', token.skeleton, [token.rules]));
  }
  return { family, area };
}

/** «талгарский»: the place's own key too, without the endings of the adjective. */
function areaKeys(skeleton: string, rules: TextDocument['tokens'][number]['rules']): string[] {
  const keys = keysOfToken('area', skeleton, [rules]);
  const stems = keys.map((key) => key.slice(KEY.area.length));
  for (const one of stems)
    for (const ending of rules.placeAdjectives)
      if (one.endsWith(ending) && one.length - ending.length >= 2)
        keys.push(...keysOfToken('area', one.slice(0, -ending.length), [rules]));
  // «Панфилова» for Панфиловский район: the adjective may be the only name there is.
  for (const one of stems)
    for (const ending of rules.placeAdjectives) keys.push(KEY.area + one + ending);
  return [...new Set(keys)];
}

function rolesIn(document: TextDocument): Set<string> {
  const roles = new Set<string>();
  for (const at of document.titleStarts) {
    const token = document.tokens[at];
    if (!token) continue;
    for (const found of phrasesAt(languageAt(token).titles, skeletonsFrom(document.tokens, at)))
      for (const role of found.value.roles) roles.add(role);
  }
  return roles;
}

/** «столица», `елорда`: the one area for which such a word stands. */
function capitalKeys(document: TextDocument): string[] {
  return document.kindStarts.flatMap((at) => {
    const token = document.tokens[at];
    if (!token) return [];
    const found = phrasesAt(languageAt(token).kinds, skeletonsFrom(document.tokens, at));
    return found.flatMap(({ value: { only } }) =>
      only === undefined ? [] : keysOfToken('area', fold(only), [token.rules]),
    );
  });
}

const idsOf = (targets: readonly KeyTarget[], kind: string): string[] =>
  targets.filter((t) => t.startsWith(`${kind}/`)).map((t) => t.slice(kind.length + 1));

async function withAncestors(
  ids: readonly string[],
  gazetteer: Gazetteer,
): Promise<Map<string, Area>> {
  const areas = new Map<string, Area>();
  let wanted = [...new Set(ids)];
  for (let depth = 0; wanted.length > 0 && depth < DEEPEST_AREA; depth += 1) {
    const next = new Set<string>();
    for (const area of await gazetteer.areas(wanted)) {
      areas.set(area.id, area);
      if (area.parentId !== null && !areas.has(area.parentId)) next.add(area.parentId);
    }
    wanted = [...next];
  }
  return areas;
}

/** Reads from the store, at one moment, all that the text may speak of: eight turns, whatever its length. */
export async function readKnowledge(
  document: TextDocument,
  gazetteer: Gazetteer,
): Promise<Knowledge> {
  const keyed = keysOfTokens(document);
  const keys = new Set([...keyed.family.values(), ...keyed.area.values()].flat());
  for (const role of rolesIn(document)) keys.add(KEY.role + role);
  for (const key of capitalKeys(document)) keys.add(key);
  return await gazetteer.atOnce((store) => readKeyed(keyed, [...keys], store));
}

async function readKeyed(
  keyed: Keyed,
  keys: readonly string[],
  gazetteer: Gazetteer,
): Promise<Knowledge> {
  const [targets, weakSources] = await Promise.all([
    gazetteer.targets(keys),
    gazetteer.weakSources(),
  ]);
  const all = [...new Set([...targets.values()].flat())];
  const personIds = idsOf(all, 'person');
  const [persons, memberships] = await Promise.all([
    gazetteer.persons(personIds),
    gazetteer.membershipsOfPersons(personIds),
  ]);
  const held = await gazetteer.posts([...memberships.map((m) => m.postId), ...idsOf(all, 'post')]);
  const areas = await withAncestors(
    [...idsOf(all, 'area'), ...held.map((p) => p.areaId).filter((id) => id !== null)],
    gazetteer,
  );
  const ofAreas = await gazetteer.postsOfAreas([...areas.keys()]);
  const posts = new Map([...held, ...ofAreas].map((post) => [post.id, post]));
  const ofPosts = await gazetteer.membershipsOfPosts([...posts.keys()]);
  const holders = await gazetteer.persons(ofPosts.map((m) => m.personId));
  const known = new Map([...holders, ...persons].map((person) => [person.id, person]));
  const everything = new Map([...memberships, ...ofPosts].map((m) => [m.id, m]));
  const index = indexLedger({
    ...EMPTY_LEDGER,
    persons: [...known.values()],
    areas: [...areas.values()],
    posts: [...posts.values()],
    memberships: [...everything.values()],
    weakSources,
  });
  return {
    persons: known,
    areas,
    posts,
    index,
    membershipsByPerson: groupBy([...everything.values()], (m) => m.personId),
    postsByArea: groupBy([...posts.values()], (post) => post.areaId ?? ''),
    postsByRole: groupBy([...posts.values()], (post) => post.role),
    personsAt: finder(keyed.family, targets, 'person', known),
    areasAt: finder(keyed.area, targets, 'area', areas),
  };
}

function finder<Row extends { readonly id: string }>(
  keyed: ReadonlyMap<string, readonly string[]>,
  targets: ReadonlyMap<string, readonly KeyTarget[]>,
  kind: string,
  rows: ReadonlyMap<string, Row>,
): (skeleton: string) => readonly Row[] {
  const found = new Map<string, readonly Row[]>();
  return (skeleton) => {
    const known = found.get(skeleton);
    if (known) return known;
    const ids = new Set(
      (keyed.get(skeleton) ?? []).flatMap((key) => idsOf(targets.get(key) ?? [], kind)),
    );
    const made = [...ids].map((id) => rows.get(id)).filter((row) => row !== undefined);
    found.set(skeleton, made);
    return made;
  };
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const map = new Map<string, Row[]>();
  for (const row of rows) {
    const group = map.get(keyOf(row));
    if (group) group.push(row);
    else map.set(keyOf(row), [row]);
  }
  return map;
}

/** The holder of a post on a date; null where it is not known, or changes within a partial date. */
export function holderAt(
  knowledge: Knowledge,
  postId: string,
  date: PartialDate,
): { readonly personId: string; readonly membershipId: string } | null {
  const first = holderOn(knowledge.index, postId, firstDay(date));
  const last = holderOn(knowledge.index, postId, lastDay(date));
  if (first.personId === null || first.membershipId === null) return null;
  return first.personId === last.personId
    ? { personId: first.personId, membershipId: first.membershipId }
    : null;
}

/** An area and all that it lies in. */
export function lineageOfArea(knowledge: Knowledge, areaId: string): string[] {
  const ids: string[] = [];
  let at: string | null = areaId;
  while (at !== null && !ids.includes(at)) {
    ids.push(at);
    at = knowledge.areas.get(at)?.parentId ?? null;
  }
  return ids;
}
