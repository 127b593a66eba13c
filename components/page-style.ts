import type { Lang } from '@/lib/ledger/records';
import { LINE_CSS } from './card/card.css';
import { PAGE_CSS } from './page.css';
import { BASE_CSS, TOKENS_CSS } from './tokens.css';

/** Gives an own page the shared look and a part's own rules, in one adopted sheet. */
export function applyPageStyle(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(TOKENS_CSS + BASE_CSS + PAGE_CSS + LINE_CSS + css);
  document.adoptedStyleSheets = [sheet];
}

/** Sets an own page's language and theme; `auto` follows the system. */
export function applyPageLook(lang: Lang, theme: 'auto' | 'light' | 'dark', title: string): void {
  document.documentElement.lang = lang;
  document.documentElement.dataset['theme'] = theme;
  document.title = title;
}
