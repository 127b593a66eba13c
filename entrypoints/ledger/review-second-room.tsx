import { useCallback, useState } from 'react';
import { LedgerNote } from '@/components/ledger/ledger-frame';
import { ReviewSecond, type ReviewSecondProps } from '@/components/review/review-second';
import { textIn } from '@/components/text';
import { strings } from '@/lib/language/ui';
import { statusOn, validEvents } from '@/lib/ledger/statuses';
import type { SecondWord } from '@/lib/sync/review-requests';
import type { Proposal } from '@/lib/wire/review';
import { backToList, problemOf, useRead } from '../own-page/editor';
import type { ReviewDesk } from './desk';
import { ReviewGone } from './review-gone';

async function promiseOf(
  { record }: Proposal,
  { cache, today, lang }: ReviewDesk,
): Promise<ReviewSecondProps['promise']> {
  const ledger = await cache.ledgerForPromise(record.promiseId);
  const promise = ledger.promises.find(({ id }) => id === record.promiseId);
  if (promise === undefined) return null;
  const events = ledger.statusEvents.filter(({ promiseId }) => promiseId === promise.id);
  const { status } = statusOn(validEvents(events), today);
  return { text: textIn(promise.text, lang).text, status };
}

function Settling(props: {
  readonly proposal: Proposal;
  readonly promise: ReviewSecondProps['promise'];
  readonly desk: ReviewDesk;
}) {
  const { proposal, promise, desk } = props;
  const { lang, editor } = desk;
  const words = strings(lang);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const settle = async (word: SecondWord) => {
    setBusy(true);
    const said = problemOf(await editor.settle(proposal, word), words);
    setBusy(false);
    setProblem(said);
    if (said === null) backToList(words.review.done[word.kind]);
  };
  return (
    <ReviewSecond
      lang={lang}
      proposal={proposal}
      promise={promise}
      problem={problem}
      isBusy={isBusy}
      onConfirm={() => void settle({ kind: 'confirm' })}
      onRefuse={(reason) => void settle({ kind: 'refuse', reason })}
    />
  );
}

/** The room in which a second editor confirms a verdict. */
export function ReviewSecondRoom({ id, desk }: { readonly id: string; readonly desk: ReviewDesk }) {
  const { lang, editor } = desk;
  const words = strings(lang);
  const read = useCallback(async () => {
    const waiting = await editor.proposals();
    const proposal =
      waiting.kind === 'done' ? waiting.value.find(({ record }) => record.id === id) : undefined;
    return proposal === undefined
      ? { problem: problemOf(waiting, words) ?? words.review.second.gone }
      : { proposal, promise: await promiseOf(proposal, desk) };
  }, [id, desk, editor, words]);
  const [found] = useRead(read);
  if (found === 'loading') return <output className="soft">{words.review.loading}</output>;
  if (found === 'failed') return <LedgerNote lang={lang} kind="failed" />;
  if ('problem' in found) {
    return <ReviewGone lang={lang} title={words.review.second.title} problem={found.problem} />;
  }
  return <Settling proposal={found.proposal} promise={found.promise} desk={desk} />;
}
