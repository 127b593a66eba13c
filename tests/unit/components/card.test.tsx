import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Card } from '@/components/card/card';
import { cardView } from '@/components/card/card-view';
import { promiseView, viewContext } from '@/components/promise-view';
import { GLANCE_LINES, glanceOf } from '@/lib/ledger/glance';
import { indexLedger } from '@/lib/ledger/lookups';
import { personBook } from '@/lib/ledger/person-book';
import type { Lang, Ledger } from '@/lib/ledger/records';
import { starterLedger } from './starter-ledger';

const TODAY = '2026-11-25';
const LEDGER = starterLedger();
const nothing = () => undefined;

interface Asking {
  readonly personId: string;
  readonly date: string | null;
  readonly lang?: Lang;
  readonly pageUrl?: string;
  readonly ledger?: Ledger;
}

function viewOf({ personId, date, lang = 'ru', pageUrl = '', ledger = LEDGER }: Asking) {
  const book = personBook(indexLedger(ledger), personId, { day: date, today: TODAY });
  if (book === null) throw new Error(`${personId} is not in the ledger`);
  const context = viewContext(ledger, lang, (url) => url === pageUrl);
  return cardView(glanceOf(book), { postId: null, date }, context);
}

function markupOf(asking: Asking): string {
  const { lang = 'ru', date } = asking;
  return renderToStaticMarkup(
    <Card
      view={viewOf(asking)}
      lang={lang}
      surface="Галымжана АБДРАИМОВА"
      why={[]}
      dateFrom={date === null ? 'none' : 'jsonLd'}
      ownNotes={[]}
      age={{ text: 'данные на 24 ноября 2026', isOld: false }}
      actions={{
        onClip: nothing,
        onBook: nothing,
        onNotHim: nothing,
        onSwitchOff: nothing,
        onClose: nothing,
      }}
    />,
  );
}

const textOf = (markup: string) => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the card of the starting article', () => {
  const abdraimov = LEDGER.persons.find((one) => one.name.ru?.family === 'Абдраимов')?.id ?? '';

  it('shows what Abdraimov inherited, from a predecessor whom the source does not name', () => {
    const text = textOf(markupOf({ personId: abdraimov, date: '2020-02-07' }));
    expect(text).toContain('аким города Талдыкоргана на 7 февраля 2020');
    expect(text).toContain('дата из статьи');
    expect(text).toContain('Досталось от предшественников');
    expect(text).toContain('Отремонтировать дороги в Талдыкоргане');
    expect(text).toContain('КСК');
    expect(text).toContain('стихийную торговлю');
    expect(text.match(/от предшественника, которого источник не называет/g)).toHaveLength(3);
  });

  it.each([
    ['kk', 'дереккөз атын атамаған алдыңғы басшыдан'],
    ['en', 'from a predecessor whom the source does not name'],
  ] as const)('says so in %s too', (lang, words) => {
    expect(textOf(markupOf({ personId: abdraimov, date: '2020-02-07', lang }))).toContain(words);
  });

  it('claims no inheritance when the date of the article is not known', () => {
    const text = textOf(markupOf({ personId: abdraimov, date: null }));
    expect(text).toContain('Дата статьи не известна');
    expect(text).not.toContain('Досталось от предшественников');
    expect(text).not.toContain('аким города Талдыкоргана');
  });

  it('invites to record where nothing is recorded', () => {
    const omarov = LEDGER.persons.find((one) => one.name.ru?.family === 'Омаров')?.id ?? '';
    const text = textOf(markupOf({ personId: omarov, date: '2020-02-07' }));
    expect(text).toContain('Обещаний не записано');
    expect(text).toContain('«Цитата»');
  });
});

describe('lines of the card', () => {
  it('marks the promise whose source is the page being read', () => {
    const pledge = LEDGER.promises.find((one) => one.personId === 'kassymbek-zhenis');
    const pageUrl = pledge?.source.url ?? '';
    const asking = { personId: 'kassymbek-zhenis', date: '2025-06-01' };
    const here = viewOf({ ...asking, pageUrl }).sections.flatMap((one) => one.lines);
    expect(here.filter((line) => line.saidHere).map((line) => line.pledge.source.url)).toContain(
      pageUrl,
    );
    const elsewhere = viewOf(asking).sections.flatMap((one) => one.lines);
    expect(elsewhere.some((line) => line.saidHere)).toBe(false);
  });

  it('keeps made and inherited apart, each with its own counts', () => {
    const { sections } = viewOf({ personId: 'kassymbek-zhenis', date: '2025-06-01' });
    const totals = new Map(sections.map((section) => [section.kind, section]));
    for (const section of sections) {
      const sum = section.byStatus.reduce((all, [, count]) => all + count, 0);
      expect(sum, section.kind).toBe(section.total);
    }
    expect(totals.has('own')).toBe(true);
  });
});

