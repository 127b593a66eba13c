import { enCard } from './ui-card';
import { enClip } from './ui-clip';
import { enCommon } from './ui-common';
import { enFollow } from './ui-follow';
import { enLedger } from './ui-ledger';
import { enOptions } from './ui-options';
import { enPage } from './ui-page';
import { enPages } from './ui-pages';
import { enPopup } from './ui-popup';
import { enReview } from './ui-review';

/** All sentences of the interface, by the place that shows them. */
export const enUi = {
  common: enCommon,
  card: enCard,
  clip: enClip,
  follow: enFollow,
  ledger: enLedger,
  options: enOptions,
  page: enPage,
  pages: enPages,
  popup: enPopup,
  review: enReview,
};
