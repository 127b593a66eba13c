import { describe, expect, test } from 'vitest';
import { refind } from '@/lib/quotes/refind';
import { selectorGroups } from '@/lib/quotes/selectors';

/** The selectors of texts as they stand on a page, one a block. */
function clip(page: string, ...blocks: string[]) {
  return selectorGroups(
    page,
    blocks.map((block) => ({
      start: page.indexOf(block),
      end: page.indexOf(block) + block.length,
    })),
  );
}

const PAGE =
  'Встреча с жителями\nАким пришёл в клуб.\n«Мост сдадим к 20 мая, тариф не поднимем», — сказал он.\nЗал ему хлопал.';
const QUOTE = 'Мост сдадим к 20 мая, тариф не поднимем';

describe('a quote is found', () => {
  test.each([
    ['as it was', PAGE],
    ['moved', `«${QUOTE}».\nАким пришёл в клуб.`],
    ['in other quotation marks and spaces', `Он сказал: "${QUOTE.replace(/ /g, '\u00A0')}".`],
    ['split into two paragraphs', PAGE.replace('мая, тариф', 'мая,\nтариф')],
  ])('%s', (_, page) => {
    expect(refind(page, clip(PAGE, QUOTE)).state).toBe('found');
  });

  test('at its offsets', () => {
    const page = `Новое начало.\n${PAGE}`;
    const { start, end } = refind(page, clip(PAGE, QUOTE));
    expect(page.slice(start, end)).toBe(QUOTE);
  });
});

describe('a quote is changed, with the two lines and what differs', () => {
  test.each([
    ['number', QUOTE.replace('20', '28')],
    ['month', QUOTE.replace('мая', 'июня')],
    ['negation', QUOTE.replace('не ', '')],
  ] as const)('%s', (kind, now) => {
    const refound = refind(PAGE.replace(QUOTE, now), clip(PAGE, QUOTE));
    expect(refound.state).toBe('changed');
    expect(refound.diff).toEqual([{ was: QUOTE, now, kinds: [kind] }]);
  });

  test.each([
    ['a digit before it', '600 мест', '1 600 мест'],
    ['a digit joined to it', '8 миллионов', '18 миллионов'],
    ['a fraction after it', 'дорогу на 3', 'дорогу на 3,5'],
    ['a negation before it', 'поднимем тариф', 'не поднимем тариф'],
    ['a negation after it', 'бұл мерзім', 'бұл мерзім емес'],
    ['a word that goes on', 'построим мост', 'построим мостик'],
  ])('by %s', (_, was, now) => {
    const page = `Сказано так: ${was} в этом районе`;
    expect(refind(page.replace(was, now), clip(page, was)).state).toBe('changed');
  });

  test('the clipped copy was edited while a twin stayed', () => {
    const page = `${QUOTE}\nПодробности ниже, на полосе.\nАким вышел к людям и сказал: «${QUOTE}». Ему не поверили, но записали.`;
    const at = page.lastIndexOf(QUOTE);
    const selectors = selectorGroups(page, [{ start: at, end: at + QUOTE.length }]);
    const edited = page.slice(0, at) + QUOTE.replace('20', '25') + page.slice(at + QUOTE.length);
    expect(refind(edited, selectors).state).toBe('changed');
    expect(refind(page.replace(QUOTE, QUOTE.replace('20', '25')), selectors).state).toBe('found');
  });

  test('one block of two is lost', () => {
    const page = 'Первый абзац обещания.\nВторой абзац обещания с именами.\nКонец.';
    const selectors = clip(page, 'Первый абзац обещания', 'Второй абзац обещания с именами');
    const refound = refind('Первый абзац обещания.\nСовсем о другом пишут.', selectors);
    expect(refound.state).toBe('changed');
    expect(refound.diff).toHaveLength(1);
    expect(refound.diff[0]?.now).toBeNull();
  });
});

describe('a quote is gone', () => {
  test.each([
    ['taken off', 'Аким пришёл в клуб.\nЗал ему хлопал.'],
    ['an empty page', ''],
  ])('%s', (_, page) => {
    expect(refind(page, clip(PAGE, QUOTE))).toMatchObject({ state: 'gone', diff: [] });
  });
});
