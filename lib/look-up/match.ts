import { LANGUAGES } from '@/lib/language/languages';
import { type LookUpIndex, PART, PARTS, ROOT } from './index-shape';
import { PREFIX_SPAN, QUALITY } from './quality';
import type { QueryWord } from './query';
import { eachBegun, lengthOf, startsWith, stemLength } from './words';

/** Where a typed word fits, 0–100 each: see `QUALITY`. */
export interface Match {
  /** By person × `PARTS` + part. */
  readonly persons: Uint8Array;
  /** The persons with any part that fits. */
  readonly touched: number[];
  readonly areas: Uint8Array;
  /** How many words the name of the area has that fits best. */
  readonly areaWords: Uint8Array;
  readonly posts: Uint8Array;
}

/** Which records and which parts of names a way of fitting may be used for. */
type Use = 'any' | 'initial' | 'patronymic' | 'area';

const isGivenPart = (part: number): boolean => part >= PART.given;

function mayUse(index: LookUpIndex, use: Use, record: number, part: number): boolean {
  if (use === 'any') return true;
  if (use === 'area') return record >= index.persons && record < index.persons + index.areas;
  if (record >= index.persons) return false;
  return use === 'initial' ? isGivenPart(part) : part === PART.patronymic;
}

/** Matches given back, empty. Of 100,000 persons one is 0.8 MB: made anew at each letter, most time went to collecting. */
const spare = new WeakMap<LookUpIndex, Match[]>();
const MOST_SPARE = 12;

function emptyMatch(index: LookUpIndex): Match {
  const { persons, areas, posts } = index;
  return (
    spare.get(index)?.pop() ?? {
      persons: new Uint8Array(persons * PARTS),
      touched: [],
      areas: new Uint8Array(areas),
      areaWords: new Uint8Array(areas),
      posts: new Uint8Array(posts),
    }
  );
}

/** Takes a match back that nobody looks at any longer. */
export function giveBack(index: LookUpIndex, match: Match): void {
  const known = spare.get(index) ?? [];
  spare.set(index, known);
  if (known.length >= MOST_SPARE) return;
  // No `fill`: a call for eight bytes each took twice the time.
  for (const person of match.touched)
    for (let part = person * PARTS; part < (person + 1) * PARTS; part += 1) match.persons[part] = 0;
  match.touched.length = 0;
  for (const part of [match.areas, match.areaWords, match.posts]) part.fill(0);
  known.push(match);
}

/** Notes that a word fits, everywhere the word stands. */
export function note(
  index: LookUpIndex,
  match: Match,
  word: number,
  quality: number,
  use: Use,
): void {
  const { postings, postingStarts, persons, areas } = index;
  const end = postingStarts[word + 1] ?? 0;
  for (let at = postingStarts[word] ?? 0; at < end; at += 1) {
    const posting = postings[at] ?? 0;
    const record = Math.floor(posting / PARTS);
    const part = posting % PARTS;
    if (!mayUse(index, use, record, part)) continue;
    if (record < persons) notePerson(match, record, posting, quality);
    else if (record < persons + areas) noteArea(match, record - persons, part, quality);
    else noteBest(match.posts, record - persons - areas, quality);
  }
}

function noteBest(qualities: Uint8Array, at: number, quality: number): boolean {
  if ((qualities[at] ?? 0) >= quality) return false;
  qualities[at] = quality;
  return true;
}

function notePerson(match: Match, person: number, posting: number, quality: number): void {
  const from = person * PARTS;
  let isNew = true;
  for (let part = from; part < from + PARTS; part += 1)
    if (match.persons[part] !== 0) isNew = false;
  if (isNew) match.touched.push(person);
  noteBest(match.persons, posting, quality);
}

function noteArea(match: Match, area: number, words: number, quality: number): void {
  const before = match.areas[area] ?? 0;
  if (noteBest(match.areas, area, quality)) match.areaWords[area] = words;
  // Of two names that fit as well, the shorter one is meant.
  else if (before === quality && words < (match.areaWords[area] ?? 0))
    match.areaWords[area] = words;
}

