import type { Lang, Person, PersonName, Text } from '@/lib/ledger/records';

const FALLBACK: Readonly<Record<Lang, readonly Lang[]>> = {
  ru: ['ru', 'kk', 'en'],
  kk: ['kk', 'ru', 'en'],
  en: ['en', 'ru', 'kk'],
};

/** A text in the wanted language, else in the next one that it has. */
export function textIn(text: Text, lang: Lang): string {
  for (const other of FALLBACK[lang]) {
    const value = text[other];
    if (value !== undefined) return value;
  }
  return '';
}

/** The language in which `textIn` and `nameIn` answer; null when there is none at all. */
export function langOf(texts: { readonly [L in Lang]?: unknown }, wanted: Lang): Lang | null {
  return FALLBACK[wanted].find((lang) => texts[lang] !== undefined) ?? null;
}

/** A person's name, given name first, in the wanted language, else in the next one that it has. */
export function nameIn(person: Person, wanted: Lang): string {
  const lang = langOf(person.name, wanted);
  const name = lang === null ? undefined : person.name[lang];
  return name ? fullName(name) : '';
}

/** Given name, patronymic, family name. */
export function fullName({ family, given, patronymic }: PersonName): string {
  return [given, patronymic, family].filter((part) => part !== undefined).join(' ');
}
