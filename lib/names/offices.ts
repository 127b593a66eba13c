import { fold, stem } from '@/lib/language/fold';
import { LANGUAGES } from '@/lib/language/languages';
import { CASE } from '@/lib/language/rules';
import { firstDay, lastDay } from '@/lib/ledger/partial-date';
import type { PartialDate, Post } from '@/lib/ledger/records';
import type { AreaFocus } from './area-focus';
import { areasAlike } from './areas-alike';
import { areasOfKind } from './areas-of-kind';
import { fitsLabel } from './branches';
import type { Reason } from './gazetteer';
import { holderAt, type Knowledge, lineageOfArea } from './knowledge';
import type { PlaceSpan } from './places';
import type { Reading } from './reading';
import { mayHold } from './tenure';
import type { TitleSpan } from './title-spans';
import { isNextTo } from './tokens';
import type { Whereabouts } from './whereabouts';

/** An office named without its holder's name. */
export interface OfficeMention {
  readonly title: TitleSpan;
  readonly personId: string | null;
  readonly postId: string | null;
  readonly candidates: readonly string[];
  readonly reasons: readonly Reason[];
}

/** Whether a title may stand for its holder at all: not inside another's job, not in general, not of another time. */
function isOfficeOfNow(title: TitleSpan): boolean {
  const off = ['dependent', 'position', 'kin', 'former', 'future', 'generic', 'foreign'] as const;
  // «начальник управления»: any, unless the text says of what branch.
  const isAny = title.row.area === 'branch' && title.branch.length === 0;
  return !title.isPlural && !isAny && !off.some((kind) => title.markers.has(kind));
}

/** Areas that the title may mean: named, or the last of their kind. */
function areasOf(reading: Reading, title: TitleSpan, where: Whereabouts): readonly string[] {
  const { area } = title;
  switch (area.kind) {
    case 'none':
    case 'unknown':
      return [];
    case 'kindOnly':
      return areasOfKind(reading, title, area.row, where);
    case 'named':
      return narrowed(
        reading.knowledge,
        areasAlike(reading, area.place),
        area.within?.ids ?? [],
        [where.frame, where.focus.inBlock(reading.document.tokens, title.wholeFrom)],
        title.wholeFrom,
      );
  }
}

/** Areas of one name: the parent named beside decides, then the parent that the block or the text as a whole names. */
function narrowed(
  knowledge: Knowledge,
  ids: readonly string[],
  within: readonly string[],
  said: readonly AreaFocus[],
  at: number,
): readonly string[] {
  const inside =
    within.length === 0
      ? ids
      : ids.filter((id) => lineageOfArea(knowledge, id).some((one) => within.includes(one)));
  if (within.length > 0 || inside.length < 2) return inside;
  const near = inside.filter((id) => {
    const parent = knowledge.areas.get(id)?.parentId ?? null;
    return (
      parent !== null &&
      knowledge.areas.get(parent)?.classification !== 'country' &&
      said.some((one) => one.isNamedBefore(parent, at))
    );
  });
  return near.length > 0 ? near : inside;
}

function postsOf(reading: Reading, title: TitleSpan, where: Whereabouts): readonly Post[] {
  const { knowledge } = reading;
  const { row } = title;
  if (row.area === 'ministry') {
    if (title.branch.length === 0 || title.area.kind === 'unknown' || isAbroad(reading, title))
      return [];
    return (knowledge.postsByRole.get('minister') ?? []).filter((post) =>
      fitsLabel(post, title.branch),
    );
  }
  if (row.area === 'none')
    return isOwnState(reading, title)
      ? row.roles.flatMap((role) => knowledge.postsByRole.get(role) ?? [])
      : [];
  const areas = areasOf(reading, title, where);
  if (row.area === 'branch')
    return rolesInOrder(knowledge, areas, row.roles).filter((post) =>
      fitsLabel(post, title.branch),
    );
  return ofRank(rolesInOrder(knowledge, areas, row.roles), row.first === true);
}

function isAbroad(reading: Reading, title: TitleSpan): boolean {
  return title.area.kind === 'named' && !isOwnState(reading, title);
}

