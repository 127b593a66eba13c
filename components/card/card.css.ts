/** The card's own rules; the host rules are `!important` because the page's rules for a host win otherwise. */
export const CARD_CSS = `
:host { all: initial !important; display: block !important; position: fixed !important; inset: auto !important;
  left: 0 !important; top: 0 !important; width: 0 !important; height: 0 !important; overflow: visible !important;
  margin: 0 !important; padding: 0 !important; border: 0 !important; background: none !important; z-index: 2147483647 !important; }
:host([data-theme='light']) { color-scheme: light !important; }
:host([data-theme='dark']) { color-scheme: dark !important; }
:host([data-theme='auto']) { color-scheme: light dark !important; }
@media print { :host { display: none !important; } }
.card { position: fixed; display: grid; grid-template-rows: auto minmax(0, 1fr) auto; width: min(372px, calc(100vw - 16px));
  max-height: 70vh; background: var(--sheet); color: var(--ink); border: 1px solid var(--line);
  border-radius: 12px; box-shadow: var(--shadow); font: 400 14px/20px var(--font);
  font-variant-numeric: tabular-nums; text-align: start; overflow: hidden; overflow-wrap: break-word; }
@media (prefers-reduced-motion: no-preference) { .card { animation: appear 120ms ease-out; } }
@keyframes appear { from { opacity: 0; } }
.card[hidden] { display: none; }
.card:focus { outline: none; }
.card:focus-visible { outline: 2px solid var(--progress); outline-offset: -2px; }
.head { padding: 12px 10px 10px 16px; display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: 8px; }
.head h2 { font-size: 17px; line-height: 24px; font-weight: 650; padding-top: 4px; }
.head .tools { display: flex; }
.head .office, .head .gist, .head .note, .head .panel { grid-column: 1 / -1; padding-right: 6px; }
.office { color: var(--soft); font-size: 13px; line-height: 18px; }
.gist { font-size: 15px; line-height: 21px; font-weight: 600; margin-top: 8px; text-wrap: pretty; }
.note { margin-top: 8px; color: var(--soft); font-size: 13px; line-height: 18px; }
.body { overflow: auto; overscroll-behavior: contain; padding: 0 16px; scrollbar-width: thin;
  scrollbar-color: var(--edge) transparent; }
.section { border-top: 1px solid var(--line); padding: 10px 0 8px; }
.section > h3 { display: flex; align-items: center; gap: 6px; font-size: 13px; line-height: 18px; font-weight: 600;
  color: var(--soft); }
.section > h3 .total { margin-inline-start: auto; color: var(--ink); }
.tally { display: flex; flex-wrap: wrap; gap: 0 12px; margin-top: 2px; padding-inline-start: 22px; font-size: 12.5px;
  line-height: 18px; color: var(--soft); }
.tally li { display: inline-flex; align-items: center; gap: 4px; }
.section > .text-button { margin-inline-start: 22px; font-size: 13px; min-height: 24px; }
.empty { border-top: 1px solid var(--line); padding: 14px 0 16px; }
.empty p { color: var(--soft); font-size: 13px; line-height: 19px; margin-top: 2px; }
.empty b { font-weight: 600; }
.foot { border-top: 1px solid var(--line); padding: 10px 16px 8px; background: var(--sheet); }
.actions { display: flex; flex-wrap: wrap; gap: 8px; font-size: 13px; }
.panel { margin-top: 8px; padding: 10px 12px; border-radius: 8px; background: var(--fill); font-size: 13px; line-height: 19px; }
.panel p + p { margin-top: 6px; }
.panel p + ul { margin: 6px 0 0; padding-left: 18px; }
.panel ul + p { margin-top: 6px; }
.panel .actions { margin-top: 8px; }
.panel .button { background: var(--sheet); }
.age { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 12px; margin-top: 6px; color: var(--soft);
  font-size: 12px; line-height: 18px; }
.age .text-button { min-height: 24px; }
.age .old { color: var(--stalled); font-weight: 600; }
.skeleton { padding: 16px; color: var(--soft); }
/* In a low window, and at 200 % zoom, head and foot would leave the promises no line: all of it scrolls. */
@media (max-height: 700px) {
  .card:not([hidden]) { display: block; overflow: auto; overscroll-behavior: contain; scrollbar-width: thin;
    scrollbar-color: var(--edge) transparent; }
  .body { overflow: visible; }
}
`;

/** How a promise's line looks, everywhere. */
export const LINE_CSS = `
.promise { display: grid; grid-template-columns: 16px minmax(0, 1fr); column-gap: 6px; padding: 6px 0; }
.promise-sign { grid-row: 1 / 3; padding-top: 2px; line-height: 16px; }
.promise-text { font-weight: 500; text-wrap: pretty; hyphens: manual; }
.facts { color: var(--soft); font-size: 12.5px; line-height: 18px; }
.facts b { font-weight: 600; }
.facts .said-here { color: var(--ink); }
.facts a { color: inherit; white-space: nowrap; }
.facts a .sign { margin-inline-start: 3px; }
.facts a:hover { color: var(--progress); }
`;
