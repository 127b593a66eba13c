import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { readArticle } from '@/lib/page/article';
import { endPoint, startPoint } from '@/lib/page/block';
import { quoteFinder, textAround } from '@/lib/page/page-text';
import { quoteOf } from '@/lib/page/selection-quote';
import { textDigest } from '@/lib/page/text-digest';
import { PAGES, showPage, sourceOf } from './_page';

afterEach(() => document.body.replaceChildren());

function select(html: string, from: string, to: string) {
  document.body.innerHTML = `<main>${html}</main>`;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (text.includes(from)) range.setStart(node, text.indexOf(from));
    if (text.includes(to)) range.setEnd(node, text.indexOf(to) + to.length);
  }
  const root = document.querySelector('main');
  if (root === null) throw new Error('no root');
  return quoteOf(range, textAround(document, root, root));
}

test.each([
  ['what was selected, trimmed', '<p>раз  два три </p>', '  два', 'три ', 'два три', 1],
  [
    'over nested tags',
    '<p>мост <b>для <i>пеше</i>ходов</b> в мае</p>',
    'для',
    'ходов',
    'для пешеходов',
    1,
  ],
  ['over a break', '<p>строка раз<br>строка два</p>', 'раз', 'строка два', 'раз\nстрока два', 1],
  ['without soft hyphens', '<p>обе&shy;щание дано</p>', 'обе', 'дано', 'обещание дано', 1],
  [
    'over blocks',
    '<p>конец первого.</p><p>Начало второго</p>',
    'первого',
    'Начало',
    'первого.\nНачало',
    2,
  ],
  [
    'an aside between is left out',
    '<p>первый</p><aside>реклама</aside><p>второй</p>',
    'первый',
    'второй',
    'первый\nвторой',
    2,
  ],
  [
    'cells',
    '<table><tr><td>Дороги</td><td>120</td></tr></table>',
    'Дороги',
    '120',
    'Дороги\n120',
    2,
  ],
])('a quote is %s', (_, html, from, to, expected, groups) => {
  const quote = select(html, from, to);
  expect(quote?.text).toBe(expected);
  expect(quote?.selectors).toHaveLength(groups);
});

test.each([
  ['blank', '<p>а</p><p> </p><p>б</p>', ' ', ' '],
  ['in an editor', '<p>а</p><div contenteditable><p>письмо пишут</p></div>', 'письмо', 'пишут'],
  ['in an advertisement', '<p>а</p><div class="ad">такси даром</div>', 'такси', 'даром'],
])('a selection that is %s is no quote', (_, html, from, to) => {
  expect(select(html, from, to)).toBeNull();
});

test('the path leads to the block, and the offsets to the words in it', () => {
  const quote = select('<div><p>раз</p><p>два <b>три</b> четыре</p></div>', 'три', 'четыре');
  const range = quote?.selectors[0]?.range;
  const path = range?.startSelector.value ?? '';
  const root = document.querySelector('main');
  if (root === null) throw new Error('no root');
  const found = document.evaluate(path, root, null, XPathResult.FIRST_ORDERED_NODE_TYPE);
  expect(found.singleNodeValue).toBe(document.querySelectorAll('p')[1]);
  expect(range?.refinedBy).toEqual({ type: 'TextPositionSelector', start: 4, end: 14 });
});

test('any selection on any article is found again where it was', async () => {
  let quotes = 0;
  for (const [file, { url, isArticle }] of PAGES) {
    if (!isArticle) continue;
    const doc = await showPage(sourceOf(file));
    const { root } = readArticle(doc, url);
    if (root === null) throw new Error(`no root in ${file}`);
    const page = textAround(doc, root, root);
    const { blocks } = page;
    const finder = quoteFinder(doc, root);
    const place = fc.record({
      block: fc.nat(blocks.length - 1),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(place, place, (one, other) => {
        const [first, last] = one.block <= other.block ? [one, other] : [other, one];
        const from = blocks[first.block];
        const to = blocks[last.block];
        if (from === undefined || to === undefined) throw new Error('no block');
        const start = startPoint(from, Math.floor(first.share * (from.text.length - 1)));
        const end = endPoint(to, Math.ceil(last.share * to.text.length));
        if (start === null || end === null) throw new Error('no point');
        const range = doc.createRange();
        range.setStart(start.node, start.offset);
        range.setEnd(end.node, end.offset);
        const quote = quoteOf(range, page);
        // Too few letters to be looked for again, or a range that runs backwards.
        if (quote === null || quote.text.replace(/\P{L}/gu, '').length < 12) return;
        quotes++;
        const found = finder.find(quote.selectors);
        expect({ quote: quote.text, state: found.state }).toEqual({
          quote: quote.text,
          state: 'found',
        });
        expect(found.spans.map((span) => span?.start)).toEqual(
          quote.selectors.map(({ position }) => position.start),
        );
      }),
      { numRuns: 40 },
    );
  }
  expect(quotes).toBeGreaterThan(300);
});

test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
])('the digest of %j is that of the standard', (text, digest) => {
  expect(textDigest(text)).toBe(digest);
});

test('digests are those of the browser, at every length', async () => {
  for (let length = 0; length < 200; length++) {
    const text = 'Әкім есеп берді. '.repeat(20).slice(0, length);
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    const hex = [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, '0')).join('');
    expect(textDigest(text)).toBe(hex);
  }
});
