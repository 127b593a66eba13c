import type { Clip, ClipArticle } from '@/lib/storage/clip';
import type { ClipBody, ClipSource } from '@/lib/wire/clips';
import { NAME_MAX } from '@/lib/wire/text';

/** A title has room for this; a longer one is visibly cut. */
function short(text: string): string {
  return text.length <= NAME_MAX ? text : `${text.slice(0, NAME_MAX - 1)}…`;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url;
}

function sourceOf(article: ClipArticle, selectors: Clip['selectors']): ClipSource {
  const { url, title, publisher, publishedOn, archivedUrl } = article;
  return {
    url,
    title: short(title.trim() || hostOf(url)),
    publisher: short(publisher.trim() || hostOf(url)),
    ...(publishedOn !== null && { publishedOn }),
    ...(archivedUrl !== undefined && { archivedUrl }),
    ...(selectors.length > 0 && { selectors }),
  };
}

/**
 * What is sent of a clip: nothing of the paragraph around the quote, nor of the device. Made of the clip alone,
 * so that a clip sent twice is the same bytes.
 */
export function clipBody({ draft, article, selectors, createdAt }: Clip): ClipBody {
  return {
    v: 1,
    ...draft,
    source: article === null ? null : sourceOf(article, selectors),
    textDigest: article?.textDigest ?? null,
    retrievedAt: createdAt,
  };
}
