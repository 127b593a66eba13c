import { CASE } from '@/lib/language/rules';

/** What the neighbours of a surname on one side are. */
export interface SideReading {
  readonly kind: 'none' | 'given' | 'initials' | 'conflict' | 'ignored';
  /** How many tokens belong to the name. */
  readonly taken: number;
  readonly mask: number;
  readonly hasPatronymic: boolean;
}

/** No word stands there. */
export const NOTHING: SideReading = {
  kind: 'none',
  taken: 0,
  mask: CASE.any,
  hasPatronymic: false,
};
/** Another person's name stands there. */
export const CONFLICT: SideReading = { kind: 'conflict', taken: 0, mask: 0, hasPatronymic: false };
/** A word that is no part of any name. */
export const IGNORED: SideReading = { ...NOTHING, kind: 'ignored' };
