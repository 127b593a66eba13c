import type { ReactNode } from 'react';
import { LedgerNote } from '@/components/ledger/ledger-frame';
import type { LedgerRoute } from '@/components/ledger/links';
import { OfficePage } from '@/components/ledger/office-page';
import { entriesOf } from '@/components/ledger/office-scale';
import { PersonPage } from '@/components/ledger/person-page';
import { PromisePage } from '@/components/ledger/promise-page';
import { viewContext } from '@/components/promise-view';
import { nameIn, textIn } from '@/components/text';
import { indexLedger } from '@/lib/ledger/lookups';
import { personBook } from '@/lib/ledger/person-book';
import { postBook } from '@/lib/ledger/post-book';
import type { Day, Lang, Ledger } from '@/lib/ledger/records';
import { repeatChain } from '@/lib/ledger/repeats';
import type { CacheReader } from '@/lib/storage/cache';

/** A page of the ledger, with the title of its tab. */
export interface LedgerPage {
  readonly title: string | null;
  readonly content: ReactNode;
}

const onNoPage = () => false;
const notFound = (lang: Lang): LedgerPage => ({
  title: null,
  content: <LedgerNote lang={lang} kind="notFound" />,
});

function officePage(ledger: Ledger, id: string, today: Day, lang: Lang): LedgerPage {
  const book = postBook(indexLedger(ledger), id, { day: today, today });
  if (book === null) return notFound(lang);
  const context = viewContext(ledger, lang, onNoPage);
  return {
    title: textIn(book.post.label, lang).text,
    content: <OfficePage book={book} context={context} />,
  };
}

function personPage(ledger: Ledger, id: string, today: Day, lang: Lang): LedgerPage {
  const book = personBook(indexLedger(ledger), id, { day: today, today });
  if (book === null) return notFound(lang);
  const context = viewContext(ledger, lang, onNoPage);
  return {
    title: nameIn(book.person, lang),
    content: <PersonPage book={book} context={context} />,
  };
}

function promisePage(ledger: Ledger, id: string, today: Day, lang: Lang): LedgerPage {
  const index = indexLedger(ledger);
  const promise = ledger.promises.find((one) => one.id === id);
  const book =
    promise === undefined ? null : postBook(index, promise.postId, { day: today, today });
  const entry = book === null ? undefined : entriesOf(book).find((one) => one.promise.id === id);
  if (book === null || entry === undefined) return notFound(lang);
  const events = ledger.statusEvents
    .filter((event) => event.promiseId === id)
    .sort((a, b) => (a.on + a.recordedAt < b.on + b.recordedAt ? -1 : 1));
  const checks = ledger.sourceChecks
    .filter((check) => check.promiseId === id)
    .sort((a, b) => (a.checkedOn < b.checkedOn ? -1 : 1));
  return {
    title: textIn(entry.promise.text, lang).text,
    content: (
      <PromisePage
        entry={entry}
        post={book.post}
        events={events}
        chain={repeatChain(index, entry.promise)}
        check={checks.at(-1) ?? null}
        context={viewContext(ledger, lang, onNoPage)}
      />
    ),
  };
}

/** Reads what an address names from the cache, and makes its page. */
export async function pageFor(
  route: LedgerRoute | null,
  cache: CacheReader,
  today: Day,
  lang: Lang,
): Promise<LedgerPage> {
  switch (route?.kind) {
    case undefined:
      return { title: null, content: <LedgerNote lang={lang} kind="home" /> };
    case 'post':
      return officePage(await cache.ledgerForPost(route.id), route.id, today, lang);
    case 'person':
      return personPage(await cache.ledgerForPerson(route.id), route.id, today, lang);
    case 'promise':
      return promisePage(await cache.ledgerForPromise(route.id), route.id, today, lang);
  }
}
