import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPart } from '@/lib/messaging/page-part';
import { ClipButton } from '@/lib/page/clip-button';
import { sayOnPage } from '@/lib/page/page-message';
import { createStepFrame } from '@/lib/page/step-frame';
import { clip } from './clip';
import type { QuotesPort } from './quotes-port';
import { noteGone, seek } from './seek';
import { blocksOf, selectText } from './words';

export default defineUnlistedScript(() => {
  offerPart('quotes', {
    blocksOf,
    clip,
    createStepFrame,
    noteGone,
    sayOnPage,
    seek,
    selectText,
    showClipButton: (...given) => void new ClipButton(...given),
  } satisfies QuotesPort);
});
