import { loadedPart } from '@/lib/messaging/page-part';
import type { ClipButtonPort } from '@/lib/page/clip-button';
import type { QuotesPort } from '../quotes/quotes-port';

/** The page's present selection, or null. */
export function presentSelection(): Range | null {
  const selection = document.getSelection();
  return selection === null || selection.isCollapsed || selection.rangeCount === 0
    ? null
    : selection.getRangeAt(0);
}

/** Has the clip button's code loaded as soon as something that may be clipped is being selected. */
export function clipWhatIsSelected(
  port: ClipButtonPort,
  onFault: (fault: unknown) => void,
  signal: AbortSignal,
): void {
  let isPressed = false;
  const waiting = new AbortController();
  const until = AbortSignal.any([signal, waiting.signal]);
  const show = async (): Promise<void> => {
    const part = await loadedPart<QuotesPort>('quotes');
    if (until.aborted) return;
    waiting.abort();
    part.showClipButton(port, signal, isPressed);
  };
  const onPointer = ({ type, pointerType }: PointerEvent): void => {
    isPressed = type === 'pointerdown' && pointerType === 'mouse';
  };
  const capture = { signal: until, capture: true, passive: true } as const;
  document.addEventListener('pointerdown', onPointer, capture);
  document.addEventListener('pointerup', onPointer, capture);
  const onSelection = (): void => {
    const range = presentSelection();
    if (range !== null && port.accepts(range)) show().catch(onFault);
  };
  document.addEventListener('selectionchange', onSelection, { signal: until });
}
