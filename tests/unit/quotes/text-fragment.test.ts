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

  test.each([
    [
      'words before it',
      'Воду дадим. Потом аким повторил: воду дадим.',
      33,
      'повторил:-,воду дадим',
    ],
    [
      'words after it, where there are none before',
      'воду дадим завтра, воду дадим',
      0,
      'воду дадим,-завтра',
    ],
    [
      'more words before it',
      'Он и она: воду дадим. Ты и она: воду дадим.',
      32,
      'Ты и она:-,воду дадим',
    ],
    [
      'words of the paragraph above, where it fills its own',
      'Сказал аким:\nводу дадим\nСказал мэр:\nводу дадим',
      36,
      'мэр:-,воду дадим',
    ],
    [
      'words of the paragraph below, where nothing stands above',
      'воду дадим\nСказал аким\nводу дадим',
      0,
      'воду дадим,-Сказал',
    ],
    [
      'words of both sides, where neither alone tells',
      'да, воду дадим нам. да, воду дадим им. но, воду дадим им.',
      24,
      'да,-,воду дадим,-им',
    ],
  ])('copies are told apart by %s', (_, page, at, terms) => {
    expect(page.slice(at, at + 10)).toBe('воду дадим');
    const found = textFragment(page, [{ start: at, end: at + 10 }]) ?? '';
    expect(decodeURIComponent(found)).toBe(`text=${terms}`);
  });

  test('letter case is no help: the browser does not tell it', () => {
    expect(decodeURIComponent(fragment('Мост. Наш мост.', 'мост', 6) ?? '')).toBe('text=Наш-,мост');
  });

  test('a word inside another is no copy', () => {
    expect(decodeURIComponent(fragment('мостик, мост', 'мост', 7) ?? '')).toBe('text=мост');
  });

  test('signs of expressions are letters like others', () => {
    const page = 'Дадим 100 (сто) мест? Дадим 100 сто мест.';
    expect(decodeURIComponent(fragment(page, '100 (сто) мест') ?? '')).toBe('text=100 (сто) мест');
  });

  test('invisible marks and runs of white space are not in it', () => {
    const page = 'по\u00ADстроим  \u200Bмост';
    expect(decodeURIComponent(fragment(page, page) ?? '')).toBe('text=построим мост');
  });

  test('punctuation at its ends is left off, half words at both ends are made whole', () => {
    expect(decodeURIComponent(fragment('а «мост». б', '«мост».') ?? '')).toBe('text=мост');
    expect(decodeURIComponent(fragment('построим мостик', 'роим мост') ?? '')).toBe(
      'text=построим мостик',
    );
  });

  test('300 characters are given whole, 301 by their ends', () => {
    const words = (length: number): string => `${'слог '.repeat(59)}${'я'.repeat(length - 295)}`;
    for (const [length, isWhole] of [
      [300, true],
      [301, false],
    ] as const) {
      const quote = words(length);
      expect(quote).toHaveLength(length);
      const terms = decodeURIComponent(fragment(quote, quote) ?? '').slice('text='.length);
      expect(terms === quote).toBe(isWhole);
    }
  });

  test('ends of a long quote that stand elsewhere too get more words', () => {
    const middle = 'слово за слово '.repeat(30);
    const long = `Раз два три четыре пять ${middle}шесть семь восемь девять десять`;
    const page = `Раз два три четыре и так далее.\n${long}`;
    expect(decodeURIComponent(fragment(page, long, 20) ?? '')).toBe(
      'text=Раз два три четыре пять,шесть семь восемь девять десять',
    );
  });

  test('copies of a long quote get words of context', () => {
    const long = `Начало ${'слово за слово '.repeat(30)}конец`;
    const page = `Раньше: ${long}.\nПозже: ${long}.`;
    const terms = decodeURIComponent(fragment(page, long, long.length + 9) ?? '');
    expect(terms.startsWith('text=Позже:-,Начало слово')).toBe(true);
    expect(terms.endsWith('слово конец')).toBe(true);
  });

  test('nothing quoted, no link', () => {
    expect(textFragment('мост', [])).toBeNull();
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
