import { compiledLanguage } from '@/lib/language/compiled';
import { fold, stem } from '@/lib/language/fold';
import { stemsOfToken } from '@/lib/language/inflect';
import { LANGUAGES } from '@/lib/language/languages';
import { phrasesAt } from '@/lib/language/lexicon';
import type { Person, Post } from '@/lib/ledger/records';
import { isWithinOneEdit } from './edits';
import type { Gazetteer, KeyTarget } from './gazetteer';
import { KEY } from './keys';
import { aliasesOf, nameParts } from './person-names';

/** One answer of the look-up: a person, or an office found by its place or its name; best first. */
export interface LookUpHit {
  readonly personId: string | null;
  readonly postId: string | null;
  /** Between 0 and 1: 1 when every word of the query is a word of the name in some form. */
  readonly score: number;
}

/** Rows read for one word; more names than these share no prefix of three letters in a ledger of 100,000. */
const ROWS_PER_WORD = 400;
const PREFIX_FOR_TYPOS = 3;
/** Shorter words are too near to everything for a typo to be allowed. */
const SHORTEST_WITH_TYPO = 5;

const SCORE = { same: 1, form: 0.95, prefix: 0.8, typo: 0.6, initial: 0.5 } as const;

/** The stems that a typed word may stand for; the language of two words cannot be told, so all are tried. */
function stemsOfWord(skeleton: string): string[] {
  const stems = new Set<string>([stem(skeleton)]);
  for (const rules of LANGUAGES) for (const one of stemsOfToken(rules, skeleton)) stems.add(one);
  return [...stems];
}

/** How well a typed word fits one word of a name; 0: not at all. */
function fit(typed: string, stems: readonly string[], part: string): number {
  const skeleton = fold(part);
  if (typed.length === 1) return skeleton.startsWith(typed) ? SCORE.initial : 0;
  if (typed === skeleton) return SCORE.same;
  if (stems.includes(stem(skeleton))) return SCORE.form;
  if (skeleton.startsWith(typed)) return SCORE.prefix;
  const isTypo =
    typed.length >= SHORTEST_WITH_TYPO &&
    [typed, ...stems].some(
      (one) => isWithinOneEdit(one, skeleton) || isWithinOneEdit(one, stem(skeleton)),
    );
  return isTypo ? SCORE.typo : 0;
}

interface Query {
  readonly words: readonly { readonly typed: string; readonly stems: readonly string[] }[];
  readonly roles: ReadonlySet<string>;
}

