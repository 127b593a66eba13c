import { strings } from '@/lib/language/ui';
import { type Lang, STATUSES } from '@/lib/ledger/records';
import { Sign } from '../signs';
import type { Picture } from './office-scale';

/** What stands for an uncertain or repeated thing, of which only some occur. */
function rareMarks(picture: Picture, lang: Lang): readonly (readonly [string, string])[] {
  const { ledger, pages } = strings(lang);
  const { bands, again } = picture;
  const has = (state: string) => bands.some((band) => band.state === state);
  const marks = [
    [again.length > 0, 'bow', pages.picture.repeat],
    [has('unknown'), 'hatched', ledger.legend.unknown],
    [has('disputed'), 'crossed', pages.picture.disputed],
    [bands.some(({ likelyFrom }) => likelyFrom !== null), 'likely', pages.picture.reach],
  ] as const;
  return marks.flatMap(([occurs, swatch, words]) => (occurs ? [[swatch, words] as const] : []));
}

/** What the signs of a picture mean; only of those that are in it. */
export function OfficeLegend({
  picture,
  lang,
}: {
  readonly picture: Picture;
  readonly lang: Lang;
}) {
  const { common, ledger } = strings(lang);
  const statuses = STATUSES.filter((one) => picture.lines.some(({ status }) => status === one));
  const swatches = [['dotted', ledger.legend.afterDue] as const, ...rareMarks(picture, lang)];
  return (
    <ul className="legend">
      {statuses.map((status) => (
        <li key={status}>
          <span className={`s-${status}`}>
            <Sign name={status} size={13} />
          </span>
          {common.status[status]}
        </li>
      ))}
      {(['due', 'handed'] as const).map((name) => (
        <li key={name}>
          <Sign name={name} size={13} />
          {ledger.legend[name]}
        </li>
      ))}
      {swatches.map(([swatch, words]) => (
        <li key={swatch}>
          <span className={`swatch ${swatch}`} />
          {words}
        </li>
      ))}
    </ul>
  );
}
