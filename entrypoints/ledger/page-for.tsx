import { lazy, type ReactNode, Suspense } from 'react';
import { AreaPage } from '@/components/ledger/area-page';
import { areaSteps } from '@/components/ledger/area-promises';
import { AskPage } from '@/components/ledger/ask-page';
import { LedgerNote } from '@/components/ledger/ledger-frame';
import {
  askHref,
  holderHref,
  type LedgerRoute,
  recordHref,
  sheetHref,
} from '@/components/ledger/links';
import { OfficePage } from '@/components/ledger/office-page';
import { officeSteps } from '@/components/ledger/office-promises';
import { PersonPage } from '@/components/ledger/person-page';
import { PromisePage } from '@/components/ledger/promise-page';
import { SheetPage } from '@/components/ledger/sheet-page';
import { viewContext } from '@/components/promise-view';
import { nameIn, textIn } from '@/components/text';
import { strings } from '@/lib/language/ui';
import { areaBookSteps } from '@/lib/ledger/area-book';
import type { BookEntry, PersonBook, PostBook } from '@/lib/ledger/books';
import { areaWithParents, indexSteps, type LedgerIndex } from '@/lib/ledger/lookups';
import { personBookSteps } from '@/lib/ledger/person-book';
import { postBookSteps } from '@/lib/ledger/post-book';
import type { Area, Lang, Ledger } from '@/lib/ledger/records';
import { repeatChain } from '@/lib/ledger/repeats';
import { each } from '@/lib/ledger/steps';
import { allInSlices } from '@/lib/page/slices';
import { newAnswer } from './answer-clip';
import type { LedgerDesk } from './desk';
import { EditorTool } from './editor-tool';
import type { Shown } from './export';
import { FollowTool } from './follow-tool';
import { PageTools } from './page-tools';
import type { ReviewKind } from './review-room';

// Rooms that few visits enter, and the dialogs' library with them, are loaded when one does.
const ClipsRoom = lazy(async () => ({ default: (await import('./clips-room')).ClipsRoom }));
const ReviewRoom = lazy(async () => ({ default: (await import('./review-room')).ReviewRoom }));

/** A page of the ledger, with the title of its tab. */
export interface LedgerPage {
  readonly title: string | null;
  readonly content: ReactNode;
  /** It has a button for printing itself. */
  readonly hasPrint?: true;
}

const onNoPage = () => false;
const notFound = (lang: Lang): LedgerPage => ({
  title: null,
  content: <LedgerNote lang={lang} kind="notFound" />,
});

async function idsOf(entries: readonly BookEntry[]): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  await allInSlices(each(entries, ({ promise }) => ids.add(promise.id)));
  return ids;
}

async function shownOf(
  ledger: Ledger,
  entries: readonly BookEntry[],
  name: string,
  desk: LedgerDesk,
): Promise<Shown> {
  return { ledger, promiseIds: await idsOf(entries), lang: desk.lang, today: desk.today, name };
}

// An office may have a hundred thousand promises: the page that opens it stays usable meanwhile.
const indexOf = (ledger: Ledger) => allInSlices(indexSteps(ledger));

function bookOfPost(
  index: LedgerIndex,
  id: string,
  { today }: LedgerDesk,
): Promise<PostBook | null> {
  return allInSlices(postBookSteps(index, id, { day: today, today }));
}

async function officePage(ledger: Ledger, id: string, desk: LedgerDesk): Promise<LedgerPage> {
  const { lang } = desk;
  const book = await bookOfPost(await indexOf(ledger), id, desk);
  if (book === null) return notFound(lang);
  const context = viewContext(ledger, lang, onNoPage);
  const title = textIn(book.post.label, lang).text;
  const promises = await allInSlices(officeSteps(book));
  const tools = (
    <PageTools
      shown={await shownOf(ledger, promises.entries, title, desk)}
      kind="office"
      id={id}
      title={title}
      main={{ href: sheetHref(id), label: (words) => words.pages.sheet.open }}
      picture={{ kind: 'office', book, persons: context.persons }}
    >
      <FollowTool {...desk} kind="post" id={id} />
      <EditorTool lang={lang} href={holderHref(id)} label={(words) => words.review.holder.title} />
    </PageTools>
  );
  const content = <OfficePage {...promises} context={context} tools={tools} />;
  return { title, content };
}

