import { withPlainLetters } from './letters';

const searchers = new Map<string, RegExp>();

/** A table's pattern as a search for whole words; `~` stands for any letters. Compiled once. */
export function searcher(pattern: string): RegExp {
  const known = searchers.get(pattern);
  if (known !== undefined) return known;
  const words = pattern.replaceAll('~', String.raw`[\p{L}-]*`);
  const made = new RegExp(
    withPlainLetters(String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}\p{N}])`),
  );
  searchers.set(pattern, made);
  return made;
}
