/** The popup's own rules: 380 px on a desktop, the whole width on a phone. */
export const POPUP_CSS = `
html, body { font-size: 14px; line-height: 20px; }
body { width: 380px; max-width: 100vw; min-height: 260px; }
@media (max-width: 379px), (hover: none) { body { width: auto; min-width: 320px; } }
.popup { display: flex; flex-direction: column; }
.bar { display: flex; align-items: center; gap: 4px; padding: 10px 8px 6px 16px; }
.bar h1 { font-size: 15px; line-height: 20px; flex: 1; }
.bar a.button { font-size: 13px; min-height: 28px; }
.search { position: relative; margin: 0 16px 10px; color: var(--soft); }
.search .sign { position: absolute; inset-inline-start: 11px; top: 11px; pointer-events: none; }
.search input { padding-inline: 34px 10px; text-overflow: ellipsis; }
.search input::-webkit-search-cancel-button { cursor: pointer; }
.block { border-top: 1px solid var(--line); padding: 10px 16px 12px; }
.block > h2 { display: flex; gap: 8px; font-size: 13px; line-height: 18px; font-weight: 600; color: var(--soft); }
.block > h2 .total { margin-inline-start: auto; color: var(--ink); }
.block > p { margin-top: 4px; }
.rows { margin: 4px -8px 0; }
.earlier { padding-inline: 8px; }
.row { display: flex; align-items: baseline; gap: 8px; width: 100%; padding: 6px 8px; border: 0; border-radius: 8px;
  background: none; color: inherit; text-align: start; text-decoration: none; cursor: pointer; min-height: 32px; }
a.row, button.row { color: var(--ink); }
a.row:hover, button.row:hover, .row:focus-visible { background: var(--fill); }
.row .main { flex: 1; min-width: 0; }
.row b { font-weight: 550; }
.row .sub { display: block; color: var(--soft); font-size: 12.5px; line-height: 17px; }
.row .count { flex: none; color: var(--soft); font-size: 12.5px; }
div.row { cursor: default; }
.row.clip { display: block; }
.row-pair { display: flex; align-items: flex-start; }
.row-pair .row { flex: 1; min-width: 0; }
.row-pair .button { flex: none; font-size: 16px; min-width: 32px; min-height: 32px; padding: 0; }
.clamp { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.results { border-top: 1px solid var(--line); padding: 8px 16px 10px; min-height: 180px; }
.site { display: flex; flex-direction: column; gap: 8px; align-items: flex-start; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; align-items: center; }
.state-accepted, .state-merged { color: var(--kept); }
.state-queued, .state-sending, .state-sent { color: var(--progress); }
.state-rejected, .state-dead, .state-blocked { color: var(--broken); }
.quote-found { color: var(--kept); }
.quote-changed, .quote-gone { color: var(--broken); }
.diff { margin: 0 0 6px; padding: 0 8px; font-size: 12.5px; line-height: 17px; }
.diff dt { color: var(--soft); }
.diff dd { margin: 0 0 2px; overflow-wrap: anywhere; }
.state-draft, .state-withdrawn { color: var(--soft); }
.status { border-top: 1px solid var(--line); padding: 8px 16px 10px; display: flex; align-items: center;
  justify-content: space-between; gap: 12px; font-size: 12.5px; line-height: 17px; color: var(--soft); }
.status .old { color: var(--stalled); font-weight: 600; }
.status .button { font-size: 13px; min-height: 28px; flex: none; }
`;
