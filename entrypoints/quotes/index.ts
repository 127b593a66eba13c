import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPart } from '@/lib/messaging/page-part';
import { textDigest } from '@/lib/page/text-digest';
import { clipRequestOf } from './clip';
import type { QuotesPort } from './quotes-port';
import { seek } from './seek';
import { blocksOf, rangeOf } from './words';

export default defineUnlistedScript(() => {
  offerPart('quotes', { blocksOf, clipRequestOf, rangeOf, seek, textDigest } satisfies QuotesPort);
});
