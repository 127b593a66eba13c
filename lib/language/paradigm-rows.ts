import { rawSkeleton } from './fold';
import type { CaseMask, Paradigm } from './rules';

/** A row of endings, ready to be compared with words. */
export interface ParadigmRow {
  readonly row: Paradigm;
  readonly isCyrillic: boolean;
  /** Letters that the row takes off the skeleton. */
  readonly dropped: number;
  /** The rest is worked out for the first word that needs it: an article needs few of the rows. */
  rawSuffix: string | null;
  rawExcept: readonly string[] | null;
  rawEndings: readonly (readonly [CaseMask, string])[] | null;
}

/** The rows of a language. */
export interface ParadigmTable {
  readonly rows: readonly ParadigmRow[];
  /** Rows that may fit a Cyrillic word, by its last letter. */
  readonly byLastLetter: Map<string, readonly ParadigmRow[]>;
  /** No row takes more letters than these off the skeleton. */
  readonly longestDrop: number;
}

/** The rows of a language made ready. */
export function paradigmTable(paradigms: readonly Paradigm[]): ParadigmTable {
  const rows = paradigms.map(paradigmRow);
  const longestDrop = Math.max(0, ...rows.map((one) => one.dropped));
  return { rows, byLastLetter: new Map(), longestDrop };
}

function paradigmRow(row: Paradigm): ParadigmRow {
  return {
    row,
    isCyrillic: hasCyrillic(row.suffix),
    dropped: dropped(row),
    rawSuffix: null,
    rawExcept: null,
    rawEndings: null,
  };
}

/** The endings of a row in skeleton letters, with their cases. */
export function endingsOf(paradigm: ParadigmRow): readonly (readonly [CaseMask, string])[] {
  paradigm.rawEndings ??= paradigm.row.endings.map(
    ([mask, ending]) => [mask, rawSkeleton(ending)] as const,
  );
  return paradigm.rawEndings;
}

/** Whether a word has a Cyrillic letter. */
export const hasCyrillic = (word: string): boolean => /[\u0400-\u04FF]/u.test(word);

/** Suffixes of one letter like `й` and `и`, `ь` and nothing, share a skeleton: where letters are there, they decide. */
function fits(paradigm: ParadigmRow, word: string, isCyrillic: boolean, raw: string): boolean {
  const { row } = paradigm;
  if (isCyrillic && paradigm.isCyrillic)
    return word.endsWith(row.suffix) && !(row.except ?? []).some((end) => word.endsWith(end));
  paradigm.rawSuffix ??= rawSkeleton(row.suffix);
  if (row.suffix !== '' && paradigm.rawSuffix === '') return false;
  if (!raw.endsWith(paradigm.rawSuffix)) return false;
  paradigm.rawExcept ??= (row.except ?? []).map(rawSkeleton);
  return !paradigm.rawExcept.some((end) => end !== '' && raw.endsWith(end));
}

/** The rows that fit a word, in their order; `raw` is its skeleton before squeezing. */
export function fitting(table: ParadigmTable, word: string, raw: string): ParadigmRow[] {
  const isCyrillic = hasCyrillic(word);
  const rows = isCyrillic ? rowsByLetter(table, word.slice(-1)) : table.rows;
  return rows.filter((paradigm) => fits(paradigm, word, isCyrillic, raw));
}

function rowsByLetter(
  { rows, byLastLetter }: ParadigmTable,
  letter: string,
): readonly ParadigmRow[] {
  const known = byLastLetter.get(letter);
  if (known) return known;
  const own = rows.filter((row) => !row.isCyrillic || row.row.suffix.endsWith(letter));
  byLastLetter.set(letter, own);
  return own;
}

/** Letters of the skeleton that `drop` written letters of the suffix make. */
function dropped(row: Paradigm): number {
  return row.drop === 0 ? 0 : rawSkeleton(row.suffix.slice(-row.drop)).length;
}
