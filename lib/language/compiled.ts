import { fold } from './fold';
import { type Lexicon, lexicon } from './lexicon';
import type { KindRow, LanguageRules, MarkerKind, Side, TitleRow } from './rules';

/** A list of beginnings of words. */
export interface Beginnings {
  begins(skeleton: string): boolean;
}

/** Answers kept; beyond it the table starts anew. */
const WORDS_KEPT = 20_000;

function beginnings(words: readonly string[]): Beginnings {
  const listed = new Set(words.map(fold));
  const lengths = [...new Set(words.map((word) => fold(word).length))];
  const known = new Map<string, boolean>();
  const begins = (skeleton: string): boolean =>
    lengths.some((length) => listed.has(skeleton.slice(0, length)));
  return {
    begins: (skeleton) => {
      const answer = known.get(skeleton);
      if (answer !== undefined) return answer;
      if (known.size >= WORDS_KEPT) known.clear();
      const made = begins(skeleton);
      known.set(skeleton, made);
      return made;
    },
  };
}

/** The phrases of a language made findable: all that a typed name needs of its rules. */
export interface CompiledPhrases {
  readonly rules: LanguageRules;
  readonly titles: Lexicon<TitleRow>;
  readonly kinds: Lexicon<KindRow>;
  readonly before: Lexicon<MarkerKind>;
  readonly after: Lexicon<MarkerKind>;
  readonly branches: ReadonlyMap<string, readonly string[]>;
}

/** The rules of a language made findable. */
export interface CompiledLanguage extends CompiledPhrases {
  readonly starters: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly saying: Beginnings;
  readonly clauseWords: ReadonlySet<string>;
  readonly captionWords: ReadonlySet<string>;
  readonly copulas: ReadonlySet<string>;
  readonly schoolingWords: ReadonlySet<string>;
  readonly listWords: ReadonlySet<string>;
  readonly appositionWords: ReadonlySet<string>;
  readonly placeWords: ReadonlySet<string>;
  readonly parentWords: Beginnings;
  readonly originWords: ReadonlySet<string>;
  readonly belongingWords: ReadonlySet<string>;
  readonly namesakeWords: Beginnings;
  readonly sceneWords: Beginnings;
  readonly publicWords: Beginnings;
  readonly notGiven: readonly string[];
  readonly notGivenSkeletons: readonly string[];
  readonly prepositions: ReadonlyMap<string, number>;
}

const phrases = new WeakMap<LanguageRules, CompiledPhrases>();

/** Compiles the phrases of a language once. */
export function compiledPhrases(rules: LanguageRules): CompiledPhrases {
  const known = phrases.get(rules);
  if (known) return known;
  const made: CompiledPhrases = {
    rules,
    titles: lexicon(
      rules,
      rules.titles.map((row) => [row.phrase, row] as const),
    ),
    kinds: lexicon(
      rules,
      rules.kinds.map((row) => [row.phrase, row] as const),
    ),
    before: markers(rules, 'before'),
    after: markers(rules, 'after'),
    branches: new Map(
      rules.branches.map(([short, long]) => [fold(short), long.split(' ').map(fold)]),
    ),
  };
  phrases.set(rules, made);
  return made;
}

const compiled = new WeakMap<LanguageRules, CompiledLanguage>();

/** Compiles a language once. */
export function compiledLanguage(rules: LanguageRules): CompiledLanguage {
  const known = compiled.get(rules);
  if (known) return known;
  const made = compile(rules);
  compiled.set(rules, made);
  return made;
}

function markers(rules: LanguageRules, side: Side): Lexicon<MarkerKind> {
  const rows = rules.markers
    .filter((row) => row.side === side)
    .flatMap((row) => row.phrases.map((phrase) => [phrase, row.kind] as const));
  return lexicon(rules, rows);
}

function compile(rules: LanguageRules): CompiledLanguage {
  const skeletons = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(fold));
  return {
    ...compiledPhrases(rules),
    starters: skeletons(rules.starters),
    links: skeletons(rules.links),
    saying: beginnings(rules.sayingWords),
    clauseWords: skeletons(rules.clauseWords),
    captionWords: skeletons(rules.captionWords),
    copulas: skeletons(rules.copulas),
    schoolingWords: skeletons(rules.schoolingWords),
    listWords: skeletons(rules.listWords),
    appositionWords: skeletons(rules.appositionWords),
    placeWords: skeletons(rules.placeWords),
    parentWords: beginnings(rules.parentWords),
    originWords: skeletons(rules.originWords),
    belongingWords: skeletons(rules.belongingWords),
    namesakeWords: beginnings(rules.namesakeWords),
    sceneWords: beginnings(rules.sceneWords),
    publicWords: beginnings(rules.publicWords),
    notGiven: rules.notGivenEndings,
    notGivenSkeletons: rules.notGivenEndings.map(fold),
    prepositions: new Map(rules.prepositions.map(([word, mask]) => [fold(word), mask])),
  };
}