/** Stems of a letter or two are left where an ending is taken off a short word: there many names meet. */
const SHORT_STEM = 4;
const USUAL_ENDING = 4;

function qualityOfStem(skeleton: string, stem: string, isOwn: boolean): number {
  if (isOwn) return QUALITY.stem;
  const beyond = Math.max(0, skeleton.length - stem.length - USUAL_ENDING);
  const quality = QUALITY.form - 2 * beyond - (stem.length < SHORT_STEM ? 5 : 0);
  return Math.max(QUALITY.sure, quality);
}

function noteStems(index: LookUpIndex, match: Match, { skeleton, stems }: QueryWord): void {
  for (const [nth, stem] of stems.entries()) {
    const quality = qualityOfStem(skeleton, stem, nth === 0);
    eachBegun(index, stem, (word) => {
      if (stemLength(index, word) !== stem.length) return;
      // One that goes on is begun, no form of it: «Джакс» is not Жақсы yet.
      if (nth === 0 && lengthOf(index, word) > skeleton.length) return;
      const isSame = lengthOf(index, word) === skeleton.length && startsWith(index, word, skeleton);
      note(index, match, word, isSame ? QUALITY.same : quality, 'any');
    });
  }
}

const ADJECTIVES: readonly string[] = [
  ...new Set(LANGUAGES.flatMap(({ placeAdjectives }) => placeAdjectives)),
];

/** «талгарский» for Талгар, and «Панфилова» for Панфиловский район. */
function noteDerived(index: LookUpIndex, match: Match, { stems }: QueryWord): void {
  const wanted = new Set<string>();
  for (const stem of stems)
    for (const ending of ADJECTIVES) {
      if (stem.endsWith(ending) && stem.length - ending.length > 2)
        wanted.add(stem.slice(0, -ending.length));
      wanted.add(stem + ending);
    }
  for (const stem of wanted) {
    // The vowel before «-ский» may belong to either.
    const own = stem.replace(/[aeiou]+$/u, '');
    eachBegun(index, own, (word) => {
      if (stemLength(index, word) === own.length) note(index, match, word, QUALITY.derived, 'area');
    });
  }
}

function noteBegun(index: LookUpIndex, match: Match, { beginnings }: QueryWord): void {
  for (const beginning of beginnings)
    eachBegun(index, beginning, (word) => {
      const share = beginning.length / lengthOf(index, word);
      note(index, match, word, QUALITY.prefix + Math.floor(PREFIX_SPAN * share), 'any');
    });
}

/** The words of a ministry's name for its abbreviation: all of them must stand in the label. */
function noteBranch(index: LookUpIndex, match: Match, { branch }: QueryWord): void {
  if (branch.length === 0) return;
  const counts = new Uint8Array(index.posts);
  for (const word of branch) {
    const one = emptyMatch(index);
    eachBegun(index, word.replace(/[aeiou]+$/u, ''), (begun) =>
      note(index, one, begun, QUALITY.form, 'any'),
    );
    for (let post = 0; post < index.posts; post += 1)
      if (one.posts[post] !== 0) counts[post] = (counts[post] ?? 0) + 1;
    giveBack(index, one);
  }
  for (let post = 0; post < index.posts; post += 1)
    if (counts[post] === branch.length) noteBest(match.posts, post, QUALITY.form);
}

/** Where a word fits as it is typed: in any case, script and order, or as far as it goes. */
export function matchWord(index: LookUpIndex, word: QueryWord): Match {
  const match = emptyMatch(index);
  if (word.isInitial) {
    for (const beginning of word.beginnings)
      eachBegun(index, beginning, (begun) => note(index, match, begun, QUALITY.initial, 'initial'));
    return match;
  }
  noteStems(index, match, word);
  noteDerived(index, match, word);
  noteBegun(index, match, word);
  noteBranch(index, match, word);
  if (word.root !== null)
    eachBegun(index, ROOT + word.root, (begun) => {
      if (lengthOf(index, begun) === ROOT.length + (word.root ?? '').length)
        note(index, match, begun, QUALITY.form, 'patronymic');
    });
  return match;
}
