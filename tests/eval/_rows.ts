import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** Reads `--in` as JSON lines, keeps the named input columns alone, and writes one answer a row to `--out`. */
export function answerRows(
  args: string[],
  columns: readonly string[],
  answer: (row: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): void {
  const { values } = parseArgs({
    args,
    options: { in: { type: 'string' }, out: { type: 'string' } },
  });
  if (values.in === undefined || values.out === undefined)
    throw new Error('usage: --in FILE.jsonl --out FILE.jsonl');
  const lines = readFileSync(values.in, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const answers = lines.map((line) => JSON.stringify(answer(inputOf(line, columns))));
  writeFileSync(values.out, `${answers.join('\n')}\n`);
  console.log(`${answers.length} rows answered`);
}

/** Gold columns never reach the code under test: they are dropped here. */
function inputOf(line: string, columns: readonly string[]): Record<string, unknown> {
  const row: unknown = JSON.parse(line);
  if (typeof row !== 'object' || row === null) throw new Error(`not a row: ${line}`);
  return Object.fromEntries(Object.entries(row).filter(([key]) => columns.includes(key)));
}

/** A column that must be a text. */
export function textOf(row: Readonly<Record<string, unknown>>, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`row ${String(row['id'])}: no text in ${column}`);
  return value;
}

/** A column that must be a language of the ledger. */
export function langOf(row: Readonly<Record<string, unknown>>): 'ru' | 'kk' | 'en' {
  const lang = row['lang'];
  if (lang === 'ru' || lang === 'kk' || lang === 'en') return lang;
  throw new Error(`row ${String(row['id'])}: unknown language`);
}
