import type { Area, Membership, Person, PersonName, Post } from '@/lib/ledger/records';

/** Officials as many as asked, their offices and areas; the same on every run. */
export interface LookUpLedger {
  readonly areas: readonly Area[];
  readonly persons: readonly Person[];
  readonly posts: readonly Post[];
  readonly memberships: readonly Membership[];
}

/** One office has so many holders, one after another. */
const HOLDERS = 10;
const REGIONS = 20;

const list = (text: string): readonly string[] => text.split(' ');
const BEGINNINGS = list(
  'Аб Ах Ба Бер Бол Да Дос Ес Жа Жум Иб Кас Ке Ку Ма Мук На Нур Ом Ора Са Се Та Тул У Ша Ша Ис Ал Ко',
);
const MIDDLES = list(
  'бай бек ген гали дар ди до жан за кар кен ки лат ле ли ма мар ме мыр на ра ре ри са сен си та тай те ти ха хме бра дыр',
);
const LASTS = list('бай бек дик жан кен ла лан мет мир мов на нов рал рат рим ста тан хан ша ыл');
const ENDINGS = list('ов ев ин баев беков уллин ский енко');
const GIVEN_FIRST = list('Ай Аль Ас Бау Ган Да Ду Ер Жан Кай Ма Му Нур Ра Са Та Тал Ша Ба Ес');
const GIVEN_LAST = list(
  'бек бол гат гуль дар жан зат кын лан мат мир рат рия сия тай хан ым ыржан',
);

/** A small generator of numbers: equal seeds, equal ledgers. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const LATIN = new Map(
  Object.entries({
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'y',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    х: 'kh',
    ш: 'sh',
    ы: 'y',
    ь: '',
    я: 'ya',
  }),
);

function inLatin(word: string): string {
  const latin = Array.from(word.toLowerCase(), (letter) => LATIN.get(letter) ?? letter).join('');
  return latin.charAt(0).toUpperCase() + latin.slice(1);
}

/** Kazakh has other letters for some of these sounds. */
const inKazakh = (word: string): string =>
  word.replaceAll('к', 'қ').replaceAll('К', 'Қ').replace('у', 'ұ').replace('ге', 'ғе');

function named(name: PersonName): Person['name'] {
  const through = (change: (word: string) => string): PersonName => ({
    family: change(name.family),
    given: change(name.given),
    patronymic: change(name.patronymic ?? ''),
  });
  return { ru: name, kk: through(inKazakh), en: through(inLatin) };
}

function personOf(id: string, next: (below: number) => number): Person {
  const pick = (words: readonly string[]) => words[next(words.length)] ?? '';
  const family = pick(BEGINNINGS) + pick(MIDDLES) + pick(LASTS) + pick(ENDINGS);
  const given = pick(GIVEN_FIRST) + pick(GIVEN_LAST);
  const patronymic = `${pick(GIVEN_FIRST)}${pick(GIVEN_LAST)}ович`;
  return {
    id,
    gender: 'male',
    name: named({ family, given, patronymic }),
    otherNames: [],
    identifiers: [],
  };
}

function areaOf(at: number, next: (below: number) => number): Area {
  const pick = (words: readonly string[]) => words[next(words.length)] ?? '';
  const isRegion = at < REGIONS;
  const stem = pick(BEGINNINGS) + pick(MIDDLES) + pick(LASTS);
  const kinds = isRegion
    ? ([`${stem}ская область`, `${stem} облысы`, 'Region'] as const)
    : ([`${stem}ский район`, `${stem} ауданы`, 'District'] as const);
  return {
    id: `area-${at}`,
    classification: isRegion ? 'oblast' : 'district',
    identifier: null,
    parentId: isRegion ? null : `area-${at % REGIONS}`,
    name: { ru: kinds[0], kk: inKazakh(kinds[1]), en: `${inLatin(stem)} ${kinds[2]}` },
    otherNames: [],
  };
}

function membershipOf(at: number): Membership {
  const nth = at % HOLDERS;
  const isLast = nth === HOLDERS - 1;
  return {
    id: `m-${at}`,
    personId: `person-${at}`,
    postId: `post-${Math.floor(at / HOLDERS)}`,
    startDate: `${2016 + nth}-03-01`,
    endDate: isLast ? null : `${2017 + nth}-03-01`,
    attestedOn: [],
    followsId: null,
    acting: false,
    sources: [{ url: 'https://news.example/a' }],
  };
}

/** A ledger of `officials` persons in offices of ten holders each, with names in three languages. */
export function lookUpLedger(officials: number): LookUpLedger {
  const next = numbers(7);
  const offices = Math.ceil(officials / HOLDERS);
  const areas = Array.from({ length: Math.ceil(offices / 4) }, (_, at) => areaOf(at, next));
  const posts = Array.from({ length: offices }, (_, at): Post => {
    const area = areas[at % areas.length];
    const isAkim = at < areas.length;
    const label = `${isAkim ? 'аким' : 'заместитель акима'}, ${area?.name.ru}`;
    return {
      id: `post-${at}`,
      role: isAkim ? 'akim' : 'deputyAkim',
      areaId: area?.id ?? null,
      label: { ru: label },
      startDate: null,
      endDate: null,
    };
  });
  const persons = Array.from({ length: officials }, (_, at) => personOf(`person-${at}`, next));
  const memberships = Array.from({ length: officials }, (_, at) => membershipOf(at));
  return { areas, persons, posts, memberships };
}

/** What people type, letter by letter: a surname, a case, both names, Latin letters, a typo, an office. */
export function typedQueries({ persons, areas }: LookUpLedger, count: number): readonly string[] {
  const next = numbers(11);
  return Array.from({ length: count }, (_, at) => {
    const { ru, en } = persons[next(persons.length)]?.name ?? {};
    const { family = '', given = '' } = ru ?? {};
    const kinds = [
      family,
      `${family}у`,
      `${given} ${family}`,
      `${en?.family} ${en?.given}`,
      // One letter left out, and two.
      family.slice(0, 3) + family.slice(4),
      `${family.slice(0, 2)}${family.slice(3, -3)}${family.slice(-2)}`,
      `${given.charAt(0)}. ${family}`,
      `аким ${areas[next(areas.length)]?.name.ru ?? ''}`,
    ];
    return kinds[at % kinds.length] ?? '';
  });
}
