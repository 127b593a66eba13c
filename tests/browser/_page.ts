import expectedPages from '../corpus/pages/expected.json';

const SOURCES = import.meta.glob<string>('../corpus/pages/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What a page of the corpus is expected to read as. */
export interface ExpectedPage {
  readonly url: string;
  readonly isArticle: boolean;
  readonly canonicalUrl?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly publishedOn?: string | null;
  readonly origin?: string;
  readonly lang?: string;
  /** The element that holds the text. */
  readonly root?: string;
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
  /** All blocks, where each letter matters. */
  readonly blocks?: readonly string[];
  /** The same page after its script has filled it. */
  readonly later?: Omit<ExpectedPage, 'url'>;
}

/** The corpus by file name. */
export const PAGES: readonly (readonly [string, ExpectedPage])[] = Object.entries(expectedPages);

/** Shows a page in a frame of the test's page, as wide as a desk; the frame stays until the next is opened. */
export async function showPage(html: string): Promise<Document> {
  document.querySelector('iframe')?.remove();
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width:1000px;height:800px;border:0';
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  if (frame.contentDocument === null) throw new Error('the frame has no document');
  return frame.contentDocument;
}

/** The source of a corpus page. */
export function sourceOf(file: string): string {
  const source = SOURCES[`../corpus/pages/${file}`];
  if (source === undefined) throw new Error(`no corpus page ${file}`);
  return source;
}
