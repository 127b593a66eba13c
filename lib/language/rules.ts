import type { AreaClass, Gender, Lang } from '@/lib/ledger/records';

/** Cases as bits, so that a form that stands for several of them is one number. */
export const CASE = {
  nominative: 1,
  genitive: 2,
  dative: 4,
  accusative: 8,
  instrumental: 16,
  prepositional: 32,
  ablative: 64,
  plural: 128,
  /** The form says nothing of case: indeclinable names, English. */
  any: 63,
} as const;

/** A set of `CASE` bits. */
export type CaseMask = number;

/**
 * How words of one ending are inflected. `suffix`, `drop` and the endings are in the language's own
 * letters; `drop` counts letters of `suffix` taken off before an ending is added.
 */
export interface Paradigm {
  readonly suffix: string;
  /** Endings that look alike but belong to another row. */
  readonly except?: readonly string[];
  readonly gender: Gender | null;
  readonly drop: number;
  readonly endings: readonly (readonly [mask: CaseMask, ending: string])[];
}

/** Suffixes of one place in an agglutinated chain; a chain takes at most one of each slot, in slot order. */
export interface SuffixSlot {
  readonly slot: string;
  /** The slot that must stand directly before this one. */
  readonly after?: string;
  readonly forms: readonly (readonly [mask: CaseMask, form: string])[];
}

/** Where the area of an office stands: «аким Талгара» after, `Талғар әкімі` before. */
export type Side = 'before' | 'after';

/**
 * A title. In a phrase a word that ends in `~` is inflected, the others stand as written.
 * `area`: `any` also without an area; `needed` no title without one; `none` an office of the state;
 * `ministry` followed (or preceded) by its branch.
 */
export interface TitleRow {
  readonly phrase: string;
  readonly roles: readonly string[];
  readonly area: 'any' | 'needed' | 'none' | 'ministry' | 'branch';
  readonly plural?: boolean;
  /** Names one office of the state even where no country is named beside it: «глава государства». */
  readonly unique?: boolean;
  /** Words for a department, after its branch or before it: `head of the education department`, «глава алматинского управления транспорта». */
  readonly units?: readonly string[];
  /** No title without its branch: `the region's health chief`. */
  readonly branchNeeded?: boolean;
  /** A word for offices of this country alone, so that «аким столицы» is the akim of its own capital. */
  readonly ours?: boolean;
  /** A person may follow in the genitive: «заместитель Омарова». */
  readonly ofPerson?: boolean;
  /** Of a ministry by its short name alone: «глава Минздрава». */
  readonly branchOnly?: boolean;
  /** The first of several deputies. */
  readonly first?: boolean;
  /** A possessive, which the name of its area or branch precedes: `Талғар әкімі`. */
  readonly possessed?: boolean;
}

/** A word for a kind of area; `near` kinds («регион») may stand for several classes. */
export interface KindRow {
  readonly phrase: string;
  readonly classes: readonly AreaClass[];
  /** Adjectives stand for the area last named: «областной аким». */
  readonly adjective?: boolean;
  /** The possessive, which a name precedes: `Талғар ауданы`. */
  readonly possessed?: boolean;
  readonly plural?: boolean;
  /** The one place of the kind that is called so: «столица» is no other city, whichever was named last. */
  readonly only?: string;
}

