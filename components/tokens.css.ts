/**
 * Colours, type and spacing of every surface: card (shadow root), popup, forms, ledger, print.
 * Values are those of the design; each text pair is at least 4.5 : 1, each sign at least 3 : 1.
 * `data-theme` on the root overrules the system's choice through `color-scheme`.
 */
export const TOKENS_CSS = `
:root, :host {
  color-scheme: light dark;
  --ink: light-dark(#1f2328, #e8e6e1);
  --soft: light-dark(#5d656f, #a3abb5);
  --paper: light-dark(#fbfaf7, #16191d);
  --sheet: light-dark(#ffffff, #1e2227);
  --fill: light-dark(#f4f2ec, #282d34);
  --fill-strong: light-dark(#eae6dc, #333941);
  --line: light-dark(#d9d5cb, #3c434c);
  --edge: light-dark(#8b8d8c, #717a85);
  --kept: light-dark(#17705f, #5fc2ab);
  --progress: light-dark(#2b63a8, #7fb2ee);
  --stalled: light-dark(#8a5108, #e0a552);
  --broken: light-dark(#8a2d3b, #e08a97);
  --open: light-dark(#5f6670, #a3abb5);
  --on-accent: light-dark(#ffffff, #14181d);
  --band: light-dark(#f2efe7, #1d2228);
  --band-alt: light-dark(#e8e3d7, #272d35);
  --shadow: light-dark(0 12px 32px rgb(31 35 40 / 0.18), 0 12px 32px rgb(0 0 0 / 0.55));
  --font: system-ui, "Noto Sans", "Segoe UI", Roboto, sans-serif;
}
:root[data-theme='light'], :host([data-theme='light']) { color-scheme: light; }
:root[data-theme='dark'], :host([data-theme='dark']) { color-scheme: dark; }
`;

/** What both the pages and the card's shadow root build upon: resets, focus, links, buttons, hidden text. */
export const BASE_CSS = `
*, *::before, *::after { box-sizing: border-box; }
h1, h2, h3, p, ul, ol, dl, dd, figure, fieldset { margin: 0; padding: 0; }
ul, ol { list-style: none; }
fieldset { border: 0; min-width: 0; }
button, input, select, textarea { font: inherit; color: inherit; }
bdi { overflow-wrap: break-word; }
a { color: var(--progress); text-decoration-color: color-mix(in srgb, currentColor 40%, transparent);
  text-underline-offset: 2px; }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--progress); outline-offset: 2px; border-radius: 4px; }
.hidden-text { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
.sign { flex: none; display: inline-block; vertical-align: -0.15em; }
.s-notRated, .s-unrateable { color: var(--open); }
.s-inProgress { color: var(--progress); }
.s-stalled { color: var(--stalled); }
.s-kept, .s-partlyKept { color: var(--kept); }
.s-broken { color: var(--broken); }
.button { display: inline-flex; align-items: center; gap: 6px; min-height: 32px; padding: 4px 12px;
  border: 1px solid var(--line); border-radius: 8px; background: var(--fill); color: var(--ink);
  cursor: pointer; text-decoration: none; line-height: 20px; }
.button:hover { background: var(--fill-strong); }
.button:disabled { color: var(--soft); cursor: default; background: var(--fill); }
.button.primary { background: var(--progress); border-color: var(--progress); color: var(--on-accent); }
.button.primary:hover { background: color-mix(in srgb, var(--progress) 86%, var(--ink)); }
.button.plain { border-color: transparent; background: none; padding: 4px 8px; }
.button.plain:hover { background: var(--fill); }
.icon-button { display: inline-grid; place-items: center; width: 32px; height: 32px; padding: 0; border: 0;
  border-radius: 8px; background: none; color: var(--soft); cursor: pointer; }
.icon-button:hover, .icon-button[aria-expanded='true'] { background: var(--fill); color: var(--ink); }
.text-button { border: 0; padding: 2px 0; background: none; color: var(--soft); cursor: pointer;
  text-align: start; text-decoration: underline; text-underline-offset: 3px;
  text-decoration-color: color-mix(in srgb, currentColor 40%, transparent); }
.text-button:hover { color: var(--ink); text-decoration-color: currentColor; }
@media (forced-colors: active) {
  .sign { forced-color-adjust: auto; }
  .button, .icon-button { border: 1px solid ButtonText; }
}
@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { animation: none !important; transition: none !important; }
}
`;
