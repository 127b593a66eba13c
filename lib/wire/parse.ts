import type * as z from 'zod/mini';

/** What a parser answers: the value, or the first fault with its field and what was expected there. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      /** Path of the field, `sources[0].url`; empty for the value itself. */
      readonly field: string;
      /** Sentence part after "expected": `an https or http address`. */
      readonly expected: string;
    };

type Issue = z.core.$ZodIssue;

/** Parses by a schema; unknown fields are refused with their names. */
export function parseWith<T>(schema: z.ZodMiniType<T>, input: unknown): Parsed<T> {
  const result = schema.safeParse(input);
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0];
  if (issue === undefined) return { ok: false, field: '', expected: 'another value' };
  return { ok: false, field: fieldOf(issue), expected: expectedOf(issue, input) };
}

/**
 * The same for what a newer tracker may have extended: unknown fields are dropped, not refused, so that
 * a minor change of the schema does not shut old readers out.
 */
export function parseTolerant<T>(schema: z.ZodMiniType<T>, input: unknown): Parsed<T> {
  const result = schema.safeParse(input);
  if (result.success) return { ok: true, value: result.data };
  const unknownOnly = result.error.issues.every((issue) => issue.code === 'unrecognized_keys');
  if (!unknownOnly) return parseWith(schema, input);
  let known = input;
  for (const issue of result.error.issues) {
    if (issue.code === 'unrecognized_keys') known = without(known, issue.path, issue.keys);
  }
  return parseWith(schema, known);
}

/**
 * A copy that lacks some keys of the object at a path. Only what lies on the path is copied: a copy of the whole
 * walks into the unknown field, and one nested 100,000 deep ends that walk with a full stack.
 */
function without(value: unknown, path: readonly PropertyKey[], keys: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const copy: object = Array.isArray(value) ? [...value] : { ...value };
  const [step, ...rest] = path;
  if (step === undefined) for (const key of keys) Reflect.deleteProperty(copy, key);
  else Reflect.set(copy, step, without(Reflect.get(copy, step), rest, keys));
  return copy;
}

function at(root: unknown, path: readonly PropertyKey[]): unknown {
  let here = root;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = Reflect.get(here, step);
  }
  return here;
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      return index === 0 ? String(step) : `.${String(step)}`;
    })
    .join('');
}

function fieldOf(issue: Issue): string {
  if (issue.code !== 'unrecognized_keys') return pathText(issue.path);
  return issue.keys.map((key) => pathText([...issue.path, key.slice(0, 80)])).join(', ');
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

function expectedOf(issue: Issue, input: unknown): string {
  const missing = issue.path.length > 0 && at(input, issue.path) === undefined;
  return wordsOf(issue) + (missing && issue.code !== 'unrecognized_keys' ? ' (it is missing)' : '');
}

function wordsOf(issue: Issue): string {
  if (issue.code === 'invalid_type') return TYPE_WORDS[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') {
    return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
  }
  if (issue.code === 'too_big') return `at most ${issue.maximum}${unitOf(issue)}`;
  if (issue.code === 'too_small') return `at least ${issue.minimum}${unitOf(issue)}`;
  if (issue.code === 'unrecognized_keys') return 'no such field';
  if (issue.code === 'invalid_union') return unionWords(issue);
  // What is left are our own checks, whose message is the sentence part.
  return issue.message || 'another value';
}

function unitOf(issue: { readonly origin: string }): string {
  if (issue.origin === 'string') return ' characters';
  return issue.origin === 'array' ? ' items' : '';
}

function unionWords(issue: z.core.$ZodIssueInvalidUnion): string {
  const words = issue.errors.map((branch) => (branch[0] ? wordsOf(branch[0]) : 'another value'));
  return [...new Set(words)].join(' or ');
}
