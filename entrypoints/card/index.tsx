import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { CARD_PORT, type CardPort } from '@/lib/page/card-port';
import { cardPort } from './port';

// The background injects this into the isolated world of a frame on the first opening of a card there.
export default defineUnlistedScript(() => {
  // A property of our own on the isolated world's global: its type is stated here and in the content script.
  const world = globalThis as { [CARD_PORT]?: CardPort };
  world[CARD_PORT] ??= cardPort();
});
