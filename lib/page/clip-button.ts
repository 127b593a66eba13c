import { type OwnHost, openHost } from './own-host';

/** Wait after the last change of the selection, in milliseconds: a drag goes on without end. */
const SETTLE_MS = 250;
/** Fewer letters than this are a stray double click, not a promise. */
const MIN_LETTERS = 12;
/** A sentence in the button's place stays this long, in milliseconds. */
const MESSAGE_MS = 6000;
const GAP = 8;
const HEIGHT = 32;
/** Kept free at the window's edges, in pixels. */
const EDGE = 4;

const CSS = `
button { all: initial; position: absolute; box-sizing: border-box; height: ${HEIGHT}px; padding: 0 12px;
  font: 500 13px/${HEIGHT - 2}px system-ui, sans-serif; color: #1f2328; background: #fbfaf7; white-space: nowrap;
  border: 1px solid #8b8577; border-radius: 6px; box-shadow: 0 1px 4px #0003; cursor: pointer; }
button:hover { background: #f0ede5; }
button:focus-visible { outline: 2px solid #2b63a8; outline-offset: 2px; }
p { all: initial; position: absolute; padding: 6px 12px; font: 13px/18px system-ui, sans-serif; color: #1f2328;
  background: #fbfaf7; border: 1px solid #8b8577; border-radius: 6px; max-width: 280px; }
@media (prefers-color-scheme: dark) {
  button, p { color: #e8e6e1; background: #16191d; border-color: #5d656f; }
  button:hover { background: #23282e; }
  button:focus-visible { outline-color: #7fb2ee; }
}
@media (forced-colors: active) { button, p { border-color: ButtonText; } }
@media print { button, p { display: none; } }
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

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Below the selection's last line, else above its first: never over it. Document coordinates. */
export function placeBeside(boxes: readonly DOMRect[], width: number, view: Window): Place | null {
  const shown = boxes.filter((box) => box.width > 0 && box.height > 0);
  const first = shown[0];
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return null;
  const bottom = Math.max(...shown.map((box) => box.bottom));
  const top = Math.min(...shown.map((box) => box.top));
  const fitsBelow = bottom + GAP + HEIGHT + EDGE <= view.innerHeight;
  const fitsAbove = top - GAP - HEIGHT >= EDGE;
  const y = fitsBelow || !fitsAbove ? bottom + GAP : top - GAP - HEIGHT;
  const wanted = (fitsBelow || !fitsAbove ? last.right : first.left) - width / 2;
  const most = view.document.documentElement.clientWidth - width - EDGE;
  return { x: Math.max(EDGE, Math.min(wanted, most)) + view.scrollX, y: y + view.scrollY };
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
  #pointerDown = false;
  /** Esc puts the button away until another selection is made. */
  #dismissed = false;

  constructor(port: ClipButtonPort, signal: AbortSignal) {
    this.#port = port;
    this.#signal = signal;
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
    const place = placeBeside([...range.getClientRects()], button.offsetWidth, window);
    if (place === null) return this.#hide();
    putAt(button, place);
    // A press must not take the selection away.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      button.disabled = true;
      void this.#clip(range.cloneRange(), host, place);
    });
  }

  async #clip(range: Range, host: OwnHost, place: Place): Promise<void> {
    const words = await this.#port.clip(range);
    if (host !== this.#open) return;
    if (words === null) return this.#hide();
    const line = document.createElement('p');
    line.setAttribute('role', 'alert');
    line.textContent = words;
    putAt(line, place);
    host.shadow.querySelector('button')?.replaceWith(line);
    setTimeout(() => host === this.#open && this.#hide(), MESSAGE_MS);
  }

  #hide(): void {
    this.#open?.remove();
    this.#open = null;
  }
}

function putAt(element: HTMLElement, { x, y }: Place): void {
  element.style.left = `${x}px`;
  element.style.top = `${y}px`;
}
