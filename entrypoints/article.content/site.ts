import { callBackground } from '@/lib/messaging/call';
import { isProbablyArticle } from '@/lib/page/article-test';
import { type PagePort, READER_PORT, type ReaderPort, type ReadPage } from '../reader/reader-port';

function loadedReader(): ReaderPort | undefined {
  // `reader.js` puts it there, in the isolated world that the page's scripts never see.
  return (globalThis as { [READER_PORT]?: ReaderPort })[READER_PORT];
}

/** The reader; its code is loaded on the first asking. Throws when the background does not load it. */
async function reader(): Promise<ReaderPort> {
  if (loadedReader() === undefined) await callBackground('loadReader', {});
  const loaded = loadedReader();
  if (loaded === undefined) throw new Error('reader.js did not load');
  return loaded;
}

/** Reads the page as it stands if it is probably an article, else does nothing: null. */
export async function readIfArticle(port: PagePort): Promise<ReadPage | null> {
  if (!isProbablyArticle(document, new URL(location.href))) return null;
  return readAnyway(port);
}

/** Reads any page: for a clip that the reader asks for himself. */
export async function readAnyway(port: PagePort): Promise<ReadPage | null> {
  const loaded = await reader();
  return port.signal.aborted ? null : loaded.read(port);
}
