import { strings } from '@/lib/language/ui';
import type { Lang, Person } from '@/lib/ledger/records';
import { shortNameIn } from '../text';
import type { Band } from './office-scale';
import { place } from './office-track';

export type Persons = ReadonlyMap<string, Person>;

function bandName({ personId, state }: Band, persons: Persons, lang: Lang): string {
  const { common, pages } = strings(lang);
  const person = personId === null ? undefined : persons.get(personId);
  if (person === undefined) {
    if (state === 'vacant') return pages.picture.vacant;
    return state === 'disputed' ? pages.picture.disputed : '?';
  }
  const name = shortNameIn(person, lang);
  return state === 'acting' ? `${name}, ${common.acting}` : name;
}

/** Who held the office when: a band a holder, hatched where nobody is established, paler where it is only likely. */
export function Bands(props: { readonly bands: readonly Band[]; persons: Persons; lang: Lang }) {
  const { bands, persons, lang } = props;
  return bands.map((band) => {
    const name = bandName(band, persons, lang);
    const { left, width, likelyFrom } = band;
    return (
      <div
        key={left}
        className={`band ${band.state}${band.isEven ? ' even' : ''}`}
        style={place(left, width)}
        title={name}
      >
        {likelyFrom !== null && (
          <i className="likely" style={place(((likelyFrom - left) / width) * 100)} />
        )}
        <span>{name}</span>
      </div>
    );
  });
}
