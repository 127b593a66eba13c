import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { WhyPanel } from '@/components/card/card';
import { cardView } from '@/components/card/card-view';
import { viewContext } from '@/components/promise-view';
import { strings } from '@/lib/language/ui';
import { indexLedger } from '@/lib/ledger/lookups';
import { personBook } from '@/lib/ledger/person-book';
import type { Lang } from '@/lib/ledger/records';
import type { ListedWhy, MarkWhy } from '@/lib/messaging/protocol';
import type { Reason } from '@/lib/names/gazetteer';
import { starterLedger } from './starter-ledger';

const LANGS: readonly Lang[] = ['ru', 'kk', 'en'];

/** Where each reason of the name finder is said; a new one does not compile until it has its place and its words. */
const SAID: {
  readonly [K in Reason['kind']]: K extends MarkWhy
    ? 'card'
    : K extends ListedWhy
      ? 'popup'
      : never;
} = {
  fullName: 'card',
  initials: 'card',
  givenPatronymic: 'card',
  title: 'card',
  bareSurname: 'card',
  office: 'card',
  area: 'card',
  tenure: 'card',
  namesakes: 'popup',
  holderUnsure: 'popup',
  onlySurname: 'popup',
};

const LEDGER = starterLedger();
const book = personBook(indexLedger(LEDGER), 'kassymbek-zhenis', {
  day: '2025-06-01',
  today: '2026-11-25',
});
if (book === null) throw new Error('kassymbek-zhenis is not in the ledger');

describe.each(LANGS)('in %s', (lang) => {
  const view = cardView(
    book,
    { postId: null, date: '2025-06-01' },
    viewContext(LEDGER, lang, () => false),
  );
  const said = (why: readonly MarkWhy[]) =>
    renderToStaticMarkup(<WhyPanel view={view} lang={lang} surface="Касымбек" why={why} />);

  test('every reason of a mark is a sentence of its own on the card', () => {
    const reasons = Object.keys(SAID).filter((kind) => SAID[kind as Reason['kind']] === 'card');
    const sentences = reasons.map((why) => {
      const [, item] = /<li>(.+?)<\/li>/u.exec(said([why as MarkWhy])) ?? [];
      return item ?? '';
    });
    expect(sentences.filter((one) => !/^\p{Lu}.{10,}\.$/u.test(one))).toEqual([]);
    expect(new Set(sentences).size).toBe(reasons.length);
  });

  test('a mark that came without reasons shows no empty list', () => {
    expect(said([])).not.toContain('<ul>');
  });

  test('every reason against a mark has its words in the popup', () => {
    const { maybeWhy } = strings(lang).popup;
    const kinds = Object.keys(SAID).filter((kind) => SAID[kind as Reason['kind']] === 'popup');
    const words = kinds.map((kind) => maybeWhy[kind as ListedWhy]);
    expect(words.filter((one) => one.trim().length < 10)).toEqual([]);
    expect(new Set(words).size).toBe(kinds.length);
  });
});