/** «глава государства» is ours; «президент» alone, or of another country, is not said of ours. */
function isOwnState(reading: Reading, title: TitleSpan): boolean {
  if (title.area.kind === 'named')
    return title.area.place.ids.some(
      (id) => reading.knowledge.areas.get(id)?.classification === 'country',
    );
  if (title.area.kind === 'kindOnly') return true;
  return title.area.kind === 'none' && title.row.unique === true;
}

/** The first role of the title that has a post there: «заместитель акима» before «первый заместитель». */
function rolesInOrder(
  knowledge: Knowledge,
  areas: readonly string[],
  roles: readonly string[],
): readonly Post[] {
  const posts = areas.flatMap((id) => knowledge.postsByArea.get(id) ?? []);
  for (const role of roles) {
    const found = posts.filter((post) => post.role === role);
    if (found.length > 0) return found;
  }
  return [];
}

const FIRST_STEMS: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap((rules) => rules.firstWords).map((word) => stem(fold(word))),
);

/** «заместитель акима» is not the first one, if the ledger tells them apart by their labels. */
function ofRank(posts: readonly Post[], isFirst: boolean): readonly Post[] {
  const ranked = posts.filter((post) => {
    const labels = [post.label.ru, post.label.kk, post.label.en].filter((one) => one !== undefined);
    const words = labels.flatMap((label) => label.split(/\s+/u));
    return words.some((word) => FIRST_STEMS.has(stem(fold(word)))) === isFirst;
  });
  return ranked.length > 0 ? ranked : posts;
}

/**
 * «В письме из Таджикистана: министр транспорта обязан …»: an office of the state, without a country of its own,
 * in a block that speaks of another country and not of ours.
 */
function isOfAbroad(reading: Reading, title: TitleSpan): boolean {
  const isOfState = title.row.area === 'none' || title.row.area === 'ministry';
  if (!isOfState || title.area.kind !== 'none') return false;
  const { tokens, markersBefore } = reading.document;
  if (isOfSomebody(reading, title)) return true;
  let from = title.wholeFrom;
  while (tokens[from - 1]?.block === tokens[title.from]?.block && from > 0) from -= 1;
  const before = Array.from({ length: title.wholeFrom - from }, (_, at) => from + at + 1);
  const isForeign = before.some((at) =>
    markersBefore.get(at).some(({ kind }) => kind === 'foreign'),
  );
  if (isForeign && !before.some((at) => isOwnCountry(reading, at))) return true;
  // «Аким Чуйского района …, министр сельского хозяйства …», with no place of ours among them.
  const placed = before.flatMap((at) => reading.places.endingAt.get(at) ?? []);
  return placed.some(isUnknownRegion) && placed.every(({ ids }) => ids.length === 0);
}

/** «Гости привезли письмо своего премьер-министра», `their president`. */
function isOfSomebody({ document: { tokens } }: Reading, { wholeFrom }: TitleSpan): boolean {
  const [pronoun, first] = [tokens[wholeFrom - 1], tokens[wholeFrom]];
  if (!pronoun || !first || !isNextTo(pronoun, first)) return false;
  return pronoun.rules.possessives.includes(pronoun.text.toLowerCase());
}

/** «Чуйский район», `Tashkent Region`: a place with its kind that the ledger does not know. */
const isUnknownRegion = ({ hasKind, ids }: PlaceSpan): boolean => hasKind && ids.length === 0;

/** Whether the name of our country ends before a token. */
function isOwnCountry({ knowledge, places }: Reading, at: number): boolean {
  const ids = places.endingAt.get(at)?.ids ?? [];
  return ids.some((id) => knowledge.areas.get(id)?.classification === 'country');
}

/** «Ауыл әкімі – мемлекеттің көзі»: an office without the name of its area, before a dash and what it is, is any. */
function isSaying({ document: { tokens } }: Reading, title: TitleSpan): boolean {
  const [last, next] = [tokens[title.wholeTo - 1], tokens[title.wholeTo]];
  if (
    !next ||
    (title.mask & CASE.nominative) === 0 ||
    title.area.kind !== 'kindOnly' ||
    next.block !== last?.block
  )
    return false;
  return next.shape === 'lower' && /^\s+[–—-]\s+$/u.test(next.gap);
}

