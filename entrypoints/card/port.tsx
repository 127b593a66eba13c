import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { CardFailed, CardLoading } from '@/components/card/card-states';
import { cardStrings } from '@/lib/language/card-strings';
import type { Lang } from '@/lib/ledger/records';
import { CallError, callBackground } from '@/lib/messaging/call';
import type { CardAnswer } from '@/lib/messaging/protocol';
import type { CardOpening, CardPort } from '@/lib/page/card-port';
import { answeredCard } from './answered-card';
import { type Frame, openFrame } from './frame';

/** Under this an answer is waited for in silence; after it the card says that it is opening. */
const SILENT_WAIT_MS = 300;

interface OpenCard {
  close(): void;
}

/** The language before the background's answer is known: only the words of waiting and failing need it. */
function pageLang(): Lang {
  const lang = document.documentElement.lang.slice(0, 2);
  return lang === 'kk' || lang === 'en' ? lang : 'ru';
}

function frameFor(
  opening: CardOpening,
  look: { readonly lang: Lang; readonly theme: CardAnswer['theme']; readonly name: string },
  close: () => void,
): Frame {
  const { boxes, takeFocus } = opening;
  const label = cardStrings(look.lang).card.label(look.name);
  return openFrame({ boxes, takeFocus, label, lang: look.lang, theme: look.theme }, close);
}

function draw(frame: Frame, content: React.ReactNode): () => void {
  const root = createRoot(frame.dialog);
  flushSync(() => root.render(content));
  frame.show();
  return () => root.unmount();
}

/** One opening, from the question to the closing. Only one frame is in the page at a time. */
function openCard(opening: CardOpening, onGone: () => void): OpenCard {
  const ending = new AbortController();
  let takeDown: (() => void) | null = null;
  const close = () => {
    if (ending.signal.aborted) return;
    ending.abort();
    clearTimeout(waiting);
    takeDown?.();
    onGone();
    opening.onClosed();
  };
  const show = (
    look: { lang: Lang; theme: CardAnswer['theme']; name: string },
    content: React.ReactNode,
  ) => {
    takeDown?.();
    const frame = frameFor(opening, look, close);
    const unmount = draw(frame, content);
    takeDown = () => {
      unmount();
      frame.remove();
    };
  };
  const plain = { lang: pageLang(), theme: 'auto', name: opening.surface } as const;
  const waiting = setTimeout(() => show(plain, <CardLoading lang={plain.lang} />), SILENT_WAIT_MS);
  const { personId, postId, date, pageUrl } = opening;
  callBackground('cardData', { personId, postId, date, pageUrl }).then(
    (answer) => {
      clearTimeout(waiting);
      if (ending.signal.aborted) return;
      const { name, content } = answeredCard(opening, answer, close);
      show({ lang: answer.lang, theme: answer.theme, name }, content);
    },
    (error: unknown) => {
      clearTimeout(waiting);
      if (ending.signal.aborted) return;
      const isGone = error instanceof CallError && error.code === 'gone';
      show(plain, <CardFailed lang={plain.lang} isGone={isGone} onClose={close} />);
    },
  );
  return { close };
}

/** The port over which the content script opens and closes the card. */
export function cardPort(): CardPort {
  let current: OpenCard | null = null;
  return {
    open(opening) {
      current?.close();
      const card = openCard(opening, () => {
        if (current === card) current = null;
      });
      current = card;
    },
    close() {
      current?.close();
    },
    get isOpen() {
      return current !== null;
    },
  };
}
