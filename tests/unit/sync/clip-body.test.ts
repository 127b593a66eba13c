import { expect, test } from 'vitest';
import type { Clip, ClipArticle } from '@/lib/storage/clip';
import { clipBody } from '@/lib/sync/clip-body';
import { NAME_MAX } from '@/lib/wire/text';
import { newClip } from '../storage/new-clip';

const NEW = newClip('обещание');

function bodyOf(article: Partial<ClipArticle> | null, rest: Partial<Clip> = {}) {
  const whole = NEW.article;
  if (whole === null) throw new Error('the clip of the tests has an article');
  return clipBody({
    ...NEW,
    id: '01920000-0000-7000-8000-000000000001',
    createdAt: '2026-11-25T10:00:00.000Z',
    updatedAt: '2026-11-25T11:00:00.000Z',
    state: { name: 'queued' },
    attempts: 3,
    lastError: null,
    ...rest,
    article: article === null ? null : { ...whole, ...article },
  });
}

test('what is sent is the draft, the source and the digest; nothing of the paragraph or the device', () => {
  expect(bodyOf({})).toEqual({
    v: 1,
    ...NEW.draft,
    source: {
      url: 'https://news.example/a',
      title: 'Заголовок',
      publisher: 'Газета',
      publishedOn: '2020-02-07',
    },
    textDigest: 'a'.repeat(64),
    retrievedAt: '2026-11-25T10:00:00.000Z',
  });
});

test('of a promise that was heard there is no source', () => {
  expect(bodyOf(null)).toMatchObject({ source: null, textDigest: null });
});

test('what is not known is not sent, what is known is', () => {
  expect(bodyOf({ publishedOn: null }).source).not.toHaveProperty('publishedOn');
  expect(bodyOf({}).source).not.toHaveProperty('archivedUrl');
  expect(bodyOf({}).source).not.toHaveProperty('selectors');
  const archivedUrl = 'https://web.archive.org/web/1/https://news.example/a';
  const quote = { type: 'TextQuoteSelector', exact: 'а', prefix: '', suffix: '' } as const;
  const selectors = [
    { quote, position: { type: 'TextPositionSelector', start: 0, end: 1 } as const },
  ];
  expect(bodyOf({ archivedUrl }, { selectors }).source).toMatchObject({ archivedUrl, selectors });
});

test('a page without a title or a publisher is called by its host', () => {
  expect(bodyOf({ title: ' ', publisher: '' }).source).toMatchObject({
    title: 'news.example',
    publisher: 'news.example',
  });
  expect(bodyOf({ title: '', url: 'no address' }).source?.title).toBe('no address');
});

test('spaces around a name are left off; a long one is cut, and says so', () => {
  expect(bodyOf({ title: ' Да ', publisher: ' Нет ' }).source).toMatchObject({
    title: 'Да',
    publisher: 'Нет',
  });
  const fits = 'а'.repeat(NAME_MAX);
  expect(bodyOf({ title: fits }).source?.title).toBe(fits);
  expect(bodyOf({ title: `${fits}а` }).source?.title).toBe(`${'а'.repeat(NAME_MAX - 1)}…`);
});
