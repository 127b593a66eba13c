import type { Gender } from '@/lib/ledger/records';

/** Agents in a soft sign are masculine, so that «руководители», «секретари» are several, no genitive of one. */
const MALE_SOFT = ['тель', 'арь'];
/** Words in a vowel, a sign or -й may be of either sex; a common noun in another consonant is masculine. */
const OPEN_LETTERS: ReadonlySet<string> = new Set('аеёиоуыэюяьйaeiouy');

/** The sex by which a common noun or a place's name is inflected: names of women in a consonant are no model for it. */
export function nounGender(written: string): Gender | null {
  const lower = written.toLowerCase();
  const isOpen = OPEN_LETTERS.has(lower.slice(-1));
  return isOpen && !MALE_SOFT.some((ending) => lower.endsWith(ending)) ? null : 'male';
}
