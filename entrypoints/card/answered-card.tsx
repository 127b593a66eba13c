import type { ReactNode } from 'react';
import { Card } from '@/components/card/card';
import { CardUnknown } from '@/components/card/card-states';
import { cardView } from '@/components/card/card-view';
import { ageWords } from '@/components/data-age';
import { viewContext } from '@/components/promise-view';
import { indexLedger } from '@/lib/ledger/lookups';
import { lastDay } from '@/lib/ledger/partial-date';
import { personBook } from '@/lib/ledger/person-book';
import { callBackground } from '@/lib/messaging/call';
import type { CardAnswer } from '@/lib/messaging/protocol';
import type { CardOpening } from '@/lib/page/card-port';
import { isSamePage } from './same-page';

/** The card's content for an answer of the background, and the name for its label. */
export function answeredCard(
  opening: CardOpening,
  answer: CardAnswer,
  close: () => void,
): { readonly name: string; readonly content: ReactNode } {
  const { lang, ledger, today, issued } = answer;
  const day = opening.date === null ? null : lastDay(opening.date);
  const book = personBook(indexLedger(ledger), opening.personId, { day, today });
  if (book === null) {
    return { name: opening.surface, content: <CardUnknown lang={lang} onClose={close} /> };
  }
  const context = viewContext(ledger, lang, (url) => isSamePage(url, opening.pageUrl));
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
        onNotHim: (scope) => then(() => opening.onNotHim(scope))(),
        onSwitchOff: then(() => opening.onSwitchOff()),
      }}
    />
  );
  return { name: view.name, content };
}
