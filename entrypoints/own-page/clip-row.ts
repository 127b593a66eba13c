import type { ClipRow } from '@/components/popup/my-clips';
import { textIn } from '@/components/text';
import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import type { Clip } from '@/lib/storage/clip';

function reasonOf(clip: Clip, lang: Lang): string | null {
  const { state, lastError } = clip;
  switch (state.name) {
    case 'blocked':
      return strings(lang).popup.blockedBy[state.by];
    case 'rejected':
    case 'dead':
      return state.reason;
    case 'queued':
      return lastError;
    case 'draft':
    case 'sending':
    case 'sent':
    case 'accepted':
    case 'merged':
    case 'withdrawn':
      return null;
  }
}

/** An own clip as a line of a list. */
export function clipRow(clip: Clip, lang: Lang): ClipRow {
  const own = textIn(clip.draft.text, lang).text;
  return {
    id: clip.id,
    text: own === '' ? (clip.draft.quote ?? '') : own,
    state: clip.state.name,
    reason: reasonOf(clip, lang),
    href: `/clip.html?id=${clip.id}`,
  };
}
