import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LookUp } from '@/components/popup/look-up';
import { MyClips } from '@/components/popup/my-clips';
import { OnPage, type PageState } from '@/components/popup/on-page';
import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';

const LANGS: readonly Lang[] = ['ru', 'kk', 'en'];

it.each(LANGS)('clips that cannot be read are not said to be none, %s', (lang) => {
  const { notRead, noClips } = strings(lang).popup;
  const shown = (clips: readonly [] | null) =>
    renderToStaticMarkup(<MyClips lang={lang} clips={clips} newHref="/clip.html" allHref="/" />);
  expect(shown(null)).toContain(notRead);
  expect(shown(null)).not.toContain(noClips);
  expect(shown([])).toContain(noClips);
  expect(shown([])).not.toContain(notRead);
});

it.each(LANGS)('a look-up that could not be read is not said to have found nobody, %s', (lang) => {
  const { notRead, notFoundHint } = strings(lang).popup;
  const shown = (rows: readonly [] | 'notRead') =>
    renderToStaticMarkup(
      <LookUp
        lang={lang}
        query="Са"
        rows={rows}
        rowsOf="Са"
        onQuery={() => {}}
        onFocus={() => {}}
      />,
    );
  expect(shown('notRead')).toContain(notRead);
  expect(shown('notRead')).not.toContain(notFoundHint);
  expect(shown([])).toContain(notFoundHint);
  expect(shown([])).not.toContain(notRead);
});

const HIM = {
  personId: 'him',
  name: 'Серик Ахметжанов',
  office: null,
  mentions: 1,
  promises: 1,
  why: null,
  candidates: [],
};

describe.each(LANGS)('an article that could not be compared with the ledger, %s', (lang) => {
  const { notRead, nobody } = strings(lang).popup;
  const nothing = () => {};
  const shown = (page: PageState) =>
    renderToStaticMarkup(<OnPage lang={lang} page={page} onShow={nothing} onTurnOn={nothing} />);
  const article = { kind: 'article', site: 'news.example', officials: [] } as const;

  it('is not said to name nobody', () => {
    expect(shown({ ...article, isWhole: false })).toContain(notRead);
    expect(shown({ ...article, isWhole: false })).not.toContain(nobody);
    expect(shown({ kind: 'notRead' })).toContain(notRead);
    expect(shown({ ...article, isWhole: true })).toContain(nobody);
    expect(shown({ ...article, isWhole: true })).not.toContain(notRead);
  });

  it('shows whom it has found so far', () => {
    const part = shown({ ...article, officials: [HIM], isWhole: false });
    expect(part).toContain(HIM.name);
    expect(part).toContain(notRead);
  });
});
