/** What all pages on the extension's origin share: paper, type, headings, fields. */
export const PAGE_CSS = `
html { background: var(--paper); color: var(--ink); text-size-adjust: none; }
/* On the body too: Chromium's own sheet for extension pages sets 75 % and its font there. */
html, body { font: 400 15px/22px var(--font); font-variant-numeric: tabular-nums; }
body { margin: 0; overflow-wrap: break-word; }
h1 { font-size: 24px; line-height: 30px; font-weight: 650; text-wrap: balance; }
h2 { font-size: 17px; line-height: 24px; font-weight: 650; }
h3 { font-size: 15px; line-height: 22px; font-weight: 600; }
.soft { color: var(--soft); }
.problem { color: var(--broken); font-weight: 550; }
.small { font-size: 13px; line-height: 18px; }
.field { display: grid; gap: 4px; min-width: 0; }
.field > label, .field > .label, .field > legend { font-weight: 550; font-size: 14px; padding: 0; }
/* A legend is no item of its grid: the gap passes it by. */
.field > legend { margin-bottom: 4px; }
.field .hint { color: var(--soft); font-size: 13px; line-height: 18px; }
.input { width: 100%; min-height: 38px; padding: 7px 10px; border: 1px solid var(--edge); border-radius: 8px;
  background: var(--sheet); color: var(--ink); }
textarea.input { resize: vertical; field-sizing: content; min-height: 62px; }
.input::placeholder { color: var(--soft); opacity: 1; }
.input:focus-visible { outline-offset: 0; border-color: var(--progress); border-radius: 8px; }
.switch { display: flex; align-items: center; gap: 10px; min-height: 32px; cursor: pointer; }
.switch > input { flex: none; appearance: none; width: 36px; height: 20px; margin: 0; border-radius: 10px;
  border: 1px solid var(--edge); background: var(--fill); position: relative; cursor: pointer; }
.switch > input::after { content: ''; position: absolute; inset-block-start: 2px; inset-inline-start: 2px;
  width: 14px; height: 14px; border-radius: 50%; background: var(--edge); }
.switch > input:checked { background: var(--progress); border-color: var(--progress); }
.switch > input:checked::after { inset-inline-start: 18px; background: var(--on-accent); }
.chain { margin: 2px 0 4px; padding-inline-start: 18px; font-size: 12px; line-height: 17px; color: var(--soft); }
.welcome { display: grid; gap: 8px; justify-items: start; }
.welcome ol { display: grid; gap: 4px; padding-inline-start: 20px; list-style: decimal; }
@media (forced-colors: active) {
  .switch > input { appearance: auto; width: auto; height: auto; }
  .switch > input::after { content: none; }
}
`;
