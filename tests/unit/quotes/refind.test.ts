import { describe, expect, test, vi } from 'vitest';
import { refind, refindIn, searchedText } from '@/lib/quotes/refind';
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

  test.each([
    ['where a negation stood before already', 'мы не поднимем тариф', 'поднимем тариф'],
    ['where a number went on already', 'строим 1 600 мест', '600 мест'],
    ['where a word went on already', 'построим мостик', 'строим мост'],
    [
      'where a negation belongs to the sentence before',
      'Сказал: нет! Поднимем тариф',
      'Поднимем тариф',
    ],
    ['where a negation belongs to the sentence after', 'Дадим воду. Емес, бермейміз', 'Дадим воду'],
    ['at a number with a sign that is none of it', 'на 5 - 6 мест', '6 мест'],
  ])('%s', (_, page, quote) => {
    // The context is gone, so that the edges alone decide.
    const selectors = clip(page, quote);
    expect(refind(`Позже. ${page} Вот.`, selectors).state).toBe('found');
  });

  test('both of two blocks that read alike, each in its place', () => {
    const page = 'Раз.\nДадим воду всем\nДва.\nДадим воду всем\nТри.';
    const [first, second] = [page.indexOf('Дадим'), page.lastIndexOf('Дадим')];
    const length = 'Дадим воду всем'.length;
    const spans = [second, first].map((start) => ({ start, end: start + length }));
    const later = `Новое.\n${page}`;
    const refound = refind(later, selectorGroups(page, spans));
    expect(refound).toMatchObject({ state: 'found', start: later.indexOf('Дадим') });
    expect(refound.spans.map((span) => span?.start)).toEqual([
      later.lastIndexOf('Дадим'),
      later.indexOf('Дадим'),
    ]);
    expect(refound.end).toBe(later.lastIndexOf('Дадим') + length);
  });

  describe('without a search for an edited copy, on a page that lacks', () => {
    const [before = '', after = ''] = PAGE.split(QUOTE);
    test.each([
      ['all context of the clip', ''],
      ['what stood after it', before],
      ['what stood before it', after],
    ])('%s', (_, rest) => {
      const here = searchedText(`Повтор: ${QUOTE}.\n${rest}`);
      const grams = vi.fn<typeof here.grams>(here.grams);
      const { state } = refindIn({ ...here, grams }, clip(PAGE, QUOTE));
      expect(state).toBe('found');
      expect(grams).not.toHaveBeenCalled();
    });
  });

  test('the copy in its own context, though another stands first', () => {
    const page = 'Раз сказали: дадим воду, хорошо. Два сказали: дадим воду, плохо.';
    const at = page.lastIndexOf('дадим');
    const selectors = selectorGroups(page, [{ start: at, end: at + 10 }]);
    expect(refind(page, selectors).start).toBe(at);
    expect(refind(page, clip(page, 'дадим воду')).start).toBe(page.indexOf('дадим'));
  });

  test('of copies that stand alike the first', () => {
    const selectors = clip('дадим воду', 'дадим воду');
    expect(refind('Вот: дадим воду, и ещё: дадим воду.', selectors).start).toBe(5);
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
    ['a per cent after it', 'рост на 3', 'рост на 3%'],
    ['a per cent after a space', 'рост на 3', 'рост на 3 %'],
    ['a year before it', '2027 года', '2025-2027 года'],
    ['a minus before it', '12 градусов', '-12 градусов'],
    ['a thousand after it', 'дадим 1', 'дадим 1 600'],
    ['a digit after it', 'дадим 1', 'дадим 16'],
    ['letters before it', 'строим мост', 'построим мост'],
    ['a negation in English after it', 'we will', 'we will not'],
    ['a negation before it', 'поднимем тариф', 'не поднимем тариф'],
    ['a negation after it', 'бұл мерзім', 'бұл мерзім емес'],
    ['a word that goes on', 'построим мост', 'построим мостик'],
  ])('by %s', (_, was, now) => {
    const page = `Сказано так: ${was} в этом районе`;
    expect(refind(page.replace(was, now), clip(page, was)).state).toBe('changed');
  });

  test('torn at both edges it is shown with the words that go on', () => {
    const page = 'Сказано так: наш мост 5 новых опор и дорога. И всё.';
    const now = 'Сказано так: наш помост 5 новых опорных стен и дорога. И всё.';
    const refound = refind(now, clip(page, 'мост 5 новых опор'));
    expect(refound.diff).toEqual([
      { was: 'мост 5 новых опор', now: 'помост 5 новых опорных', kinds: ['words'] },
    ]);
    expect(now.slice(refound.start, refound.end)).toBe('помост 5 новых опорных');
  });

  test('words in another order are seen, whole', () => {
    const was = 'дорогу к школе отремонтируем в этом году';
    const now = 'дорогу к школе в этом году отремонтируем';
    const page = `Вот что записали в протокол: ${was}, так и будет.`;
    const refound = refind(page.replace(was, now), clip(page, was));
    expect(refound.diff).toEqual([{ was, now, kinds: ['words'] }]);
  });

  test('letter case and a letter that grows in lower case do not hide it', () => {
    const was = 'İlçe merkezi ve okul 2027 yılında açılacak';
    const page = `Başkan: ${was}.`;
    const now = was.replace('2027', '2028');
    expect(refind(page.replace(was, now), clip(page, was)).diff).toEqual([
      { was, now, kinds: ['number'] },
    ]);
    const loud = QUOTE.replace('20', '28').toUpperCase();
    expect(refind(PAGE.replace(QUOTE, loud), clip(PAGE, QUOTE)).state).toBe('changed');
  });

  test('of two edited copies it is the one in its own context', () => {
    const page = `Сказано в марте: ${QUOTE}, вот так. Долго молчали.\nЗаписано в мае: ${QUOTE}, и точка.`;
    const at = page.lastIndexOf(QUOTE);
    const selectors = selectorGroups(page, [{ start: at, end: at + QUOTE.length }]);
    const edited = page.replaceAll('20 мая', '25 мая');
    const { start } = refind(edited, selectors);
    expect(start).toBe(edited.lastIndexOf('Мост'));
  });

  test('the clipped copy was edited while a twin stayed', () => {
    const page = `${QUOTE}\nПодробности ниже, на полосе.\nАким вышел к людям и сказал: «${QUOTE}». Ему не поверили, но записали.`;
    const at = page.lastIndexOf(QUOTE);
    const selectors = selectorGroups(page, [{ start: at, end: at + QUOTE.length }]);
    const edited = page.slice(0, at) + QUOTE.replace('20', '25') + page.slice(at + QUOTE.length);
    expect(refind(edited, selectors).state).toBe('changed');
    expect(refind(page.replace(QUOTE, QUOTE.replace('20', '25')), selectors).state).toBe('found');
  });

  describe('the clipped copy was edited, and so was what stands around it, while a twin stayed', () => {
    const before = 'Аким вышел к людям и сказал им: «';
    const after = '». Ему не поверили, но записали.';
    const page = `${before}${QUOTE}${after}`;
    const twin = `${QUOTE}\nПодробности ниже, на полосе.\n`;
    const copy = QUOTE.replace('20', '25');
    test.each([
      [
        'at its far ends',
        before.replace('Аким', 'Мэр'),
        after.replace('записали', 'ушли'),
        'changed',
      ],
      ['before it, close by', before.replace('им: ', 'всем: '), after, 'found'],
      ['after it, close by', before, after.replace('Ему', 'Никто'), 'found'],
    ])('%s', (_, left, right, state) => {
      expect(refind(`${twin}${left}${copy}${right}`, clip(page, QUOTE)).state).toBe(state);
    });
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
    ['less than four fifths of it left', 'Мост сдадим к маю, и дальше ни слова о том.'],
  ])('%s', (_, page) => {
    expect(refind(page, clip(PAGE, QUOTE))).toEqual({ state: 'gone', spans: [null], diff: [] });
  });

  test('an empty quote is nowhere', () => {
    expect(refind(PAGE, clip(PAGE, ' ')).state).toBe('gone');
  });
});
