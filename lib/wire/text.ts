/**
 * Text hygiene on the way in: what a reader cannot see must not travel.
 * Limits are named so that a refusal can say them.
 */

/** A summary or a note: the longest of the starter ledger has 135 characters. */
export const TEXT_MAX = 2_000;
/** A quotation: four pages of speech; more is an article, not a promise. */
export const QUOTE_MAX = 8_000;
/** A name, a label, a title. */
export const NAME_MAX = 300;
/** Common servers refuse longer addresses. */
export const URL_MAX = 2_048;
/** Record ids. */
export const ID_MAX = 200;

// All that Unicode calls ignorable (bidi controls, zero-width characters, soft hyphens, fillers, tags, variation
// selectors), line and paragraph separators, interlinear marks, and C0/C1 controls but tab and line feed.
// Written as escapes: these characters cannot be seen in a source file.
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
  // oxlint-disable-next-line no-control-regex -- removing control characters is the purpose
  /[\p{DI}\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb]/gu;

// Latin, Cyrillic and the signs of their texts: none of these characters is invisible, and none joins another in NFC,
// so that a text of them alone is clean already. Nearly every text is; the test takes a fifth of the time.
const PLAIN =
  /^[\t\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2116]*$/;

/** NFC, without anything that cannot be seen, but tabs and line feeds; idempotent. */
export function cleanText(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  return raw.replace(INVISIBLE, '').toWellFormed().normalize('NFC');
}

/** An address in its parts, or null where it is none; asking `URL.canParse` first would parse it twice. */
export function parsedUrl(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

/** True for an address that may be made a link: https, no user name in it. */
export function isLinkable(url: string): boolean {
  const parsed = parsedUrl(url);
  return parsed !== null && parsed.protocol === 'https:' && parsed.username === '';
}

/**
 * How an address is shown: a link with its host, or (http, or anything odd) plain text with its host.
 * `href` is null when it must not become a link.
 */
export function shownAddress(url: string): {
  readonly href: string | null;
  readonly host: string;
} {
  const host = parsedUrl(url)?.hostname.replace(/\.$/, '') ?? '';
  return { href: isLinkable(url) ? url : null, host };
}