async function sheetPage(ledger: Ledger, id: string, desk: LedgerDesk): Promise<LedgerPage> {
  const { lang } = desk;
  const book = await bookOfPost(await indexOf(ledger), id, desk);
  if (book === null) return notFound(lang);
  return {
    title: `${textIn(book.post.label, lang).text} · ${strings(lang).pages.sheet.open}`,
    content: (
      <SheetPage
        book={book}
        context={viewContext(ledger, lang, onNoPage)}
        onPrint={() => print()}
      />
    ),
    hasPrint: true,
  };
}

function entriesOfPerson(book: PersonBook): readonly BookEntry[] {
  const { made, inherited, left, closed, outside, unclear } = book;
  return [...made, ...inherited, ...left, ...closed, ...outside, ...unclear];
}

async function personPage(ledger: Ledger, id: string, desk: LedgerDesk): Promise<LedgerPage> {
  const { lang, today } = desk;
  const index = await indexOf(ledger);
  const book = await allInSlices(personBookSteps(index, id, { day: today, today }));
  if (book === null) return notFound(lang);
  const context = viewContext(ledger, lang, onNoPage);
  const title = nameIn(book.person, lang);
  const shown = await shownOf(ledger, entriesOfPerson(book), title, desk);
  const tools = <PageTools shown={shown} kind="person" id={id} title={title} />;
  return { title, content: <PersonPage book={book} context={context} tools={tools} /> };
}

interface FoundPromise {
  readonly index: LedgerIndex;
  readonly book: PostBook;
  readonly entry: BookEntry;
}

async function findPromise(
  ledger: Ledger,
  id: string,
  desk: LedgerDesk,
): Promise<FoundPromise | null> {
  const index = await indexOf(ledger);
  const promise = index.promises.get(id);
  const book = promise === undefined ? null : await bookOfPost(index, promise.postId, desk);
  const lists = book === null ? [] : [book.open, book.closed, book.outside, book.moved];
  const entry = lists.flatMap((list) => list.find(({ promise: one }) => one.id === id) ?? [])[0];
  return book === null || entry === undefined ? null : { index, book, entry };
}

async function promisePage(ledger: Ledger, id: string, desk: LedgerDesk): Promise<LedgerPage> {
  const { lang, today } = desk;
  const found = await findPromise(ledger, id, desk);
  if (found === null) return notFound(lang);
  const { index, book, entry } = found;
  const events = ledger.statusEvents
    .filter((event) => event.promiseId === id)
    .sort((a, b) => (a.on + a.recordedAt < b.on + b.recordedAt ? -1 : 1));
  const checks = ledger.sourceChecks
    .filter((check) => check.promiseId === id)
    .sort((a, b) => (a.checkedOn < b.checkedOn ? -1 : 1));
  const context = viewContext(ledger, lang, onNoPage);
  const title = textIn(entry.promise.text, lang).text;
  const office = textIn(book.post.label, lang).text;
  const tools = (
    <PageTools
      shown={await shownOf(ledger, [entry], title, desk)}
      kind="promise"
      id={id}
      title={title}
      main={{ href: askHref(id), label: (words) => words.pages.ask.open }}
      picture={{ kind: 'promise', entry, office, persons: context.persons, today }}
    >
      <FollowTool {...desk} kind="promise" id={id} />
      <EditorTool lang={lang} href={recordHref(id)} label={(words) => words.review.record.title} />
    </PageTools>
  );
  const content = (
    <PromisePage
      entry={entry}
      post={book.post}
      events={events}
      chain={repeatChain(index, entry.promise)}
      check={checks.at(-1) ?? null}
      context={context}
      tools={tools}
    />
  );
  return { title, content };
}

