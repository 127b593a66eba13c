import { isGonePage } from '@/lib/page/gone-page';
import { isProbablyArticle } from '@/lib/page/is-article';

/** Is the page as it stands probably an article, or one that was taken away? */
export function isWorthReading(): boolean {
  return isProbablyArticle(document, document.URL) || isGonePage();
}
