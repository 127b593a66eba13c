import { CASE, type Paradigm } from '../rules';

const { nominative: N, genitive: G, dative: D, accusative: A, instrumental: I } = CASE;
const { prepositional: P, plural: PL } = CASE;

/** Surnames in -ов, -ев, -ин and their plurals; the plural of a family is the same for both sexes. */
const familyPlural = [
  [N | PL, 'ы'],
  [G | A | P | PL, 'ых'],
  [D | PL, 'ым'],
  [I | PL, 'ыми'],
] as const;

const possessive = (suffix: string): readonly Paradigm[] => [
  {
    suffix,
    gender: 'male',
    drop: 0,
    endings: [[N, ''], [G | A, 'а'], [D, 'у'], [I, 'ым'], [P, 'е'], ...familyPlural],
  },
  {
    suffix: `${suffix}а`,
    gender: 'female',
    drop: 1,
    endings: [[N, 'а'], [G | D | I | P, 'ой'], [I, 'ою'], [A, 'у'], ...familyPlural],
  },
];

const adjectivePlural = [
  [N | PL, 'ие'],
  [N | PL, 'ые'],
  [G | A | P | PL, 'их'],
  [G | A | P | PL, 'ых'],
  [D | PL, 'им'],
  [D | PL, 'ым'],
  [I | PL, 'ими'],
  [I | PL, 'ыми'],
] as const;

/** The cases that a man's adjective and a thing's have in common, but for the genitive, which is his accusative too. */
const adjectiveObliques = [
  [D, 'ому'],
  [D, 'ему'],
  [I, 'им'],
  [I, 'ым'],
  [P, 'ом'],
  [P, 'ем'],
] as const;

const adjectiveMale = (suffix: string): Paradigm => ({
  suffix,
  gender: 'male',
  drop: 2,
  endings: [
    [N, suffix.slice(-2)],
    [G | A, 'ого'],
    [G | A, 'его'],
    ...adjectiveObliques,
    ...adjectivePlural,
  ],
});

const adjectiveFemale = (suffix: string): Paradigm => ({
  suffix,
  gender: 'female',
  drop: 2,
  endings: [
    [N, suffix.slice(-2)],
    [G | D | I | P, 'ой'],
    [G | D | I | P, 'ей'],
    [A, 'ую'],
    [A, 'юю'],
    ...adjectivePlural,
  ],
});

/** Villages and towns: «Предгорное», «Дальнее». */
const adjectiveNeuter = (suffix: string): Paradigm => ({
  suffix,
  gender: null,
  drop: 2,
  endings: [[N | A, suffix], [G, 'ого'], [G, 'его'], ...adjectiveObliques],
});

const consonantEndings = [
  [N, ''],
  [G | A, 'а'],
  [D, 'у'],
  [I, 'ом'],
  [I, 'ем'],
  [P, 'е'],
  [N | PL, 'ы'],
  [N | PL, 'и'],
  [G | A | PL, 'ов'],
  [G | A | PL, 'ей'],
  [D | PL, 'ам'],
  [I | PL, 'ами'],
  [P | PL, 'ах'],
] as const;

const softEndings = [
  [G | A, 'я'],
  [D, 'ю'],
  [I, 'ем'],
  [P, 'е'],
  [N | PL, 'и'],
  [G | A | PL, 'ев'],
  [G | A | PL, 'ей'],
  [D | PL, 'ям'],
  [I | PL, 'ями'],
  [P | PL, 'ях'],
] as const;

/** Nouns and names in a consonant; a woman's surname in a consonant does not change (row `indeclinable`). */
const consonant: readonly Paradigm[] = 'бвгджзклмнпрстфхцчшщ'.split('').map((letter) => ({
  suffix: letter,
  except: ['ов', 'ев', 'ёв', 'ин', 'ын', 'их', 'ых'],
  gender: 'male',
  drop: 0,
  endings: consonantEndings,
}));

const fleeting = (suffix: string, bare: string): Paradigm => ({
  suffix,
  gender: 'male',
  drop: suffix.length,
  endings: consonantEndings
    .filter(([, ending]) => ending !== '')
    .map(([mask, ending]) => [mask, `${bare}${ending}`] as const),
});

const aEndings = [
  [N, 'а'],
  [G, 'ы'],
  [G, 'и'],
  [D | P, 'е'],
  [A, 'у'],
  [I, 'ой'],
  [I, 'ей'],
  [I, 'ою'],
  [N | PL, 'ы'],
  [N | PL, 'и'],
  [D | PL, 'ам'],
  [I | PL, 'ами'],
  [P | PL, 'ах'],
  [G | A | PL, ''],
] as const;

