import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPart } from '@/lib/messaging/page-part';
import { textDigest } from '@/lib/page/text-digest';
import { clipRequestOf } from './clip';
import type { QuotesPort } from './quotes-port';
import { seek } from './seek';

export default defineUnlistedScript(() => {
  offerPart('quotes', { clipRequestOf, seek, textDigest } satisfies QuotesPort);
});
