/** Latin, IPA and Cyrillic letters and general punctuation are composed already, save for marks and two blanks. */
const MAY_NOT_BE_COMPOSED = /[\u0300-\u03FF\u0500-\u2001\u2070-\uFFFF]/;

/** The text in NFC. Nearly all texts are already, and loading the tables to find that out takes milliseconds. */
export function composed(text: string): string {
  return MAY_NOT_BE_COMPOSED.test(text) ? text.normalize('NFC') : text;
}
