import { useCallback, useRef, useState } from 'react';
import { LedgerNote } from '@/components/ledger/ledger-frame';
import { entriesOf } from '@/components/ledger/office-scale';
import { type PromiseRecord, ReviewRecord } from '@/components/review/review-record';
import { textIn } from '@/components/text';
import { strings } from '@/lib/language/ui';
import type { BookEntry } from '@/lib/ledger/books';
import { indexLedger } from '@/lib/ledger/lookups';
import { postBook } from '@/lib/ledger/post-book';
import type { Stance, StatusEvent } from '@/lib/ledger/records';
import { backToList, newRecordId, problemOf, useRead } from '../own-page/editor';
import type { ReviewDesk } from './desk';

interface Subject {
  readonly dataset: string;
  readonly entry: BookEntry;
  /** The membership of the present holder who inherited it; null: nobody did. */
  readonly heirId: string | null;
  readonly events: readonly StatusEvent[];
  readonly stances: readonly Stance[];
}

async function readSubject(id: string, { cache, today }: ReviewDesk): Promise<Subject | null> {
  const [ledger, state] = await Promise.all([cache.ledgerForPromise(id), cache.syncState()]);
  const index = indexLedger(ledger);
  const promise = index.promises.get(id);
  if (promise === undefined || state.cursor === null) return null;
  const book = postBook(index, promise.postId, { day: today, today });
  const entry = book === null ? undefined : entriesOf(book).find((one) => one.promise.id === id);
  if (entry === undefined) return null;
  const last = entry.hands.at(-1);
  return {
    dataset: state.cursor.dataset,
    entry,
    heirId: last === undefined || last.by === 'said' ? null : last.span.membershipId,
    events: ledger.statusEvents.filter((one) => one.promiseId === id),
    stances: ledger.stances.filter((one) => one.promiseId === id),
  };
}

const ids = (records: readonly { readonly id: string }[]) => records.map((one) => one.id);

/** What a record gets when it is made; the same at every further try, so that a lost answer doubles nothing. */
interface Made {
  readonly id: string;
  readonly at: string;
}

/** Sends what was filled in as a record of its own: earlier ones stay, as the ledger's rules ask. */
function save(
  record: PromiseRecord,
  made: Made,
  subject: Subject,
  { lang, editor }: Pick<ReviewDesk, 'lang' | 'editor'>,
) {
  const { dataset, entry, heirId, events, stances } = subject;
  const { on, sourceUrl, note } = record;
  const shared = {
    id: made.id,
    promiseId: entry.promise.id,
    on,
    sources: [{ url: sourceUrl }],
  };
  if (record.kind === 'stance' && heirId !== null) {
    const stance: Stance = { ...shared, membershipId: heirId, stance: record.stance };
    return editor.add({ dataset, kind: 'stance', record: stance, seen: ids(stances) });
  }
  if (record.kind === 'stance') throw new Error('nobody inherited this promise');
  const event: StatusEvent = {
    ...shared,
    status: record.status,
    ...(note !== '' && { note: { [lang]: note } }),
    recordedAt: made.at,
  };
  return editor.add({ dataset, kind: 'statusEvent', record: event, seen: ids(events) });
}

/** The room in which the state of a promise, or the word of a successor, is recorded. */
export function ReviewRecordRoom({ id, desk }: { readonly id: string; readonly desk: ReviewDesk }) {
  const { lang, editor } = desk;
  const words = strings(lang);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const made = useRef<Made | null>(null);
  const read = useCallback(() => readSubject(id, desk), [id, desk]);
  const [subject] = useRead(read);
  if (typeof subject === 'string') return <LedgerNote lang={lang} kind={subject} />;
  if (subject === null) return <LedgerNote lang={lang} kind="notFound" />;
  const onSave = async (record: PromiseRecord) => {
    setBusy(true);
    made.current ??= { id: newRecordId(), at: new Date().toISOString() };
    const saved = await save(record, made.current, subject, { lang, editor });
    setBusy(false);
    setProblem(problemOf(saved, words));
    if (saved.kind === 'done') backToList(words.review.done[saved.value.state ?? 'saved']);
  };
  return (
    <ReviewRecord
      lang={lang}
      promiseId={id}
      text={textIn(subject.entry.promise.text, lang).text}
      status={subject.entry.status.status}
      canHaveStance={subject.heirId !== null}
      problem={problem}
      isBusy={isBusy}
      onSave={(record) => void onSave(record)}
    />
  );
}
