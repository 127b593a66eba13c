const searchers = new Map<string, RegExp>();

/** A table's pattern as a search for whole words; `~` stands for any letters. Compiled once. */
export function searcher(pattern: string): RegExp {
  const known = searchers.get(pattern);
  if (known !== undefined) return known;
  const made = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${pattern.replaceAll('~', String.raw`[\p{L}-]*`)})(?![\p{L}\p{N}])`,
    'u',
  );
  searchers.set(pattern, made);
  return made;
}
