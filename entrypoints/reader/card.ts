import { loadedPart, standingPart } from '@/lib/messaging/page-part';
import type { CardPort } from '@/lib/page/card-port';
import type { PlacedMark } from '@/lib/page/marks';
import type { ArticleSession } from './article-session';

/** Around the card: what happens on its buttons. */
export interface CardActions {
  clip(): void;
  switchOff(): void;
  notHim(placed: PlacedMark, scope: 'mention' | 'page' | 'site'): void;
}

/** Closes the card if one is open. */
export function closeCard(): void {
  standingPart<CardPort>('card')?.close();
}

/** Loads the card's code while the pointer rests, before the card is asked for; a failure is told on its opening. */
export function prepareCard(): void {
  loadedPart<CardPort>('card').catch(() => undefined);
}

/** Opens the card on a mark; nothing happens when the article was left meanwhile. */
export async function openCard(
  session: ArticleSession,
  placed: PlacedMark,
  takeFocus: boolean,
  actions: CardActions,
  signal: AbortSignal,
): Promise<void> {
  const card = await loadedPart<CardPort>('card');
  const boxes = session.layer.boxes(placed);
  if (signal.aborted || boxes.length === 0) return;
  card.open({
    personId: placed.mark.personId,
    postId: placed.mark.postId,
    date: session.facts.date,
    dateOrigin: session.facts.origin,
    pageUrl: session.facts.url,
    boxes,
    surface: placed.mark.text,
    why: placed.mark.why,
    takeFocus,
    onClosed: () => undefined,
    onNotHim: (scope) => actions.notHim(placed, scope),
    onSwitchOff: () => actions.switchOff(),
    onClip: () => actions.clip(),
  });
}
