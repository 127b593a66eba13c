import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPart } from '@/lib/messaging/page-part';
import { ClipButton } from '@/lib/page/clip-button';
import { sayOnPage } from '@/lib/page/page-message';
import { createStepFrame } from '@/lib/page/step-frame';
import { textDigest } from '@/lib/page/text-digest';
import { clipRequestOf } from './clip';
import type { QuotesPort } from './quotes-port';
import { seek } from './seek';
import { blocksOf, rangeOf } from './words';

export default defineUnlistedScript(() => {
  offerPart('quotes', {
    blocksOf,
    clipRequestOf,
    createStepFrame,
    rangeOf,
    sayOnPage,
    seek,
    showClipButton: (...given) => void new ClipButton(...given),
    textDigest,
  } satisfies QuotesPort);
});
