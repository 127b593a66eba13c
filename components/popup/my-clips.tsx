import { strings, type UiStrings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';

/** An own clip in a list. */
export interface ClipRow {
  readonly id: string;
  readonly text: string;
  readonly state: keyof UiStrings['popup']['clipState'];
  /** What blocks it, or the tracker's reason, in words; null when there is none. */
  readonly reason: string | null;
  readonly href: string;
}

/** Own clips, newest first; null: they could not be read. */
export type ClipRows = readonly ClipRow[] | null;

/** The newest shown in the popup; all are counted and one click away. */
const CLIPS_SHOWN = 4;

/** One own clip as a link to its form, with what became of it. */
export function ClipLine({ lang, clip }: { readonly lang: Lang; readonly clip: ClipRow }) {
  const { popup } = strings(lang);
  const reason = clip.reason === null ? '' : `: ${clip.reason}`;
  return (
    <li>
      <a className="row clip" href={clip.href} target="_blank" rel="noopener">
        <bdi>{clip.text === '' ? popup.untitled : clip.text}</bdi>
        <bdi className="sub">
          <span className={`state-${clip.state}`}>{popup.clipState[clip.state]}</span>
          {reason}
        </bdi>
      </a>
    </li>
  );
}

/** Said where there is no list: that it is empty, or that it could not be read. */
export function NoClips(props: { readonly lang: Lang; readonly clips: ClipRows }) {
  const { popup } = strings(props.lang);
  if (props.clips === null)
    return (
      <p className="problem small" role="alert">
        {popup.notRead}
      </p>
    );
  return props.clips.length === 0 && <p className="soft small">{popup.noClips}</p>;
}

/** Own clips, newest first, each with what became of it. */
export function MyClips(props: {
  readonly lang: Lang;
  readonly clips: ClipRows;
  readonly newHref: string;
  readonly allHref: string;
}) {
  const { lang, newHref, allHref } = props;
  const clips = props.clips ?? [];
  const { popup } = strings(lang);
  const rest = clips.length - CLIPS_SHOWN;
  return (
    <section className="block">
      <h2>
        {popup.clips}
        {clips.length > 0 && <span className="total">{clips.length}</span>}
      </h2>
      <NoClips lang={lang} clips={props.clips} />
      <ul className="rows">
        {clips.slice(0, CLIPS_SHOWN).map((clip) => (
          <ClipLine key={clip.id} lang={lang} clip={clip} />
        ))}
      </ul>
      <div className="actions">
        <a className="button" href={newHref} target="_blank" rel="noopener">
          {popup.newClip}
        </a>
        {rest > 0 && (
          <a className="button plain" href={allHref} target="_blank" rel="noopener">
            {popup.clipsAll(clips.length)}
          </a>
        )}
      </div>
    </section>
  );
}