const yaEndings = [
  [N, 'я'],
  [G | D | P, 'и'],
  [D | P, 'е'],
  [A, 'ю'],
  [I, 'ей'],
  [I, 'ёй'],
  [N | PL, 'и'],
  [D | PL, 'ям'],
  [I | PL, 'ями'],
] as const;

const ALL = CASE.any;

/** Rows of the Russian endings; a name may fit several, and any of them may explain a form. */
export const RU_PARADIGMS: readonly Paradigm[] = [
  ...['ов', 'ев', 'ёв', 'ин', 'ын'].flatMap(possessive),
  // Given names and foreign surnames in -ин, -ов take the common -ом: «Мартином», «Шухратовом».
  { suffix: 'ин', gender: 'male', drop: 0, endings: [[I, 'ом']] },
  { suffix: 'ын', gender: 'male', drop: 0, endings: [[I, 'ом']] },
  { suffix: 'ов', gender: 'male', drop: 0, endings: [[I, 'ом']] },
  {
    suffix: 'ев',
    gender: 'male',
    drop: 0,
    endings: [
      [I, 'ем'],
      [I, 'ом'],
    ],
  },
  ...['ий', 'ый', 'ой'].map(adjectiveMale),
  ...['ая', 'яя'].map(adjectiveFemale),
  ...['ое', 'ее'].map(adjectiveNeuter),
  { suffix: 'й', gender: 'male', drop: 1, endings: [[N, 'й'], ...softEndings] },
  // «О Юрии»: given names in -ий; surnames in -ий are adjectives.
  { suffix: 'ий', except: ['ский', 'цкий'], gender: 'male', drop: 1, endings: [[P, 'и']] },
  { suffix: 'ь', gender: 'male', drop: 1, endings: [[N, 'ь'], ...softEndings] },
  {
    suffix: 'ь',
    gender: 'female',
    drop: 1,
    endings: [
      [N | A, 'ь'],
      [G | D | P, 'и'],
      [I, 'ью'],
      [N | PL, 'и'],
      [G | A | PL, 'ей'],
      [D | PL, 'ям'],
      [I | PL, 'ями'],
      [P | PL, 'ях'],
    ],
  },
  {
    suffix: 'а',
    except: ['ова', 'ева', 'ёва', 'ина', 'ына'],
    gender: null,
    drop: 1,
    endings: aEndings,
  },
  // Алина, Ева, Диана: given names that only look like surnames.
  {
    suffix: 'а',
    except: ['ова', 'ева', 'ёва'],
    gender: 'female',
    drop: 1,
    endings: aEndings.filter(([mask]) => mask < CASE.plural),
  },
  { suffix: 'я', except: ['ая', 'яя'], gender: null, drop: 1, endings: yaEndings },
  {
    suffix: 'е',
    gender: null,
    drop: 1,
    endings: [
      [N | A, 'е'],
      [G, 'я'],
      [D, 'ю'],
      [I, 'ем'],
      [P, 'е'],
      [P, 'и'],
    ],
  },
  {
    suffix: 'о',
    gender: null,
    drop: 1,
    endings: [
      [N | A, 'о'],
      [G, 'а'],
      [D, 'у'],
      [I, 'ом'],
      [P, 'е'],
    ],
  },
  ...consonant,
  fleeting('ец', 'ц'),
  fleeting('ёк', 'ьк'),
  fleeting('ок', 'к'),
  fleeting('ел', 'л'),
  fleeting('ень', 'н'),
  // «Льва»; a longer suffix would make «Соловья» of Соловьев.
  fleeting('лев', 'льв'),
  // Whatever does not change: -ых, -о, -е, -и, -у, -ы and women's names in a consonant.
  { suffix: '', gender: null, drop: 0, endings: [[N, '']] },
  ...[
    'их',
    'ых',
    'о',
    'е',
    'и',
    'у',
    'ю',
    'ы',
    'і',
    'ұ',
    'ү',
    'э',
    'ко',
    'уа',
    'ұлы',
    'улы',
    'кызы',
  ].map((suffix): Paradigm => ({ suffix, gender: null, drop: 0, endings: [[ALL, '']] })),
  ...'бвгджзклмнпрстфхцчшщйь'
    .split('')
    .map((suffix): Paradigm => ({ suffix, gender: 'female', drop: 0, endings: [[ALL, '']] })),
];