/** Splits a query into words and takes titles out of it: «аким Талгара» is a role and a place. */
function parse(query: string): Query {
  const skeletons = query
    .split(/[\s,.;«»"()]+/u)
    .map(fold)
    .filter((word) => word !== '');
  const roles = new Set<string>();
  const isTitle = skeletons.map(() => false);
  for (const rules of LANGUAGES)
    for (const at of skeletons.keys()) {
      const [title] = phrasesAt(
        compiledLanguage(rules).titles,
        (offset) => skeletons[at + offset] ?? null,
      );
      if (!title) continue;
      for (const role of title.value.roles) roles.add(role);
      isTitle.fill(true, at, at + title.length);
    }
  const words = skeletons
    .filter((_, at) => isTitle[at] === false)
    .map((typed) => ({ typed, stems: stemsOfWord(typed) }));
  return { words, roles };
}

/** Targets that share the beginning of a word, or its first letters when it may be mistyped. */
async function targetsOfWord(
  word: Query['words'][number],
  gazetteer: Gazetteer,
): Promise<Set<KeyTarget>> {
  const prefixes = new Set<string>([word.typed, ...word.stems]);
  if (word.typed.length >= SHORTEST_WITH_TYPO) prefixes.add(word.typed.slice(0, PREFIX_FOR_TYPOS));
  const found = new Set<KeyTarget>();
  for (const prefix of prefixes)
    for (const target of await gazetteer.targetsByPrefix(KEY.word + prefix, ROWS_PER_WORD))
      found.add(target);
  return found;
}

/** The best name of a person against the whole query: every word must fit another word of one name. */
function scorePerson(person: Person, words: Query['words']): number {
  let best = 0;
  for (const alias of aliasesOf(person)) {
    const parts = nameParts(alias);
    let sum = 0;
    for (const word of words) {
      const scores = parts.map((part) => fit(word.typed, word.stems, part));
      const score = Math.max(0, ...scores);
      if (score === 0) {
        sum = 0;
        break;
      }
      parts.splice(scores.indexOf(score), 1);
      sum += score;
    }
    best = Math.max(best, sum / Math.max(1, words.length));
  }
  return best;
}

const idsOf = (targets: ReadonlySet<KeyTarget>, kind: string): string[] =>
  [...targets]
    .filter((target) => target.startsWith(`${kind}/`))
    .map((target) => target.slice(kind.length + 1));

/** Offices of the places named, those of the role asked for alone if there are any. */
async function postsFor(
  query: Query,
  targets: ReadonlySet<KeyTarget>,
  gazetteer: Gazetteer,
): Promise<LookUpHit[]> {
  const areas = await gazetteer.areas(idsOf(targets, 'area'));
  const scored = new Map<string, number>();
  for (const area of areas) {
    const names = [area.name.ru, area.name.kk, area.name.en, ...area.otherNames.map((o) => o.name)];
    const parts = names.filter((name) => name !== undefined).flatMap((name) => name.split(/\s+/u));
    const fits = query.words.map((word) =>
      Math.max(0, ...parts.map((part) => fit(word.typed, word.stems, part))),
    );
    if (fits.length > 0 && fits.every((one) => one > 0)) scored.set(area.id, Math.max(...fits));
  }
  const ofAreas = await gazetteer.postsOfAreas([...scored.keys()]);
  const labelled = await gazetteer.posts(idsOf(targets, 'post'));
  const byRole = query.roles.size > 0 ? await postsOfRoles(query.roles, gazetteer) : [];
  const posts = [...ofAreas, ...labelled, ...byRole];
  return posts
    .filter((post) => query.roles.size === 0 || query.roles.has(post.role))
    .map((post) => ({ personId: null, postId: post.id, score: scoreOfPost(post, query, scored) }))
    .filter((hit) => hit.score > 0);
}

async function postsOfRoles(
  roles: ReadonlySet<string>,
  gazetteer: Gazetteer,
): Promise<readonly Post[]> {
  const found = await gazetteer.targets([...roles].map((role) => KEY.role + role));
  return gazetteer.posts(idsOf(new Set([...found.values()].flat()), 'post'));
}

function scoreOfPost(post: Post, query: Query, areas: ReadonlyMap<string, number>): number {
  const ofArea = areas.get(post.areaId ?? '');
  // An office found by its place stands a little below a person found by name.
  if (ofArea !== undefined) return ofArea * 0.9;
  const labels = [post.label.ru, post.label.kk, post.label.en].filter((one) => one !== undefined);
  const parts = labels.flatMap((label) => label.split(/\s+/u));
  if (query.words.length === 0) return query.roles.has(post.role) ? 0.9 : 0;
  const fits = query.words.map((word) =>
    Math.max(0, ...parts.map((part) => fit(word.typed, word.stems, part))),
  );
  return fits.every((one) => one > 0) ? Math.min(...fits) * 0.9 : 0;
}

/**
 * Officials and offices by any part of a name, in any case ending, script or order, with initials and one
 * mistyped letter; best first, at most `limit`. An empty query finds nothing.
 */
export async function lookUp(
  query: string,
  gazetteer: Gazetteer,
  limit: number,
): Promise<LookUpHit[]> {
  const parsed = parse(query);
  const longWords = parsed.words.filter((word) => word.typed.length > 1);
  if (longWords.length === 0 && parsed.roles.size === 0) return [];
  return await gazetteer.atOnce((store) => hitsOf(parsed, longWords, store, limit));
}

async function hitsOf(
  parsed: Query,
  longWords: Query['words'],
  gazetteer: Gazetteer,
  limit: number,
): Promise<LookUpHit[]> {
  const sets = await Promise.all(longWords.map((word) => targetsOfWord(word, gazetteer)));
  const targets = new Set(sets.flatMap((set) => [...set]));
  const persons = await gazetteer.persons(idsOf(targets, 'person'));
  const hits: LookUpHit[] = persons
    .map((person) => ({
      personId: person.id,
      postId: null,
      score: scorePerson(person, parsed.words),
    }))
    .filter((hit) => hit.score > 0);
  const posts = await postsFor(parsed, targets, gazetteer);
  const byId = new Map(
    [...hits, ...posts].map((hit) => [hit.personId ?? `post/${hit.postId}`, hit]),
  );
  return [...byId.values()].sort((a, b) => b.score - a.score).slice(0, limit);
}
