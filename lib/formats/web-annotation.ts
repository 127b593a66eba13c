import { firstDay, lastDay } from '@/lib/ledger/partial-date';
import type { Day, Lang, Pledge, RangeSelector, SelectorGroup, Source } from '@/lib/ledger/records';
import { textIn } from './texts';

/** W3C Web Annotation of a promise: what was said, at its place on the page. */
export interface PromiseAnnotation {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld';
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: readonly ['highlighting', 'classifying'];
  readonly body: readonly AnnotationBody[];
  /** One target; several when the quote runs over several blocks. */
  readonly target: AnnotationTarget | readonly AnnotationTarget[];
}

export interface AnnotationBody {
  readonly type: 'TextualBody';
  readonly value: string;
  readonly language?: Lang;
  readonly format: 'text/plain';
  readonly purpose: 'describing' | 'classifying';
}

export interface AnnotationTarget {
  readonly source: string;
  readonly selector?: readonly AnnotationSelector[];
  readonly state?: TimeState;
}

export type AnnotationSelector =
  | SelectorGroup['quote']
  | SelectorGroup['position']
  | RangeSelector
  | { readonly type: 'TextQuoteSelector'; readonly exact: string };

export interface TimeState {
  readonly type: 'TimeState';
  readonly sourceDateStart?: string;
  readonly sourceDateEnd?: string;
  readonly cached?: string;
}

/** The annotation of a promise; `id` is the address under which it is published. */
export function promiseAnnotation(promise: Pledge, id: string, lang: Lang): PromiseAnnotation {
  const targets = targetsOf(promise);
  const [only] = targets;
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'Annotation',
    motivation: ['highlighting', 'classifying'],
    body: [
      {
        type: 'TextualBody',
        value: textIn(promise.text, lang),
        language: promise.text[lang] === undefined ? fallbackOf(promise) : lang,
        format: 'text/plain',
        purpose: 'describing',
      },
      { type: 'TextualBody', value: promise.topic, format: 'text/plain', purpose: 'classifying' },
    ],
    target: targets.length === 1 && only ? only : targets,
  };
}

function fallbackOf({ text }: Pledge): Lang {
  if (text.ru !== undefined) return 'ru';
  return text.kk === undefined ? 'en' : 'kk';
}

function targetsOf({ source, quote }: Pledge): readonly AnnotationTarget[] {
  const state = stateOf(source);
  const common = { source: source.url, ...(state ? { state } : {}) };
  const groups = source.selectors ?? [];
  if (groups.length > 0)
    return groups.map((group) => ({ ...common, selector: selectorsOf(group) }));
  if (quote === null) return [common];
  return [{ ...common, selector: [{ type: 'TextQuoteSelector', exact: quote }] }];
}

function selectorsOf({ quote, position, range }: SelectorGroup): readonly AnnotationSelector[] {
  if (!range) return [quote, position];
  return [quote, position, { ...range, refinedBy: range.refinedBy ?? position }];
}

/** The clocks of Almaty stood at UTC+6 until this day, and at UTC+5 since. */
const FIVE_HOURS_SINCE = '2024-03-01';

function stampOf(day: Day, time: string): string {
  return `${day}T${time}${day < FIVE_HOURS_SINCE ? '+06:00' : '+05:00'}`;
}

/** The days of the source's publication, as days of Asia/Almaty. */
function stateOf({ publishedOn, archivedUrl }: Source): TimeState | null {
  if (publishedOn === undefined && archivedUrl === undefined) return null;
  return {
    type: 'TimeState',
    ...(publishedOn === undefined
      ? {}
      : {
          sourceDateStart: stampOf(firstDay(publishedOn), '00:00:00'),
          sourceDateEnd: stampOf(lastDay(publishedOn), '23:59:59'),
        }),
    ...(archivedUrl === undefined ? {} : { cached: archivedUrl }),
  };
}
