import { textIn } from '@/components/text';
import { letters } from '@/lib/language/letters';
import type { BookEntry } from '@/lib/ledger/books';
import type { Lang } from '@/lib/ledger/records';
import type { ClipStore } from '@/lib/storage/clips';

/**
 * Opens a draft that holds the answer to a question about a promise: bound to it as its repeat, so that an editor
 * sees both side by side and files it as evidence or as a stance.
 */
export function newAnswer(
  entry: BookEntry,
  desk: { readonly lang: Lang; readonly today: string },
  clips: ClipStore,
): void {
  const { promise, answer } = entry;
  const lang = desk.lang === 'kk' ? 'kk' : 'ru';
  const id = clips.newId();
  const draft = {
    text: { [lang]: letters(lang).answer(textIn(promise.text, lang).text) },
    quote: null,
    lang,
    topic: promise.topic,
    areaId: promise.areaId,
    personId: answer?.personId ?? null,
    postId: answer?.postId ?? promise.postId,
    boundTo: promise.boundTo,
    saidOn: desk.today,
    dueOn: null,
    occasion: 'reportMeeting',
    speech: 'direct',
    repeatsId: promise.id,
  } as const;
  clips.saveDraft({ draft, article: null, selectors: [] }, id).then(
    () => location.assign(`/clip.html?id=${id}`),
    (error: unknown) => console.error('[uade] answer', error),
  );
}
