import type { PartialDate } from '@/lib/ledger/records';
import { type AreaFocus, areaFocus } from './area-focus';
import type { NamedMention } from './named-mention';
import type { Reading } from './reading';
import { mayHold } from './tenure';
import type { TitleSpan } from './title-spans';

/**
 * Which areas the text names, and which of them it names as its own place: that of somebody's office
 * («советник акима области») says nothing of another paragraph.
 */
export interface Whereabouts {
  readonly focus: AreaFocus;
  readonly frame: AreaFocus;
  /** Areas of offices that the text has named with them. */
  readonly titled: AreaFocus;
  /** Areas of the offices beside names: «аудан әкімі Бақыт Өтегенов». */
  readonly introduced: AreaFocus;
  /** Areas whose officials the text has named, by name or by office. */
  readonly officials: AreaFocus;
}

/** Reads them off the titles of a text, and off the names that are judged so far. */
export function whereabouts(
  reading: Reading,
  titles: readonly TitleSpan[],
  names: readonly NamedMention[],
  focus: AreaFocus,
  date: PartialDate | null,
): Whereabouts {
  return {
    focus,
    frame: frameOf(reading, titles),
    titled: areasOfTitles(reading, titles),
    introduced: areasOfNames(reading, names),
    officials: areasOfOfficials(reading, titles, names, date),
  };
}

/** Areas of offices that the text names with their areas. */
function areasOfTitles({ knowledge }: Reading, titles: readonly TitleSpan[]): AreaFocus {
  return areaFocus(
    knowledge,
    titles.flatMap(({ area }) => (area.kind === 'named' ? [area.place] : [])),
  );
}

/** Areas of the offices that stand beside names. */
function areasOfNames({ knowledge }: Reading, names: readonly NamedMention[]): AreaFocus {
  const areas = areaFocus(knowledge, []);
  for (const { reasons, from } of names)
    for (const reason of reasons) if (reason.kind === 'area') areas.add(reason.areaId, from);
  return areas;
}

/** Areas of offices that the text names with their areas, and of those whom the text names. */
function areasOfOfficials(
  reading: Reading,
  titles: readonly TitleSpan[],
  names: readonly NamedMention[],
  date: PartialDate | null,
): AreaFocus {
  const { membershipsByPerson, posts } = reading.knowledge;
  const areas = areasOfTitles(reading, titles);
  for (const { personId, from } of names)
    for (const held of membershipsByPerson.get(personId ?? '') ?? []) {
      const areaId = posts.get(held.postId)?.areaId;
      if (areaId && (date === null || mayHold(held, date))) areas.add(areaId, from);
    }
  return areas;
}

/** The places that are not those of titles. */
function frameOf({ knowledge, places }: Reading, titles: readonly TitleSpan[]): AreaFocus {
  const ofTitles = new Set(
    titles.flatMap(({ area }) =>
      area.kind === 'named' ? [area.place, area.within].filter((place) => place !== null) : [],
    ),
  );
  return areaFocus(
    knowledge,
    [...places.at.values()].filter((place) => !ofTitles.has(place)),
  );
}
