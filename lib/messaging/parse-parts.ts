import type { SelectorGroup } from '@/lib/ledger/records';
import { CallError } from './call';

/** Hand-written readers for what comes in by message: each returns the value or throws `CallError('badRequest')`. */

/** What may be in a message: an object with unknown fields. */
export type Fields = Readonly<Record<string, unknown>>;

/** Text longer than this in one field is no article and no quote. */
export const TEXT_MAX = 2_000_000;
/** Names, ids, titles, addresses. */
const SHORT_MAX = 4_096;

/** Refuses a request, naming the field. */
export function bad(field: string, expected: string): never {
  throw new CallError('badRequest', `${field}: expected ${expected}`);
}

export function fields(value: unknown, field: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return bad(field, 'an object');
  }
  // Any object may be read by name; every field is still unknown.
  return value as Fields;
}

export function text(value: unknown, field: string, max = SHORT_MAX): string {
  if (typeof value !== 'string' || value.length > max) {
    return bad(field, `text up to ${max} characters`);
  }
  return value;
}

export function textOrNull(value: unknown, field: string): string | null {
  return value === null ? null : text(value, field);
}

export function list<T>(
  value: unknown,
  field: string,
  max: number,
  item: (value: unknown, field: string) => T,
): T[] {
  if (!Array.isArray(value) || value.length > max) return bad(field, `a list up to ${max}`);
  return value.map((one: unknown, index) => item(one, `${field}[${index}]`));
}

export function choice<T extends string>(value: unknown, field: string, choices: readonly T[]): T {
  const found = choices.find((one) => one === value);
  return found ?? bad(field, `one of ${choices.join(', ')}`);
}

const PARTIAL_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

export function dateOrNull(value: unknown, field: string): string | null {
  if (value === null) return null;
  const date = text(value, field, 10);
  return PARTIAL_DATE.test(date) ? date : bad(field, 'YYYY, YYYY-MM or YYYY-MM-DD');
}

function whole(value: unknown, field: string): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : bad(field, 'a whole number');
}

function position(value: unknown, field: string): SelectorGroup['position'] {
  const { start, end } = fields(value, field);
  return {
    type: 'TextPositionSelector',
    start: whole(start, `${field}.start`),
    end: whole(end, `${field}.end`),
  };
}

function xpath(value: unknown, field: string) {
  return {
    type: 'XPathSelector',
    value: text(fields(value, field)['value'], `${field}.value`),
  } as const;
}

function range(value: unknown, field: string): NonNullable<SelectorGroup['range']> {
  const { startSelector, endSelector, refinedBy } = fields(value, field);
  return {
    type: 'RangeSelector',
    startSelector: xpath(startSelector, `${field}.startSelector`),
    endSelector: xpath(endSelector, `${field}.endSelector`),
    ...(refinedBy !== undefined && { refinedBy: position(refinedBy, `${field}.refinedBy`) }),
  };
}

/** The selectors of one block. */
export function selectorGroup(value: unknown, field: string): SelectorGroup {
  const group = fields(value, field);
  const quote = fields(group['quote'], `${field}.quote`);
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: text(quote['exact'], `${field}.quote.exact`, TEXT_MAX),
      prefix: text(quote['prefix'], `${field}.quote.prefix`),
      suffix: text(quote['suffix'], `${field}.quote.suffix`),
    },
    position: position(group['position'], `${field}.position`),
    ...(group['range'] !== undefined && { range: range(group['range'], `${field}.range`) }),
  };
}
