import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, endPoint, offsetOf, startPoint, staticRange } from '@/lib/page/block';
import { BlockReader, readBlocks } from '@/lib/page/read-blocks';
import { PAGES, showPage, sourceOf } from './_page';

function read(html: string, whole = false): Block[] {
  document.body.innerHTML = `<main>${html}</main>`;
  const root = document.querySelector('main');
  if (root === null) throw new Error('no root');
  return readBlocks(root, whole);
}
const texts = (html: string, whole = false): string[] => read(html, whole).map(({ text }) => text);

test.each([
  ['nested inline tags run on', '<p>Жо<b>лан <i>Ома</i></b>ров</p>', ['Жолан Омаров']],
  ['white space is one blank', '<p>  Жолан \n\t <b> Омаров </b>  </p>', ['Жолан Омаров']],
  [
    'a blank between tags stays one',
    '<p>аким <b>города</b> <i>Текели</i></p>',
    ['аким города Текели'],
  ],
  ['soft hyphens and zero-width marks go', '<p>Ома&shy;ров\u200B а\u2060ким</p>', ['Омаров аким']],
  ['no-break blanks stay', '<p>до 1&nbsp;мая</p>', ['до 1\u00A0мая']],
  ['one break is a line', '<p>раз<br>два</p>', ['раз\nдва']],
  ['two breaks are two blocks', 'раз два<br> <br>три четыре', ['раз два', 'три четыре']],
  [
    'text between blocks is a block',
    '<div>перед <p>внутри</p> после</div>',
    ['перед', 'внутри', 'после'],
  ],
  ['cells are blocks', '<table><tr><td>Дороги</td><td>120</td></tr></table>', ['Дороги', '120']],
  ['signs alone are no block', '<p>***</p><p>слово</p>', ['слово']],
  [
    'a link with a host is read through',
    '<p>из <a href="https://a.example/">Текели</a> пишут</p>',
    ['из Текели пишут'],
  ],
  ['fields are not read', '<p>да<input value="нет"><textarea>нет</textarea></p>', ['да']],
  [
    'editors are not read',
    '<div contenteditable>нет</div><div role="textbox">нет</div><p>да</p>',
    ['да'],
  ],
  ['code is not read', '<pre>нет</pre><p>да <code>нет</code></p>', ['да']],
  ['drawings are not read', '<p>да</p><svg><text>нет</text></svg>', ['да']],
  [
    'what is hidden is not read',
    '<p style="display:none">нет</p><p>да <span hidden>нет</span></p>',
    ['да'],
  ],
  [
    'what has no box but is seen is read',
    '<div style="display:contents"><p style="display:contents">да</p></div>',
    ['да'],
  ],
  [
    'what has no box and stands in what is hidden is not read',
    '<div hidden><p style="display:contents">нет</p></div><p style="display:contents;visibility:hidden" class="a">нет</p><p>да</p>',
    ['да'],
  ],
  [
    'what stands around is not read',
    '<aside>нет</aside><div class="related-news">нет</div><p>да</p>',
    ['да'],
  ],
  ['contenteditable="false" is read', '<p contenteditable="false">да</p>', ['да']],
])('%s', (_, html, expected) => {
  expect(texts(html)).toEqual(expected);
});

test('the whole page holds what stands around too', () => {
  expect(texts('<aside>сбоку</aside><p>внутри</p>', true)).toEqual(['сбоку', 'внутри']);
});

const WORDS = [
  'Жолан',
  'Омаров',
  ' ',
  '  ',
  '\n ',
  '\u00AD',
  '\u200B',
  '<br>',
  '\u00A0',
  'до 1 мая',
  '.',
];
const TAGS = ['b', 'i', 'a', 'span', 'p', 'div', 'li', 'em'];
const { html } = fc.letrec<{ html: string; part: string; tag: string }>((tie) => ({
  html: fc.array(tie('part'), { maxLength: 6 }).map((parts) => parts.join('')),
  part: fc.oneof({ depthSize: 'small' }, fc.constantFrom(...WORDS), tie('tag')),
  tag: fc
    .tuple(fc.constantFrom(...TAGS), tie('html'))
    .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
}));

test('every letter of the text is the letter of the page that it points to', () => {
  fc.assert(
    fc.property(html, (source) => {
      for (const block of read(source)) {
        for (let at = 0; at < block.text.length; at++) {
          const letter = block.text.charAt(at);
          if (/\s/.test(letter)) continue;
          const from = startPoint(block, at);
          const to = endPoint(block, at + 1);
          expect(from?.node.data.charAt(from.offset)).toBe(letter);
          expect(to?.node.data.charAt((to?.offset ?? 0) - 1)).toBe(letter);
          expect(from === null ? null : offsetOf(block, from.node, from.offset)).toBe(at);
        }
      }
    }),
    { numRuns: 400 },
  );
});

test('letters are neither lost nor doubled nor out of order', () => {
  fc.assert(
    fc.property(html, (source) => {
      const read = texts(source).join('').replace(/\s/g, '');
      const shown = (document.querySelector('main')?.textContent ?? '').replace(
        /[\s\u00AD\u200B]/g,
        '',
      );
      // Blocks of signs alone are left out; there are only full stops here.
      expect(read.replaceAll('.', '')).toBe(shown.replaceAll('.', ''));
    }),
    { numRuns: 400 },
  );
});

test('a range of a block shows the same words on the page', async () => {
  let ranges = 0;
  for (const [file] of PAGES) {
    const doc = await showPage(sourceOf(file));
    for (const block of readBlocks(doc.body, true)) {
      const range = staticRange(block, 0, block.text.length);
      if (range === null) throw new Error(`no range in ${file}`);
      const live = doc.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const shown = live.toString().replace(/[\u00AD\u200B]/g, '');
      // Hidden words may lie inside the range; the block's own words all do, in order.
      let at = 0;
      for (const word of block.text.split(/\s+/)) {
        at = shown.indexOf(word, at);
        expect(at, `${word} in ${file}`).toBeGreaterThanOrEqual(0);
      }
      ranges++;
    }
  }
  expect(ranges).toBeGreaterThan(100);
});

test('reading in slices reads the same, and no slice is long', () => {
  const paragraphs = '<p>Аким <b>города</b> Текели обещал дамбу.</p>'.repeat(5000);
  document.body.innerHTML = `<main>${paragraphs}</main>`;
  const reader = new BlockReader(document.body);
  let slices = 1;
  while (!reader.step(performance.now() + 2)) slices++;
  expect(slices).toBeGreaterThan(1);
  expect(reader.blocks).toHaveLength(5000);
  document.body.replaceChildren();
});

test('a text node of a size that no prose has is left out and counted', () => {
  document.body.innerHTML = '<p>слово</p><p></p>';
  document.querySelectorAll('p')[1]?.append('дамп '.repeat(50_000));
  const reader = new BlockReader(document.body);
  reader.step(Number.POSITIVE_INFINITY);
  expect(reader.blocks.map(({ text }) => text)).toEqual(['слово']);
  expect(reader.tooLong).toBe(1);
});
