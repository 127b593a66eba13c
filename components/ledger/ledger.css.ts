/** The ledger's pages and their print. */
export const LEDGER_CSS = `
.ledger { max-width: 1120px; margin: 0 auto; padding: 20px 28px 48px; container-type: inline-size; }
.ledger > nav { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; margin-bottom: 18px; }
.ledger > nav search { flex: 1; min-width: min(100%, 300px); max-width: 460px; position: relative; }
.ledger > nav .search { position: relative; color: var(--soft); }
.ledger > nav .search .sign { position: absolute; inset-inline-start: 11px; top: 11px; pointer-events: none; }
.ledger > nav .search input { padding-inline: 34px 10px; }
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
.office-picture { margin-top: 22px; }
.canvas { position: relative; padding: 56px 0 10px; --label: 31%; }
.ground { position: absolute; inset: 0 16px 0 var(--label); }
.band { position: absolute; top: 24px; bottom: 0; background: var(--band); overflow: hidden; }
.band.even { background: var(--band-alt); }
.band > span { display: block; padding: 5px 8px; font-size: 13px; line-height: 18px; font-weight: 600;
  white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.band.unknown, .band.disputed, .swatch.hatched { background: repeating-linear-gradient(135deg, var(--paper) 0 4px,
  var(--line) 4px 6px); }
.band.unknown > span, .band.disputed > span, .band.vacant > span { color: var(--soft); font-weight: 400; }
.band.vacant { background: none; border-inline: 1px dashed var(--edge); }
.year, .today { position: absolute; top: 22px; bottom: 0; border-inline-start: 1px dotted var(--edge); }
.year > span, .today > span { position: absolute; top: -20px; translate: -50% 0; font-size: 12px; line-height: 16px;
  color: var(--soft); white-space: nowrap; }
.today { border-inline-start: 1px solid var(--soft); }
.today > span { top: auto; bottom: -18px; color: var(--ink); }
.line { position: relative; display: grid; grid-template-columns: var(--label) minmax(0, 1fr); align-items: center;
  min-height: 34px; padding-inline-end: 16px; content-visibility: auto; contain-intrinsic-size: auto 34px; }
.line .label { color: var(--ink); text-decoration: none; font-size: 13px; line-height: 17px; padding: 4px 14px 4px 0;
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.line .label:hover { text-decoration: underline; }
.line:hover .track { background: color-mix(in srgb, var(--ink) 6%, transparent); }
.track { position: relative; height: 100%; border-radius: 6px; }
.track i { position: absolute; top: 50%; }
.track .solid { height: 6px; margin-top: -3px; background: currentColor; border-radius: 3px; }
.track .dotted { height: 0; margin-top: -1.5px; border-top: 3px dotted currentColor; }
.track .ahead { height: 0; margin-top: -0.5px; border-top: 1px solid currentColor; }
.track .start { width: 13px; height: 13px; margin: -6.5px 0 0 -6.5px; border: 2.5px solid currentColor; border-radius: 50%;
  background: var(--paper); }
.track .start.open { border-style: dotted; }
.track .knot { line-height: 0; }
.track .knot svg { fill: var(--paper); stroke: currentColor; stroke-width: 2; stroke-linejoin: round; }
.track .handed { margin: -8px 0 0 -5px; }
.track .due { margin: -8px 0 0 -8px; }
.track .end { display: grid; place-items: center; width: 22px; height: 22px; margin: -11px 0 0 -11px; border-radius: 50%;
  border: 2px solid currentColor; background: var(--paper); }
.track .end.ring { border: 0; width: 20px; height: 20px; margin: -10px 0 0 -10px; }
.track .end.ring .sign { width: 22px; height: 22px; margin: -1px; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin-top: 14px; color: var(--soft); font-size: 13px; line-height: 20px; }
.legend li { display: inline-flex; align-items: center; gap: 6px; }
.swatch { display: inline-block; width: 20px; height: 12px; }
.swatch.dotted { height: 0; border-top: 3px dotted currentColor; }
figcaption > p { color: var(--soft); font-size: 13px; line-height: 19px; margin-top: 6px; max-width: 70ch; }
.table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: 14px; line-height: 20px; margin-top: 8px; }
.table th { text-align: start; font-size: 13px; line-height: 18px; font-weight: 600; color: var(--soft); padding: 6px 12px 6px 0;
  border-bottom: 1px solid var(--edge); vertical-align: bottom; }
.table td { padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.table tbody th { font-size: 14px; line-height: 20px; font-weight: 500; padding: 8px 12px 8px 0; vertical-align: top;
  border-bottom: 1px solid var(--line); }
.table th a { color: var(--ink); text-decoration-color: var(--line); }
.table .what { display: inline-flex; gap: 6px; align-items: baseline; }
.filter { display: inline-flex; flex-wrap: wrap; gap: 4px; margin-top: 6px; }
.filter label { position: relative; cursor: pointer; }
.filter input { position: absolute; opacity: 0; inset: 0; margin: 0; cursor: pointer; }
.filter span { display: block; padding: 3px 12px; border: 1px solid var(--line); border-radius: 16px; font-size: 13px; }
.filter input:checked + span { background: var(--fill-strong); border-color: var(--edge); font-weight: 600; }
.filter input:focus-visible + span { outline: 2px solid var(--progress); outline-offset: 2px; }
.col-promise { width: 30%; } .col-status { width: 17%; } .col-said { width: 15%; } .col-due { width: 15%; } .col-source { width: 10%; }
.narrow { display: none; }
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
@container (max-width: 839px) {
  .table { display: none; }
  .narrow { display: block; }
}
@container (max-width: 639px) {
  .office-picture { display: none; }
  .figures { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 10px 20px; } .figures dd { font-size: 22px; line-height: 28px; }
  .pairs { grid-template-columns: minmax(0, 1fr); gap: 0; } .pairs dd { margin-bottom: 6px; }
}
@media (max-width: 700px) { .ledger { padding: 14px 16px 40px; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --sheet: #fff; --ink: #000; --soft: #333; --kept: #000; --progress: #000; --stalled: #000;
    --broken: #000; --open: #000; --line: #999; --edge: #555; }
  @page { size: A4; margin: 14mm; }
  html, body { font-size: 11pt; line-height: 15pt; }
  .ledger { padding: 0; max-width: none; }
  .ledger > nav, .filter, .no-print { display: none; }
  .canvas, .band, .swatch, .track i { print-color-adjust: exact; }
  .line, .table tr, .steps li { break-inside: avoid; }
  .table { display: table; font-size: 9pt; line-height: 12pt; }
  .office-picture { display: block; }
  .narrow { display: none; }
  .printed { display: block; margin-top: 12pt; font-size: 9pt; }
  a { color: inherit; }
}
`;
