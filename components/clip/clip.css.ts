/** The clip form: a side panel of 320 px, a small window, or a tab. */
export const CLIP_CSS = `
.clip-page { max-width: 620px; margin: 0 auto; padding: 16px 16px 0; container-type: inline-size; }
.clip-page > h1 { font-size: 18px; line-height: 26px; margin-bottom: 12px; }
.clip-form { display: grid; gap: 16px; }
.pair { display: grid; gap: 16px 12px; align-items: start; }
@container (min-width: 480px) { .pair { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
.date-parts { display: grid; grid-template-columns: 4em minmax(0, 1fr) 5.2em; gap: 6px; }
.date-parts .input { padding-inline: 8px; }
.field details > * + * { margin-top: 6px; }
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
.consent { padding: 10px 12px; border-radius: 8px; background: var(--fill); font-size: 13px; line-height: 19px; }
.consent h2 { font-size: 13px; line-height: 19px; }
.send { position: sticky; bottom: 0; margin: 0 -16px; padding: 12px 16px; border-top: 1px solid var(--line);
  background: var(--paper); display: grid; gap: 8px; }
.actions { display: flex; flex-wrap: wrap; gap: 8px 10px; align-items: center; }
.actions output { margin-inline-start: auto; }
.button.danger { color: var(--broken); border-color: currentColor; }
.clip-sent { display: grid; gap: 10px; padding-bottom: 20px; }
.clip-sent .state { font-size: 15px; }
.clip-sent h2 { border-top: 1px solid var(--line); padding-top: 12px; }
.clip-sent blockquote { margin: 0; padding-inline-start: 12px; border-inline-start: 3px solid var(--line);
  color: var(--soft); white-space: pre-line; }
.state-accepted, .state-merged { color: var(--kept); }
.state-queued, .state-sending, .state-sent { color: var(--progress); }
.state-rejected, .state-dead, .state-blocked { color: var(--broken); }
/* What is agreed to must have been passed on the way to the button, never lie under it. */
.clip-form:has(.consent) .send { position: static; }
@media (max-height: 480px) { .send { position: static; } }
`;
