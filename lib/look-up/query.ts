import { type CompiledPhrases, compiledPhrases } from '@/lib/language/compiled';
import { fold, stem } from '@/lib/language/fold';
import { CYRILLIC_ROWS, LATIN_ROWS } from '@/lib/language/fold-rows';
import { stemsOfToken } from '@/lib/language/inflect';
import { LANGUAGES } from '@/lib/language/languages';
import { phrasesAt } from '@/lib/language/lexicon';
import { CASE, type MarkerKind } from '@/lib/language/rules';
import type { AreaClass } from '@/lib/ledger/records';
import { isWithinOneEdit } from '@/lib/names/edits';
import { rootOfPatronymic } from './patronymics';
import { QUALITY } from './quality';

/** What a typed word says of an office: its roles, by how surely the word is a title of them. */
export interface TitleWord {
  readonly roles: ReadonlySet<string>;
  /** «Глава», `head`: may be said of any office. */
  readonly isAnyHead: boolean;
  readonly quality: number;
}

/** One typed word, and all that it may be. The language of so few words cannot be told: every one is tried. */
export interface QueryWord {
  readonly skeleton: string;
  /** Letters as typed: short words are too near to everything for a typo to be allowed. */
  readonly letters: number;
  /** Its own stem first, then those without an ending. */
  readonly stems: readonly string[];
  /** What a word begins with of which this much has been typed: `z` may become `zh`. */
  readonly beginnings: readonly string[];
  readonly isInitial: boolean;
  /** The father's name in a patronymic; null: it is none. */
  readonly root: string | null;
  /** A small word, an honorific, «бывший»: nothing has to fit it. */
  readonly isOptional: boolean;
  readonly title: TitleWord | null;
  /** Kinds of areas that it is a word for. */
  readonly classes: ReadonlySet<AreaClass>;
  /** The words that an abbreviation of a ministry stands for. */
  readonly branch: readonly string[];
}

interface Typed {
  readonly text: string;
  readonly hasStop: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}'’ʼ\u00AD\u2010\u2011-]+\.?/gu;
const HYPHEN = /[\u2010\u2011-]/u;
const NO_LETTERS = /[^\p{L}]/gu;

/** What the rules of the languages say of typed words. */
interface Known {
  readonly languages: readonly CompiledPhrases[];
  readonly hyphenPrefixes: ReadonlySet<string>;
  /** Nothing has to fit them. */
  readonly small: ReadonlySet<string>;
  /** The first words of all titles, for one that is not typed out or mistyped. */
  readonly titleWords: readonly (readonly [skeleton: string, roles: readonly string[]])[];
  readonly branches: ReadonlyMap<string, readonly string[]>;
}

function madeKnown(): Known {
  const languages = LANGUAGES.map(compiledPhrases);
  const small = LANGUAGES.flatMap((rules) => [
    ...rules.links,
    ...rules.prepositions.map(([word]) => word),
    ...rules.listWords,
    ...rules.appositionWords,
  ]);
  const firstWord = (phrase: string) => fold((phrase.split(/\s+/u)[0] ?? '').replace('~', ''));
  return {
    languages,
    hyphenPrefixes: new Set(LANGUAGES.flatMap((rules) => rules.hyphenPrefixes.map(fold))),
    small: new Set(small.map(fold)),
    titleWords: LANGUAGES.flatMap(({ titles }) =>
      titles.map(({ phrase, roles }) => [firstWord(phrase), roles] as const),
    ),
    branches: new Map(languages.flatMap((language) => [...language.branches])),
  };
}

let made: Known | null = null;

function known(): Known {
  made ??= madeKnown();
  return made;
}

/** Makes ready what every query needs, which takes tens of milliseconds: to be called while the index is read. */
export function readyForQueries(): void {
  known();
}

const isKind = (skeleton: string): boolean =>
  known().languages.some(
    ({ kinds }) => phrasesAt(kinds, (at) => (at === 0 ? skeleton : null)).length > 0,
  );

