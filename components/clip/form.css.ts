/** The fields of a promise, wherever they are filled in. */
export const FORM_CSS = `
.pair { display: grid; gap: 16px 12px; align-items: start; }
@container (min-width: 480px) { .pair { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
.date-parts { display: grid; grid-template-columns: 4em minmax(0, 1fr) 5.2em; gap: 6px; }
.date-parts .input { padding-inline: 8px; }
.archive { margin-top: 8px; }
.archive > .button { justify-self: start; margin-bottom: 6px; }
.note { padding: 8px 12px; border-inline-start: 3px solid var(--stalled); background: var(--fill); font-size: 13px; line-height: 19px; }
.repeats label { font-weight: 400; display: flex; gap: 8px; align-items: baseline; padding: 4px 0; cursor: pointer; }
.repeats { padding: 8px 12px; border-radius: 8px; background: var(--fill); }
.problem { color: var(--broken); font-size: 13px; line-height: 18px; font-weight: 550; }
.input[aria-invalid='true'] { border-color: var(--broken); }
.chosen { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 12px; min-height: 38px; padding: 7px 10px;
  border: 1px solid var(--line); border-radius: 8px; background: var(--fill); }
.chosen b { font-weight: 550; flex: 1; }
.choices { border: 1px solid var(--line); border-radius: 8px; background: var(--sheet); overflow: hidden; }
.choices .row { display: block; width: 100%; padding: 7px 10px; border: 0; background: none; text-align: start;
  cursor: pointer; }
.choices .row:hover, .choices .row:focus-visible { background: var(--fill); }
.choices .row:focus-visible { outline-offset: -2px; }
.choices li + li .row { border-top: 1px solid var(--line); }
.choices .sub { display: block; color: var(--soft); font-size: 13px; line-height: 18px; }
.page { padding: 8px 10px; border: 1px solid var(--line); border-radius: 8px; }
.page > span { display: block; margin-top: 2px; }
.actions { display: flex; flex-wrap: wrap; gap: 8px 10px; align-items: center; }
.button.danger { color: var(--broken); border-color: currentColor; }
`;
