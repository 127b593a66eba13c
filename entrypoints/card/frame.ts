import { CARD_CSS, LINE_CSS } from '@/components/card/card.css';
import { BASE_CSS, TOKENS_CSS } from '@/components/tokens.css';
import { around, type Box, isNear, placeCard } from './place';

/** A pointer may cross the gap or cut a corner; only a real leaving closes the card. */
const LEAVE_DELAY_MS = 300;

/** The empty dialog in the page, and the element that the card's content is drawn into. */
export interface Frame {
  readonly dialog: HTMLElement;
  /** Puts the dialog at the words and shows it; called again only when its content is replaced. */
  show(): void;
  /** Takes the host out of the page and gives the focus back. */
  remove(): void;
}

/** What the frame must know of its opening. */
export interface FrameOpening {
  readonly boxes: readonly Box[];
  readonly takeFocus: boolean;
  readonly label: string;
  readonly lang: string;
  readonly theme: 'auto' | 'light' | 'dark';
}

const SHADOW_MODE: ShadowRootMode = import.meta.env.MODE === 'e2e' ? 'open' : 'closed';

function styleSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(TOKENS_CSS + BASE_CSS + CARD_CSS + LINE_CSS);
  return sheet;
}

function openDialog(opening: FrameOpening): { host: HTMLElement; dialog: HTMLElement } {
  const host = document.createElement('div');
  host.dataset['theme'] = opening.theme;
  const shadow = host.attachShadow({ mode: SHADOW_MODE, delegatesFocus: false });
  shadow.adoptedStyleSheets = [styleSheet()];
  const dialog = document.createElement('div');
  dialog.className = 'card';
  dialog.tabIndex = -1;
  dialog.lang = opening.lang;
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-label', opening.label);
  dialog.hidden = true;
  shadow.append(dialog);
  // A press that no hand made reaches no button, should a page's script ever get hold of one.
  const onClick = (event: Event) => event.isTrusted || event.stopImmediatePropagation();
  shadow.addEventListener('click', onClick, { capture: true });
  // Beside the body, never inside: frameworks own what is in there.
  document.documentElement.append(host);
  return { host, dialog };
}

interface Watch {
  readonly dialog: HTMLElement;
  readonly host: HTMLElement;
  readonly boxes: readonly Box[];
  readonly takeFocus: boolean;
  readonly signal: AbortSignal;
  readonly close: () => void;
}

function closeOnEscape({ signal, close }: Watch): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !event.isTrusted) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  document.addEventListener('keydown', onKey, { capture: true, signal });
}

function closeOnLeave({ dialog, host, boxes, takeFocus, signal, close }: Watch): void {
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const onMove = (event: PointerEvent) => {
    const isHere =
      event.target === host ||
      isNear(event.clientX, event.clientY, boxes, dialog.getBoundingClientRect());
    if (isHere) {
      clearTimeout(leaving);
      leaving = undefined;
    } else {
      leaving ??= setTimeout(close, LEAVE_DELAY_MS);
    }
  };
  const onDown = (event: PointerEvent) => {
    if (event.isTrusted && event.target !== host) close();
  };
  // Opened by keyboard it stays until it is closed: a resting mouse somewhere else says nothing.
  if (!takeFocus) document.addEventListener('pointermove', onMove, { passive: true, signal });
  document.addEventListener('pointerdown', onDown, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => clearTimeout(leaving), { once: true });
}

/** The card goes with its words; when they have left the window, so has the card's reason. */
function followScroll({ dialog, host, boxes, signal, close }: Watch): void {
  const from = { x: scrollX, y: scrollY };
  const word = around(boxes);
  const onScroll = (event: Event) => {
    if (event.target === host) return;
    const dx = from.x - scrollX;
    const dy = from.y - scrollY;
    const isGone = word.bottom + dy < 0 || word.top + dy > innerHeight;
    if (event.target !== document || isGone) close();
    else dialog.style.translate = `${dx}px ${dy}px`;
  };
  document.addEventListener('scroll', onScroll, { capture: true, passive: true, signal });
  addEventListener('resize', close, { passive: true, signal });
}

function place(dialog: HTMLElement, boxes: readonly Box[]): void {
  dialog.hidden = false;
  dialog.style.maxHeight = '';
  const size = { width: dialog.offsetWidth, height: dialog.scrollHeight };
  const view = { width: document.documentElement.clientWidth, height: innerHeight };
  const isRtl = getComputedStyle(document.documentElement).direction === 'rtl';
  const spot = placeCard(around(boxes), size, view, isRtl);
  dialog.style.left = `${spot.left}px`;
  dialog.style.top = `${spot.top}px`;
  dialog.style.maxHeight = `${spot.maxHeight}px`;
}

/**
 * Opens the dialog's host. It closes itself on Escape, on leaving, on a press outside and when the words are
 * scrolled away; `onClose` is then called once. Everything it switched on ends with `remove`.
 */
export function openFrame(opening: FrameOpening, onClose: () => void): Frame {
  const before = document.activeElement;
  const { host, dialog } = openDialog(opening);
  const ending = new AbortController();
  const { signal } = ending;
  const close = () => {
    if (!signal.aborted) onClose();
  };
  const watch: Watch = { ...opening, dialog, host, signal, close };
  closeOnEscape(watch);
  closeOnLeave(watch);
  followScroll(watch);
  return {
    dialog,
    show() {
      place(dialog, opening.boxes);
      if (opening.takeFocus) dialog.focus({ preventScroll: true });
    },
    remove() {
      ending.abort();
      const hadFocus = document.activeElement === host;
      host.remove();
      if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
    },
  };
}
