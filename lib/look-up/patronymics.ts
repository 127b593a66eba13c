import { fold, stem } from '@/lib/language/fold';
import { LANGUAGES } from '@/lib/language/languages';

/** The stems of the endings of patronymics of every language, longest first. */
const ENDINGS: readonly string[] = [
  ...new Set(
    LANGUAGES.flatMap((rules) => rules.patronymics.map(({ suffix }) => stem(fold(suffix)))),
  ),
].sort((a, b) => b.length - a.length);

/** The name of the father without its last vowels, from any stem of a patronymic; null: it is none. */
export function rootOfPatronymic(stemmed: string): string | null {
  const ending = ENDINGS.find((one) => stemmed.length > one.length + 1 && stemmed.endsWith(one));
  return ending === undefined ? null : stem(stemmed.slice(0, -ending.length));
}
