import { fold } from '@/lib/language/fold';
import { LANGUAGES } from '@/lib/language/languages';
import { type Lexicon, lexicon, phrasesAt } from '@/lib/language/lexicon';
import type { KindRow } from '@/lib/language/rules';
import type { Area } from '@/lib/ledger/records';

/** One name of an area without the word for its kind; `hasKind`: that word belongs to the name. */
export interface AreaWords {
  readonly words: readonly string[];
  readonly hasKind: boolean;
}

let kindBooks: Lexicon<KindRow>[] | null = null;

function books(): Lexicon<KindRow>[] {
  kindBooks ??= LANGUAGES.map((rules) =>
    lexicon(
      rules,
      rules.kinds.filter((row) => row.adjective !== true).map((row) => [row.phrase, row] as const),
    ),
  );
  return kindBooks;
}

/** The names of an area in all languages and spellings, each without its kind. */
export function wordsOfArea(area: Area): AreaWords[] {
  const known = areaWords.get(area);
  if (known) return known;
  const names = [area.name.ru, area.name.kk, area.name.en, ...area.otherNames.map((o) => o.name)];
  const made = names.filter((name) => name !== undefined).map(withoutKind);
  const all = [...made, ...abbreviations(area)].filter((one) => one.words.length > 0);
  areaWords.set(area, all);
  return all;
}

const areaWords = new WeakMap<Area, AreaWords[]>();

function withoutKind(name: string): AreaWords {
  const words = name.split(/[\s.]+/u).filter((word) => word !== '');
  const skeletons = words.map(fold);
  for (const book of books())
    for (let at = 0; at < words.length; at += 1) {
      const [kind] = phrasesAt(book, (offset) => skeletons[at + offset] ?? null);
      if (kind && kind.length < words.length && isKindPlace(at, kind.length, words.length))
        return { words: [...words.slice(0, at), ...words.slice(at + kind.length)], hasKind: true };
    }
  return { words, hasKind: false };
}

/** A kind stands first or last in a name: «Город-Герой» is none. */
function isKindPlace(at: number, length: number, total: number): boolean {
  return at === 0 || at + length === total;
}

/** Abbreviations of two-part regions: Западно-Казахстанская область → ЗКО, Шығыс Қазақстан облысы → ШҚО. */
function abbreviations(area: Area): AreaWords[] {
  if (area.classification !== 'oblast') return [];
  return [area.name.ru, area.name.kk]
    .filter((name) => name !== undefined)
    .map((name) => name.split(/[\s-]+/u).map((word) => word.charAt(0).toUpperCase()))
    .filter((letters) => letters.length === 3)
    .map((letters) => ({ words: [letters.join('')], hasKind: true }));
}
