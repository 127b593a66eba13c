import { renderToStaticMarkup } from 'react-dom/server';
import { Card } from '@/components/card/card';
import { cardView } from '@/components/card/card-view';
import { AreaPage } from '@/components/ledger/area-page';
import { areaSteps } from '@/components/ledger/area-promises';
import { AskPage } from '@/components/ledger/ask-page';
import { OfficePage } from '@/components/ledger/office-page';
import { officeSteps } from '@/components/ledger/office-promises';
import { entriesOf } from '@/components/ledger/office-scale';
import { PersonPage } from '@/components/ledger/person-page';
import { PromisePage } from '@/components/ledger/promise-page';
import { SheetPage } from '@/components/ledger/sheet-page';
import { viewContext } from '@/components/promise-view';
import { dueCalendar } from '@/lib/formats/calendar';
import { claimReviews } from '@/lib/formats/claim-review';
import { exportPopolo } from '@/lib/formats/popolo-export';
import { promiseTable } from '@/lib/formats/promise-table';
import { promiseAnnotation } from '@/lib/formats/web-annotation';
import { strings } from '@/lib/language/ui';
import { areaBook } from '@/lib/ledger/area-book';
import { indexLedger } from '@/lib/ledger/lookups';
import { personBook } from '@/lib/ledger/person-book';
import { postBook } from '@/lib/ledger/post-book';
import type { Ledger } from '@/lib/ledger/records';
import { repeatChain } from '@/lib/ledger/repeats';
import { atOnce } from '@/lib/ledger/steps';
import { render } from '@/tracker/pages/render';
import type { Site } from '@/tracker/pages/site';

const TODAY = '2026-11-25';
const PUBLISHER = { name: 'tracker', url: 'https://tracker.example' };
const nothing = () => undefined;

function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('the small ledger lost a part');
  return value;
}

/** Every page and the card of the extension over the small ledger, as markup. */
export function extensionMarkup(ledger: Ledger): string {
  const index = indexLedger(ledger);
  const days = { day: TODAY, today: TODAY };
  const context = viewContext(ledger, 'ru', () => false);
  const [thePost, thePerson, theArea] = [ledger.posts, ledger.persons, ledger.areas].map((list) =>
    present(list[0]),
  ) as [Ledger['posts'][0], Ledger['persons'][0], Ledger['areas'][0]];
  const book = present(postBook(index, thePost.id, days));
  const ofPerson = present(personBook(index, thePerson.id, days));
  const ofArea = present(areaBook(index, theArea.id, days));
  const entry = present(entriesOf(book)[0]);
  const actions = {
    onClip: nothing,
    onBook: nothing,
    onNotHim: nothing,
    onSwitchOff: nothing,
    onClose: nothing,
  };
  const surface = thePost.label.ru ?? '';
  const pages = [
    <Card
      key="card"
      view={cardView(ofPerson, { postId: null, date: TODAY }, context)}
      lang="ru"
      surface={surface}
      why={[]}
      dateFrom="jsonLd"
      ownNotes={[]}
      age={{ text: '', isOld: false }}
      actions={actions}
    />,
    <OfficePage key="office" {...atOnce(officeSteps(book))} context={context} tools={null} />,
    <SheetPage key="sheet" book={book} context={context} onPrint={nothing} />,
    <PersonPage key="person" book={ofPerson} context={context} tools={null} />,
    <PromisePage
      key="promise"
      entry={entry}
      post={book.post}
      events={ledger.statusEvents}
      chain={repeatChain(index, entry.promise)}
      check={null}
      context={context}
      tools={null}
    />,
    <AskPage
      key="ask"
      entry={entry}
      post={book.post}
      today={TODAY}
      context={context}
      onCopy={async () => undefined}
      onPrint={nothing}
      onAnswer={nothing}
    />,
    <AreaPage
      key="area"
      book={ofArea}
      parents={[]}
      promises={atOnce(areaSteps(index, ofArea))}
      context={context}
      tools={null}
    />,
  ];
  return pages.map((page) => renderToStaticMarkup(page)).join('\n');
}

/** Every page and feed of the tracker's site over the small ledger. */
export function trackerMarkup(ledger: Ledger): string {
  const site: Site = {
    index: indexLedger(ledger),
    dataset: 'kz',
    lang: 'ru',
    words: strings('ru'),
    today: TODAY,
    base: 'https://tracker.example',
  };
  const pages: readonly (readonly [string, string | undefined])[] = [
    ['', ''],
    ['office', ledger.posts[0]?.id],
    ['office', `${ledger.posts[0]?.id}.xml`],
    ['person', ledger.persons[0]?.id],
    ['area', ledger.areas[0]?.id],
    ['promise', ledger.promises[0]?.id],
  ];
  return pages.map(([kind, id]) => present(render(site, kind, id ?? '')).text).join('\n');
}

/** The exports that are JSON, after they were written and read again; and the two that are lines of text. */
export function exportsOf(ledger: Ledger) {
  const index = indexLedger(ledger);
  const pageOf = (id: string) => `https://tracker.example/${encodeURIComponent(id)}`;
  const options = { lang: 'ru', today: TODAY, bom: false } as const;
  const json: unknown[] = [
    exportPopolo(ledger, 'ru').file,
    claimReviews(index, { lang: 'ru', today: TODAY, pageOf, publisher: PUBLISHER }),
    ...ledger.promises.map((promise) => promiseAnnotation(promise, pageOf(promise.id), 'ru')),
  ];
  return {
    json: json.map((value): unknown => JSON.parse(JSON.stringify(value))),
    csv: promiseTable(index, options),
    ics: dueCalendar(index, {
      lang: 'ru',
      today: TODAY,
      madeAt: '2026-11-25T00:00:00Z',
      name: ledger.posts[0]?.label.ru ?? '',
      pageOf,
    }),
  };
}
