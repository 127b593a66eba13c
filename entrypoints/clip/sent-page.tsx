import { useState } from 'react';
import { type ClipAction, ClipSent } from '@/components/clip/clip-sent';
import { strings } from '@/lib/language/ui';
import { callFromOwnPage } from '@/lib/messaging/call';
import type { Settings } from '@/lib/messaging/settings';
import type { Clip } from '@/lib/storage/clip';
import type { ClipStore } from '@/lib/storage/clips';
import { clipRow } from '../own-page/clip-row';
import { flush } from './send';

async function act(action: ClipAction, clip: Clip, clips: ClipStore): Promise<void> {
  switch (action) {
    case 'reopen':
      await clips.reopen(clip.id);
      location.reload();
      return;
    case 'retry':
      await clips.queue(clip.id);
      flush();
      return;
    case 'copy': {
      const copy = await clips.copy(clip.id);
      location.search = `?id=${copy.id}`;
      return;
    }
    case 'withdraw':
      await callFromOwnPage('withdrawClip', { clipId: clip.id });
      return;
    case 'remove':
      await clips.remove(clip.id);
      window.close();
      return;
  }
}

/** A clip that is on its way or decided upon. */
export function SentPage(props: {
  readonly clip: Clip;
  readonly clips: ClipStore;
  readonly settings: Settings;
  readonly onChanged: (clip: Clip) => void;
}) {
  const { clip, clips, settings, onChanged } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const { text, state, reason } = clipRow(clip, settings.lang);
  const onAction = (action: ClipAction) => {
    act(action, clip, clips)
      .then(async () => {
        const now = await clips.get(clip.id);
        setProblem(null);
        if (now !== null) onChanged(now);
      })
      .catch((error: unknown) => {
        console.error('[uade] clip', error);
        setProblem(strings(settings.lang).clip.notDone);
      });
  };
  return (
    <ClipSent
      lang={settings.lang}
      state={state}
      reason={reason}
      text={text}
      quote={clip.draft.quote ?? ''}
      problem={problem}
      onAction={onAction}
    />
  );
}
