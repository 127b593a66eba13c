import type { DeadlineRule, DeadlineWords, WordRow } from '@/lib/language/deadline-words';
import { withPlainLetters } from './letters';

/** A rule ready to search with. */
export interface CompiledRule {
  readonly rule: DeadlineRule;
  readonly pattern: RegExp;
}

const FIGURES: Readonly<Record<string, string>> = {
  d: String.raw`3[01]|[12]\d|0?[1-9]`,
  mm: '0?[1-9]|1[0-2]',
  y: String.raw`20\d\d`,
  n: String.raw`\d{1,3}`,
};

/** What a placeholder stands for: figures, and the words of the language's table, the longest first. */
function alternatives(words: DeadlineWords, name: string): string {
  if (name === 'unit') return words.units.map(([pattern]) => pattern).join('|');
  if (name === 'holiday') return words.holidays.map(([pattern]) => pattern).join('|');
  const rows: readonly WordRow[] = words.tables[name] ?? [];
  const figures = FIGURES[name];
  return [...rows.map(([pattern]) => pattern), ...(figures === undefined ? [] : [figures])].join(
    '|',
  );
}

/** Puts tables and macros in; `{name1}` matches as `{name}` does and is not captured. */
function expand(words: DeadlineWords, pattern: string): string {
  return pattern.replace(/\{([a-z]+)(\d?)\}/g, (_, name: string, twin: string) => {
    const macro = words.macros[name + twin];
    if (macro !== undefined) return expand(words, macro);
    const all = alternatives(words, name);
    if (all === '') throw new Error(`no table or macro for {${name}}`);
    return twin === '' ? `(?<${name}>${all})` : `(?:${all})`;
  });
}

const compiled = new WeakMap<DeadlineWords, readonly CompiledRule[]>();

/** The rules of a language as regular expressions over whole words; compiled at the first use. */
export function compileRules(words: DeadlineWords): readonly CompiledRule[] {
  const known = compiled.get(words);
  if (known !== undefined) return known;
  const rules = words.rules.map((rule) => ({
    rule,
    pattern: new RegExp(
      withPlainLetters(
        String.raw`(?<![\p{L}\p{N}])(?:${expand(words, rule.pattern)})(?![\p{L}\p{N}])`,
      ),
      'g',
    ),
  }));
  compiled.set(words, rules);
  return rules;
}

const rowPatterns = new Map<string, RegExp>();

function whole(pattern: string): RegExp {
  const known = rowPatterns.get(pattern);
  if (known !== undefined) return known;
  const made = new RegExp(withPlainLetters(`^(?:${pattern})$`));
  rowPatterns.set(pattern, made);
  return made;
}

/** The row of a table that a matched word belongs to. */
export function rowOf<Row extends readonly [string, ...unknown[]]>(
  rows: readonly Row[],
  word: string,
): Row | null {
  return rows.find(([pattern]) => whole(pattern).test(word)) ?? null;
}
