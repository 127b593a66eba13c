import { each, type Steps } from '@/lib/ledger/steps';
import type { Put } from './pieces';

const MARGIN = '  ';

/** A value as it stands inside others; a line end within a text is escaped and is no line of ours. */
function indented(value: unknown, margin: string): string {
  return JSON.stringify(value, null, MARGIN).replaceAll('\n', `\n${margin}`);
}

/**
 * What `JSON.stringify` writes of a list with margins of two, element by element; `valueOf` makes each when its turn
 * comes, and undefined leaves it out.
 */
export function* jsonList<T>(
  records: Iterable<T>,
  valueOf: (record: T) => unknown,
  put: Put,
  margin = '',
): Steps<void> {
  const inner = margin + MARGIN;
  let before = '[';
  yield* each(records, (record) => {
    const value = valueOf(record);
    if (value === undefined) return;
    put(`${before}\n${inner}${indented(value, inner)}`);
    before = ',';
  });
  put(before === '[' ? '[]' : `\n${margin}]`);
}

/** The same of an object, of whose lists each element is written by itself. No field is undefined. */
export function* jsonObject(of: object, put: Put): Steps<void> {
  let before = '{';
  for (const [name, value] of Object.entries(of) as [string, unknown][]) {
    put(`${before}\n${MARGIN}${JSON.stringify(name)}: `);
    before = ',';
    if (Array.isArray(value)) yield* jsonList(value as unknown[], (one) => one, put, MARGIN);
    else put(indented(value, MARGIN));
  }
  put(before === '{' ? '{}' : '\n}');
}
