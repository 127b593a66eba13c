/** Forms of Kazakh names as a school grammar makes them: an oracle that shares nothing with the engine's tables. */

const VOWELS = 'аәеёиоөуұүыіэюя';

interface Sounds {
  readonly genitive: string;
  readonly accusative: string;
  readonly locative: string;
  readonly ablative: string;
  readonly dative: string;
  readonly instrumental: string;
  readonly plural: string;
}

const AFTER_VOWEL: Sounds = {
  genitive: 'н',
  accusative: 'н',
  locative: 'д',
  ablative: 'д',
  dative: 'ғ',
  instrumental: 'м',
  plural: 'л',
};

/** First sounds of the endings by the name's last one; и and у count as glides, в б г д as voiceless. */
function soundsAfter(name: string): Sounds {
  const last = name.slice(-1).toLowerCase();
  if ('иу'.includes(last)) return { ...AFTER_VOWEL, genitive: 'д', accusative: 'д' };
  if (VOWELS.includes(last)) return AFTER_VOWEL;
  if ('мнң'.includes(last)) return { ...AFTER_VOWEL, accusative: 'д', ablative: 'н', plural: 'д' };
  if ('лрй'.includes(last)) return { ...AFTER_VOWEL, genitive: 'д', accusative: 'д' };
  if ('жз'.includes(last))
    return {
      ...AFTER_VOWEL,
      genitive: 'д',
      accusative: 'д',
      instrumental: 'б',
      plural: 'д',
    };
  return {
    genitive: 'т',
    accusative: 'т',
    locative: 'т',
    ablative: 'т',
    dative: 'қ',
    instrumental: 'п',
    plural: 'т',
  };
}

/** Vowels of one row. The press writes «Тоқаевтың» and «Тоқаевтің», so every name is put into both. */
interface Row {
  readonly a: string;
  readonly y: string;
  readonly isFront: boolean;
}
const ROWS: readonly Row[] = [
  { a: 'а', y: 'ы', isFront: false },
  { a: 'е', y: 'і', isFront: true },
];

const harmonised = (sound: string, { isFront }: Row): string =>
  isFront ? sound.replace('ғ', 'г').replace('қ', 'к') : sound;

/** The cases of what belongs to nobody, then «-дағы», «-нікі», «-дай». */
function plainCases(name: string, row: Row): string[] {
  const sounds = soundsAfter(name);
  const { a, y } = row;
  const endings = [
    `${sounds.genitive}${y}ң`,
    `${harmonised(sounds.dative, row)}${a}`,
    `${sounds.accusative}${y}`,
    `${sounds.locative}${a}`,
    `${sounds.ablative}${a}н`,
    `${sounds.instrumental}ен`,
    `${sounds.locative}${a}${harmonised('ғ', row)}${y}`,
    `${sounds.genitive}ікі`,
    `${sounds.locative}${a}й`,
  ];
  return endings.map((ending) => name + ending);
}

/** The cases of what belongs to somebody: «Нығметұлына», «Омарқызынан». */
function possessedCases(name: string, { a, y, isFront }: Row): string[] {
  const endings = [
    `н${y}ң`,
    `н${a}`,
    'н',
    `нд${a}`,
    `н${a}н`,
    'мен',
    `нд${a}${isFront ? 'г' : 'ғ'}${y}`,
    'нікі',
    `нд${a}й`,
  ];
  return endings.map((ending) => name + ending);
}

const isPossessed = (name: string): boolean => /(?:ұлы|қызы)$/u.test(name);

/** A name of one person in all cases, in both rows of vowels. */
export function kazakhCases(name: string): string[] {
  const inRow = isPossessed(name) ? possessedCases : plainCases;
  return [...new Set(ROWS.flatMap((row) => inRow(name, row)))];
}

/** Of several bearers («Омаровтар»), and of what is somebody's («Омаровы», «Омаровымыз»), each in all cases. */
export function kazakhChains(name: string): string[] {
  return ROWS.flatMap((row) => {
    const { plural, accusative } = soundsAfter(name);
    const { a, y } = row;
    const many = `${name}${plural}${a}р`;
    const his = `${name}${VOWELS.includes(name.slice(-1)) ? 'с' : ''}${y}`;
    const copula = accusative === 'т' ? 'п' : accusative === 'д' ? 'б' : 'м';
    return [
      many,
      his,
      `${many}${y}`,
      ...plainCases(many, row),
      ...possessedCases(his, row),
      ...possessedCases(`${many}${y}`, row),
      `${name}${copula}${y}н`,
      `${name}с${y}ң`,
      `${name}с${y}з`,
    ];
  });
}
