import { describe, expect, test } from 'vitest';
import { addressOfQuote, textFragment } from '@/lib/quotes/text-fragment';

function fragment(page: string, quote: string, from = 0): string | null {
  const start = page.indexOf(quote, from);
  return textFragment(page, [{ start, end: start + quote.length }]);
}

describe('a link to a quote', () => {
  test('a hyphen is encoded by hand', () => {
    expect(fragment('Сказал Касым-Жомарт вчера', 'Касым-Жомарт')).toBe(
      `text=${encodeURIComponent('Касым')}%2D${encodeURIComponent('Жомарт')}`,
    );
  });

  test('half words are made whole, since the browser finds only those', () => {
    expect(fragment('Балпықтағы көпір', 'Балпық')).toBe(`text=${encodeURIComponent('Балпықтағы')}`);
  });

  test('the second of two copies gets words of context', () => {
    const page = 'Воду дадим. Потом аким повторил: воду дадим. Все ушли.';
    expect(fragment(page, 'воду дадим', 15)).toBe(
      `text=${encodeURIComponent('повторил:')}-,${encodeURIComponent('воду дадим')}`,
    );
  });

  test('more than 300 characters are given by their ends', () => {
    const long = `Начало длинного обещания здесь ${'слово за слово '.repeat(30)}и вот его самый конец`;
    expect(fragment(`До.\n${long}.\nПосле.`, long)).toBe(
      `text=${encodeURIComponent('Начало длинного обещания здесь')},${encodeURIComponent('вот его самый конец')}`,
    );
  });

  test('a quote over blocks is given by its ends, each inside its block', () => {
    const page = 'Первый абзац.\nВторой абзац.';
    const spans = [
      { start: 0, end: 12 },
      { start: 14, end: 26 },
    ];
    expect(textFragment(page, spans)).toBe(
      `text=${encodeURIComponent('Первый абзац')},${encodeURIComponent('Второй абзац')}`,
    );
  });

  test('punctuation alone has no link', () => {
    expect(fragment('— ... —', '...')).toBeNull();
  });

  test.each([
    ['https://a.example/1', 'https://a.example/1#:~:text=x'],
    ['https://a.example/1#top', 'https://a.example/1#top:~:text=x'],
  ])('%s keeps its own fragment', (url, linked) => {
    expect(addressOfQuote({ quote: 'x', source: { url } })).toBe(linked);
  });

  test('a source without a quote has its plain address', () => {
    const url = 'https://a.example/1';
    expect(addressOfQuote({ quote: null, source: { url } })).toBe(url);
  });

  test('of the selectors the exact words are linked, not what stands around them', () => {
    const position = { type: 'TextPositionSelector', start: 9, end: 19 } as const;
    const exact = { exact: 'воду дадим', prefix: 'на летие: ', suffix: ' к осени' };
    const selectors = [{ quote: { type: 'TextQuoteSelector', ...exact } as const, position }];
    expect(addressOfQuote({ quote: null, source: { url: 'https://a.example/', selectors } })).toBe(
      `https://a.example/#:~:text=${encodeURIComponent('воду дадим')}`,
    );
  });

  test('without the page, twelve words name each end of a long quote', () => {
    const words = Array.from({ length: 60 }, (_, at) => `слово${at}`);
    const address = addressOfQuote({
      quote: words.join(' '),
      source: { url: 'https://a.example/' },
    });
    const [start = '', end = ''] = decodeURIComponent(address.split('text=')[1] ?? '').split(',');
    expect([start, end]).toEqual([words.slice(0, 12).join(' '), words.slice(-12).join(' ')]);
  });
});
