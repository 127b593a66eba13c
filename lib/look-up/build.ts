import { fold, stem } from '@/lib/language/fold';
import { holderOn, lastSeen } from '@/lib/ledger/holders';
import { EMPTY_LEDGER, indexLedger } from '@/lib/ledger/lookups';
import { lastDay } from '@/lib/ledger/partial-date';
import type { Area, Day, Ledger, Membership, Person, Post } from '@/lib/ledger/records';
import { wordsOfArea } from '@/lib/names/area-names';
import { aliasesOf } from '@/lib/names/person-names';
import { CLASSES, INDEX_VERSION, type LookUpIndex, PART, PARTS, PERSON, ROOT } from './index-shape';
import { rootOfPatronymic } from './patronymics';
import { startsOf, type Vocabulary, vocabulary } from './vocabulary';

/** Roles whose posts are found by their area alone: every akim's label would only say the area again. */
const AREA_ROLES: ReadonlySet<string> = new Set(['akim', 'mayor', 'governor']);

const WORD_BREAK = /[\s,.;«»"()/]+/u;
const HALF_BREAK = /[\s\u2010\u2011-]+/u;

/**
 * Takes in the records of a ledger a portion at a time: areas first, then posts with all memberships of
 * theirs, then persons. A parent may come after what lies in it.
 */
export interface IndexBuilder {
  addAreas(areas: readonly Area[]): void;
  addPosts(posts: readonly Post[], memberships: readonly Membership[]): void;
  addPersons(persons: readonly Person[]): void;
  build(): LookUpIndex;
}

interface Parts {
  readonly today: Day;
  readonly areas: Area[];
  readonly posts: Post[];
  readonly personIds: string[];
  readonly personFlags: number[];
  /** Posts by the person who held them, each with what it is sorted by; the persons come last. */
  readonly heldBy: Map<string, Map<number, string>>;
  readonly holdsNow: Set<string>;
  readonly held: number[][];
  readonly personWords: Vocabulary;
}

/** Starts an index of the names of a ledger; who holds an office now is told on `today`. */
export function indexBuilder(today: Day): IndexBuilder {
  const parts: Parts = {
    today,
    areas: [],
    posts: [],
    personIds: [],
    personFlags: [],
    heldBy: new Map(),
    holdsNow: new Set(),
    held: [],
    personWords: vocabulary(),
  };
  return {
    addAreas: (areas) => {
      for (const area of areas) parts.areas.push(area);
    },
    addPosts: (posts, memberships) => addPosts(parts, posts, memberships),
    addPersons: (persons) => {
      for (const person of persons) addPerson(parts, person);
    },
    build: () => built(parts),
  };
}

/** The index of a whole ledger that is in memory. */
export function indexOf(ledger: Ledger, today: Day): LookUpIndex {
  const builder = indexBuilder(today);
  builder.addAreas(ledger.areas);
  builder.addPosts(ledger.posts, ledger.memberships);
  builder.addPersons(ledger.persons);
  return builder.build();
}

function addPosts(parts: Parts, posts: readonly Post[], memberships: readonly Membership[]): void {
  const numbers = new Map(posts.map((post, at) => [post.id, parts.posts.length + at]));
  for (const post of posts) parts.posts.push(post);
  const index = indexLedger({ ...EMPTY_LEDGER, posts, memberships });
  for (const membership of memberships) {
    const number = numbers.get(membership.postId);
    if (number === undefined) continue;
    const held = parts.heldBy.get(membership.personId) ?? new Map<number, string>();
    parts.heldBy.set(membership.personId, held);
    const seen = lastSeen(membership);
    if (seen >= (held.get(number) ?? '')) held.set(number, seen);
  }
  for (const [id, number] of numbers) {
    const { personId } = holderOn(index, id, parts.today);
    if (personId === null) continue;
    parts.holdsNow.add(personId);
    parts.heldBy.get(personId)?.set(number, HELD_NOW);
  }
}

/** Stands before every day. */
const HELD_NOW = '~';

/** The office that he holds now, then those that he was last seen in last. */
function postsHeldBy(parts: Parts, personId: string): number[] {
  const held = [...(parts.heldBy.get(personId) ?? [])];
  const bySeen = held.sort(([, a], [, b]) => (a === b ? 0 : a < b ? 1 : -1));
  return bySeen.map(([number]) => number);
}

function addPerson(parts: Parts, person: Person): void {
  const number = parts.personIds.length;
  parts.personIds.push(person.id);
  parts.held.push(postsHeldBy(parts, person.id));
  const add = (word: string, part: number): void =>
    parts.personWords.add(word, number * PARTS + part);
  const aliases = aliasesOf(person);
  for (const { family, given, patronymic = '' } of aliases) {
    addName(add, family, PART.family, PART.familyHalf);
    addName(add, given, PART.given, PART.givenHalf);
    addPatronymic(add, patronymic);
  }
  for (const { name } of person.otherNames) addUnordered(add, name);
  const hasPatronymic = aliases.some(({ patronymic }) => patronymic !== undefined);
  parts.personFlags.push(
    (parts.holdsNow.has(person.id) ? PERSON.holdsNow : 0) |
      (hasPatronymic ? PERSON.hasPatronymic : 0),
  );
}

type Add = (word: string, part: number) => void;

/** A name, and both halves of a double one. */
function addName(add: Add, name: string, part: number, halfPart: number): void {
  add(fold(name), part);
  const [first, second] = name.split(HALF_BREAK);
  if (first === undefined || second === undefined) return;
  add(fold(first), part);
  add(fold(second), halfPart);
}

function addPatronymic(add: Add, patronymic: string): void {
  const skeleton = fold(patronymic);
  add(skeleton, PART.patronymic);
  const root = rootOfPatronymic(stem(skeleton));
  if (root !== null) add(ROOT + root, PART.patronymic);
}

/** «By what order» is not known of a name of four words and more: each is one more part. */
function addUnordered(add: Add, name: string): void {
  for (const [at, word] of name.split(WORD_BREAK).entries())
    add(fold(word), Math.min(PARTS - 1, PART.other + at));
}

/** The words of an area's names, each with how many words that name has: a name in full is told from a part. */
function addAreaWords(words: Vocabulary, area: Area, number: number): void {
  for (const name of wordsOfArea(area)) {
    const count = Math.min(PARTS - 1, name.words.length);
    for (const word of name.words) {
      words.add(fold(word), number * PARTS + count);
      const halves = word.split(HALF_BREAK);
      if (halves.length > 1)
        for (const half of halves)
          words.add(fold(half), number * PARTS + Math.min(PARTS - 1, halves.length));
    }
  }
}

function addPostWords(words: Vocabulary, post: Post, number: number): void {
  if (AREA_ROLES.has(post.role) && post.areaId !== null) return;
  for (const label of [post.label.ru, post.label.kk, post.label.en])
    for (const word of label?.split(WORD_BREAK) ?? []) words.add(fold(word), number * PARTS);
}

function built(parts: Parts): LookUpIndex {
  const { areas, posts, personIds, personWords } = parts;
  const areaNumbers = new Map(areas.map((area, at) => [area.id, at]));
  const numberOf = (id: string | null): number => areaNumbers.get(id ?? '') ?? -1;
  for (const [at, area] of areas.entries()) addAreaWords(personWords, area, personIds.length + at);
  for (const [at, post] of posts.entries())
    addPostWords(personWords, post, personIds.length + areas.length + at);
  const roles = [...new Set(posts.map(({ role }) => role))];
  const ids = [...personIds, ...areas.map(({ id }) => id), ...posts.map(({ id }) => id)];
  return {
    version: INDEX_VERSION,
    persons: personIds.length,
    areas: areas.length,
    posts: posts.length,
    ids: ids.join(''),
    idStarts: startsOf(ids.map(({ length }) => length)),
    ...personWords.packed(),
    personFlags: Uint8Array.from(parts.personFlags),
    ...packedHeld(parts.held),
    areaClasses: Uint8Array.from(areas, ({ classification }) => CLASSES.indexOf(classification)),
    areaParents: Int32Array.from(areas, ({ parentId }) => numberOf(parentId)),
    postRoles: Uint16Array.from(posts, ({ role }) => roles.indexOf(role)),
    postAreas: Int32Array.from(posts, ({ areaId }) => numberOf(areaId)),
    postsGone: Uint8Array.from(posts, ({ endDate }) =>
      endDate !== null && lastDay(endDate) < parts.today ? 1 : 0,
    ),
    roles,
  };
}

function packedHeld(held: readonly (readonly number[])[]) {
  return {
    heldStarts: startsOf(held.map(({ length }) => length)),
    heldPosts: Uint32Array.from(held.flat()),
  };
}
