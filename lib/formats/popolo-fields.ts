import { isPartialDate } from '@/lib/ledger/partial-date';
import type { Lang, PartialDate, Source } from '@/lib/ledger/records';
import { asText, type Fields } from './json-reading';
import type { Leavings } from './not-carried';

/** Whether a field says anything. */
export function isFilled(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}

/** A language of the ledger, or null. */
export function langIn(value: unknown): Lang | null {
  return value === 'ru' || value === 'kk' || value === 'en' ? value : null;
}

/** The note of a name, if it has one. */
export function noteIn(fields: Fields): { readonly note?: string } {
  const note = asText(fields['note']);
  return note === null ? {} : { note };
}

/** Texts by language in the order in which records are written. */
export function inOrder<T>(texts: ReadonlyMap<Lang, T>): { readonly [L in Lang]?: T } {
  const [ru, kk, en] = [texts.get('ru'), texts.get('kk'), texts.get('en')];
  return {
    ...(ru === undefined ? {} : { ru }),
    ...(kk === undefined ? {} : { kk }),
    ...(en === undefined ? {} : { en }),
  };
}

/** A date of a Popolo record; a time of day is cut, since a ledger counts in days. */
export function dateIn(
  fields: Fields,
  field: string,
  kind: string,
  left: Leavings,
): PartialDate | null {
  const text = asText(fields[field]);
  if (text === null) return null;
  const day = text.replace(/T.*$/, '');
  if (isPartialDate(day)) return day;
  left.field(`${kind}[].${field}`, 'no date of the calendar');
  return null;
}

/** A link as a source; null without an address. */
export function sourceIn(fields: Fields): readonly Source[] {
  const url = asText(fields['url']);
  if (url === null) return [];
  const text = (key: string, name: keyof Source): Partial<Source> => {
    const value = asText(fields[key]);
    return value === null ? {} : { [name]: value };
  };
  return [
    {
      url,
      ...text('title', 'title'),
      ...text('publisher', 'publisher'),
      ...text('published_on', 'publishedOn'),
      ...text('archived_url', 'archivedUrl'),
      ...text('note', 'note'),
    },
  ];
}
