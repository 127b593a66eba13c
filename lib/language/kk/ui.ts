import { kkCard } from './ui-card';
import { kkClip } from './ui-clip';
import { kkCommon } from './ui-common';
import { kkFollow } from './ui-follow';
import { kkLedger } from './ui-ledger';
import { kkOptions } from './ui-options';
import { kkPage } from './ui-page';
import { kkPages } from './ui-pages';
import { kkPopup } from './ui-popup';
import { kkReview } from './ui-review';

/** All sentences of the interface, by the place that shows them. */
export const kkUi = {
  common: kkCommon,
  card: kkCard,
  clip: kkClip,
  follow: kkFollow,
  ledger: kkLedger,
  options: kkOptions,
  page: kkPage,
  pages: kkPages,
  popup: kkPopup,
  review: kkReview,
};
