import type { Lang } from '@/lib/ledger/records';
import { EN_SPEECH } from './en/speech';
import { KK_SPEECH } from './kk/speech';
import { RU_SPEECH } from './ru/speech';

/** What a sentence does. */
export type SpeechLabel =
  | 'promise'
  | 'demand'
  | 'order'
  | 'report'
  | 'conditional'
  | 'denial'
  | 'other';

/**
 * One rule; the first that holds gives the label. `said` is what stands in quotation marks (or the whole
 * text), `frame` what stands around it (or the whole text). In a pattern `~` stands for any letters, and
 * words are whole. `who` must match the speaker as found.
 */
export interface SpeechRule {
  readonly label: SpeechLabel;
  readonly where: 'said' | 'frame' | 'text';
  readonly pattern: string;
  readonly unless?: string;
  readonly who?: string;
}

/** How one language tells who speaks and what the words do. */
export interface SpeechWords {
  readonly rules: readonly SpeechRule[];
  /** Verbs of saying: what marks a frame inside a quotation. */
  readonly saying: string;
  /** Pronouns that send to the context for the speaker. */
  readonly pronouns: string;
  /** Heads of offices, bodies and groups that may speak, with what belongs to them on each side. */
  readonly offices: string;
  /** Words that are written like names and are none. */
  readonly notNames: string;
  /** Speakers that bind no office: a promise of theirs is `other`. */
  readonly nonOfficial: string;
  /** Those who can only ask, as subjects: a commitment in their mouth is `other`. */
  readonly thirdParty: string;
  /** A saying in the passive, in which who is told is the subject and nobody is named. */
  readonly told?: string;
  /** Those who are told something: they stand where subjects may, and are none. */
  readonly hearers?: string;
  /** Whose own doing it is when they open a sentence without a verb of saying: it binds no office. */
  readonly agents: string;
  /** Offices, bodies and their heads, as subjects: what they say binds them, whoever else is named. */
  readonly officials: string;
}

/** The speech rules by language. */
export const SPEECH_WORDS: Readonly<Record<Lang, SpeechWords>> = {
  ru: RU_SPEECH,
  kk: KK_SPEECH,
  en: EN_SPEECH,
};
