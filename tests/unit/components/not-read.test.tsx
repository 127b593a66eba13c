import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { LookUp } from '@/components/popup/look-up';
import { MyClips } from '@/components/popup/my-clips';
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
      <LookUp lang={lang} query="Са" rows={rows} onQuery={() => {}} onFocus={() => {}} />,
    );
  expect(shown('notRead')).toContain(notRead);
  expect(shown('notRead')).not.toContain(notFoundHint);
  expect(shown([])).toContain(notFoundHint);
  expect(shown([])).not.toContain(notRead);
});
