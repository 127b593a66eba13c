import { describe, expect, test } from 'vitest';
import { textFragment, withTextFragment } from '@/lib/quotes/text-fragment';

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
    expect(withTextFragment(url, 'text=x')).toBe(linked);
  });
});
