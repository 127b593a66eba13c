import type { UiStrings } from '@/lib/language/ui';
import type { Lang, Occasion, PartialDate, Speech, Topic } from '@/lib/ledger/records';

/** The form's fields. Null: not given. */
export interface ClipFields {
  readonly text: string;
  readonly quote: string;
  readonly lang: Lang;
  readonly personId: string | null;
  readonly postId: string | null;
  readonly areaId: string | null;
  readonly saidOn: PartialDate | null;
  readonly dueOn: PartialDate | null;
  readonly topic: Topic;
  readonly occasion: Occasion | null;
  readonly speech: Speech;
  /** The earlier promise that this one repeats. */
  readonly repeatsId: string | null;
  /** Address of the source; empty when there is none (a witness, or not yet). */
  readonly sourceUrl: string;
  /** Address of the page's copy in an archive; empty when there is none. */
  readonly archivedUrl: string;
  /** Said to have been heard, without a source. */
  readonly isWitness: boolean;
}

/** The page a clip was taken from; shown, not edited. */
export interface ClippedPage {
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: PartialDate | null;
}

/** A choice of a list, by id. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** Who a choice of the speaker may be. */
export interface SpeakerChoice extends Choice {
  readonly personId: string | null;
  readonly postId: string | null;
  readonly detail: string;
}

/** What the quoted words seem to do instead of promising, only told, never decided; null: nothing to tell. */
export type SpeechNote = keyof UiStrings['clip']['speechNote'] | null;

/** Names of the fields that must be filled before sending. */
export type Missing = keyof UiStrings['clip']['missing'];

/** Whether an address can stand as a source: https, with a host. */
export function isSourceAddress(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}

/** What is still missing before the clip can be sent, in the form's order. */
export function missingIn(fields: ClipFields, page: ClippedPage | null): readonly Missing[] {
  const hasSource = page !== null || fields.isWitness || isSourceAddress(fields.sourceUrl);
  return [
    ...(fields.text.trim() === '' ? (['text'] as const) : []),
    ...(fields.postId === null ? (['postId'] as const) : []),
    ...(hasSource ? [] : (['source'] as const)),
  ];
}