/** What a word beside a title or a name does to it. */
export type MarkerKind =
  /** Somebody else's job or an institution: «пресс-секретарь акима», «аппарат акима». */
  | 'dependent'
  /** A department: it owns a title even over a few words, «отдел внутренней политики акима». */
  | 'unit'
  /** Kin and companions: the office is meant, the name beside it is not its holder. */
  | 'kin'
  /** The office itself, or a thing of its holder: `әкімі лауазымына`, «кабинет акима». A name beside it is still his. */
  | 'position'
  | 'former'
  | 'future'
  | 'acting'
  | 'modifier'
  /** «новый»: on a handover day the one who comes. */
  | 'incoming'
  | 'generic'
  /** Before a comma «болса» is «if he were», without one «as for him». */
  | 'condition'
  /** «имени», «атындағы», street, school, fund: a name after (or before) it is no person. */
  | 'memorial'
  /** A word for a firm: «Сергей Пак из компании …» holds no office. */
  | 'firm'
  | 'honorific'
  /** The word itself is spoken of: `Moroz means frost`. */
  | 'meaning'
  /** One more bearer of the name: «другой Омаров», `two Omarovs`. */
  | 'another'
  /** One who shares a surname alone: «его однофамилец»; a full name beside it may be another official's. */
  | 'surname'
  /** A trade of private life: a namesake. */
  | 'trade'
  | 'foreign';

export interface MarkerRow {
  readonly kind: MarkerKind;
  /** The side of the title or name on which the marker stands. */
  readonly side: Side;
  readonly phrases: readonly string[];
}

