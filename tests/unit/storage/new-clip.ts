import type { NewClip } from '@/lib/storage/clips';

/** A clip as the form makes it. */
export function newClip(text: string): NewClip {
  return {
    draft: {
      text: { ru: text },
      quote: text,
      lang: 'ru',
      topic: 'roads',
      areaId: null,
      personId: null,
      postId: null,
      boundTo: 'post',
      saidOn: '2020-02-07',
      dueOn: null,
      occasion: null,
      speech: 'direct',
      repeatsId: null,
    },
    article: {
      url: 'https://news.example/a',
      title: 'Заголовок',
      publisher: 'Газета',
      publishedOn: '2020-02-07',
      dateOrigin: 'jsonLd',
      lang: 'ru',
      textDigest: 'a'.repeat(64),
      context: 'Абзац, который не покидает устройство.',
    },
    selectors: [],
  };
}