async function askPage(ledger: Ledger, id: string, desk: LedgerDesk): Promise<LedgerPage> {
  const { lang, today, clips } = desk;
  const found = await findPromise(ledger, id, desk);
  if (found === null) return notFound(lang);
  const { entry, book } = found;
  return {
    title: strings(lang).pages.ask.title,
    content: (
      <AskPage
        entry={entry}
        post={book.post}
        today={today}
        context={viewContext(ledger, lang, onNoPage)}
        onCopy={(text) => navigator.clipboard.writeText(text)}
        onPrint={() => print()}
        onAnswer={() => newAnswer(entry, desk, clips)}
      />
    ),
    hasPrint: true,
  };
}

async function areaPage(ledger: Ledger, id: string, desk: LedgerDesk): Promise<LedgerPage> {
  const { lang, today } = desk;
  const index = await indexOf(ledger);
  const book = await allInSlices(areaBookSteps(index, id, { day: today, today }));
  if (book === null) return notFound(lang);
  const promises = await allInSlices(areaSteps(index, book));
  const title = textIn(book.area.name, lang).text;
  const shown = await shownOf(ledger, promises.entries, title, desk);
  const parents = areaWithParents(index, id)
    .slice(1)
    .flatMap((parent): Area[] => {
      const area = index.areas.get(parent);
      return area === undefined ? [] : [area];
    });
  return {
    title,
    content: (
      <AreaPage
        book={book}
        parents={parents}
        promises={promises}
        context={viewContext(ledger, lang, onNoPage)}
        tools={
          <PageTools shown={shown} kind="area" id={id} title={title}>
            <FollowTool {...desk} kind="area" id={id} />
          </PageTools>
        }
      />
    ),
  };
}

/** The front page: the country, where the ledger has one. */
async function homePage(desk: LedgerDesk): Promise<LedgerPage> {
  const { cache, lang } = desk;
  const home: LedgerPage = { title: null, content: <LedgerNote lang={lang} kind="home" /> };
  const roots = await cache.rootAreas();
  const [country] = roots.filter(({ classification }) => classification === 'country');
  if (country === undefined) return home;
  const ledger = await cache.ledgerForArea(country.id);
  return { ...(await areaPage(ledger, country.id, desk)), title: null };
}

/** A page whose room is loaded when somebody enters it. */
function roomPage(title: string, lang: Lang, room: ReactNode): LedgerPage {
  const waiting = <LedgerNote lang={lang} kind="loading" />;
  return { title, content: <Suspense fallback={waiting}>{room}</Suspense> };
}

function reviewPage(kind: ReviewKind, id: string, desk: LedgerDesk): LedgerPage {
  const { title } = strings(desk.lang).review;
  return roomPage(title, desk.lang, <ReviewRoom kind={kind} id={id} desk={desk} />);
}

function clipsPage({ lang, clips }: LedgerDesk): LedgerPage {
  return roomPage(strings(lang).pages.clips.title, lang, <ClipsRoom lang={lang} clips={clips} />);
}

type MakePage = (id: string, desk: LedgerDesk) => LedgerPage | Promise<LedgerPage>;

const PAGES: Record<LedgerRoute['kind'], MakePage> = {
  post: async (id, desk) => officePage(await desk.cache.ledgerForPost(id), id, desk),
  sheet: async (id, desk) => sheetPage(await desk.cache.ledgerForPost(id), id, desk),
  person: async (id, desk) => personPage(await desk.cache.ledgerForPerson(id), id, desk),
  promise: async (id, desk) => promisePage(await desk.cache.ledgerForPromise(id), id, desk),
  ask: async (id, desk) => askPage(await desk.cache.ledgerForPromise(id), id, desk),
  area: async (id, desk) => areaPage(await desk.cache.ledgerForArea(id), id, desk),
  clips: (_id, desk) => clipsPage(desk),
  review: (id, desk) => reviewPage('review', id, desk),
  decide: (id, desk) => reviewPage('decide', id, desk),
  record: (id, desk) => reviewPage('record', id, desk),
  holder: (id, desk) => reviewPage('holder', id, desk),
  confirm: (id, desk) => reviewPage('confirm', id, desk),
};

/** Reads what an address names from the cache, and makes its page. */
export async function pageFor(route: LedgerRoute | null, desk: LedgerDesk): Promise<LedgerPage> {
  return route === null ? homePage(desk) : PAGES[route.kind](route.id, desk);
}
