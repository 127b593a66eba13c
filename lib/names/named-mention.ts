import type { Reason } from './gazetteer';

/** A name judged; tokens, end exclusive. */
export interface NamedMention {
  readonly from: number;
  readonly to: number;
  readonly personId: string | null;
  readonly candidates: readonly string[];
  readonly light: boolean;
  readonly reasons: readonly Reason[];
}
