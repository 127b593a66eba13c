import { ruCard } from './ui-card';
import { ruClip } from './ui-clip';
import { ruCommon } from './ui-common';
import { ruLedger } from './ui-ledger';
import { ruPage } from './ui-page';
import { ruPopup } from './ui-popup';

/** All sentences of the interface, by the place that shows them. */
export const ruUi = {
  common: ruCommon,
  card: ruCard,
  clip: ruClip,
  ledger: ruLedger,
  page: ruPage,
  popup: ruPopup,
};
