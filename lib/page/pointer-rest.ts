/** A pointer that rests this long on a mark asks for the card, in milliseconds. */
const REST_MS = 300;
/** A hand is never quite still: movement within this is rest, in pixels. */
const STILL_PX = 4;

/** A place where the pointer rested or a finger tapped. */
export interface Touch {
  readonly x: number;
  readonly y: number;
  readonly target: EventTarget | null;
  readonly kind: 'rest' | 'tap';
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

/**
 * Reports rests of the mouse and taps of finger or pen, until the signal ends. A tap on a link is the link's
 * own; nothing is ever prevented or stopped.
 */
export function watchPointer(onTouch: (touch: Touch) => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let at = { x: 0, y: 0 };

  const cancel = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const onMove = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse' || event.buttons !== 0) return cancel();
    const { clientX: x, clientY: y } = event;
    if (timer !== null && Math.abs(x - at.x) <= STILL_PX && Math.abs(y - at.y) <= STILL_PX) return;
    cancel();
    at = { x, y };
    const [target = null] = event.composedPath();
    timer = setTimeout(() => {
      timer = null;
      if (!isSelecting()) onTouch({ x, y, target, kind: 'rest' });
    }, REST_MS);
  };
  const onClick = (event: MouseEvent): void => {
    const touched =
      event instanceof PointerEvent && event.pointerType !== 'mouse' && event.pointerType !== '';
    const [target = null] = event.composedPath();
    if (!touched || isOnLink(target) || isSelecting()) return;
    onTouch({ x: event.clientX, y: event.clientY, target, kind: 'tap' });
  };
  const passive = { signal, passive: true } as const;
  document.addEventListener('pointermove', onMove, passive);
  document.addEventListener('pointerdown', cancel, passive);
  document.addEventListener('scroll', cancel, { ...passive, capture: true });
  document.addEventListener('mouseleave', cancel, passive);
  document.addEventListener('click', onClick, passive);
  signal.addEventListener('abort', cancel);
}
