import type { ClipFields, ClippedPage } from '@/components/clip/clip-fields';
import { isSourceAddress } from '@/components/clip/clip-fields';
import type { ClipDraft, Lang } from '@/lib/ledger/records';
import { siteOf } from '@/lib/messaging/settings';
import type { ClipArticle } from '@/lib/storage/clip';
import type { ClipPatch, NewClip } from '@/lib/storage/clips';

/** An empty draft, for words heard without a page. */
export function heardDraft(lang: Lang): NewClip {
  const draft: ClipDraft = {
    text: { [lang]: '' },
    quote: null,
    lang,
    topic: 'other',
    areaId: null,
    personId: null,
    postId: null,
    boundTo: 'post',
    saidOn: null,
    dueOn: null,
    occasion: 'reportMeeting',
    speech: 'direct',
    repeatsId: null,
  };
  return { draft, article: null, selectors: [] };
}

/** The page a clip was cut from; null for a source that was typed, or none: only a read text has a digest. */
export function clippedPage({ article }: NewClip): ClippedPage | null {
  return article === null || article.textDigest === null ? null : article;
}

/** What the form alone knows: an address that is not whole yet, and the word of a witness. */
export type TypedSource = Pick<ClipFields, 'sourceUrl' | 'archivedUrl' | 'isWitness'>;

/** The typed source of a stored clip. */
export function typedSourceOf(clip: NewClip): TypedSource {
  return {
    sourceUrl: clippedPage(clip) === null ? (clip.article?.url ?? '') : '',
    archivedUrl: clip.article?.archivedUrl ?? '',
    isWitness: false,
  };
}

/** What the form alone knows after a change. */
export function typedIn(part: Partial<ClipFields>, before: TypedSource): TypedSource {
  return {
    sourceUrl: part.sourceUrl ?? before.sourceUrl,
    archivedUrl: part.archivedUrl ?? before.archivedUrl,
    isWitness: part.isWitness ?? before.isWitness,
  };
}

/** What the form shows of a clip. */
export function fieldsOf(clip: NewClip, source: TypedSource): ClipFields {
  const { draft } = clip;
  return { ...draft, ...source, text: draft.text[draft.lang] ?? '', quote: draft.quote ?? '' };
}

function typedSource(url: string): ClipArticle | null {
  if (!isSourceAddress(url)) return null;
  return {
    url,
    title: '',
    publisher: siteOf(url),
    publishedOn: null,
    dateOrigin: 'none',
    lang: null,
    textDigest: null,
    context: '',
  };
}

/** The clipped page with a copy in an archive, or without one while the address is not whole. */
function archived(clipped: ClipArticle, url: string): ClipArticle {
  if (isSourceAddress(url)) return { ...clipped, archivedUrl: url };
  const { archivedUrl: _, ...article } = clipped;
  return article;
}

/** What a change of the form changes in the store. */
export function patchOf(part: Partial<ClipFields>, clip: NewClip): ClipPatch {
  const { text, quote, sourceUrl, archivedUrl, isWitness: _, lang: __, ...rest } = part;
  const { draft } = clip;
  return {
    draft: {
      ...rest,
      ...(text !== undefined && { text: { ...draft.text, [draft.lang]: text } }),
      ...(quote !== undefined && { quote: quote === '' ? null : quote }),
    },
    ...(sourceUrl !== undefined &&
      clippedPage(clip) === null && { article: typedSource(sourceUrl) }),
    ...(archivedUrl !== undefined &&
      clip.article !== null && { article: archived(clip.article, archivedUrl) }),
  };
}
