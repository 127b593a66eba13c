import { type OwnHost, openHost } from './own-host';

const CSS = `
button { all: initial; position: absolute; box-sizing: border-box; border-radius: 3px; cursor: pointer; }
button:focus { outline: 2px solid #2b63a8; outline-offset: 1px; box-shadow: 0 0 0 1px #fff; }
@media (forced-colors: active) { button:focus { outline-color: Highlight; } }
`;

/** A focusable frame round one mark: the way to marks for keyboard and screen reader. */
export interface StepFrame {
  /** Puts the frame round boxes, with a name for the screen reader; Enter or Space calls back. */
  show(boxes: readonly DOMRect[], label: string, onEnter: () => void): void;
  hide(): void;
}

/** Makes the frame; nothing is in the page until it is shown, nor after it loses the focus. */
export function createStepFrame(mode: ShadowRootMode, signal: AbortSignal): StepFrame {
  let open: OwnHost | null = null;
  let before: Element | null = null;

  const hide = (): void => {
    const closing = open;
    open = null;
    closing?.remove();
  };
  return {
    show(boxes, label, onEnter) {
      before = open === null ? document.activeElement : before;
      hide();
      const [box] = boxes;
      if (box === undefined) return;
      const host = openHost(CSS, mode, signal);
      open = host;
      const button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('aria-label', label);
      button.style.left = `${box.left + window.scrollX - 1}px`;
      button.style.top = `${box.top + window.scrollY - 1}px`;
      button.style.width = `${box.width + 2}px`;
      button.style.height = `${box.height + 2}px`;
      host.shadow.append(button);
      button.addEventListener('click', ({ isTrusted }) => isTrusted && onEnter());
      button.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape') return;
        hide();
        if (before instanceof HTMLElement) before.focus();
      });
      button.addEventListener('blur', () => host === open && hide());
      button.focus({ preventScroll: true });
    },
    hide,
  };
}
