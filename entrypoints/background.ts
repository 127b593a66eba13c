import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerOwnPages, answerPages } from '@/lib/messaging/answer-background';
import { flushClips, withdrawClip } from '@/lib/sync/outbox';
import { showCount } from './background/badge';
import { registerCommands } from './background/commands';
import { openDraft } from './background/drafts';
import { registerNews } from './background/follow-news';
import { cardData, findOfficials } from './background/look-ups';
import { ownAddress } from './background/own-address';
import { noteChecks, quotesOfPage } from './background/page-quotes';
import { loadPart, readPage } from './background/page-scripts';
import { report, start } from './background/report';
import { registerSchedule } from './background/schedule';
import { openServices, type Services } from './background/services';
import { keepSites } from './background/sites';
import { syncLedger } from './background/sync';

function answerEverybody(services: Services): void {
  answerPages(
    {
      findOfficials: async (request, sender) => {
        const answer = await findOfficials(services, request);
        const tabId = sender.tab?.id;
        if (tabId !== undefined) start('badge', showCount(tabId, answer.officials));
        return answer;
      },
      readPage: (_, sender) => readPage(sender),
      loadPart: ({ part }, sender) => loadPart(part, sender),
      cardData: (request) => cardData(services, request),
      quotesOfPage: ({ url }) => quotesOfPage(services, url),
      quotesChecked: (request, sender) => noteChecks(services, request, sender),
      openDraft: (request, sender) => openDraft(services, request, sender),
      openLedger: async ({ hash }) => {
        const url = ownAddress(`/ledger.html#${hash.replace(/^#/, '')}`);
        await browser.tabs.create({ url });
        return {};
      },
    },
    report,
  );
  answerOwnPages(
    {
      syncNow: async () => ({ state: await syncLedger(services, { isAsked: true }) }),
      flushClips: () => flushClips(services.outbox, { isAsked: true }),
      withdrawClip: async ({ clipId }) => ({
        state: (await withdrawClip(services.outbox, clipId))?.state.name ?? 'gone',
      }),
    },
    report,
  );
}

export default defineBackground(() => {
  const services = openServices();
  start('cache', services.opening);
  answerEverybody(services);
  registerSchedule(services);
  registerCommands();
  registerNews();
  keepSites();
});
