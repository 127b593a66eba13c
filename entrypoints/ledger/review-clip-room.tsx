import { useCallback, useMemo, useState } from 'react';
import type { ChainRow } from '@/components/chain-lines';
import {
  type ClipFields,
  type ClippedPage,
  isSourceAddress,
  type SpeakerChoice,
} from '@/components/clip/clip-fields';
import { LedgerNote } from '@/components/ledger/ledger-frame';
import { entriesOf } from '@/components/ledger/office-scale';
import { type ClipDecision, ReviewClip } from '@/components/review/review-clip';
import { textIn } from '@/components/text';
import { strings } from '@/lib/language/ui';
import type { BookEntry } from '@/lib/ledger/books';
import { indexLedger } from '@/lib/ledger/lookups';
import { postBook } from '@/lib/ledger/post-book';
import type { Pledge, Source } from '@/lib/ledger/records';
import { siteOf } from '@/lib/messaging/settings';
import type { Decision } from '@/lib/sync/review-requests';
import type { ClipSource } from '@/lib/wire/clips';
import type { QueuedClip } from '@/lib/wire/review';
import { useSpeakerChoices, useSpeakerNames } from '../clip/speaker';
import { speechNoteOf, useRepeats } from '../clip/suggest';
import { backToList, problemOf, useRead } from '../own-page/editor';
import type { ReviewDesk } from './desk';
import { ReviewGone } from './review-gone';

function fieldsOf({ body }: QueuedClip): ClipFields {
  const { v: _, textDigest: __, retrievedAt: ___, source: ____, ...draft } = body;
  return {
    ...draft,
    text: body.text[body.lang] ?? '',
    quote: body.quote ?? '',
    sourceUrl: '',
    archivedUrl: body.source?.archivedUrl ?? '',
    isWitness: false,
  };
}

function pageOf(source: ClipSource | null): ClippedPage | null {
  return source === null ? null : { ...source, publishedOn: source.publishedOn ?? null };
}

/** The source as the form has it: the clip's own with its copy in an archive, else the address that was typed. */
function sourceOf({ body }: QueuedClip, { sourceUrl, archivedUrl }: ClipFields): Source {
  if (body.source === null) return { url: sourceUrl, publisher: siteOf(sourceUrl) };
  return { ...body.source, ...(isSourceAddress(archivedUrl) && { archivedUrl }) };
}

/** The promise that the form makes of the clip. */
function promiseOf(clip: QueuedClip, fields: ClipFields): Partial<Pledge> {
  const { text, quote, sourceUrl: _, archivedUrl: __, isWitness: ___, postId, ...rest } = fields;
  return {
    ...rest,
    text: { ...clip.body.text, [fields.lang]: text.trim() },
    quote: quote === '' ? null : quote,
    ...(postId !== null && { postId }),
    source: sourceOf(clip, fields),
  };
}

function decisionOf(clip: QueuedClip, fields: ClipFields, decision: ClipDecision): Decision {
  if (decision === 'merge') return { kind: 'merge', into: fields.repeatsId ?? '' };
  if (decision === 'accept') {
    return { kind: 'accept', promise: promiseOf(clip, fields), namesNoPrivatePerson: true };
  }
  return { kind: 'reject', reason: decision.rejectedFor };
}

/** Promises of the office as it stands today; none for an office that the ledger does not have. */
function useOffice(
  postId: string | null,
  { cache, today }: ReviewDesk,
): readonly BookEntry[] | null {
  const read = useCallback(async () => {
    if (postId === null) return [];
    const index = indexLedger(await cache.ledgerForPost(postId));
    const book = postBook(index, postId, { day: today, today });
    return book === null ? [] : entriesOf(book);
  }, [postId, cache, today]);
  const [entries] = useRead(read);
  return typeof entries === 'string' ? null : entries;
}

/** Likely repeats by our own reading; where it finds none, what the tracker takes for alike. */
function useCandidates(
  clip: QueuedClip,
  fields: ClipFields,
  { cache, lang }: ReviewDesk,
): readonly ChainRow[] {
  const draft = useMemo(
    () => ({ ...clip.body, ...fields, text: { [fields.lang]: fields.text } }),
    [clip, fields],
  );
  const likely = useRepeats(draft, cache, lang);
  if (likely.length > 0) return likely;
  return clip.similar.map(({ id, text }) => {
    return { id, text: textIn(text, lang).text, links: [], before: 0 };
  });
}

function Deciding({ clip, desk }: { readonly clip: QueuedClip; readonly desk: ReviewDesk }) {
  const { lang, cache, editor } = desk;
  const words = strings(lang);
  const [fields, setFields] = useState(() => fieldsOf(clip));
  const [query, onQuery] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const names = useSpeakerNames(fields.personId, fields.postId, cache, lang);
  const found = useSpeakerChoices(query, cache, lang);
  const entries = useOffice(fields.postId, desk);
  const repeats = useCandidates(clip, fields, desk);
  const onChange = (part: Partial<ClipFields>) => setFields((now) => ({ ...now, ...part }));
  const onChoose = (choice: SpeakerChoice | null) =>
    onChange({ personId: choice?.personId ?? null, postId: choice?.postId ?? null, areaId: null });
  const decide = async (decision: ClipDecision) => {
    setBusy(true);
    const asked = decisionOf(clip, fields, decision);
    const said = problemOf(await editor.decide(clip.id, asked), words);
    setBusy(false);
    setProblem(said);
    if (said === null) backToList(words.review.done[asked.kind]);
  };
  const speechNote = useMemo(
    () => speechNoteOf({ draft: clip.body, article: null, selectors: [] }),
    [clip],
  );
  return (
    <ReviewClip
      lang={lang}
      fields={fields}
      page={pageOf(clip.body.source)}
      offices={names.offices}
      areas={names.areas}
      speaker={{ name: names.name, query, found, onQuery, onChoose }}
      speechNote={speechNote}
      repeats={repeats}
      selectors={clip.body.source?.selectors ?? []}
      entries={entries}
      problem={problem}
      isBusy={isBusy}
      onChange={onChange}
      onDecide={(decision) => void decide(decision)}
    />
  );
}

/** The room in which one clip is decided on. */
export function ReviewClipRoom({ id, desk }: { readonly id: string; readonly desk: ReviewDesk }) {
  const { lang, editor } = desk;
  const words = strings(lang);
  const read = useCallback(() => editor.queue(), [editor]);
  const [queue] = useRead(read);
  if (queue === 'loading') return <output className="soft">{words.review.loading}</output>;
  if (queue === 'failed') return <LedgerNote lang={lang} kind="failed" />;
  const clip = queue.kind === 'done' ? queue.value.find((one) => one.id === id) : undefined;
  if (clip !== undefined) return <Deciding clip={clip} desk={desk} />;
  const problem = problemOf(queue, words) ?? words.review.clip.gone;
  return <ReviewGone lang={lang} title={words.review.clip.title} problem={problem} />;
}
