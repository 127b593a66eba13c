/** When the pointer asks for the card: after a short, a usual or a long rest, or at once while Shift is held. */
export type CardOpens = 'quick' | 'rest' | 'slow' | 'shift';

/** How long a pointer rests on a mark before that, in milliseconds. */
const REST_MS: Readonly<Record<CardOpens, number>> = {
  quick: 150,
  rest: 300,
  slow: 700,
  shift: 50,
};
/** Of a rest: a pointer that has stopped this long may well stay. */
const PAUSE_SHARE = 1 / 3;
/** A hand is never quite still: movement within this is rest, in pixels. */
const STILL_PX = 4;

/** A place where the pointer rested or a finger tapped. */
export interface Touch {
  readonly x: number;
  readonly y: number;
  readonly target: EventTarget | null;
  readonly kind: 'rest' | 'tap';
}

/** Who is told of rests, and how long they are. */
export interface Rests {
  readonly onTouch: (touch: Touch) => void;
  /** The pointer has stopped and may come to rest: what a rest needs can be got ready. */
  readonly onPause: (touch: Touch) => void;
  readonly opens: () => CardOpens;
}

function isOnLink(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('a[href], button, [role="button"], summary') !== null
  );
}

function isSelecting(): boolean {
  return document.getSelection()?.isCollapsed === false;
}

function touchOf(event: PointerEvent | MouseEvent, kind: Touch['kind']): Touch {
  const [target = null] = event.composedPath();
  return { x: event.clientX, y: event.clientY, target, kind };
}

function watchTaps(onTouch: (touch: Touch) => void, signal: AbortSignal): void {
  const onClick = (event: MouseEvent): void => {
    const touched =
      event instanceof PointerEvent && event.pointerType !== 'mouse' && event.pointerType !== '';
    const touch = touchOf(event, 'tap');
    if (!event.isTrusted || !touched || isOnLink(touch.target) || isSelecting()) return;
    onTouch(touch);
  };
  document.addEventListener('click', onClick, { signal, passive: true });
}

function watchRests({ onTouch, onPause, opens }: Rests, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** Where the mouse was seen last; null once that place says nothing any more. */
  let at: Touch | null = null;

  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const cancel = (): void => {
    stop();
    at = null;
  };
  const wait = (touch: Touch): void => {
    stop();
    const restMs = REST_MS[opens()];
    const pauseMs = restMs * PAUSE_SHARE;
    timer = setTimeout(() => {
      timer = setTimeout(() => {
        timer = null;
        if (!isSelecting()) onTouch(touch);
      }, restMs - pauseMs);
      if (!isSelecting()) onPause(touch);
    }, pauseMs);
  };
  const passive = { signal, passive: true } as const;
  const isStill = (to: Touch): boolean =>
    at !== null && Math.abs(to.x - at.x) <= STILL_PX && Math.abs(to.y - at.y) <= STILL_PX;
  const onMove = (event: PointerEvent): void => {
    if (!event.isTrusted) return;
    if (event.pointerType !== 'mouse' || event.buttons !== 0) return cancel();
    const touch = touchOf(event, 'rest');
    if (timer !== null && isStill(touch)) return;
    stop();
    at = touch;
    // Once: a page that scrolls on has nobody called in each frame.
    document.addEventListener('scroll', cancel, { ...passive, capture: true, once: true });
    if (opens() !== 'shift' || event.shiftKey) wait(touch);
  };
  const onKey = (event: KeyboardEvent): void => {
    // The pointer rests already; the key comes after.
    if (!event.isTrusted || opens() !== 'shift' || event.key !== 'Shift') return;
    if (!event.repeat && at !== null) wait(at);
  };
  document.addEventListener('pointermove', onMove, passive);
  document.addEventListener('pointerdown', cancel, passive);
  document.addEventListener('mouseleave', cancel, passive);
  document.addEventListener('keydown', onKey, passive);
  signal.addEventListener('abort', cancel);
}

/**
 * Reports rests of the mouse and taps of finger or pen, until the signal ends. A tap on a link is the link's
 * own; nothing is ever prevented or stopped. What the page's scripts feign is no touch.
 */
export function watchPointer(rests: Rests, signal: AbortSignal): void {
  watchRests(rests, signal);
  watchTaps(rests.onTouch, signal);
}
