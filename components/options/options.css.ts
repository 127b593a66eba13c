/** The options page. */
export const OPTIONS_CSS = `
.options { max-width: 640px; margin: 0 auto; padding: 24px 20px 48px; }
.options > section { border-top: 1px solid var(--line); padding: 18px 0 20px; display: grid; gap: 10px; justify-items: start; }
.options > h1 { margin-bottom: 16px; }
.choices { display: flex; flex-wrap: wrap; gap: 6px; }
.choices label { position: relative; cursor: pointer; }
.choices input { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer; }
.choices span { display: block; padding: 5px 14px; border: 1px solid var(--edge); border-radius: 8px; background: var(--sheet); }
.choices input:checked + span { border-color: var(--progress); box-shadow: inset 0 0 0 1px var(--progress); font-weight: 600; }
.choices input:focus-visible + span { outline: 2px solid var(--progress); outline-offset: 2px; }
.choices legend { font-weight: 550; font-size: 14px; padding: 0; margin-bottom: 4px; }
.options .rows { width: 100%; }
.options .rows li { display: flex; justify-content: space-between; align-items: center; gap: 12px; padding: 4px 0; }
.options a.row { flex: 1; display: block; padding: 6px 8px; margin: 0 -8px; border-radius: 8px; color: var(--ink); text-decoration: none; }
.options a.row:hover { background: var(--fill); }
.row .sub { display: block; color: var(--soft); font-size: 13px; line-height: 18px; }
.plain-list { display: grid; gap: 4px; padding-inline-start: 18px; list-style: disc; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.token { display: grid; gap: 8px; justify-items: start; width: 100%; }
.token > .field { width: 100%; max-width: 420px; }
.danger { color: var(--broken); }
.state-accepted, .state-merged { color: var(--kept); }
.state-queued, .state-sending, .state-sent { color: var(--progress); }
.state-rejected, .state-dead, .state-blocked { color: var(--broken); }
.old { color: var(--stalled); font-weight: 600; }
@media (forced-colors: active) { .choices input { position: static; opacity: 1; } }
`;
