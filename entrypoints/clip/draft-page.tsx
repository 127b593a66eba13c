import { useEffect, useState } from 'react';
import type { ClipFields, SpeakerChoice } from '@/components/clip/clip-fields';
import { ClipForm } from '@/components/clip/clip-form';
import { strings } from '@/lib/language/ui';
import { firstDay } from '@/lib/ledger/partial-date';
import type { Settings } from '@/lib/messaging/settings';
import type { CacheReader } from '@/lib/storage/cache';
import type { Clip } from '@/lib/storage/clip';
import type { ClipStore } from '@/lib/storage/clips';
import { consentGiven } from '@/lib/storage/consent';
import { clippedPage, fieldsOf, typedIn, typedSourceOf } from './clip-draft';
import { agreeAndSend } from './send';
import { officeOf, useSpeakerChoices, useSpeakerNames } from './speaker';
import { useRepeats, useSpeechNote } from './suggest';
import { useAutosave } from './use-clip';

const report = (error: unknown) => console.error('[uade] clip form', error);

/** Whether the user has still to agree; asked again in the click, by the browser itself in Firefox. */
function useAsksConsent(): boolean {
  const [asks, setAsks] = useState(true);
  useEffect(() => {
    consentGiven().then((agreedAt) => setAsks(agreedAt === null), report);
  }, []);
  return asks;
}

interface DraftPageProps {
  readonly clip: Clip;
  /** Not on the disk yet: put there with the first change. */
  readonly isNew: boolean;
  readonly clips: ClipStore;
  readonly cache: CacheReader;
  readonly settings: Settings;
  readonly onChanged: (clip: Clip) => void;
}

/** Sending and removing; both wait for the last change to be on the disk. */
function useEnding(props: DraftPageProps, settled: () => Promise<void>) {
  const { clip, clips, settings, onChanged } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const words = strings(settings.lang).clip;
  const fail = (error: unknown) => {
    report(error);
    setProblem(words.notSaved);
  };
  const onSend = () => {
    agreeAndSend(clips, clip.id, settled)
      .then(async (isSent) => {
        setProblem(isSent ? null : words.declined);
        const now = await clips.get(clip.id);
        if (isSent && now !== null) onChanged(now);
      })
      .catch(fail);
  };
  const onRemove = () => {
    settled()
      .then(() => clips.remove(clip.id))
      .then(() => window.close())
      .catch(fail);
  };
  return { problem, onSend, onRemove };
}

/** A draft in its form. */
export function DraftPage(props: DraftPageProps) {
  const { clip, isNew, clips, cache, settings } = props;
  const { lang } = settings;
  const { draft, saving, change, settled } = useAutosave(clips, clip, isNew);
  const [source, setSource] = useState(() => typedSourceOf(clip));
  const [query, onQuery] = useState('');
  const names = useSpeakerNames(draft.draft.personId, draft.draft.postId, cache, lang);
  const found = useSpeakerChoices(query, cache, lang);
  const asksConsent = useAsksConsent();
  const speechNote = useSpeechNote(draft);
  const repeats = useRepeats(draft.draft, cache, lang);
  const ending = useEnding(props, settled);

  const onChange = (part: Partial<ClipFields>) => {
    setSource(typedIn(part, source));
    const { postId } = part;
    // A promise lies in its office's area until somebody says otherwise.
    const area = postId == null ? {} : { areaId: names.areaOf.get(postId) ?? null };
    change({ ...part, ...area });
  };
  const onChoose = (choice: SpeakerChoice | null) => {
    const personId = choice?.personId ?? null;
    // The office of an earlier speaker is not this one's.
    change({ personId, postId: choice?.postId ?? null, areaId: null });
    if (personId === null) return;
    const { saidOn } = draft.draft;
    officeOf(personId, saidOn === null ? null : firstDay(saidOn), cache)
      .then((office) => office !== null && change(office))
      .catch(report);
  };
  return (
    <ClipForm
      lang={lang}
      fields={fieldsOf(draft, source)}
      page={clippedPage(draft)}
      offices={names.offices}
      areas={names.areas}
      speaker={{ name: names.name, query, found, onQuery, onChoose }}
      speechNote={speechNote}
      repeats={repeats}
      saving={saving}
      asksConsent={asksConsent}
      onChange={onChange}
      {...ending}
    />
  );
}
