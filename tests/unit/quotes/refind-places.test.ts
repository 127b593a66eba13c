import { describe, expect, test, vi } from 'vitest';
import type { SelectorGroup } from '@/lib/ledger/records';
import { refind } from '@/lib/quotes/refind';

/** A quote with the context that is given, wherever it once stood. */
function quoted(exact: string, prefix = '', suffix = ''): SelectorGroup {
  return {
    quote: { type: 'TextQuoteSelector', exact, prefix, suffix },
    position: { type: 'TextPositionSelector', start: 0, end: exact.length },
  };
}

const WATER = 'дадим воду';

describe('of copies that read alike it is', () => {
  test.each([
    ['the one after its own words', 'Он: дадим воду. Я: дадим воду.', 'Я: ', '', 19],
    ['the one before its own words', 'Вот дадим воду, там. Вот дадим воду, тут.', '', ', тут', 25],
    [
      'the first, if as much goes before it from the text’s beginning on',
      'и дадим воду, и дадим воду',
      'и ',
      '',
      2,
    ],
    [
      'the first, if as much follows it as does up to the text’s end',
      'дадим воду, да; дадим воду, да',
      '',
      ', да',
      0,
    ],
    // The first has nothing before it: the text's last marks are not that.
    [
      'the one in its marks, not the one at the beginning',
      'дадим воду; ещё (: дадим воду), вот (: ',
      '(: ',
      '',
      19,
    ],
  ])('%s', (_, page, prefix, suffix, start) => {
    expect(refind(page, [quoted(WATER, prefix, suffix)])).toMatchObject({ state: 'found', start });
  });
});

test('copies by the thousand have their edges looked at no more often than a few', () => {
  const looks = (copies: number): number => {
    const spied = [vi.spyOn(RegExp.prototype, 'test'), vi.spyOn(RegExp.prototype, 'exec')];
    const { state } = refind('года,'.repeat(copies), [quoted(',', '', ' к жылдың')]);
    const all = spied.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    for (const spy of spied) spy.mockRestore();
    expect(state).toBe('found');
    return all;
  };
  // The first page has the letters learned.
  looks(5);
  expect(looks(5)).toBeGreaterThan(0);
  expect(looks(3_000)).toBe(looks(5));
});

describe('blocks that read alike take a place each', () => {
  test('the next one, where no context is left', () => {
    const page = 'дадим воду. Потом дадим воду. Снова дадим воду.';
    const { state, spans } = refind(page, [quoted(WATER), quoted(WATER), quoted(WATER)]);
    expect(state).toBe('found');
    expect(spans.map((span) => span?.start)).toEqual([0, 18, 36]);
  });

  test('one copy for two of them leaves the second lost', () => {
    const { state, spans } = refind('Вот: дадим воду.', [quoted(WATER), quoted(WATER)]);
    expect(state).toBe('changed');
    expect(spans).toEqual([{ start: 5, end: 15 }, null]);
  });

  test.each([
    ['after', '', [0, 5]],
    ['before', '»', [5, 0]],
  ])('the one right %s another is free', (_, prefix, starts) => {
    const { state, spans } = refind('«Да!»«Да!»', [quoted('«Да!»', prefix), quoted('«Да!»')]);
    expect(state).toBe('found');
    expect(spans.map((span) => span?.start)).toEqual(starts);
  });

  test('the first of two is lost, the second is there', () => {
    const lost = 'Школу построим к сентябрю';
    const { state, spans, diff } = refind('Вот: дадим воду.', [quoted(lost), quoted(WATER)]);
    expect(state).toBe('changed');
    expect(spans).toEqual([null, { start: 5, end: 15 }]);
    expect(diff).toEqual([{ was: lost, now: null, kinds: ['words'] }]);
  });
});

describe('an edited quote is shown', () => {
  const was = 'мост сдадим к 20 мая, тариф не поднимем';
  const now = was.replace('20', '28');
  const shown = (page: string, quote = was) => {
    const { start, end } = refind(page, [quoted(quote)]);
    return start === undefined ? null : page.slice(start, end);
  };

  test.each([
    ['with the whole of its first word', `Наш по${now}.`, `по${now}`],
    ['with the whole of its last word', `Наш ${now}ся.`, `${now}ся`],
    ['from the beginning of the text', `по${now}.`, `по${now}`],
    ['without what stands beside it', `Наш ${now} в этом году.`, now],
  ])('%s', (_, page, place) => {
    expect(shown(page)).toBe(place);
  });

  test('without the words that its own marks part from it', () => {
    expect(shown(`сказал«${now}»говорит`, `«${was}»`)).toBe(`«${now}»`);
  });

  test.each([
    ['before', 'Вот: не дадим воду', 'не дадим воду'],
    ['before, over a mark', 'Вот, не «дадим воду', 'не «дадим воду'],
    ['after', 'дадим воду емес. Вот', 'дадим воду емес'],
    ['after, over a mark', 'дадим воду» емес, вот', 'дадим воду» емес'],
  ])('with the negation that came %s', (_, page, place) => {
    expect(shown(page, WATER)).toContain(place);
  });

  test('not where its words are spread over the page', () => {
    const page =
      'Мост сдадим к 20 мая, решили в клубе. Потом долго говорили о школе и о дороге к ней, и под конец не вспомнил никто, что был ещё тариф, его мы тоже поднимем.';
    expect(refind(page, [quoted(`${was} вовсе никому и никогда`)]).state).toBe('gone');
  });

  test('not in another order with a word replaced: a tenth of the letters at most', () => {
    const promise = 'дорогу к школе отремонтируем в этом году';
    const page = 'Вот: в этом году дорогу к мосту отремонтируем, так и будет.';
    expect(refind(page.replace('мосту', 'школе'), [quoted(promise)]).state).toBe('changed');
    expect(refind(page, [quoted(promise)]).state).toBe('gone');
  });
});

describe('an edited copy beside a twin that stayed', () => {
  const was = 'Мост сдадим к 20 мая, тариф не поднимем';
  const now = was.replace('20', '25');
  const prefix = 'сказал всем: ';
  const suffix = ', и сел слева';
  const own = quoted(was, prefix, suffix);

  test.each([
    [
      'is the clipped one, though the twin has a mark of the context too',
      ': ',
      ',',
      prefix,
      suffix,
      'changed',
    ],
    [
      'is not, when it has less than three quarters of the context',
      'Вот ',
      '.',
      prefix,
      ', потом ушёл',
      'found',
    ],
    [
      'is not, when the twin has not much less of it',
      prefix,
      ', пот',
      prefix,
      ', и сел вон',
      'found',
    ],
  ])('%s', (_, twinBefore, twinAfter, before, after, state) => {
    // The context stands on the page once more, with nothing between.
    const page = `${twinBefore}${was}${twinAfter}\nТак.\n${before}${now}${after}\nИ ещё ${prefix}${suffix}`;
    expect(refind(page, [own]).state).toBe(state);
  });
});
