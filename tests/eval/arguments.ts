/** Reads `--name value` pairs; a flag without a value is an error that names it. */
export function readArguments(args: readonly string[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (let at = 0; at < args.length; at += 2) {
    const [name, value] = [args[at], args[at + 1]];
    if (name === undefined || !name.startsWith('--'))
      throw new Error(`unexpected argument: ${name}`);
    if (value === undefined) throw new Error(`${name} needs a value`);
    values.set(name.slice(2), value);
  }
  return values;
}

/** The value of an argument that must be there. */
export function needed(values: ReadonlyMap<string, string>, name: string): string {
  const value = values.get(name);
  if (value === undefined) throw new Error(`--${name} is missing`);
  return value;
}
