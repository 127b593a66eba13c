import { openHost } from './own-host';
import { placeBeside } from './place-beside';

/** A sentence of ours stays this long, in milliseconds. */
const MESSAGE_MS = 6000;
/** Without a selection to stand beside: this far from the window's corner, in pixels. */
const CORNER = 16;

const CSS = `
p { all: initial; position: absolute; box-sizing: border-box; padding: 6px 12px; width: max-content; max-width: 280px;
  font: 13px/18px system-ui, sans-serif; color: #1f2328; background: #fbfaf7; border: 1px solid #8b8577;
  border-radius: 6px; }
@media (prefers-color-scheme: dark) { p { color: #e8e6e1; background: #16191d; border-color: #5d656f; } }
@media (forced-colors: active) { p { border-color: ButtonText; } }
@media print { p { display: none; } }
`;

/** Says a sentence beside a range, or in the window's corner, to eyes and screen readers; it goes by itself. */
export function sayOnPage(
  words: string,
  range: Range | null,
  mode: ShadowRootMode,
  signal: AbortSignal,
): void {
  const host = openHost(CSS, mode, signal);
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  line.textContent = words;
  host.shadow.append(line);
  const { offsetWidth, offsetHeight } = line;
  const { x, y } = placeBeside(
    [...(range?.getClientRects() ?? [])],
    [offsetWidth, offsetHeight],
  ) ?? {
    x: document.documentElement.clientWidth - offsetWidth - CORNER + window.scrollX,
    y: CORNER + window.scrollY,
  };
  line.style.left = `${x}px`;
  line.style.top = `${y}px`;
  setTimeout(() => host.remove(), MESSAGE_MS);
}
