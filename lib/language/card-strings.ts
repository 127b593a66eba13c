import type { Lang } from '@/lib/ledger/records';
import { enCard } from './en/ui-card';
import { enCommon } from './en/ui-common';
import { enPage } from './en/ui-page';
import { kkCard } from './kk/ui-card';
import { kkCommon } from './kk/ui-common';
import { kkPage } from './kk/ui-page';
import { ruCard } from './ru/ui-card';
import { ruCommon } from './ru/ui-common';
import { ruPage } from './ru/ui-page';

/** The sentences that go into a page: the card's, without those of the extension's own pages. */
export interface CardStrings {
  readonly common: typeof ruCommon;
  readonly card: typeof ruCard;
  readonly page: typeof ruPage;
}

const TABLES: Record<Lang, CardStrings> = {
  ru: { common: ruCommon, card: ruCard, page: ruPage },
  kk: { common: kkCommon, card: kkCard, page: kkPage },
  en: { common: enCommon, card: enCard, page: enPage },
};

/** The card's sentences in a language. What the card imports is loaded into other people's pages: only these. */
export function cardStrings(lang: Lang): CardStrings {
  return TABLES[lang];
}
