import { loadedPart } from '@/lib/messaging/page-part';
import { isProbablyArticle } from '@/lib/page/article-test';
import { isGonePage } from '@/lib/page/gone-page';
import type { PagePort, ReaderPort, ReadPage } from '../reader/reader-port';

/**
 * Reads the page as it stands if it is probably an article, or one that was taken away; else does nothing: null.
 */
export async function readIfArticle(port: PagePort): Promise<ReadPage | null> {
  if (!isProbablyArticle(document, new URL(location.href)) && !isGonePage()) return null;
  return readAnyway(port);
}

/** Reads any page: for a clip that the reader asks for himself. */
export async function readAnyway(port: PagePort): Promise<ReadPage | null> {
  const reader = await loadedPart<ReaderPort>('reader');
  return port.signal.aborted ? null : reader.read(port);
}
