import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPart } from '@/lib/messaging/page-part';
import { NearMarks } from '@/lib/page/near-marks';
import type { LongPort } from './long-port';
import { contextSteps } from './seam';

export default defineUnlistedScript(() => {
  offerPart('long', {
    nearMarks: (...given) => new NearMarks(...given),
    contextSteps,
  } satisfies LongPort);
});
