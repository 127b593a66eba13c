import { readFileSync } from 'node:fs';
import { fold, stem } from '@/lib/language/fold';
import { EMPTY_LEDGER } from '@/lib/ledger/lookups';
import type { Gender, Lang, Ledger, Person } from '@/lib/ledger/records';
import { isWithinOneEdit } from '@/lib/names/edits';

/** One marked name of a person corpus. */
export interface MarkedName {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly normal: string | null;
  readonly family?: string | null;
  readonly given?: string | null;
}

/** One text of a person corpus. */
export interface MarkedText {
  readonly id: string;
  readonly lang: Lang;
  readonly text: string;
  readonly mentions: readonly MarkedName[];
}

/** Reads a corpus in the shape of `../shared/corpora/README.md`. */
export function readCorpus(path: string): MarkedText[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const row: unknown = JSON.parse(line);
      if (typeof row !== 'object' || row === null || !('text' in row) || !('mentions' in row))
        throw new Error(`${path}: a line without text or mentions`);
      // The shape is fixed by the corpus's README; a file of another shape fails above.
      return row as MarkedText;
    });
}

/** A surname and a given name as the corpus has them. */
interface FullName {
  readonly family: string;
  readonly given: string;
}

const isFullName = (name: MarkedName): name is MarkedName & FullName =>
  (name.family ?? '').length > 1 && (name.given ?? '').length > 1;

/**
 * The persons of a corpus. Its lemmas were made by hand and by rule, and one person has several («Рамзан» and
 * «Рамзану Кадыров»): names of one surname whose given names differ by an ending or one letter are one person.
 */
export function corpusPersons(texts: readonly MarkedText[]): {
  readonly persons: readonly Person[];
  idOf(name: MarkedName): string | null;
} {
  const byFamily = new Map<string, { id: string; given: string; person: Person }[]>();
  const find = ({ family, given }: FullName) =>
    byFamily.get(stem(fold(family)))?.find((one) => isWithinOneEdit(one.given, stem(fold(given))));
  for (const { lang, mentions } of texts)
    for (const name of mentions) {
      if (!isFullName(name)) continue;
      const known = find(name);
      if (known) {
        known.person = withLemma(known.person, name);
        continue;
      }
      const id = `${fold(name.family)}/${fold(name.given)}`;
      const row = {
        id,
        given: stem(fold(name.given)),
        person: withLemma(personOf(name.family, name.given, lang, id), name),
      };
      const key = stem(fold(name.family));
      byFamily.set(key, [...(byFamily.get(key) ?? []), row]);
    }
  return {
    persons: [...byFamily.values()].flat().map(({ person }) => person),
    idOf: (name) => (isFullName(name) ? (find(name)?.id ?? null) : null),
  };
}

/** The person with one more lemma of the name, as a ledger keeps several spellings, and the sex that a form shows. */
function withLemma(person: Person, name: MarkedName & FullName): Person {
  const gender = person.gender === 'female' && isDeclined(name) ? 'male' : person.gender;
  const names = [person.name.ru, person.name.kk].map((one) => `${one?.given} ${one?.family}`);
  const known = new Set([...names, ...person.otherNames.map((one) => one.name)]);
  const lemmas = [name.given, ...nominativesOf(name.given, gender)].map(
    (given) => `${given} ${name.family}`,
  );
  const fresh = [...new Set(lemmas)].filter((lemma) => !known.has(lemma));
  return {
    ...person,
    gender,
    otherNames: [...person.otherNames, ...fresh.map((one) => ({ name: one }))],
  };
}

/** Some lemmas of the corpus are oblique («Егора Свиридов», «Рамзану Кадыров»): a man's name has no such ending. */
function nominativesOf(given: string, gender: Gender | null): string[] {
  const isOblique = gender === 'male' && /[бвгджзклмнпрстфхцчшщ][ау]$/u.test(given);
  return isOblique && !MALE_IN_A.test(given) ? [given.slice(0, -1)] : [];
}

/** «Аксары Кердпола»: a woman's surname in a consonant would not change. */
function isDeclined({ family, surface }: MarkedName & FullName): boolean {
  const words = surface.split(/[\s-]+/u);
  return (
    /[бвгджзклмнпрстфхцчшщ]$/iu.test(family) &&
    words.some((word) => [`${family}а`, `${family}у`, `${family}ом`, `${family}е`].includes(word))
  );
}

const MALE_IN_A =
  /^(?:никита|илья|кузьма|фома|лука|данила|гаврила|миша|саша|дима|коля|ваня|лёша|мустафа|муса|иса)$/iu;

/** The sex that a given name tells; null where its ending tells nothing. */
function genderOf(given: string, family: string): Gender | null {
  if (/(?:ова|ева|ёва|ина|ская|цкая|кызы|қызы)$/iu.test(family)) return 'female';
  if (/(?:ов|ев|ёв|ин|ский|цкий|ой|ұлы|улы)$/iu.test(family)) return 'male';
  if (MALE_IN_A.test(given)) return 'male';
  // «Николя Саркози»: a foreign name says nothing by its last letter, and its surname does not change.
  return /[ая]$/iu.test(given) && !/[иоуыэеюё]$/iu.test(family) ? 'female' : null;
}

function personOf(family: string, given: string, lang: Lang, id: string): Person {
  return {
    id,
    gender: genderOf(given, family),
    name: { [lang]: { family, given } },
    otherNames: [],
    identifiers: [],
  };
}

const NOISE_GIVEN =
  'Александр Сергей Андрей Иван Пётр Олег Марат Ерлан Нурлан Серик Айгуль Елена Ольга Светлана Динара Гульнар Тимур Руслан Данияр Асхат Болат Канат Мурат Айдос Алия Жанар Виктор Юрий Николай Дмитрий'.split(
    ' ',
  );
const NOISE_STEMS =
  'Ахмет Омар Серик Нурлан Жума Бек Тлеу Сады Кали Мука Абдра Есен Тулеген Байман Касым Искак Сулеймен Мусаб Рахим Карим Петр Иван Сидор Кузнец Попов Смирн Волк Зайц Орл Сокол Мороз Белоус Гриц Шевч Ковал Бойк Лысен Крав Тка Мельник'.split(
    ' ',
  );
const NOISE_MIDDLE = 'бай бек жан хан гали али мырза тай кул дос ер ай'.split(' ');
const NOISE_ENDS = 'ов ев ин баев беков енко ук ский кулов уллин'.split(' ');

/** Generated names, the same on every run: the gazetteer is not the text's own list in real use. */
export function noisePersons(count: number): Person[] {
  const persons = new Map<string, Person>();
  for (let at = 0; persons.size < count; at += 1) {
    const family = `${pick(NOISE_STEMS, at)}${pick(NOISE_MIDDLE, Math.floor(at / 37))}${pick(NOISE_ENDS, Math.floor(at / 11))}`;
    const given = pick(NOISE_GIVEN, at * 7 + Math.floor(at / 400));
    const isWoman = /[ая]$/u.test(given) && /(?:ов|ев|ин)$/u.test(family);
    const id = `noise/${family}/${given}`;
    persons.set(id, personOf(isWoman ? `${family}а` : family, given, 'ru', id));
    if (at > count * 50) throw new Error('too few different noise names');
  }
  return [...persons.values()];
}

function pick(list: readonly string[], at: number): string {
  return list[at % list.length] ?? '';
}

/** A ledger of persons without offices. */
export function ledgerOf(persons: readonly Person[]): Ledger {
  return { ...EMPTY_LEDGER, persons };
}
