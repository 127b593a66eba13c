/** What the evaluation runs inside each page: the extension's own reader, put under one name. */
import { readArticle } from '@/lib/page/article';
import { isProbablyArticle } from '@/lib/page/article-test';

export interface ArticlePrediction {
  readonly canonicalUrl: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string | null;
  readonly isArticle: boolean;
  readonly origin: string;
}

function article(): ArticlePrediction {
  const probable = isProbablyArticle(document, new URL(location.href));
  const facts = readArticle(document, location.href);
  return {
    canonicalUrl: facts.url,
    title: facts.title,
    publisher: facts.publisher,
    publishedOn: facts.date,
    isArticle: probable && facts.isArticle,
    origin: facts.origin,
  };
}

Object.assign(globalThis, { uadeEval: { article } });
