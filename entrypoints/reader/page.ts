import type { PageHandlers } from '@/lib/messaging/answer-page';
import { correctedOn } from '@/lib/messaging/corrections';
import { loadedPart } from '@/lib/messaging/page-part';
import type { PageStrings } from '@/lib/messaging/protocol';
import type { ArticleFacts } from '@/lib/page/article';
import type { ClipButtonPort } from '@/lib/page/clip-button';
import { isGonePage } from '@/lib/page/gone-page';
import type { PlacedMark } from '@/lib/page/marks';
import { type CardOpens, type Touch, watchPointer } from '@/lib/page/pointer-rest';
import type { StepFrame } from '@/lib/page/step-frame';
import type { Clipped, QuotesPort } from '../quotes/quotes-port';
import type { ReadingPort } from '../reading/reading-port';
import { ArticleSession, type FactsWithRoot } from './article-session';
import { articleText } from './article-text';
import { type CardActions, closeCard, openCard, prepareCard } from './card';
import { goneQuotes } from './gone-page';
import { bringIntoView, nextMark, stepTo } from './next-mark';
import { nothingHere } from './nothing-here';
import { NO_QUOTES, PageQuotes } from './quotes';
import type { PagePort, ReadPage } from './read-page';
import { clipWhatIsSelected, presentSelection } from './selecting';

/** Shadow roots are closed to the page's scripts; open only in the build for end-to-end tests. */
const SHADOW: ShadowRootMode = import.meta.env.MODE === 'e2e' ? 'open' : 'closed';

function hasRoot(facts: ArticleFacts): facts is FactsWithRoot {
  return facts.root !== null;
}

/** The facts are read afresh: a single-page site may show another article than a moment ago. */
function clip(
  part: QuotesPort,
  range: Range | null,
  placed: readonly PlacedMark[],
  { onFault }: PagePort,
): Promise<Clipped> {
  const facts = async () => (await loadedPart<ReadingPort>('reading')).factsAtOnce();
  return part.clip(range, placed, facts, onFault);
}

/** Clips the present selection for menu or shortcut; where that fails, the page says why. */
async function clipSelection(
  placed: readonly PlacedMark[],
  strings: PageStrings,
  port: PagePort,
): Promise<{ readonly clipId: string | null }> {
  const range = presentSelection();
  const part = await loadedPart<QuotesPort>('quotes');
  const clipped = await clip(part, range, placed, port);
  if ('clipId' in clipped) return clipped;
  part.sayOnPage(strings[clipped.refusal], range, SHADOW, port.signal);
  return { clipId: null };
}

/** Answers on a page that is no article: only an explicit clip is done there. */
function callsWithoutArticle(facts: ArticleFacts, port: PagePort): PageHandlers {
  const gone = isGonePage() ? goneQuotes(port.signal) : null;
  gone?.catch(port.onFault);
  return {
    ...nothingHere(facts.title, facts.url),
    quotesOnPage: async () => (await gone) ?? NO_QUOTES,
    clipSelection: ({ strings }) => clipSelection([], strings, port),
  };
}

function actionsFor(session: ArticleSession, port: PagePort): CardActions {
  return {
    clip: () => {
      if (session.strings !== null)
        void clipSelection(session.layer.placed, session.strings, port).catch(port.onFault);
    },
    switchOff: () => {
      session.draw({ on: false });
      port.switchOff();
    },
    notHim: (wrong, scope) => {
      const { personId } = wrong.mark;
      session.forget((one) =>
        scope === 'mention' ? one === wrong : one.mark.personId === personId,
      );
    },
  };
}

/** The clip button comes and goes with the setting. */
class ClipSwitch {
  readonly #session: ArticleSession;
  readonly #port: PagePort;
  #shown: AbortController | null = null;

  constructor(session: ArticleSession, port: PagePort) {
    this.#session = session;
    this.#port = port;
  }

