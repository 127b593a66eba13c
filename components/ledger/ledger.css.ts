/** The ledger's pages and their print. */
export const LEDGER_CSS = `
.ledger { max-width: 1120px; margin: 0 auto; padding: 20px 28px 48px; container-type: inline-size; }
.ledger > nav { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; margin-bottom: 18px; }
.ledger > nav search { flex: 1; min-width: min(100%, 300px); max-width: 460px; position: relative; }
.ledger > nav .search { position: relative; color: var(--soft); }
.ledger > nav .search .sign { position: absolute; inset-inline-start: 11px; top: 11px; pointer-events: none; }
.ledger > nav .search input { padding-inline: 34px 10px; text-overflow: ellipsis; }
.ledger > nav .results { position: absolute; inset-inline: 0; top: 44px; z-index: 5; padding: 8px 12px; max-height: 60vh;
  overflow: auto; background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); }
.rows { margin: 4px -4px 0; }
.row { display: flex; align-items: baseline; gap: 8px; padding: 6px 8px; border-radius: 8px; color: var(--ink);
  text-decoration: none; }
a.row:hover, .row:focus-visible { background: var(--fill); }
.row .main { flex: 1; min-width: 0; }
.row b { font-weight: 550; }
.row .sub { display: block; color: var(--soft); font-size: 13px; line-height: 18px; }
.row .count { color: var(--soft); font-size: 13px; white-space: nowrap; }
.ledger h1::first-letter { text-transform: uppercase; }
.lead { font-size: 17px; line-height: 25px; color: var(--soft); margin-top: 4px; }
.lead.now { color: var(--ink); font-size: 15px; line-height: 22px; }
.figures { display: flex; flex-wrap: wrap; gap: 12px 26px; margin: 18px 0 6px; }
.figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; max-width: 150px; }
.figures dd { font-size: 26px; line-height: 32px; font-weight: 650; }
.figures dt { color: var(--soft); font-size: 13px; line-height: 18px; }
.ledger section { margin-top: 28px; }
.ledger section > h2 { margin-bottom: 6px; }
.views { margin-top: 22px; }
.ledger > p:last-child { margin-top: 26px; }
.ask .view-tools { margin: 14px 0; justify-content: flex-start; }
.view-tools { display: flex; flex-wrap: wrap; gap: 10px 24px; align-items: end; justify-content: space-between; margin-bottom: 6px; }
.pager { display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: baseline; margin: 6px 0; }
.pager button[aria-disabled='true'] { opacity: 0.5; text-decoration: none; cursor: default; }
.filters { display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: end; }
.choice { display: grid; gap: 2px; }
.choice > label { font-size: 13px; line-height: 18px; color: var(--soft); }
.choice > .input { min-height: 34px; padding: 4px 8px; max-width: 210px; font-size: 14px; }
.filters > output { padding: 6px 0 7px; }
.filters > .text-button { padding: 6px 0 7px; }
.office-picture { margin-top: 14px; }
.thesis { font-size: 17px; line-height: 25px; margin-bottom: 8px; }
.thesis b { font-weight: 650; }
.canvas { position: relative; padding: 56px 0 10px; --label: 29%; --times: 44px; }
.ground { position: absolute; inset: 0 var(--times) 0 var(--label); }
.band { position: absolute; top: 24px; bottom: 0; background: var(--band); border-inline-start: 1px solid var(--edge); }
.band.even { background: var(--band-alt); }
.band > span { position: sticky; top: 0; z-index: 2; display: block; padding: 5px 8px; font-size: 13px; line-height: 18px; font-weight: 600;
  white-space: nowrap; overflow: hidden; text-overflow: ellipsis; background: inherit; }
.band > .likely { position: absolute; inset-block: 0; inset-inline-end: 0;
  background: repeating-linear-gradient(90deg, var(--paper) 0 2px, transparent 2px 7px); }
.band.unknown, .band.unknown > span, .swatch.hatched { background: repeating-linear-gradient(135deg, var(--paper) 0 4px,
  var(--line) 4px 6px); }
.band.disputed, .swatch.crossed { background: repeating-linear-gradient(135deg, transparent 0 6px, var(--line) 6px 7px),
  repeating-linear-gradient(45deg, var(--paper) 0 6px, var(--line) 6px 7px); }
.band.unknown > span, .band.disputed > span, .band.vacant > span { color: var(--ink); font-weight: 400; }
.band.vacant { background: none; border-inline: 1px dashed var(--edge); }
.year, .today { position: absolute; top: 22px; bottom: 0; border-inline-start: 1px dotted var(--edge); }
.year > span, .today > span { position: absolute; top: -20px; translate: -50% 0; font-size: 12px; line-height: 16px;
  color: var(--soft); white-space: nowrap; }
.today { border-inline-start: 1px solid var(--soft); }
.today > span { top: auto; bottom: -18px; color: var(--ink); }
.repeat-arcs { position: absolute; inset: 56px 0 0 0; }
.again { position: absolute; width: 9px; margin-inline-start: -9px; border: 1.5px solid var(--edge); border-inline-end: 0;
  border-radius: 8px 0 0 8px; }
.again > span { position: absolute; bottom: 6px; inset-inline-end: 12px; padding: 0 4px; border-radius: 4px; background: var(--paper);
  font-size: 12px; line-height: 16px; color: var(--soft); white-space: nowrap; }
.line { position: relative; display: grid; grid-template-columns: var(--label) minmax(0, 1fr) var(--times); align-items: center;
  height: 40px; }
.line .label { color: var(--ink); text-decoration: none; font-size: 13px; line-height: 17px; margin: 3px 14px 3px 0;
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.line .label:hover { text-decoration: underline; }
.line:hover .track { background: color-mix(in srgb, var(--ink) 6%, transparent); }
.times { display: inline-flex; align-items: center; gap: 3px; padding-inline-start: 16px; font-size: 13px; color: var(--soft); }
.track { position: relative; height: 100%; border-radius: 6px; }
.track i { position: absolute; top: 50%; }
.track .solid { height: 6px; margin-top: -3px; background: currentColor; border-radius: 3px; }
.track .carried { height: 18px; margin-top: -9px; background: currentColor; opacity: 0.16; border-radius: 2px; }
.track .dotted { height: 4px; margin-top: -2px; background: repeating-linear-gradient(90deg, currentColor 0 5px, transparent 5px 9px); }
.track .ahead { height: 0; margin-top: -0.5px; border-top: 1px solid currentColor; }
.track .start { width: 13px; height: 13px; margin: -6.5px 0 0 -6.5px; border: 2.5px solid currentColor; border-radius: 50%;
  background: var(--paper); }
.track .start.open, .track .end.weak { border-style: dotted; }
/* Drawn by style and not as pictures in the page: a long office has ten of them in every line. */
.track .handed { width: 12px; height: 16px; margin: -8px 0 0 -5px; background: currentColor;
  clip-path: polygon(0 0, 100% 50%, 0 100%); }
.track .handed::after { content: ''; position: absolute; inset: 3.5px 4px 3.5px 2px; background: var(--paper);
  clip-path: polygon(0 0, 100% 50%, 0 100%); }
.track .due { width: 11px; height: 11px; margin: -5.5px 0 0 -5.5px; border: 2px solid currentColor; background: var(--paper);
  rotate: 45deg; }
.track .end { display: grid; place-items: center; width: 22px; height: 22px; margin: -11px 0 0 -11px; border-radius: 50%;
  border: 2px solid currentColor; background: var(--paper); }
.track .end.ring { border: 0; width: 20px; height: 20px; margin: -10px 0 0 -10px; }
.track .end.ring .sign { width: 22px; height: 22px; margin: -1px; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin-top: 14px; color: var(--soft); font-size: 13px; line-height: 20px; }
.legend li { display: inline-flex; align-items: center; gap: 6px; }
.swatch { display: inline-block; width: 20px; height: 12px; }
.swatch.dotted { height: 0; border-top: 3px dotted currentColor; }
.swatch.bow { width: 8px; height: 14px; border: 1.5px solid var(--edge); border-inline-end: 0; border-radius: 7px 0 0 7px; }
.swatch.likely { background: repeating-linear-gradient(90deg, var(--paper) 0 2px, var(--band-alt) 2px 7px); border: 1px solid var(--line); }
figcaption > p { color: var(--soft); font-size: 13px; line-height: 19px; margin-top: 6px; max-width: 70ch; }
.table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: 14px; line-height: 20px; margin-top: 8px; }
.table th { text-align: start; font-size: 13px; line-height: 18px; font-weight: 600; color: var(--soft); padding: 6px 12px 6px 0;
  border-bottom: 1px solid var(--edge); vertical-align: bottom; }
.table td { padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.table tbody th { font-size: 14px; line-height: 20px; font-weight: 500; padding: 8px 12px 8px 0; vertical-align: top;
  border-bottom: 1px solid var(--line); }
.table th a { color: var(--ink); text-decoration-color: var(--line); }
.table .what { display: inline-flex; gap: 6px; align-items: baseline; }
.table-title { margin-top: 26px; }
.table tbody tr[aria-hidden] { border: 0; }
.switcher { display: inline-flex; flex-wrap: wrap; gap: 4px; }
.switcher label { position: relative; cursor: pointer; }
.switcher input { position: absolute; opacity: 0; inset: 0; margin: 0; cursor: pointer; }
.switcher span { display: block; padding: 4px 12px; border: 1px solid var(--line); border-radius: 16px; font-size: 13px; }
.switcher input:checked + span { background: var(--fill-strong); border-color: var(--edge); font-weight: 600; }
.switcher input:focus-visible + span { outline: 2px solid var(--progress); outline-offset: 2px; }
.col-promise { width: 28%; } .col-status { width: 17%; } .col-said { width: 15%; } .col-due { width: 15%; } .col-source { width: 13%; }
/* Of a long list only what is in view is laid out; on paper all of it. */
@media screen {
  .long > .promise { content-visibility: auto; contain-intrinsic-size: auto 62px; }
  .leaf { content-visibility: auto; contain-intrinsic-size: auto 9000px; min-width: 760px; }
}
.promise-link { color: var(--ink); text-decoration-color: var(--line); }
.holders li { padding: 6px 0; border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: 0 16px; justify-content: space-between; }
.holders a { color: var(--ink); font-weight: 550; }
.steps { border-inline-start: 2px solid var(--line); margin-inline-start: 7px; }
.steps li { position: relative; padding: 5px 0 5px 20px; }
.steps li > .dot { position: absolute; inset-inline-start: -9px; top: 8px; background: var(--paper); line-height: 0; padding: 1px; }
.quote { margin: 8px 0 0; padding-inline-start: 14px; border-inline-start: 3px solid var(--line); font-size: 16px; line-height: 25px;
  white-space: pre-line; }
.pairs { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 20px; margin-top: 10px; }
.pairs dt { color: var(--soft); }
.big-status { display: inline-flex; gap: 8px; align-items: center; font-size: 17px; line-height: 24px; font-weight: 600; margin-top: 10px; }
.printed { display: none; }
.tools { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: 12px 0; }
.caret { width: 0; height: 0; border: 4px solid transparent; border-block-start-color: currentColor; border-block-end: 0; }
.menu-box { min-width: 190px; padding: 4px; background: var(--sheet); color: var(--ink); border: 1px solid var(--line); border-radius: 10px;
  box-shadow: var(--shadow); }
.menu { outline: 0; }
.menu-item { padding: 6px 12px; border-radius: 7px; font-size: 14px; line-height: 20px; cursor: pointer; outline: 0; }
.menu-item[data-focused] { background: var(--fill-strong); }
.menu-item[data-focus-visible] { outline: 2px solid var(--progress); outline-offset: -2px; }
.overlay { position: fixed; inset: 0; z-index: 20; display: grid; place-items: center; padding: 16px; background: rgb(0 0 0 / 0.45); }
.modal { background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); max-width: 440px; }
.dialog { padding: 18px 20px; outline: 0; }
.dialog h2, .dialog h3 { margin-bottom: 6px; }
.trail { margin-bottom: 4px; color: var(--soft); }
.more { margin-top: 8px; }
.more > summary, .figure > summary { cursor: pointer; padding: 4px 0; }
.more > summary { color: var(--soft); }
.thesis-figures { display: grid; gap: 2px; }
.figure { border-bottom: 1px solid var(--line); }
.figure > summary b { font-size: 26px; line-height: 34px; font-weight: 650; }
.figure-rows { padding: 0 0 14px 16px; }
.figure-rows h3 { margin-top: 12px; }
.topics { width: 100%; border-collapse: collapse; font-size: 14px; line-height: 20px; }
.topics th, .topics td { text-align: start; padding: 5px 12px 5px 0; font-weight: 400; border-bottom: 1px solid var(--line); }
.topics thead th { color: var(--soft); font-size: 13px; }
.topics .number { text-align: end; width: 5.5em; }
.topics td:last-child { width: 45%; white-space: nowrap; font-size: 0; }
.bar { display: inline-block; height: 10px; background: var(--open); }
.bar.closed { background: none; box-shadow: inset 0 0 0 1.5px var(--open); }
.clip-item { padding: 10px 0; border-bottom: 1px solid var(--line); }
.clip-item > .promise-link { font-weight: 550; }
.clip-item .tools { margin: 6px 0 0; }
.clip-item .reason { display: block; }
.state-dead, .state-blocked { color: var(--stalled); }
.file-button { position: relative; }
.file-button > input { position: absolute; inset: 0; opacity: 0; width: 100%; cursor: pointer; font-size: 13px; }
.file-button > input:focus-visible + label { outline: 2px solid var(--progress); outline-offset: 2px; }
.letter { min-height: 320px; }
.letter-print { display: none; white-space: pre-wrap; }
.ask .switcher > legend, .sheet-tools legend { padding: 0 0 2px; }
.sheet-tools { display: flex; flex-wrap: wrap; gap: 10px 20px; align-items: end; margin-bottom: 18px; }
.sheet { color-scheme: light; background: #fff; color: #000; --ink: #000; --soft: #333; --line: #777; --progress: #000; --stalled: #000;
  --kept: #000; --broken: #000; --open: #000; max-width: 820px; margin: 0 auto; padding: 30px 28px; border: 1px solid var(--line);
  font-size: 14px; line-height: 20px; overflow-x: auto; }
.sheet-kicker { font-size: 14px; }
.sheet h2 { margin: 18px 0 4px; }
.sheet-table { width: 100%; min-width: 640px; border-collapse: collapse; font-size: 12.5px; line-height: 17px; }
.sheet-table th, .sheet-table td { border: 1px solid #777; padding: 5px 6px; text-align: start; vertical-align: top; font-weight: 400; }
.sheet-table thead th { font-weight: 600; }
.sheet-table tbody th { font-weight: 550; }
.sheet-table .number { text-align: end; }
.sheet-table .passed { font-weight: 650; }
.w-number { width: 30px; } .w-matter { width: 27%; } .w-code { width: 100px; } .w-answer { width: 17%; }
/* The tables of a long list have columns of one width. */
.leaf .sheet-table { table-layout: fixed; }
.leaf .w-number { width: 50px; } .leaf .w-matter { width: 24%; } .leaf .w-said { width: 16%; } .leaf .w-code { width: 84px; }
.leaf .w-answer { width: 13%; }
.sheet-table .code { text-align: center; overflow-wrap: anywhere; font-size: 10px; line-height: 13px; }
.qr { display: block; width: 70px; height: 70px; margin: 0 auto; }
.sheet-note { margin-top: 12px; }
.signatures { display: flex; gap: 40px; margin-top: 34px; }
.signatures > span { flex: 1; border-top: 1px solid #000; padding-top: 3px; font-size: 12.5px; }
@container (max-width: 639px) {
  .choice { flex: 1 1 130px; } .choice > .input { max-width: none; width: 100%; }
  .figures { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 10px 20px; } .figures dd { font-size: 22px; line-height: 28px; }
  .pairs { grid-template-columns: minmax(0, 1fr); gap: 0; } .pairs dd { margin-bottom: 6px; }
}
@media (max-width: 700px) { .ledger { padding: 14px 16px 40px; } }
@media (forced-colors: active) {
  .track, .track i, .track i::after, .band, .again, .swatch, .bar { forced-color-adjust: none; }
  .canvas { --paper: Canvas; --ink: CanvasText; --soft: CanvasText; --line: GrayText; --edge: CanvasText; --band: Canvas;
    --band-alt: Canvas; --open: CanvasText; --kept: CanvasText; --progress: CanvasText; --stalled: CanvasText; --broken: CanvasText; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --sheet: #fff; --ink: #000; --soft: #333; --kept: #000; --progress: #000; --stalled: #000;
    --broken: #000; --open: #000; --line: #999; --edge: #555; }
  @page { size: A4; margin: 14mm; }
  html, body { font-size: 11pt; line-height: 15pt; }
  .ledger { padding: 0; max-width: none; }
  .letter-print { display: block; }
  .sheet { max-width: none; padding: 0; border: 0; overflow: visible; }
  .sheet-table { min-width: 0; font-size: 9pt; line-height: 12pt; }
  .sheet-table thead { display: table-header-group; }
  .sheet-table tr { break-inside: avoid; }
  .ledger > p:last-child { display: none; }
  .ledger > nav, .no-print { display: none; }
  .canvas, .band, .swatch, .track i { print-color-adjust: exact; }
  .line, .table tr, .steps li { break-inside: avoid; }
  .table { font-size: 9pt; line-height: 12pt; }
  .printed { display: block; margin-top: 12pt; font-size: 9pt; }
  a { color: inherit; }
}
`;
