import { describe, expect, test } from 'vitest';
import { dueCalendar } from '@/lib/formats/calendar';
import { claimReviews } from '@/lib/formats/claim-review';
import { promiseAnnotation } from '@/lib/formats/web-annotation';
import { indexLedger } from '@/lib/ledger/lookups';
import type { SelectorGroup } from '@/lib/ledger/records';
import { event, held, ledgerOf, person, post, said } from '../ledger/build';

const pageOf = (id: string) => `https://tracker.example/promises/${id}`;
const INDEX = indexLedger(
  ledgerOf({
    persons: [person('a', { name: { ru: { family: 'Омаров', given: 'Жолан' } } })],
    posts: [post('p', { label: { ru: 'аким города', en: 'Akim of the city' } })],
    memberships: [held('a', { startDate: '2020-01-01' })],
    promises: [
      said('b-broken', 'a', { dueOn: '2020' }),
      said('k-kept', null, { saidOn: null }),
      said('o-open', 'a', { dueOn: '2021-02', text: { ru: 'Дорога; мост, школа\nи сад' } }),
      said('p-part', 'a'),
      said('u-vague', 'a'),
      said('w-wait', 'a'),
    ],
    statusEvents: [
      event('b-broken', 'broken', '2021-01-15'),
      event('k-kept', 'kept', '2021-01-15'),
      event('p-part', 'partlyKept', '2021-01-15'),
      event('u-vague', 'unrateable', '2021-01-15'),
    ],
  }),
);

describe('ClaimReview', () => {
  const publisher = { name: 'Уәде', url: 'https://tracker.example/' };
  const reviews = claimReviews(INDEX, { lang: 'ru', today: '2021-02-01', publisher, pageOf });

  test('is made only for closed statuses: broken 1, partly kept 2, kept 3', () => {
    expect(reviews.map((r) => [r.url, r.reviewRating.ratingValue])).toEqual([
      [pageOf('b-broken'), 1],
      [pageOf('k-kept'), 3],
      [pageOf('p-part'), 2],
    ]);
  });
  test('tells the status in words, who said it, in which office, and where', () => {
    expect(reviews[0]).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      datePublished: '2021-01-15',
      claimReviewed: 'Дорога',
      itemReviewed: {
        '@type': 'Claim',
        author: { '@type': 'Person', name: 'Жолан Омаров', jobTitle: 'аким города' },
        datePublished: '2020-01-10',
        firstAppearance: { url: 'https://news.example/1' },
      },
      reviewRating: { worstRating: 1, bestRating: 3, alternateName: 'не выполнено' },
    });
  });
  test('names no person when the source does not', () => {
    expect(reviews[1]?.itemReviewed.author).toEqual({ '@type': 'Person', jobTitle: 'аким города' });
    expect(reviews[1]?.itemReviewed.datePublished).toBeUndefined();
  });
  test('before the verdict there is none', () => {
    expect(claimReviews(INDEX, { lang: 'ru', today: '2021-01-14', publisher, pageOf })).toEqual([]);
  });
});

describe('Web Annotation', () => {
  const group = (exact: string, start: number): SelectorGroup => ({
    quote: { type: 'TextQuoteSelector', exact, prefix: 'до ', suffix: ' после' },
    position: { type: 'TextPositionSelector', start, end: start + exact.length },
    range: {
      type: 'RangeSelector',
      startSelector: { type: 'XPathSelector', value: '/p[1]' },
      endSelector: { type: 'XPathSelector', value: '/p[1]' },
    },
  });
  const source = {
    url: 'https://news.example/1',
    publishedOn: '2020-02',
    archivedUrl: 'https://archive.example/1',
    selectors: [group('дорогу сделаем', 10)],
  };

  test('has the motivations, the canonical address and the three selectors', () => {
    const annotation = promiseAnnotation(said('x', 'a', { source }), pageOf('x'), 'ru');
    expect(annotation).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: pageOf('x'),
      type: 'Annotation',
      motivation: ['highlighting', 'classifying'],
      target: {
        source: 'https://news.example/1',
        selector: [
          { type: 'TextQuoteSelector', exact: 'дорогу сделаем' },
          { type: 'TextPositionSelector', start: 10, end: 24 },
          {
            type: 'RangeSelector',
            refinedBy: { type: 'TextPositionSelector', start: 10, end: 24 },
          },
        ],
        state: {
          type: 'TimeState',
          // In 2020 Almaty kept UTC+6.
          sourceDateStart: '2020-02-01T00:00:00+06:00',
          sourceDateEnd: '2020-02-29T23:59:59+06:00',
          cached: 'https://archive.example/1',
        },
      },
    });
  });
  test('a quote over two blocks has two targets', () => {
    const two = { ...source, selectors: [group('дорогу', 10), group('сделаем', 40)] };
    expect(
      promiseAnnotation(said('x', 'a', { source: two }), pageOf('x'), 'ru').target,
    ).toHaveLength(2);
  });
  test('without selectors the quote alone is the selector, and without a quote the page', () => {
    const quoted = promiseAnnotation(said('x', 'a', { quote: 'сделаем' }), pageOf('x'), 'ru');
    expect(quoted.target).toEqual({
      source: 'https://news.example/1',
      selector: [{ type: 'TextQuoteSelector', exact: 'сделаем' }],
    });
    expect(promiseAnnotation(said('x', 'a'), pageOf('x'), 'ru').target).toEqual({
      source: 'https://news.example/1',
    });
  });
});

describe('iCalendar of due dates', () => {
  const options = {
    lang: 'ru',
    today: '2021-02-01',
    madeAt: '2021-02-01T06:30:00Z',
    name: 'Сроки',
    pageOf,
  } as const;
  const calendar = dueCalendar(INDEX, options);
  const unfolded = calendar.replaceAll(/\r\n[\t ]/g, '');

  test('holds the open promises with a term, on its last day, and no others', () => {
    expect(unfolded.match(/^UID:.*$/gm)).toEqual(['UID:o-open@uade']);
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20210228');
    expect(unfolded).toContain('DTEND;VALUE=DATE:20210301');
  });
  test('escapes its texts and breaks lines with CRLF', () => {
    expect(unfolded).toContain('SUMMARY:Дорога\\; мост\\, школа\\nи сад');
    expect(calendar.split('\r\n').every((line) => !line.includes('\n'))).toBe(true);
  });
  test('takes its stamp from outside, so that one ledger gives one file', () => {
    expect(unfolded).toContain('DTSTAMP:20210201T063000Z');
    expect(dueCalendar(INDEX, options)).toBe(calendar);
  });
  test('without due dates it is an empty calendar', () => {
    const empty = dueCalendar(indexLedger(ledgerOf({})), options);
    expect(empty).toContain('BEGIN:VCALENDAR');
    expect(empty).not.toContain('BEGIN:VEVENT');
  });
});
