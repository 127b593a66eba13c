import { kkLetters } from './kk/letters';
import { ruLetters } from './ru/letters';

/** The languages in which people write to an akimat. */
export type LetterLang = 'ru' | 'kk';

/** What a question or an inquiry is made of; all words are in its language, null where not known. */
export interface LetterFacts {
  readonly matter: string;
  /** Who promised; null: the source does not name him. */
  readonly maker: string | null;
  readonly office: string;
  /** When it was said, as «12 марта 2025». */
  readonly saidOn: string | null;
  /** By when, as «до конца 2025 года». */
  readonly dueOn: string | null;
  readonly status: string;
  readonly source: string;
  /** Who holds the office now; null: not established. */
  readonly holder: string | null;
  /** Whether the promise came to the present holder from somebody else. */
  readonly isInherited: boolean;
  readonly today: string;
}

/** The two texts of one language. */
export interface Letters {
  /** A few sentences to be read out at the meeting. */
  question(facts: LetterFacts): string;
  /** A written inquiry, with blanks for the sender. */
  inquiry(facts: LetterFacts): string;
  /** The beginning of a record of the answer. */
  answer(matter: string): string;
}

const LETTERS: Record<LetterLang, Letters> = { ru: ruLetters, kk: kkLetters };

/** The ready texts in a language. */
export function letters(lang: LetterLang): Letters {
  return LETTERS[lang];
}
