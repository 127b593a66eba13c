import { CASE } from '@/lib/language/rules';
import type { PartialDate } from '@/lib/ledger/records';
import type { AreaFocus } from './area-focus';
import type { NameHit } from './name-hits';
import { hasOffices, isOfDependent, type Occurrence } from './occurrences';
import type { Reading } from './reading';
import { isPlaceFit, isPlaceNamed, type TitleFit, titleFit } from './tenure';
import type { TitleSpan } from './title-spans';

/** How a surname without a given name comes out. */
export type BareVerdict =
  | {
      readonly kind: 'sure';
      readonly hit: NameHit;
      readonly fit: TitleFit | null;
      readonly by: 'title' | 'anchor' | 'digest';
    }
  | { readonly kind: 'ambiguous'; readonly hits: readonly NameHit[] }
  | { readonly kind: 'rival' }
  | { readonly kind: 'none' };

/** Title and surname: the one bearer of the surname whom the title fits. Null: no title speaks here. */
export function judgeTitled(
  reading: Reading,
  occurrence: Occurrence,
  date: PartialDate | null,
  focus: AreaFocus,
): BareVerdict | null {
  const { context } = occurrence;
  const title = context.title;
  const hits = occurrence.hits.filter((hit) => hit.kind === 'bare');
  const [first] = hits;
  if (!hits.some((hit) => hasOffices(reading, hit))) return null;
  if (!title || !first || context.isQuoted || context.markers.has('memorial')) return null;
  if (isOfDependent(context, first.mask)) return { kind: 'rival' };
  const chosen = fittingHits(reading, hits, title.title, date, focus, occurrence.at);
  const [only] = chosen;
  if (chosen.length > 1) return { kind: 'ambiguous', hits: chosen.map(({ hit }) => hit) };
  if (only)
    return isSureEnough(reading, title.title, only, focus)
      ? { kind: 'sure', ...only, by: 'title' }
      : null;
  // `әкімі Кәрімбаевты қолдады`: in Kazakh the title may be the subject and the name its object.
  const isApart = isApartInCase(reading, occurrence.at, title.title, first);
  return isApart ? null : { kind: 'rival' };
}

/** The bearers of the surname whom the title fits: those of the day before others, those of areas named before all. */
function fittingHits(
  reading: Reading,
  hits: readonly NameHit[],
  title: TitleSpan,
  date: PartialDate | null,
  focus: AreaFocus,
  at: number,
): readonly Fitted[] {
  const fitted = hits.map((hit) => ({
    hit,
    fit: titleFit(reading.knowledge, title, hit.person.id, date),
  }));
  const now = fitted.filter(({ fit }) => fit.kind === 'now');
  const isPast = title.markers.has('former');
  const fitting = now.length > 0 && !isPast ? now : fitted.filter(({ fit }) => fit.kind !== 'no');
  return fitting.length > 1 ? inFocus(reading, fitting, focus, at) : fitting;
}

/** A title without area or branch needs a text that names the person's area. */
function isSureEnough(
  reading: Reading,
  title: TitleSpan,
  { hit }: Fitted,
  focus: AreaFocus,
): boolean {
  const isPlain =
    title.area.kind === 'named' || title.branch.length > 0 || title.row.area === 'none';
  return isPlain || isPlaceFit(reading.knowledge, hit.person.id, focus);
}

function isApartInCase(reading: Reading, at: number, title: TitleSpan, hit: NameHit): boolean {
  const token = reading.document.tokens[at];
  const isSubject = (title.mask & CASE.nominative) !== 0 && (hit.mask & CASE.nominative) === 0;
  return token?.rules.agreement === 'last' && isSubject;
}

type Fitted = { readonly hit: NameHit; readonly fit: TitleFit };

function inFocus(
  reading: Reading,
  fitted: readonly Fitted[],
  focus: AreaFocus,
  at: number,
): readonly Fitted[] {
  const near = fitted.filter(({ fit }) => {
    const areaId = reading.knowledge.posts.get(fit.postId ?? '')?.areaId ?? null;
    return areaId !== null && focus.isNamedBefore(areaId, at);
  });
  if (near.length > 0) return near;
  // «акимы: Омаров, …» at a meeting of the region.
  const around = fitted.filter(({ hit }) => isPlaceNamed(reading.knowledge, hit.person.id, focus));
  return around.length > 0 ? around : fitted;
}
