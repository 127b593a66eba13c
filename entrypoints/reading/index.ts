import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPart } from '@/lib/messaging/page-part';
import { articleSteps, readArticle } from '@/lib/page/article';
import { reread } from '@/lib/page/reread';
import { inSlices, readInSlices } from '@/lib/page/slices';
import { isWorthReading } from '../article/worth-reading';
import type { ReadingPort } from './reading-port';

export default defineUnlistedScript(() => {
  offerPart('reading', {
    isWorthReading,
    readFacts: (signal) => inSlices(articleSteps(document, document.URL), signal),
    factsAtOnce: () => readArticle(document, document.URL),
    readBlocks: (root, { onShadow, signal }) => readInSlices(root, onShadow, signal),
    reread: (known, change, root, { onShadow, signal }) =>
      reread(known, change, root, (scope) => readInSlices(scope, onShadow, signal)),
  } satisfies ReadingPort);
});
