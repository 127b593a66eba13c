import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPart } from '@/lib/messaging/page-part';
import { cardPort } from './port';

export default defineUnlistedScript(() => {
  offerPart('card', cardPort());
});
