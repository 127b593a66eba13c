import { fold } from './fold';
import type { CaseMask, LanguageRules } from './rules';

/** Shorter endings than these end too many words that have none. */
const SHORTEST_CASE = 2;

/** Whether an unknown word ends like one of these cases in a language of suffixes. */
export function hasCaseEnding(rules: LanguageRules, skeleton: string, cases: CaseMask): boolean {
  return rules.slots.some((slot) =>
    slot.forms.some(
      ([mask, form]) =>
        (mask & cases) !== 0 && form.length >= SHORTEST_CASE && skeleton.endsWith(fold(form)),
    ),
  );
}