/** «К-Ж» are two initials, while «р-н» is a word; «экс-» says nothing of who it is. */
function hyphenated({ text, hasStop }: Typed): Typed[] {
  const halves = text.split(HYPHEN).filter((half) => half !== '');
  if (halves.length < 2 || isKind(fold(text))) return [{ text, hasStop }];
  if (halves.every((half) => half.length === 1))
    return halves.map((half) => ({ text: half, hasStop }));
  const [first = '', ...rest] = halves;
  if (known().hyphenPrefixes.has(fold(first))) return [{ text: rest.join('-'), hasStop }];
  return [{ text, hasStop }];
}

function typedWords(query: string): Typed[] {
  return (query.match(WORD) ?? [])
    .map((text) => ({ text: text.replace(/\.$/u, ''), hasStop: text.endsWith('.') }))
    .flatMap(hyphenated)
    .filter(({ text }) => fold(text) !== '');
}

function stemsOf(skeleton: string): string[] {
  const stems = new Set<string>([stem(skeleton)]);
  for (const rules of LANGUAGES) for (const one of stemsOfToken(rules, skeleton)) stems.add(one);
  return [...stems];
}

/** The rows of folding in which a letter begins a letter of several signs. */
function openLetters(letter: string): string[] {
  return (
    [...CYRILLIC_ROWS, ...LATIN_ROWS]
      .filter(([from]) => from.startsWith(letter))
      // `ya` → `ia` loses its `i` before a vowel.
      .map(([, to]) => (to.length > 1 && to.startsWith('i') ? to.slice(1) : to).slice(0, 1))
  );
}

function beginningsOf(text: string): string[] {
  const lower = text.toLowerCase();
  const head = fold(lower.slice(0, -1));
  const open = openLetters(lower.slice(-1)).map((letter) => head + letter);
  return [...new Set([fold(text), ...open])].filter((one) => one !== '');
}

const SAYS_NOTHING: readonly MarkerKind[] = ['honorific', 'former', 'acting', 'modifier'];

/** «О» is a small word, «О.» an initial. */
function isOptional(skeleton: string, hasStop: boolean): boolean {
  if (hasStop && skeleton.length === 1) return false;
  if (known().small.has(skeleton)) return true;
  return known().languages.some(({ before, after }) =>
    [before, after].some((book) =>
      phrasesAt(book, (at) => (at === 0 ? skeleton : null)).some(({ value }) =>
        SAYS_NOTHING.includes(value),
      ),
    ),
  );
}

/** Words for kinds of areas, of several words too: «сельский округ». */
function classesOf(skeletons: readonly string[]): Set<AreaClass>[] {
  const classes = skeletons.map(() => new Set<AreaClass>());
  for (const { kinds } of known().languages)
    for (const at of skeletons.keys()) {
      const [kind] = phrasesAt(kinds, (offset) => skeletons[at + offset] ?? null);
      for (let i = at; kind !== undefined && i < at + kind.length; i += 1)
        for (const one of kind.value.classes) classes[i]?.add(one);
    }
  return classes;
}

/** The longest titles that begin at a word: «заместитель акима», not «заместитель». */
function titleAt(
  { titles }: CompiledPhrases,
  skeletonAt: (offset: number) => string | null,
): { readonly title: TitleWord; readonly length: number } | null {
  const found = phrasesAt(titles, skeletonAt);
  const length = found[0]?.length ?? 0;
  let title: TitleWord | null = null;
  for (const { value, mask } of found.filter((one) => one.length === length)) {
    const isPlain = (mask & CASE.nominative) !== 0 && value.plural !== true;
    const quality = isPlain ? QUALITY.same : QUALITY.title;
    const isAnyHead = value.area === 'needed';
    title = joined(title, { roles: new Set(value.roles), isAnyHead, quality });
  }
  return title === null ? null : { title, length };
}

