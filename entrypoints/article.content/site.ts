import { loadedPart } from '@/lib/messaging/page-part';
import { isProbablyArticle } from '@/lib/page/article-test';
import { isGonePage } from '@/lib/page/gone-page';
import type { PagePort, ReaderPort, ReadPage } from '../reader/reader-port';

/** Is the page as it stands probably an article, or one that was taken away? */
export function isWorthReading(): boolean {
  return isProbablyArticle(document, new URL(location.href)) || isGonePage();
}

/** Reads the page, whatever it is. */
export async function readPage(port: PagePort): Promise<ReadPage | null> {
  const reader = await loadedPart<ReaderPort>('reader');
  return port.signal.aborted ? null : await reader.read(port);
}
