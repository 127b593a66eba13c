/** The editor's forms inside the ledger. */
export const REVIEW_CSS = `
.clip-form { display: grid; gap: 16px; margin-top: 14px; }
.clip-form.narrow { max-width: 620px; }
.clip-form section { margin-top: 0; }
.clip-form mark { background: var(--fill-strong); color: inherit; }
.review-clip { display: grid; gap: 12px 36px; align-items: start; }
@container (min-width: 860px) { .review-clip { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); } }
.reject { display: grid; gap: 8px; justify-items: start; padding-top: 14px; border-top: 1px solid var(--line); }
.reject > .field { width: 100%; }
.field .choices .row { color: var(--ink); }
.row.whole { display: block; }
`;
