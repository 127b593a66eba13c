/** Latin, IPA and Cyrillic letters and general punctuation are composed already, save for marks and two blanks. */
function mayNotBeComposed(code: number): boolean {
  if (code < 0x300) return false;
  return code < 0x400 || (code >= 0x500 && !(code > 0x2001 && code <= 0x206f));
}

/** The text in NFC. Nearly all texts are already, and loading the tables to find that out takes milliseconds. */
export function composed(text: string): string {
  for (let at = 0; at < text.length; at += 1)
    if (mayNotBeComposed(text.charCodeAt(at))) return text.normalize('NFC');
  return text;
}
