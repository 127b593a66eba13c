import { createHash } from 'node:crypto';
import { html, Markup } from './markup';
import { LANGS, type Site } from './site';
import { STYLE } from './style';

/** One page: what the shell needs to know of it. */
export interface Page {
  readonly title: string;
  /** One sentence for previews and search. */
  readonly description: string;
  /** Path after the language: `office/akim-750000000`; empty for the first page. */
  readonly rest: string;
  readonly body: Markup;
  readonly machine?: readonly Markup[];
  /** Whether the page has a feed beside it, at `{path}.xml`. */
  readonly hasFeed?: boolean;
}

const NAMES = { ru: 'Русский', kk: 'Қазақша', en: 'English' } as const;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** What a page may load: its own style and nothing else. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** A whole page: no script, no cookie, nothing loaded from anywhere. */
export function layout(site: Site, page: Page): string {
  const { lang, words, base } = site;
  const path = `/${lang}/${page.rest}`;
  const at = (rest: string) => (base === null ? rest : `${base}${rest}`);
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${PAGE_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${page.title} · ${words.common.product}</title>
<meta name="description" content="${page.description}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${words.common.product}">
<meta property="og:title" content="${page.title}">
<meta property="og:description" content="${page.description}">
<meta property="og:locale" content="${lang}">
${
  base !== null &&
  html`<meta property="og:url" content="${at(path)}">
<link rel="canonical" href="${at(path)}">`
}
${LANGS.map(
  (other) => html`<link rel="alternate" hreflang="${other}" href="${at(`/${other}/${page.rest}`)}">
`,
)}${
  page.hasFeed === true &&
  html`<link rel="alternate" type="application/rss+xml" title="${page.title}" href="${path}.xml">
`
}<style>${new Markup(STYLE)}</style>
${page.machine ?? null}
</head>
<body>
<header>
<a href="/${lang}/">${words.common.product} · ${words.ledger.title}</a>
<nav aria-label="${LANGS.map((other) => NAMES[other]).join(', ')}">${LANGS.filter((other) => other !== lang).map((other) => html`<a href="/${other}/${page.rest}" lang="${other}" hreflang="${other}">${NAMES[other]}</a>`)}</nav>
</header>
<main>
${page.body}
</main>
<footer>
<span>${words.common.dataAge(words.common.dataDate(site.today))}</span>
${page.hasFeed === true && html`<a class="noprint" href="${path}.xml">RSS</a>`}
</footer>
</body>
</html>
`.text;
}
