import { useEffect, useMemo, useState } from 'react';
import type { ChainRow } from '@/components/chain-lines';
import type { SpeechNote } from '@/components/clip/clip-fields';
import { EMPTY_LEDGER, indexSteps, type LedgerIndex } from '@/lib/ledger/lookups';
import { firstDay } from '@/lib/ledger/partial-date';
import type { ClipDraft, Day, Lang } from '@/lib/ledger/records';
import type { Steps } from '@/lib/ledger/steps';
import { allInSlices, inSlices } from '@/lib/page/slices';
import { readDeadline } from '@/lib/pledges/deadline';
import { earlierChains } from '@/lib/pledges/earlier';
import { readSpeech } from '@/lib/pledges/speech';
import { readTopic } from '@/lib/pledges/topic';
import type { CacheReader } from '@/lib/storage/cache';
import type { Clip } from '@/lib/storage/clip';
import type { ClipPatch, NewClip } from '@/lib/storage/clips';
import { chainRow } from '../own-page/chain-row';
import { todayOf } from '../own-page/today';

/** Nothing was changed since the page's click saved it: only then are fields filled in. */
const isUntouched = (clip: Clip) => clip.createdAt === clip.updatedAt;

/** What the words of a new draft tell: day of saying, term, topic, place; all can be corrected in the form. */
export function suggestions(clip: Clip, areaId: string | null): ClipPatch | null {
  const { draft, article } = clip;
  if (!isUntouched(clip) || draft.quote === null) return null;
  const saidOn = draft.saidOn ?? article?.publishedOn ?? null;
  const deadline =
    saidOn === null
      ? null
      : readDeadline(draft.quote, { saidOn: firstDay(saidOn), lang: draft.lang });
  return {
    draft: {
      saidOn,
      dueOn: draft.dueOn ?? deadline?.dueOn ?? null,
      topic: draft.topic === 'other' ? readTopic(draft.quote, draft.lang) : draft.topic,
      areaId: draft.areaId ?? areaId,
    },
  };
}

/** Reading words costs up to a tenth of a second: not at every key, only when the typing has paused. */
const QUIET_MS = 600;

/** A value as it was when it last stood still. */
function useQuiet<T>(value: T): T {
  const [quiet, setQuiet] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(value), QUIET_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return quiet;
}

/** What the quoted words seem to do: a demand is not a promise, and the form says so. */
export function speechNoteOf({ draft, article }: NewClip): SpeechNote {
  if (draft.quote === null) return null;
  const { label } = readSpeech(draft.quote, article?.context ?? '', draft.lang);
  // «Other» may be a promise in words that are not known: no reason to discourage anybody.
  return label === 'promise' || label === 'other' ? null : label;
}

/** `speechNoteOf` for a form that is being typed in. */
export function useSpeechNote(clip: NewClip): SpeechNote {
  const { quote } = clip.draft;
  const quiet = useQuiet(quote);
  // Only the quote is typed; the rest of the clip is what it was when the form opened.
  const [opened] = useState(clip);
  return useMemo(
    () => speechNoteOf({ ...opened, draft: { ...opened.draft, quote: quiet } }),
    [opened, quiet],
  );
}

/** Likely repeats shown; more than these nobody compares in a form. */
const REPEATS_SHOWN = 4;

/** What is on record of the draft's office, and by which day it is told. */
interface OnRecord {
  readonly index: LedgerIndex;
  readonly today: Day;
}

function* repeatSteps(
  { index, today }: OnRecord,
  draft: ClipDraft,
  lang: Lang,
): Steps<readonly ChainRow[]> {
  const text = draft.text[draft.lang] ?? '';
  if (text.trim() === '') return [];
  const saidOn = draft.saidOn === null ? today : firstDay(draft.saidOn);
  const { areaId, lang: textLang } = draft;
  const matters = [{ text, saidOn, areaId }];
  const [chains = []] = yield* earlierChains(index, { matters, lang: textLang, today });
  return chains.slice(0, REPEATS_SHOWN).flatMap((chain) => chainRow(chain, index, lang) ?? []);
}

const report = (error: unknown) => console.error('[uade] repeats', error);

/** Earlier promises of the draft's office, by whichever holder, about what seems to be the same matter. */
export function useRepeats(draft: ClipDraft, cache: CacheReader, lang: Lang): readonly ChainRow[] {
  const [onRecord, setOnRecord] = useState<OnRecord | null>(null);
  const { postId } = draft;
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      const [ledger, today] = await Promise.all([
        postId === null ? EMPTY_LEDGER : cache.ledgerForPost(postId),
        todayOf(cache),
      ]);
      const index = await allInSlices(indexSteps(ledger));
      if (isCurrent) setOnRecord({ index, today });
    };
    read().catch(report);
    return () => {
      isCurrent = false;
    };
  }, [postId, cache]);
  const quiet = useQuiet(draft);
  const [rows, setRows] = useState<readonly ChainRow[]>([]);
  useEffect(() => {
    if (onRecord === null) return;
    const ending = new AbortController();
    inSlices(repeatSteps(onRecord, quiet, lang), ending.signal).then((found) => {
      if (found !== null) setRows(found);
    }, report);
    return () => ending.abort();
  }, [onRecord, quiet, lang]);
  return rows;
}
