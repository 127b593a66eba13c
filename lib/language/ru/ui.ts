import { ruCard } from './ui-card';
import { ruClip } from './ui-clip';
import { ruCommon } from './ui-common';
import { ruFollow } from './ui-follow';
import { ruLedger } from './ui-ledger';
import { ruOptions } from './ui-options';
import { ruPage } from './ui-page';
import { ruPages } from './ui-pages';
import { ruPopup } from './ui-popup';
import { ruReview } from './ui-review';

/** All sentences of the interface, by the place that shows them. */
export const ruUi = {
  common: ruCommon,
  card: ruCard,
  clip: ruClip,
  follow: ruFollow,
  ledger: ruLedger,
  options: ruOptions,
  page: ruPage,
  pages: ruPages,
  popup: ruPopup,
  review: ruReview,
};
