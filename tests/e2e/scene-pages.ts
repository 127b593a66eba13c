import { INTRODUCED } from './scene-ledger';

/** A paragraph of a news text that names somebody of the scenes' ledger. */
export function line(name: keyof typeof INTRODUCED): string {
  return `<p>На отчётной встрече ${INTRODUCED[name]} рассказал, что дорогу к дачам починят до осени, а воду подведут к каждому дому в течение года.</p>`;
}

/** A page that is an article. */
export function article(body: string, head = ''): string {
  return `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Аким отчитался перед жителями города</title><meta property="og:type" content="article"><meta property="article:published_time" content="2020-02-07">${head}</head><body><article><h1>Аким отчитался перед жителями города</h1><div class="text">${body}</div></article></body></html>`;
}
