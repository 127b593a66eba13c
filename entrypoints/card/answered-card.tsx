import type { ReactNode } from 'react';
import { Card } from '@/components/card/card';
import { CardUnknown } from '@/components/card/card-states';
import { cardView } from '@/components/card/card-view';
import { ageWords } from '@/components/data-age';
import { viewContext } from '@/components/promise-view';
import { callBackground } from '@/lib/messaging/call';
import { remember } from '@/lib/messaging/corrections';
import type { CardAnswer } from '@/lib/messaging/protocol';
import type { CardOpening } from '@/lib/page/card-port';
import { isSamePage } from './same-page';

/** The marks go at once; what is wrong on the page or on the site is remembered besides. */
function notHim(opening: CardOpening, scope: Parameters<CardOpening['onNotHim']>[0]): void {
  opening.onNotHim(scope);
  if (scope === 'mention') return;
  remember(opening.personId, scope, opening.pageUrl).catch((fault: unknown) => {
    console.debug('[uade]', fault);
  });
}

/** The card's content for an answer of the background, and the name for its label. */
export function answeredCard(
  opening: CardOpening,
  answer: CardAnswer,
  close: () => void,
): { readonly name: string; readonly content: ReactNode } {
  const { lang, book, today, issued } = answer;
  if (book === null) {
    return { name: opening.surface, content: <CardUnknown lang={lang} onClose={close} /> };
  }
  const context = viewContext(answer, lang, (url) => isSamePage(url, opening.pageUrl));
  const view = cardView(book, opening, context);
  const then = (act: () => void) => () => {
    close();
    act();
  };
  const content = (
    <Card
      view={view}
      lang={lang}
      surface={opening.surface}
      why={opening.why}
      dateFrom={opening.date === null ? 'none' : (opening.dateOrigin ?? 'meta')}
      ownNotes={answer.ownClips}
      age={ageWords(issued, today, lang)}
      actions={{
        onClose: close,
        onClip: then(() => opening.onClip()),
        onBook: then(() => void callBackground('openLedger', { hash: view.ledgerHash })),
        onNotHim: (scope) => then(() => notHim(opening, scope))(),
        onSwitchOff: then(() => opening.onSwitchOff()),
      }}
    />
  );
  return { name: view.name, content };
}
