import { describe, expect, it } from 'vitest';
import { pluralEn, pluralRu } from '@/lib/language/plurals';
import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';

const LANGS: readonly Lang[] = ['ru', 'kk', 'en'];

/** Every sentence of a table with its path; functions are called with numbers and words that stand out. */
function sentencesOf(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    return value.length === 0 ? [[path, String(value())]] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => sentencesOf(inner, `${path}.${key}`));
}

function keysOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`));
}

describe('plurals', () => {
  it.each([
    [0, 'обещаний'],
    [1, 'обещание'],
    [2, 'обещания'],
    [4, 'обещания'],
    [5, 'обещаний'],
    [11, 'обещаний'],
    [12, 'обещаний'],
    [14, 'обещаний'],
    [21, 'обещание'],
    [22, 'обещания'],
    [101, 'обещание'],
    [111, 'обещаний'],
    [112, 'обещаний'],
  ])('%i takes «%s»', (count, word) => {
    expect(pluralRu(count, ['обещание', 'обещания', 'обещаний'])).toBe(word);
    expect(strings('ru').common.promises(count)).toBe(`${count} ${word}`);
  });

  it.each([
    [0, 'promises'],
    [1, 'promise'],
    [2, 'promises'],
    [5, 'promises'],
    [11, 'promises'],
    [21, 'promises'],
    [101, 'promises'],
  ])('%i takes “%s”', (count, word) => {
    expect(pluralEn(count, 'promise', 'promises')).toBe(word);
  });

  it.each([0, 1, 2, 5, 11, 21, 101])('Kazakh has one form after %i', (count) => {
    expect(strings('kk').common.promises(count)).toBe(`${count} уәде`);
  });
});

describe('tables of sentences', () => {
  it('have the same keys in every language', () => {
    const keys = keysOf(strings('ru'), '').sort();
    for (const lang of LANGS) expect(keysOf(strings(lang), '').sort()).toEqual(keys);
  });

  it('leave nothing empty', () => {
    for (const lang of LANGS) {
      for (const [path, sentence] of sentencesOf(strings(lang), lang)) {
        expect(sentence.trim(), path).not.toBe('');
      }
    }
  });

  it('are not left untranslated: Kazakh has no sentence that is the Russian one, single words aside', () => {
    const russian = new Map(sentencesOf(strings('ru'), ''));
    const same = sentencesOf(strings('kk'), '').filter(
      ([path, sentence]) => russian.get(path) === sentence && sentence.includes(' '),
    );
    expect(same).toEqual([]);
  });

  it('write no Cyrillic in English and no Latin letters in Russian and Kazakh, but for names of things', () => {
    const foreign = sentencesOf(strings('en'), '').filter(([, text]) =>
      /[а-яәіңғүұқөһ]/i.test(text),
    );
    expect(foreign).toEqual([]);
    for (const lang of ['ru', 'kk'] as const) {
      const latin = sentencesOf(strings(lang), '').filter(([, text]) =>
        /[a-z]/i.test(
          text.replace(
            /https(?::\/\/)?|Wi-Fi|CSV|JSON|Popolo|Web Annotation|ClaimReview|Alt|Shift|\+J/g,
            '',
          ),
        ),
      );
      expect(latin, lang).toEqual([]);
    }
  });
});

describe('the gist', () => {
  const none = { holders: null, inherited: 0, own: 0, closed: 0 };
  it.each([
    [{ ...none }, ''],
    [{ ...none, inherited: 1 }, 'От прежних осталось 1 обещание'],
    [{ ...none, inherited: 4, own: 2 }, 'От прежних осталось 4 обещания · своих: 2'],
    [{ ...none, own: 5 }, 'Своих обещаний: 5'],
    [
      {
        ...none,
        inherited: 4,
        holders: { role: 'akim', nth: 4, years: 5, atLeast: false },
      },
      'Четвёртый аким за пять лет · от прежних осталось 4 обещания',
    ],
    [
      { ...none, holders: { role: 'akim', nth: 3, years: 2, atLeast: true } },
      'По меньшей мере третий аким за два года',
    ],
    [{ ...none, holders: { role: 'akim', nth: 1, years: 2, atLeast: false } }, ''],
  ])('%j says «%s»', (facts, line) => {
    expect(strings('ru').card.gist(facts)).toBe(line);
  });

  it('never shows made and inherited as one figure', () => {
    for (const lang of LANGS) {
      const line = strings(lang).card.gist({ ...none, inherited: 4, own: 3 });
      expect(line).toContain('4');
      expect(line).toContain('3');
      expect(line).not.toContain('7');
    }
  });

  it.each([
    [1, 'обещано в первый раз'],
    [3, 'обещано в третий раз'],
    [12, 'обещано в 12-й раз'],
  ])('counts repeats: %i is «%s»', (times, words) => {
    expect(strings('ru').card.repeated(times)).toBe(words);
  });

  it.each([
    [1, 'ещё один'],
    [2, 'ещё двое'],
    [5, 'ещё 5 человек'],
    [22, 'ещё 22 человека'],
  ])('counts people: %i is «%s»', (count, words) => {
    expect(strings('ru').card.andMore(count)).toBe(words);
  });
});