/** On a handover day both the one who goes and the one who comes hold the post; the answer may differ. */
function holderReasons(postId: string, date: PartialDate, membershipId: string): Reason[] {
  return [
    { kind: 'office', postId, date },
    { kind: 'tenure', membershipId },
  ];
}

/** Judges a title that stands without a name; null where it means nobody in particular. */
export function judgeOffice(
  reading: Reading,
  title: TitleSpan,
  where: Whereabouts,
  date: PartialDate | null,
): OfficeMention | null {
  if (date === null || !isOfficeOfNow(title)) return null;
  if (isOfAbroad(reading, title) || isSaying(reading, title)) return null;
  const posts = postsOf(reading, title, where).filter((post) => exists(post, date));
  const [post, second] = posts;
  if (!post) return null;
  if (second) return severalPosts(reading, title, posts, date);
  const holder = holderAt(reading.knowledge, post.id, date);
  const both = title.markers.has('incoming') ? [] : handedOver(reading.knowledge, post.id, date);
  if (both.length > 1) return unsure(title, post.id, date, both);
  if (!holder) return null;
  const isActing = title.markers.has('acting');
  if (isActing && !keepsOther(reading.knowledge, holder, post.id, date)) return null;
  return ofHolder(title, post, date, holder);
}

function ofHolder(
  title: TitleSpan,
  post: Post,
  date: PartialDate,
  holder: { readonly personId: string; readonly membershipId: string },
): OfficeMention {
  const areaId = title.row.area === 'any' || title.row.area === 'needed' ? post.areaId : null;
  return {
    title,
    personId: holder.personId,
    postId: post.id,
    candidates: [holder.personId],
    reasons: [
      ...holderReasons(post.id, date, holder.membershipId),
      ...(areaId === null ? [] : [{ kind: 'area', areaId } as const]),
    ],
  };
}

/** An office that passes from one to another on the date. */
function unsure(
  title: TitleSpan,
  postId: string,
  date: PartialDate,
  candidates: readonly string[],
): OfficeMention {
  const reasons: Reason[] = [{ kind: 'office', postId, date }, { kind: 'holderUnsure' }];
  return { title, personId: null, postId, candidates, reasons };
}

/** On the day on which a post changes hands: the one who goes and the one who comes, to each of whom it may be said. */
function handedOver({ index }: Knowledge, postId: string, date: PartialDate): readonly string[] {
  const held = index.membershipsByPost.get(postId) ?? [];
  if (!held.some(({ endDate }) => endDate === date) || !held.some((m) => m.startDate === date))
    return [];
  return [...new Set(held.filter((one) => mayHold(one, date)).map(({ personId }) => personId))];
}

/** «И. о. акима»: whoever stands in keeps an office of his own, which the appointed holder does not. */
function keepsOther(
  { membershipsByPerson }: Knowledge,
  { personId }: { readonly personId: string },
  postId: string,
  date: PartialDate,
): boolean {
  return (membershipsByPerson.get(personId) ?? []).some(
    (held) => held.postId !== postId && mayHold(held, date),
  );
}

function exists(post: Post, date: PartialDate): boolean {
  return (
    (post.startDate === null || firstDay(post.startDate) <= lastDay(date)) &&
    (post.endDate === null || lastDay(post.endDate) >= firstDay(date))
  );
}

function severalPosts(
  reading: Reading,
  title: TitleSpan,
  posts: readonly Post[],
  date: PartialDate,
): OfficeMention {
  const holders = posts
    .map((post) => holderAt(reading.knowledge, post.id, date)?.personId)
    .filter((id) => id !== undefined);
  const candidates = [...new Set(holders)];
  return {
    title,
    personId: null,
    postId: null,
    candidates,
    reasons: [{ kind: 'namesakes', count: posts.length }],
  };
}