  set(on: boolean): void {
    if (on === (this.#shown !== null)) return;
    this.#shown?.abort();
    this.#shown = on ? new AbortController() : null;
    if (this.#shown === null) return;
    const signal = AbortSignal.any([this.#shown.signal, this.#port.signal]);
    clipWhatIsSelected(this.#buttonPort(), this.#port.onFault, signal);
  }

  #buttonPort(): ClipButtonPort {
    const session = this.#session;
    return {
      mode: SHADOW,
      label: () => session.strings?.clip ?? '',
      accepts: (range) =>
        session.strings !== null && session.facts.root.contains(range.commonAncestorContainer),
      clip: async (range) => {
        const part = await loadedPart<QuotesPort>('quotes');
        const clipped = await clip(part, range, session.layer.placed, this.#port);
        return 'clipId' in clipped ? null : (session.strings?.[clipped.refusal] ?? '');
      },
    };
  }
}

/** An article with everything that its calls need. */
interface OpenArticle {
  readonly session: ArticleSession;
  readonly port: PagePort;
  readonly quotes: PageQuotes;
  /** The frame for steps and quotes, its code loaded on the first asking. */
  readonly frame: () => Promise<StepFrame>;
  readonly open: (placed: PlacedMark, takeFocus: boolean) => void;
}

function frameOf(signal: AbortSignal): () => Promise<StepFrame> {
  let frame: StepFrame | null = null;
  return async () => {
    const part = await loadedPart<QuotesPort>('quotes');
    frame ??= part.createStepFrame(SHADOW, signal);
    return frame;
  };
}

/** Everything that happens on an article: card, steps, calls. */
function openPage(
  session: ArticleSession,
  port: PagePort,
  cardOpens: () => CardOpens,
): PageHandlers {
  const { onFault, signal } = port;
  const actions = actionsFor(session, port);
  const quotes = new PageQuotes(session.facts, port);
  void session.ready.then(() => quotes.checkSoon());
  const open = (placed: PlacedMark, takeFocus: boolean): void => {
    void openCard(session, placed, takeFocus, actions, signal).catch(onFault);
  };
  const markAt = ({ x, y, target }: Touch) => session.layer.at(x, y, target);
  const onTouch = (touch: Touch): void => {
    const placed = markAt(touch);
    if (placed !== null) open(placed, false);
  };
  const onPause = (touch: Touch): void => {
    if (markAt(touch) !== null) prepareCard();
  };
  watchPointer({ onTouch, onPause, opens: cardOpens }, signal);
  signal.addEventListener('abort', closeCard);
  return handlersOf({ session, port, quotes, frame: frameOf(signal), open });
}

/** What answers the calls that come to an article. */
function handlersOf({ session, port, quotes, frame, open }: OpenArticle): PageHandlers {
  let last: PlacedMark | null = null;
  return {
    pageReport: async () => {
      await session.whole();
      return session.report();
    },
    officialsOnPage: () => ({ officials: session.officials }),
    showOfficial: ({ personId }) => {
      const placed = session.layer.placed.find(({ mark }) => mark.personId === personId);
      if (placed === undefined) return { shown: false };
      bringIntoView(session, placed);
      open(placed, true);
      return { shown: true };
    },
    quotesOnPage: () => quotes.check(),
    showQuote: async ({ id }) => ({ shown: await quotes.show(id, frame) }),
    ...articleText(session.facts),
    nextMark: async () => {
      last = nextMark(session, last);
      if (last === null) return { shown: false };
      const placed = last;
      stepTo(session, placed, await frame(), () => open(placed, true));
      return { shown: true };
    },
    setMarks: ({ on }) => {
      session.draw({ on });
      if (!on) closeCard();
      return {};
    },
    clipSelection: ({ strings }) => clipSelection(session.layer.placed, strings, port),
  };
}

/** The facts of the page as it stands; null when the signal ends first. */
export async function readFacts(signal: AbortSignal): Promise<ArticleFacts | null> {
  return await (await loadedPart<ReadingPort>('reading')).readFacts(signal);
}

async function isStill(known: ArticleFacts, signal: AbortSignal): Promise<boolean> {
  const now = await readFacts(signal);
  return now?.root === known.root && now.title === known.title && now.date === known.date;
}

/** On an article opens everything, elsewhere nothing but the answers to calls. */
export function readPage(facts: ArticleFacts, port: PagePort): ReadPage {
  const isSame = (): Promise<boolean> => isStill(facts, port.signal);
  if (!hasRoot(facts)) {
    const handlers = callsWithoutArticle(facts, port);
    const nothing = (): void => undefined;
    return { handlers, isSame, isArticle: false, askAgain: nothing, apply: nothing };
  }
  const session = new ArticleSession(facts, { ...port, look: port.settings });
  void correctedOn(facts.url)
    .then((wrong) => session.forget(({ mark }) => wrong.has(mark.personId)))
    .catch(port.onFault);
  const clips = new ClipSwitch(session, port);
  let asked = port.settings.answersBy;
  let { cardOpens } = port.settings;
  clips.set(port.settings.clipButton);
  return {
    handlers: openPage(session, port, () => cardOpens),
    isSame,
    isArticle: true,
    askAgain: () => session.askAgain(),
    apply: ({ on, style, clipButton, answersBy, ...opens }) => {
      session.draw({ on, style });
      if (!on) closeCard();
      cardOpens = opens.cardOpens;
      clips.set(clipButton);
      if (answersBy !== asked) session.askAgain();
      asked = answersBy;
    },
  };
}
