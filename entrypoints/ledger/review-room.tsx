import { useCallback, useMemo, useState } from 'react';
import { LedgerNote } from '@/components/ledger/ledger-frame';
import { ReviewClosed, ReviewList, type SecondRow } from '@/components/review/review-list';
import { strings } from '@/lib/language/ui';
import { areaBookSteps } from '@/lib/ledger/area-book';
import type { PostBook } from '@/lib/ledger/books';
import { indexSteps } from '@/lib/ledger/lookups';
import type { Day, SourceCheck } from '@/lib/ledger/records';
import { each } from '@/lib/ledger/steps';
import { postsInside } from '@/lib/ledger/thesis';
import { type WorkList, workSteps } from '@/lib/ledger/work-list';
import { allInSlices } from '@/lib/page/slices';
import type { CacheReader } from '@/lib/storage/cache';
import type { Proposal } from '@/lib/wire/review';
import { problemOf, takeDone, useEditor, useRead } from '../own-page/editor';
import type { LedgerDesk, ReviewDesk } from './desk';
import { ReviewClipRoom } from './review-clip-room';
import { ReviewHolderRoom } from './review-holder-room';
import { ReviewRecordRoom } from './review-record-room';
import { ReviewSecondRoom } from './review-second-room';

/** The rooms of an editor: the list, a clip, what is known of a promise, a new holder, another's verdict. */
export type ReviewKind = 'review' | 'decide' | 'record' | 'holder' | 'confirm';

async function workOf(cache: CacheReader, today: Day): Promise<WorkList> {
  const posts: PostBook[] = [];
  const checks: SourceCheck[] = [];
  for (const area of await cache.rootAreas()) {
    const ledger = await cache.ledgerForArea(area.id);
    const index = await allInSlices(indexSteps(ledger));
    const book = await allInSlices(areaBookSteps(index, area.id, { day: today, today }));
    // One by one: as arguments of one call a hundred thousand are more than a stack holds.
    await allInSlices(each(book === null ? [] : postsInside(book), (post) => posts.push(post)));
    await allInSlices(each(ledger.sourceChecks, (check) => checks.push(check)));
  }
  return allInSlices(workSteps(posts, checks));
}

async function secondRow({ record, at }: Proposal, cache: CacheReader): Promise<SecondRow> {
  const { promises } = await cache.ledgerForPromise(record.promiseId);
  const promise = promises.find(({ id }) => id === record.promiseId);
  return { id: record.id, text: promise?.text ?? null, status: record.status, at };
}

function ListRoom({ lang, cache, today, editor }: ReviewDesk) {
  const words = strings(lang);
  const [note] = useState(takeDone);
  const read = useCallback(async () => {
    const [queue, proposals] = await Promise.all([editor.queue(), editor.proposals()]);
    const waiting = proposals.kind === 'done' ? proposals.value : [];
    const seconds = await Promise.all(waiting.map((one) => secondRow(one, cache)));
    return { queue, proposals, seconds, work: await workOf(cache, today) };
  }, [editor, cache, today]);
  const [found, again] = useRead(read);
  if (found === 'loading') return <output className="soft">{words.review.loading}</output>;
  if (found === 'failed') return <LedgerNote lang={lang} kind="failed" />;
  const { queue, proposals, seconds, work } = found;
  return (
    <ReviewList
      lang={lang}
      queue={
        queue.kind === 'done'
          ? queue.value.map(({ id, receivedOn, body }) => ({ id, receivedOn, text: body.text }))
          : null
      }
      seconds={seconds}
      problem={problemOf(queue, words) ?? problemOf(proposals, words)}
      note={note}
      work={work}
      onAgain={again}
    />
  );
}

/** The rooms of an editor; who has no token is told where to enter it. */
export function ReviewRoom(props: {
  readonly kind: ReviewKind;
  /** Of a clip, a promise or an office; the list has none. */
  readonly id: string;
  readonly desk: LedgerDesk;
}) {
  const { kind, id, desk } = props;
  const editor = useEditor();
  // The same desk until it changes: what is read with it is read anew with another one.
  const room = useMemo(
    () => (typeof editor === 'string' ? null : { ...desk, editor }),
    [desk, editor],
  );
  if (editor === 'loading') return <LedgerNote lang={desk.lang} kind="loading" />;
  if (room === null) return <ReviewClosed lang={desk.lang} optionsHref="/options.html#review" />;
  switch (kind) {
    case 'decide':
      return <ReviewClipRoom key={id} id={id} desk={room} />;
    case 'record':
      return <ReviewRecordRoom key={id} id={id} desk={room} />;
    case 'holder':
      return <ReviewHolderRoom key={id} id={id} desk={room} />;
    case 'confirm':
      return <ReviewSecondRoom key={id} id={id} desk={room} />;
    case 'review':
      return <ListRoom {...room} />;
  }
}