function titlesOf(skeletons: readonly string[]): (TitleWord | null)[] {
  const titles: (TitleWord | null)[] = skeletons.map(() => null);
  for (const language of known().languages) {
    let next = 0;
    for (const at of skeletons.keys()) {
      if (at < next) continue;
      const found = titleAt(language, (offset) => skeletons[at + offset] ?? null);
      if (found === null) continue;
      next = at + found.length;
      for (let i = at; i < next; i += 1) titles[i] = joined(titles[i] ?? null, found.title);
    }
  }
  return titles;
}

function joined(a: TitleWord | null, b: TitleWord): TitleWord {
  if (a === null) return b;
  return {
    roles: new Set([...a.roles, ...b.roles]),
    isAnyHead: a.isAnyHead || b.isAnyHead,
    quality: Math.max(a.quality, b.quality),
  };
}

const SHORTEST_TITLE_BEGUN = 3;
const SHORTEST_TITLE_MISTYPED = 5;

function titleLike(skeleton: string): TitleWord | null {
  if (skeleton.length < SHORTEST_TITLE_BEGUN) return null;
  const rolesOf = (isLike: (word: string) => boolean) =>
    new Set(
      known()
        .titleWords.filter(([word]) => isLike(word))
        .flatMap(([, roles]) => roles),
    );
  const begun = rolesOf((word) => word.startsWith(skeleton));
  if (begun.size > 0) return { roles: begun, isAnyHead: false, quality: QUALITY.prefix };
  if (skeleton.length < SHORTEST_TITLE_MISTYPED) return null;
  const mistyped = rolesOf((word) => isWithinOneEdit(word, skeleton));
  return mistyped.size === 0
    ? null
    : { roles: mistyped, isAnyHead: false, quality: QUALITY.oneEdit };
}

/** `Zh.`, «Дж.»: a letter of two signs, by its full stop. */
function isInitial({ text, hasStop }: Typed): boolean {
  return text.length === 1 || (hasStop && text.length === 2 && fold(text).length === 1);
}

function rootOf(stems: readonly string[]): string | null {
  for (const one of stems) {
    const root = rootOfPatronymic(one);
    if (root !== null) return root;
  }
  return null;
}

/** Splits what is typed into words, each with all that it may be. */
export function parseQuery(query: string): readonly QueryWord[] {
  const typed = typedWords(query);
  const skeletons = typed.map(({ text }) => fold(text));
  const titles = titlesOf(skeletons);
  const classes = classesOf(skeletons);
  return typed.map((word, at) => {
    const skeleton = skeletons[at] ?? '';
    const stems = stemsOf(skeleton);
    return {
      skeleton,
      letters: word.text.replace(NO_LETTERS, '').length,
      stems,
      beginnings: beginningsOf(word.text),
      isInitial: isInitial(word),
      root: rootOf(stems),
      isOptional: isOptional(skeleton, word.hasStop),
      title: titles[at] ?? titleLike(skeleton),
      classes: classes[at] ?? new Set(),
      branch: known().branches.get(skeleton) ?? [],
    };
  });
}

/** Two neighbours as one word: «Мұхамед жан» for Мұхамеджан. */
export function withJoined(words: readonly QueryWord[], at: number): readonly QueryWord[] | null {
  const [first, second] = [words[at], words[at + 1]];
  if (first === undefined || second === undefined) return null;
  if (first.title !== null || first.isInitial || second.isInitial) return null;
  const skeleton = first.skeleton + second.skeleton;
  const one: QueryWord = {
    ...second,
    skeleton,
    letters: first.letters + second.letters,
    stems: stemsOf(skeleton),
    beginnings: [skeleton],
    isOptional: false,
    title: null,
    classes: new Set(),
    branch: [],
  };
  return [...words.slice(0, at), one, ...words.slice(at + 2)];
}
