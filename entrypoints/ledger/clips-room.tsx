import { useCallback, useEffect, useState } from 'react';
import { dayOfStamp } from '@/components/data-age';
import { type ClipItem, type ClipListAction, ClipsPage } from '@/components/ledger/clips-page';
import { LedgerNote } from '@/components/ledger/ledger-frame';
import { hostOf } from '@/components/source-link';
import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import { callFromOwnPage } from '@/lib/messaging/call';
import type { Clip } from '@/lib/storage/clip';
import type { ClipStore } from '@/lib/storage/clips';
import { parseClipFile } from '@/lib/wire/clip-file';
import { clipRow } from '../own-page/clip-row';
import { saveFile } from '../own-page/save-file';

/** The background sends and asks in its own time; this often the list is read again. */
const REREAD_MS = 2_000;

function promiseIdOf({ id, state }: Clip): string | null {
  if (state.name === 'accepted') return id;
  return state.name === 'merged' ? state.survivorId : null;
}

function itemOf(clip: Clip, lang: Lang): ClipItem {
  return {
    ...clipRow(clip, lang),
    writtenOn: dayOfStamp(clip.createdAt),
    attempts: clip.attempts,
    host: clip.article === null ? null : hostOf(clip.article.url),
    // Only a text that was read has a digest; a typed source has none.
    isHeard: clip.article === null || clip.article.textDigest === null,
    promiseId: promiseIdOf(clip),
  };
}

async function act(action: ClipListAction, id: string, clips: ClipStore): Promise<void> {
  switch (action) {
    case 'retry':
      await clips.queue(id);
      await callFromOwnPage('flushClips', {});
      return;
    case 'copy':
      location.href = `/clip.html?id=${(await clips.copy(id)).id}`;
      return;
    case 'withdraw':
      await callFromOwnPage('withdrawClip', { clipId: id });
      return;
    case 'remove':
      await clips.remove(id);
      return;
  }
}

async function importFile(file: File, clips: ClipStore, lang: Lang): Promise<string> {
  const words = strings(lang).pages.clips;
  const parsed = parseClipFile(await file.text());
  if (!parsed.ok) return words.importBad(`${parsed.field} ${parsed.expected}`.trim());
  const added = await clips.importAll(parsed.value.clips);
  return words.imported(added, parsed.value.clips.length - added);
}

/** The room of one's own clips: kept up to date, every action's end told in words. */
export function ClipsRoom({ lang, clips }: { readonly lang: Lang; readonly clips: ClipStore }) {
  const [list, setList] = useState<readonly Clip[] | 'loading' | 'failed'>('loading');
  const [note, setNote] = useState('');
  const { failed } = strings(lang).pages.clips;
  const read = useCallback(async () => setList(await clips.list()), [clips]);
  const run = useCallback(
    (action: Promise<string>) => {
      const told = action.then(async (words) => {
        setNote(words);
        await read();
      });
      told.catch((error: unknown) => {
        console.error('[uade] clips', error);
        setNote(failed);
      });
    },
    [read, failed],
  );
  useEffect(() => {
    const again = () => {
      read().catch((error: unknown) => {
        console.error('[uade] clips', error);
        setList('failed');
      });
    };
    again();
    const timer = setInterval(again, REREAD_MS);
    return () => clearInterval(timer);
  }, [read]);
  if (typeof list === 'string') return <LedgerNote lang={lang} kind={list} />;
  const exportAll = async () => {
    saveFile('uade-clips.json', new Blob([await clips.exportAll()], { type: 'application/json' }));
    return '';
  };
  return (
    <ClipsPage
      lang={lang}
      items={list.map((clip) => itemOf(clip, lang))}
      heardHref="/clip.html"
      note={note}
      onAction={(action, { id }) => run(act(action, id, clips).then(() => ''))}
      onExport={() => run(exportAll())}
      onImport={(file) => run(importFile(file, clips, lang))}
    />
  );
}
