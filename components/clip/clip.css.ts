import { FORM_CSS } from './form.css';

/** The clip form: a side panel of 320 px, a small window, or a tab. */
export const CLIP_CSS = `${FORM_CSS}
.clip-page { max-width: 620px; margin: 0 auto; padding: 16px 16px 0; container-type: inline-size; }
.clip-page > h1 { font-size: 18px; line-height: 26px; margin-bottom: 12px; }
.clip-form { display: grid; gap: 16px; }
.consent { padding: 10px 12px; border-radius: 8px; background: var(--fill); font-size: 13px; line-height: 19px; }
.consent h2 { font-size: 13px; line-height: 19px; }
.send { position: sticky; bottom: 0; margin: 0 -16px; padding: 12px 16px; border-top: 1px solid var(--line);
  background: var(--paper); display: grid; gap: 8px; }
.actions output { margin-inline-start: auto; }
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
