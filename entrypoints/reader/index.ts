import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPage } from './page';
import { READER_PORT, type ReaderPort } from './reader-port';

export default defineUnlistedScript(() => {
  Object.defineProperty(globalThis, READER_PORT, {
    value: { read: readPage } satisfies ReaderPort,
    configurable: true,
  });
});
