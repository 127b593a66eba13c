import { EN_RULES } from './en/rules';
import { KK_RULES } from './kk/rules';
import { RU_RULES } from './ru/rules';
import type { LanguageRules } from './rules';

/** The languages that the name finder reads. A new one is added here and nowhere else. */
export const LANGUAGES: readonly LanguageRules[] = [RU_RULES, KK_RULES, EN_RULES];