/** The rules of one language. The engine knows no language: a fourth one is one more of these. */
export interface LanguageRules {
  readonly lang: Lang;
  /** Letters of no other language here, and frequent small words, for detection. */
  readonly letters: string;
  readonly commonWords: readonly string[];
  readonly paradigms: readonly Paradigm[];
  readonly slots: readonly SuffixSlot[];
  /** Final letters of a skeleton that change before a suffix that begins with a vowel. */
  readonly voicing: Readonly<Record<string, string>>;
  readonly strips: readonly string[];
  /** Endings of patronymics that are told from surnames by them alone. */
  readonly patronymics: readonly {
    readonly suffix: string;
    readonly gender: Gender;
  }[];
  /** Endings by which a word is told for a surname in any of its cases. */
  readonly surnameEndings: readonly string[];
  readonly areaSide: readonly Side[];
  readonly titles: readonly TitleRow[];
  readonly kinds: readonly KindRow[];
  readonly markers: readonly MarkerRow[];
  /** Small words between a title and its area or name (`of the`). */
  readonly links: readonly string[];
  /** Words that begin sentences with a capital and are no names. */
  readonly starters: readonly string[];
  /** Endings (of the written word) of verbs in the past or of trades, by what they tell. */
  readonly tradeEndings: readonly string[];
  /** Case endings that a trade may take after its own ending. */
  readonly tradeCases: readonly string[];
  readonly tradeExceptions: readonly string[];
  /** Beginnings of words of saying, asking and the like, which only people do. */
  readonly sayingWords: readonly string[];
  /** Those of them that things do too, where words have no endings to tell: `Ten will not` of ten schools. */
  readonly auxiliaries?: readonly string[];
  /** Beginnings of words by which a text says that two people share a name. */
  readonly namesakeWords: readonly string[];
  /** Endings of reflexive verbs, which no noun has. */
  readonly reflexiveEndings: readonly string[];
  /** Endings of verbs that tell what would be if: `айтса`. */
  readonly conditionEndings: readonly string[];
  /** Words of a sentence that tells what is not so: `әкім болса, жол болар еді`. */
  readonly unrealWords?: readonly string[];
  /** Beginnings of words that follow somebody's age before a name: «19-летний», `19 жастағы`. */
  readonly ageWords?: readonly string[];
  /** Endings of participles, before which a word in the ablative says what a thing is made of: `тастан қашалған`. */
  readonly participleEndings: readonly string[];
  /** Endings of things that are named after the word before: `Әуезов театры`. */
  readonly compoundEndings: readonly string[];
  /** Endings of words that are never a given name. */
  readonly notGivenEndings: readonly string[];
  /**
   * Endings of nouns in the possessive, which before a full name say who he is (`мектеп түлегі`), and those that
   * look alike and are none.
   */
  readonly roleEndings: readonly string[];
  readonly notRoleEndings: readonly string[];
  /** Endings of surnames that are adjectives: before a thing they are its name («Полевой стан»). */
  readonly adjectiveSurnames: readonly string[];
  /** Endings of words that begin sentences in an oblique case, and so are no given name of a nominative surname. */
  readonly obliqueEndings: readonly string[];
  /** «сам», `herself`: beside a full name they tell the known bearer from others. */
  readonly selfWords: readonly string[];
  /** «-старший», «-младший», by their beginnings: father and son of one surname. */
  readonly seniority: readonly (readonly [word: string, who: 'elder' | 'younger'])[];
  /** «первый», by which the first of several deputies is told in a post's label. */
  readonly firstWords: readonly string[];
  /** Pronouns by which a name is said to be another's: `Askar Nurgozhin, his deputy`. */
  readonly possessives: readonly string[];
  /** Small words between a name and a title said of it: `as`, `a`. */
  readonly appositionWords: readonly string[];
  /** Words of place, after which a surname that is also a place is the place. */
  readonly placeWords: readonly string[];
  /** «из», `from`: a person with it is told by where he lives, not by an office. */
  readonly originWords: readonly string[];
  /** `of`: what follows is where the person serves, which may be the official's own area. */
  readonly belongingWords: readonly string[];
  /** Words of scenes in which officials' namesakes appear: sport, the stage, the arts. */
  readonly sceneWords: readonly string[];
  /** Words of offices and their institutions, by their beginnings: they show that a text is of public affairs. */
  readonly publicWords: readonly string[];
  /** Words joined by a hyphen that are words of their own: «экс-», «-старший». */
  readonly hyphenPrefixes: readonly string[];
  readonly hyphenSuffixes: readonly string[];
  /** Words that begin another clause after a comma: «а», «но», `while`. */
  readonly clauseWords: readonly string[];
  /** «по образованию», `by training`: after a trade they say what somebody once learned. */
  readonly schoolingWords: readonly string[];
  /** Pairs of letters that stand for one letter or for two. */
  readonly seams: readonly string[];
  /** Words of captions that say where in the picture somebody stands: «слева», `left`. */
  readonly captionWords: readonly string[];
  /** How words of address begin, the longer first, and whom they are for: «госпожа», `Mrs`, `ханым`; in Kazakh they follow the name. */
  readonly honorificGender: readonly (readonly [word: string, gender: Gender])[];
  /** «Аким Темиртау, тоже Тимур Ахметов»: words between a title and the name of its holder. */
  readonly alsoWords: readonly string[];
  /** Words between what somebody is and his name: `a pensioner called Abdrakhman Issabekov`. */
  readonly namedWords: readonly string[];
  /** «Тайманов о ливнёвках»: in a headline such a word after a name says that he speaks. */
  readonly aboutWords: readonly string[];
  /** Beginnings of words for somebody's parents: «отец», `әкесі`; they do not take the surname over from him. */
  readonly parentWords: readonly string[];
  /** Verbs between a name and the title that they give it: `became`, «стал». */
  readonly copulas: readonly string[];
  /** Words between the members of a list: «и», «мен», `and`. */
  readonly listWords: readonly string[];
  /** Whether every word of a name takes the case (Russian) or the last one alone (Kazakh). */
  readonly agreement: 'all' | 'last';
  /** Prepositions and the cases they take. */
  readonly prepositions: readonly (readonly [word: string, mask: CaseMask])[];
  /** Endings of verbs that show the sex of their subject. */
  readonly verbGender: readonly (readonly [ending: string, gender: Gender])[];
  /** Endings of verbs that no person is the subject of: «Алтай завалило снегом». */
  readonly neuterEndings: readonly string[];
  /** Words between a subject and its verb that deny it: «не». */
  readonly negations: readonly string[];
  /** Other words for branches: short for long. */
  readonly branches: readonly (readonly [short: string, long: string])[];
  /** Endings by which an adjective is made of a place's name, longest first, as skeletons. */
  readonly placeAdjectives: readonly string[];
}
