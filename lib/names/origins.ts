import type { PartialDate } from '@/lib/ledger/records';
import { lineageOfArea } from './knowledge';
import type { NameHit } from './name-hits';
import type { Occurrence } from './occurrences';
import type { Reading } from './reading';
import { areasHeld, mayHold, titleFit } from './tenure';
import { languageAt, type TextDocument } from './text-document';
import type { TitleSpan } from './title-spans';
import { isNextTo } from './tokens';

/** «Игорь Бондарь из Щучинска». */
export function originAt({ tokens }: TextDocument, hit: NameHit): number {
  const [last, next, third] = [tokens[hit.to - 1], tokens[hit.to], tokens[hit.to + 1]];
  if (!last || !next || !third || third.shape !== 'title') return -1;
  const isFrom = languageAt(last).originWords.has(next.skeleton) && isNextTo(last, next);
  return isFrom && isNextTo(next, third) ? hit.to + 1 : -1;
}

/** `Sergei Pak of Seoul University`, `Erlan Sultan of Merke`. */
export function belongsAt({ tokens }: TextDocument, hit: NameHit): number {
  const [last, next, third] = [tokens[hit.to - 1], tokens[hit.to], tokens[hit.to + 1]];
  if (!last || !next || !third || third.shape === 'lower') return -1;
  const isJoined = isNextTo(last, next) && isNextTo(next, third);
  return isJoined && languageAt(last).belongingWords.has(next.skeleton) ? hit.to + 1 : -1;
}

/**
 * «Игорь Бондарь из Щучинска» is told by where he lives; «Марат Хамзин из Северо-Казахстанской области» is an
 * official where the text names his office and the place is one for whose kind there are offices.
 */
export function isFromPlace(
  reading: Reading,
  { hits, context }: Occurrence,
  titles: readonly TitleSpan[],
  date: PartialDate | null,
): boolean {
  if (context.originAt < 0) return false;
  const place = reading.places.at.get(context.originAt);
  if (place !== undefined && isOfPlace(reading, hits, place.ids, date)) return false;
  const isOffice = place?.hasKind === true && isNear(reading, hits, place.ids);
  return !(
    isOffice &&
    titles.some((title) =>
      hits.some(({ person }) => titleFit(reading.knowledge, title, person.id, date).kind === 'now'),
    )
  );
}

/** «Бакыт Утегенов из Мактаарала»: the area of his own office, and not one that it lies in. */
function isOfPlace(
  { knowledge }: Reading,
  hits: readonly NameHit[],
  ids: readonly string[],
  date: PartialDate | null,
): boolean {
  return hits.some(({ person }) =>
    (knowledge.membershipsByPerson.get(person.id) ?? []).some((membership) => {
      const areaId = knowledge.posts.get(membership.postId)?.areaId ?? null;
      const isNow = date === null || mayHold(membership, date);
      return isNow && areaId !== null && ids.includes(areaId);
    }),
  );
}

/** Whether one of the bearers holds an office in one of the areas. */
function isNear({ knowledge }: Reading, hits: readonly NameHit[], ids: readonly string[]): boolean {
  return hits.some(({ person }) =>
    areasHeld(knowledge, person.id).some(
      (areaId) =>
        areaId !== null && ids.some((id) => lineageOfArea(knowledge, areaId).includes(id)),
    ),
  );
}

/** `Sergei Pak of Seoul University`: he serves where none of the listed bearers does. */
export function isOfElsewhere(reading: Reading, { hits, context }: Occurrence): boolean {
  if (context.belongsAt < 0) return false;
  const place = reading.places.at.get(context.belongsAt);
  return !isNear(reading, hits, [...(place?.ids ?? []), ...(place?.others ?? [])]);
}
