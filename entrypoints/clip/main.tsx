import { useEffect, useState } from 'react';
import { CLIP_CSS } from '@/components/clip/clip.css';
import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';
import type { Settings } from '@/lib/messaging/settings';
import { openCache } from '@/lib/storage/cache';
import type { Clip } from '@/lib/storage/clip';
import { openClips } from '@/lib/storage/clips';
import { mountPage } from '../own-page/mount';
import { heardDraft } from './clip-draft';
import { DraftPage } from './draft-page';
import { SentPage } from './sent-page';
import { useLoadedClip } from './use-clip';

const cache = openCache();
const clips = openClips();

/** Said where there is no clip to show: that there is none, or that it could not be read. */
function NoClip({
  why,
  settings,
}: {
  readonly why: 'gone' | 'notRead';
  readonly settings: Settings;
}) {
  const { clip } = strings(settings.lang);
  return (
    <section className="clip-sent" role="alert">
      <b>{clip[why]}</b>
      <p className="soft">{clip[`${why}Hint`]}</p>
    </section>
  );
}

/** A clip is read at once as a rule; a disk that does not answer is given up after 20 s, and named after these. */
const SILENT_MS = 1500;

function Opening({ settings }: { readonly settings: Settings }) {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), SILENT_MS);
    return () => clearTimeout(timer);
  }, []);
  return <output className="soft">{isSlow ? strings(settings.lang).clip.opening : ''}</output>;
}

function OneClip({ id, settings }: { readonly id: string; readonly settings: Settings }) {
  const [loaded, replace] = useLoadedClip(clips, cache, id);
  if (loaded === 'loading') return <Opening settings={settings} />;
  if (loaded === 'gone' || loaded === 'notRead') {
    return <NoClip why={loaded} settings={settings} />;
  }
  const common = { clip: loaded, clips, settings, onChanged: replace };
  return loaded.state.name === 'draft' ? (
    <DraftPage key={loaded.id} {...common} isNew={false} cache={cache} />
  ) : (
    <SentPage {...common} />
  );
}

/** A draft for words heard; it comes onto the disk, and into the address, with its first change. */
function newHeardClip(lang: Lang): Clip {
  const stamp = new Date().toISOString();
  return {
    ...heardDraft(lang),
    id: clips.newId(),
    createdAt: stamp,
    updatedAt: stamp,
    state: { name: 'draft' },
    attempts: 0,
    lastError: null,
  };
}

function HeardClip({ settings }: { readonly settings: Settings }) {
  const [clip] = useState(() => newHeardClip(settings.lang));
  return (
    <DraftPage
      clip={clip}
      isNew
      clips={clips}
      cache={cache}
      settings={settings}
      onChanged={(sent) => location.replace(`?id=${sent.id}`)}
    />
  );
}

function ClipPage({ settings }: { readonly settings: Settings }) {
  const [id] = useState(() => new URLSearchParams(location.search).get('id'));
  return (
    <main className="clip-page">
      <h1>{strings(settings.lang).clip.title}</h1>
      {id === null ? <HeardClip settings={settings} /> : <OneClip id={id} settings={settings} />}
    </main>
  );
}

mountPage({ css: CLIP_CSS, title: (words) => words.clip.title, Content: ClipPage });
