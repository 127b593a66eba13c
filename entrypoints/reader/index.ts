import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPart } from '@/lib/messaging/page-part';
import { readPage } from './page';
import type { ReaderPort } from './reader-port';

export default defineUnlistedScript(() => {
  offerPart('reader', { read: readPage } satisfies ReaderPort);
});
