/** What begins so is run as a formula by a spreadsheet; full-width signs count as the plain ones do. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\t\r\n＝＋－＠]/u;
const QUOTED = /[",\r\n]/;
const BOM = '\uFEFF';

/** How a table is written. */
export interface CsvOptions {
  /** A byte order mark first, without which Excel reads UTF-8 as a local code page. */
  readonly bom: boolean;
}

/**
 * A table as RFC 4180: commas, CRLF, quotes doubled. A cell that a spreadsheet would run as a formula, or that
 * begins with an apostrophe, gets an apostrophe in front; `parseCsv` takes it away.
 */
export function toCsv(rows: readonly (readonly string[])[], { bom }: CsvOptions): string {
  const lines = rows.map((cells) => `${cells.map(cellOut).join(',')}\r\n`);
  return `${bom ? BOM : ''}${lines.join('')}`;
}

function cellOut(cell: string): string {
  const safe = FORMULA.test(cell) || cell.startsWith("'") ? `'${cell}` : cell;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text is no table: a quote is not closed. */
export class CsvError extends SyntaxError {
  /** Line of the text on which the cell begins, from 1. */
  readonly line: number;
  constructor(line: number) {
    super(`no CSV: a quote is not closed on line ${line}`);
    this.name = 'CsvError';
    this.line = line;
  }
}

/**
 * Reads what `toCsv` writes, and CSV of others with commas and any line ends; blank lines are left out. Throws
 * `CsvError`.
 */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const { value, end } of cellsOf(text.startsWith(BOM) ? text.slice(1) : text)) {
    row.push(value.startsWith("'") ? value.slice(1) : value);
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}

interface Cell {
  readonly value: string;
  readonly end: ',' | '\n' | '';
}

// A quoted cell, or one without quotes, and the comma, the line end or the end of the text behind it.
const CELL = /(?:"([^"]*(?:""[^"]*)*)"|((?!")[^,\r\n]*))(,|\r\n|\n|\r|$)/y;

function cellsOf(text: string): readonly Cell[] {
  const cells: Cell[] = [];
  CELL.lastIndex = 0;
  for (let at = 0; at < text.length || cells.at(-1)?.end === ','; at = CELL.lastIndex) {
    CELL.lastIndex = at;
    const found = CELL.exec(text);
    if (!found) throw new CsvError(text.slice(0, at).split(/\r\n|\n|\r/u).length);
    const [, quoted, plain = '', end = ''] = found;
    const value = quoted === undefined ? plain : quoted.replaceAll('""', '"');
    cells.push({ value, end: end === ',' ? ',' : end === '' ? '' : '\n' });
    if (end === '') break;
  }
  return cells;
}
