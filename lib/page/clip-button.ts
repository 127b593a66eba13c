import { type OwnHost, openHost } from './own-host';
import { sayOnPage } from './page-message';
import { placeBeside } from './place-beside';

/** Wait after the last change of the selection, in milliseconds: a drag goes on without end. */
const SETTLE_MS = 250;
/** Fewer letters than this are a stray double click, not a promise. */
const MIN_LETTERS = 12;
const HEIGHT = 32;

const CSS = `
button { all: initial; position: absolute; box-sizing: border-box; height: ${HEIGHT}px; padding: 0 12px;
  font: 500 13px/${HEIGHT - 2}px system-ui, sans-serif; color: #1f2328; background: #fbfaf7; white-space: nowrap;
  border: 1px solid #8b8577; border-radius: 6px; box-shadow: 0 1px 4px #0003; cursor: pointer; }
button:hover { background: #f0ede5; }
button:focus-visible { outline: 2px solid #2b63a8; outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  button { color: #e8e6e1; background: #16191d; border-color: #5d656f; }
  button:hover { background: #23282e; }
  button:focus-visible { outline-color: #7fb2ee; }
}
@media (forced-colors: active) { button { border-color: ButtonText; } }
@media print { button { display: none; } }
`;

/** What the button needs from the page's session. */
export interface ClipButtonPort {
  readonly mode: ShadowRootMode;
  /** The button's words, asked when it is shown. */
  label(): string;
  /** May this selection be clipped? */
  accepts(range: Range): boolean;
  /** Clips; the answer is a sentence to show in the button's place, or null when all went well. */
  clip(range: Range): Promise<string | null>;
}

function selectedRange(): Range | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const letters = range.toString().match(/\p{L}/gu)?.length ?? 0;
  return letters < MIN_LETTERS ? null : range;
}

/** The clip button beside the selection, while one of the article's text stands, until the signal ends. */
export class ClipButton {
  readonly #port: ClipButtonPort;
  readonly #signal: AbortSignal;
  #open: OwnHost | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pointerDown: boolean;
  /** Esc puts the button away until another selection is made. */
  #dismissed = false;

  /** @param isPressed the mouse is down already: the selection is still being drawn. */
  constructor(port: ClipButtonPort, signal: AbortSignal, isPressed = false) {
    this.#port = port;
    this.#signal = signal;
    this.#pointerDown = isPressed;
    const capture = { signal, capture: true, passive: true } as const;
    document.addEventListener('selectionchange', () => this.#onSelection(), { signal });
    document.addEventListener('pointerdown', (event) => this.#onPointer(event), capture);
    document.addEventListener('pointerup', (event) => this.#onPointer(event), capture);
    document.addEventListener('keydown', (event) => this.#onKey(event), capture);
    // A turned screen or another zoom moves the words away from under the button's place.
    window.addEventListener('resize', () => this.#onResize(), { signal });
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#hide();
    });
    this.#later();
  }

  #onSelection(): void {
    this.#dismissed = false;
    if (selectedRange() === null) this.#hide();
    this.#later();
  }

  #onResize(): void {
    if (this.#open !== null) this.#later();
  }

  #onPointer(event: PointerEvent): void {
    const ours = this.#open !== null && event.composedPath().includes(this.#open.host);
    this.#pointerDown = event.type === 'pointerdown' && !ours && event.pointerType === 'mouse';
    if (!this.#pointerDown && !ours) this.#later();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.#open === null) return;
    this.#dismissed = true;
    this.#hide();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), SETTLE_MS);
  }

  #look(): void {
    if (this.#pointerDown || this.#dismissed) return;
    const range = selectedRange();
    if (range !== null && this.#port.accepts(range)) this.#show(range);
    else this.#hide();
  }

  #show(range: Range): void {
    this.#hide();
    const host = openHost(CSS, this.#port.mode, this.#signal);
    this.#open = host;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.#port.label();
    host.shadow.append(button);
    const place = placeBeside([...range.getClientRects()], [button.offsetWidth, HEIGHT]);
    if (place === null) return this.#hide();
    button.style.left = `${place.x}px`;
    button.style.top = `${place.y}px`;
    // A press must not take the selection away.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', ({ isTrusted }) => {
      if (!isTrusted) return;
      button.disabled = true;
      void this.#clip(range.cloneRange(), host);
    });
  }

  async #clip(range: Range, host: OwnHost): Promise<void> {
    const words = await this.#port.clip(range);
    if (host === this.#open) this.#hide();
    if (words !== null) sayOnPage(words, range, this.#port.mode, this.#signal);
  }

  #hide(): void {
    this.#open?.remove();
    this.#open = null;
  }
}
