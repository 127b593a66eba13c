import type { Lang, Person, Text } from '@/lib/ledger/records';

const ORDER: Record<Lang, readonly Lang[]> = {
  ru: ['ru', 'kk', 'en'],
  kk: ['kk', 'ru', 'en'],
  en: ['en', 'ru', 'kk'],
};

/** A text in the reader's language, else in the nearest that there is, with its language for `lang=`. */
export function textIn(text: Text, lang: Lang): { readonly text: string; readonly lang: Lang } {
  for (const candidate of ORDER[lang]) {
    const found = text[candidate];
    if (found !== undefined) return { text: found, lang: candidate };
  }
  return { text: '', lang };
}

/** Given name and family name in the reader's language, else in the nearest; the id when there is none. */
export function nameIn(person: Person, lang: Lang): string {
  for (const candidate of ORDER[lang]) {
    const name = person.name[candidate];
    if (name) return `${name.given} ${name.family}`.trim();
  }
  return person.id;
}

/** «А. Баталов»: initial of the given name and family name. */
export function shortNameIn(person: Person, lang: Lang): string {
  for (const candidate of ORDER[lang]) {
    const name = person.name[candidate];
    if (name)
      return name.given === '' ? name.family : `${Array.from(name.given)[0]}.\u00a0${name.family}`;
  }
  return person.id;
}
