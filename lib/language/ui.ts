import type { Lang } from '@/lib/ledger/records';
import { enUi } from './en/ui';
import { kkUi } from './kk/ui';
import { ruUi } from './ru/ui';

/** Every sentence of the interface. The Russian table is the shape: a key missing elsewhere is a type error. */
export type UiStrings = typeof ruUi;

const TABLES: Record<Lang, UiStrings> = { ru: ruUi, kk: kkUi, en: enUi };

/** The interface's own name of each language, for the switch. */
export const LANGUAGE_NAMES: Record<Lang, string> = {
  ru: 'Русский',
  kk: 'Қазақша',
  en: 'English',
};

/** The interface's sentences in a language. */
export function strings(lang: Lang): UiStrings {
  return TABLES[lang];
}