describe('an office with more promises than a card holds', () => {
  const [one] = LEDGER.promises.filter(({ personId }) => personId === 'kassymbek-zhenis');
  const extra = Array.from({ length: 500 }, (_, n) => ({ ...one, id: `extra-${n}` }));
  const ledger = { ...LEDGER, promises: [...LEDGER.promises, ...extra] } as Ledger;
  const asking = { personId: 'kassymbek-zhenis', date: '2025-06-01', ledger };

  it('shows a few, counts all, and says how many stand in the book', () => {
    const own = viewOf(asking).sections.find(({ kind }) => kind === 'own');
    expect(own?.lines).toHaveLength(GLANCE_LINES);
    expect(own?.total).toBeGreaterThanOrEqual(500);
    expect(textOf(markupOf(asking))).toContain(`ещё ${(own?.total ?? 0) - GLANCE_LINES} в книге`);
  });

  it('has no such words where the card holds them all', () => {
    expect(textOf(markupOf({ ...asking, ledger: LEDGER }))).not.toContain('в книге');
  });
});

describe('sources', () => {
  const withSource = (url: string): Ledger => ({
    ...LEDGER,
    promises: LEDGER.promises.map((one) => ({ ...one, source: { ...one.source, url } })),
  });
  const asking = { personId: 'kassymbek-zhenis', date: '2025-06-01' };

  it('are links only when https, and tell the page nothing', () => {
    const markup = markupOf({ ...asking, ledger: withSource('https://www.nur.kz/1') });
    expect(markup).toContain('rel="noopener noreferrer"');
    expect(markup).toContain('href="https://www.nur.kz/1"');
    expect(textOf(markup)).toContain('nur.kz');
  });

  it.each(['http://nur.kz/1', 'javascript:alert(1)', 'data:text/html,x', 'no address'])(
    '%s is no link',
    (url) => {
      const markup = markupOf({ ...asking, ledger: withSource(url) });
      expect(markup).not.toContain(`href="${url}"`);
    },
  );

  it('shows the host of an http source as text', () => {
    const text = textOf(markupOf({ ...asking, ledger: withSource('http://www.nur.kz/1') }));
    expect(text).toContain('nur.kz');
  });
});

describe('hostile words', () => {
  it('stay text and are isolated', () => {
    const evil = '<img src=x onerror=alert(1)>\u202eabc';
    const ledger = {
      ...LEDGER,
      promises: LEDGER.promises.map((one) => ({ ...one, text: { ru: evil } })),
    };
    const markup = markupOf({ personId: 'kassymbek-zhenis', date: '2025-06-01', ledger });
    expect(markup).not.toContain('<img');
    expect(markup).toMatch(/<bdi[^>]*>&lt;img/);
  });
});

describe('how many hands a promise went through', () => {
  it('counts the known holders between the one who said it and the one of the day', () => {
    const index = indexLedger(LEDGER);
    const book = personBook(index, 'kassymbek-zhenis', { day: '2025-06-01', today: TODAY });
    const entry = book?.inherited.find((one) => one.promise.id === 'kz-p46');
    if (entry === undefined) throw new Error('kz-p46 is not inherited');
    const view = promiseView(
      entry,
      viewContext(LEDGER, 'ru', () => false),
      true,
    );
    // Dzhaksybekov said it; Issekeshev, Sultanov and Kulginov held the office before Kassymbek.
    expect(view.passedThrough).toBe(3);
  });
});

describe('a copy or aggregator', () => {
  const markup = markupOf({ personId: 'kassymbek-zhenis', date: '2025-03-01' });
  const copies = LEDGER.weakSources.map(({ host }) => host);

  it('is named as unconfirmed, and never linked', () => {
    expect(markup).toContain('th-1-lt-hid-nocdn.izirocks.org');
    expect(markup).toContain('не подтверждено');
    expect(copies.filter((host) => markup.includes(`href="https://${host}`))).toEqual([]);
  });

  it('stands beside sources that are linked', () => {
    expect(markup).toContain('href="https://');
  });
});
