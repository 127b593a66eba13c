import type { Lang, PersonName } from '@/lib/ledger/records';

const CYRILLIC = /\p{Script=Cyrillic}/u;
const KAZAKH_ONLY = /[әғқңөұүһі]/iu;
const CAPITALS = /^[\p{Lu}\p{M}'’-]{2,}$/u;
/** Endings of patronymics in Russian and Kazakh, in both scripts. */
const PATRONYMIC =
  /(?:вич|вна|ична|инична|ұлы|улы|қызы|кызы|vich|vych|vna|ichna|uly|ūly|[qkқ]yzy)$/iu;

/** The language of a name by its letters: Kazakh ones, else Cyrillic, else English. */
export function langOfName(name: string): Lang {
  if (KAZAKH_ONLY.test(name)) return 'kk';
  return CYRILLIC.test(name) ? 'ru' : 'en';
}

/**
 * Family name, given name and patronymic of a name written as one text; null with fewer than two words. The
 * family name is the word in capitals, else the first one when the last is a patronymic, else the last one.
 */
export function splitName(name: string): PersonName | null {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  if (words.length < 2) return null;
  const at = familyIndex(words);
  const family = words.slice(at.from, at.to).map(withoutCapitals).join(' ');
  const others = words.toSpliced(at.from, at.to - at.from);
  const last = others.at(-1) ?? '';
  const hasPatronymic = others.length > 1 && PATRONYMIC.test(last);
  const given = (hasPatronymic ? others.slice(0, -1) : others).join(' ');
  return hasPatronymic ? { family, given, patronymic: last } : { family, given };
}

function familyIndex(words: readonly string[]): { readonly from: number; readonly to: number } {
  const capitals = words.map((word) => CAPITALS.test(word));
  const from = capitals.indexOf(true);
  if (from >= 0 && capitals.includes(false)) {
    const next = capitals.indexOf(false, from);
    return { from, to: next < 0 ? words.length : next };
  }
  const isFamilyFirst = words.length > 2 && PATRONYMIC.test(words.at(-1) ?? '');
  return isFamilyFirst ? { from: 0, to: 1 } : { from: words.length - 1, to: words.length };
}

/** ABDIROV → Abdirov, AL-FARABI → Al-Farabi. */
function withoutCapitals(word: string): string {
  if (!CAPITALS.test(word)) return word;
  return word.toLowerCase().replace(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}
