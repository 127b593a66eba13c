import { describe, expect, it } from 'vitest';
import {
  clippedPage,
  fieldsOf,
  heardDraft,
  patchOf,
  typedSourceOf,
} from '@/entrypoints/clip/clip-draft';
import { speechNoteOf, suggestions } from '@/entrypoints/clip/suggest';
import type { Clip, ClipArticle } from '@/lib/storage/clip';

const ARTICLE: ClipArticle = {
  url: 'https://nur.kz/1',
  title: 'Отчёт акима',
  publisher: 'nur.kz',
  publishedOn: '2020-02-07',
  dateOrigin: 'meta',
  lang: 'ru',
  textDigest: 'a'.repeat(64),
  context: '',
};

function clipOf(quote: string | null, change: Partial<Clip> = {}): Clip {
  const heard = heardDraft('ru');
  return {
    ...heard,
    draft: { ...heard.draft, quote },
    article: ARTICLE,
    id: '019cafe0-0000-7000-8000-000000000000',
    createdAt: '2020-02-08T00:00:00Z',
    updatedAt: '2020-02-08T00:00:00Z',
    state: { name: 'draft' },
    attempts: 0,
    lastError: null,
    ...change,
  };
}

const QUOTE = 'До конца 2021 года отремонтируем дороги, — сказал аким.';

// The first reading makes the tables of patterns: seconds on a machine that does much else.
describe('what the words of a new draft tell', { timeout: 90_000 }, () => {
  it('fills in day, term, topic and place', () => {
    expect(suggestions(clipOf(QUOTE), 'kz-1')).toEqual({
      draft: { saidOn: '2020-02-07', dueOn: '2021', topic: 'roads', areaId: 'kz-1' },
    });
  });

  it('leaves a draft alone that somebody has already changed', () => {
    const changed = clipOf(QUOTE, { updatedAt: '2020-02-08T00:01:00Z' });
    expect(suggestions(changed, 'kz-1')).toBeNull();
  });

  it('counts no term from a day that is not known', () => {
    const undated = clipOf(QUOTE, { article: { ...ARTICLE, publishedOn: null } });
    expect(suggestions(undated, null)?.draft).toMatchObject({ saidOn: null, dueOn: null });
  });

  it('says that a demand is no promise', () => {
    expect(speechNoteOf(clipOf('Жители требуют отремонтировать дорогу.'))).toBe('demand');
    expect(speechNoteOf(clipOf(QUOTE))).toBeNull();
    expect(speechNoteOf(clipOf(null))).toBeNull();
  });
});

describe('the form and the store', () => {
  it('takes a read article for the page, and a typed address for a source only', () => {
    const clipped = clipOf(QUOTE);
    expect(clippedPage(clipped)?.url).toBe(ARTICLE.url);
    const patch = patchOf({ sourceUrl: 'https://youtu.be/x?t=75' }, heardDraft('ru'));
    const typed = { ...heardDraft('ru'), article: patch.article ?? null };
    expect(clippedPage(typed)).toBeNull();
    expect(typedSourceOf(typed).sourceUrl).toBe('https://youtu.be/x?t=75');
  });

  it('never overwrites the page of a clip by a typed address', () => {
    expect(patchOf({ sourceUrl: 'https://evil.kz/' }, clipOf(QUOTE))).not.toHaveProperty('article');
  });

  it('keeps the address of a copy in an archive once it is whole, and lets it go again', () => {
    const clipped = clipOf(QUOTE);
    const url = 'https://web.archive.org/web/2020/https://nur.kz/1';
    const { article } = patchOf({ archivedUrl: url }, clipped);
    expect(article).toEqual({ ...ARTICLE, archivedUrl: url });
    const withCopy = { ...clipped, article: article ?? null };
    expect(typedSourceOf(withCopy).archivedUrl).toBe(url);
    expect(patchOf({ archivedUrl: 'https' }, withCopy).article).toEqual(ARTICLE);
  });

  it('forgets a typed address that is no source', () => {
    expect(patchOf({ sourceUrl: 'http://nur.kz/' }, heardDraft('ru')).article).toBeNull();
  });

  it('writes the matter in the language of the draft, an emptied quote as none', () => {
    const heard = heardDraft('kk');
    expect(patchOf({ text: 'Жол', quote: '' }, heard).draft).toEqual({
      text: { kk: 'Жол' },
      quote: null,
    });
    expect(fieldsOf(heard, typedSourceOf(heard))).toMatchObject({
      text: '',
      quote: '',
      lang: 'kk',
    });
  });
});
