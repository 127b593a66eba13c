import { nameIn, textIn } from '@/components/text';
import { holderOn } from '@/lib/ledger/holders';
import { originPosts } from '@/lib/ledger/lineage';
import { indexSteps, type LedgerIndex } from '@/lib/ledger/lookups';
import { lastDay } from '@/lib/ledger/partial-date';
import { personBookSteps } from '@/lib/ledger/person-book';
import type { Day, Lang } from '@/lib/ledger/records';
import type { ListedWhy, Mark, MarkWhy, OfficialOnPage } from '@/lib/messaging/protocol';
import type { Mention, Reason } from '@/lib/names/gazetteer';
import { allInSlices } from '@/lib/page/slices';
import type { CacheReader } from '@/lib/storage/cache';

/** What the officials of a page are told by. */
export interface Page {
  /** The article's day; null: not known. */
  readonly day: Day | null;
  readonly today: Day;
  readonly lang: Lang;
  readonly markAll: boolean;
}

/** Everything known of one person who is surely on the page. */
interface Known {
  readonly personId: string;
  readonly name: string;
  readonly promises: number;
  /** Offices by id, in words. */
  readonly offices: ReadonlyMap<string, string>;
  /** The office held on the article's day; null when none is known, or no day. */
  readonly heldPostId: string | null;
}

/** Promises in the person's book on a day. */
async function inBook(index: LedgerIndex, personId: string, day: Day, today: Day): Promise<number> {
  const book = await allInSlices(personBookSteps(index, personId, { day, today }));
  return Object.values(book?.counts ?? {}).reduce((sum, { total }) => sum + total, 0);
}

/** Promises that he said, or that may have been his in some office, on whatever day. */
function everOf(index: LedgerIndex, personId: string): number {
  const promises = new Set(index.promisesByPerson.get(personId));
  for (const { postId } of index.membershipsByPerson.get(personId) ?? []) {
    for (const origin of originPosts(index, postId)) {
      for (const promise of index.promisesByPost.get(origin) ?? []) promises.add(promise);
    }
  }
  return promises.size;
}

/**
 * Promises that his card would show. On an undated article nothing is inherited on the card, yet it leads to the
 * book, so there everything counts that may ever have been his.
 */
async function promisesOf(
  index: LedgerIndex,
  personId: string,
  { day, today }: Page,
): Promise<number> {
  if (day === null) return everOf(index, personId);
  const onDay = await inBook(index, personId, day, today);
  return onDay > 0 ? onDay : await inBook(index, personId, today, today);
}

/** The office that the person holds on the day; of several the one that came first in the ledger's order. */
function heldOn(index: LedgerIndex, personId: string, day: Day | null): string | null {
  if (day === null) return null;
  const posts = new Set(
    (index.membershipsByPerson.get(personId) ?? []).map(({ postId }) => postId),
  );
  return [...posts].find((postId) => holderOn(index, postId, day).personId === personId) ?? null;
}

async function knownOf(cache: CacheReader, personId: string, page: Page): Promise<Known> {
  const index = await allInSlices(indexSteps(await cache.ledgerForPerson(personId)));
  const person = index.persons.get(personId);
  return {
    personId,
    name: person === undefined ? personId : nameIn(person, page.lang),
    promises: await promisesOf(index, personId, page),
    offices: new Map(
      index.ledger.posts.map(({ id, label }) => [id, textIn(label, page.lang).text] as const),
    ),
    heldPostId: heldOn(index, personId, page.day),
  };
}

function whyOf(mention: Mention): ListedWhy {
  const kinds = mention.reasons.map(({ kind }) => kind);
  if (kinds.includes('namesakes')) return 'namesakes';
  if (kinds.includes('holderUnsure')) return 'holderUnsure';
  return kinds.includes('onlySurname') ? 'onlySurname' : 'namesakes';
}

/** The unsure ones, one entry for the same candidates and the same reason. */
async function unsureOnPage(
  cache: CacheReader,
  mentions: readonly Mention[],
  lang: Lang,
): Promise<readonly OfficialOnPage[]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = `${whyOf(mention)} ${[...mention.candidates].sort().join(' ')} ${mention.postId}`;
    groups.set(key, [...(groups.get(key) ?? []), mention]);
  }
  const postIds = mentions.flatMap(({ postId }) => (postId === null ? [] : [postId]));
  const posts = await cache.gazetteer().posts([...new Set(postIds)]);
  const offices = new Map(posts.map(({ id, label }) => [id, textIn(label, lang).text] as const));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return {
      personId: first.candidates[0] ?? '',
      name: first.surface,
      postId: first.postId,
      office: first.postId === null ? null : (offices.get(first.postId) ?? null),
      mentions: group.length,
      promises: 0,
      listed: whyOf(first),
      candidates: first.candidates,
    };
  });
}

function officialOf(known: Known, mentions: readonly Mention[], isMarked: boolean): OfficialOnPage {
  const named = mentions.find(({ postId }) => postId !== null)?.postId ?? null;
  const postId = known.heldPostId ?? named;
  return {
    personId: known.personId,
    name: known.name,
    postId,
    office: postId === null ? null : (known.offices.get(postId) ?? null),
    mentions: mentions.length,
    promises: known.promises,
    listed: isMarked ? null : 'noRecords',
    candidates: [],
  };
}

/** What a mark may rest on; null: what speaks against marking at all. */
const MARK_WHY = {
  fullName: 'fullName',
  initials: 'initials',
  givenPatronymic: 'givenPatronymic',
  title: 'title',
  bareSurname: 'bareSurname',
  office: 'office',
  area: 'area',
  tenure: 'tenure',
  namesakes: null,
  holderUnsure: null,
  onlySurname: null,
} as const satisfies Record<Reason['kind'], MarkWhy | null>;

function markWhy(reasons: readonly Reason[]): readonly MarkWhy[] {
  return [...new Set(reasons.map(({ kind }) => MARK_WHY[kind]))].filter((why) => why !== null);
}

function markOf(mention: Mention, known: Known): Mark {
  const { block, start, end, surface, postId, light, reasons } = mention;
  const { personId, heldPostId } = known;
  return {
    block,
    start,
    end,
    text: surface,
    personId,
    postId: postId ?? heldPostId,
    light,
    why: markWhy(reasons),
  };
}

/** Marks and officials of a page. Only who has a record is marked, so that a mark always leads somewhere. */
export async function officialsOf(
  cache: CacheReader,
  mentions: readonly Mention[],
  page: Page,
): Promise<{ readonly marks: readonly Mark[]; readonly officials: readonly OfficialOnPage[] }> {
  const sure = new Map<string, Mention[]>();
  for (const mention of mentions) {
    if (mention.outcome !== 'sure' || mention.personId === null) continue;
    sure.set(mention.personId, [...(sure.get(mention.personId) ?? []), mention]);
  }
  const marks: Mark[] = [];
  const officials: OfficialOnPage[] = [];
  // All at once: one after another each would wait for the turns of a transaction.
  const everyone = await Promise.all([...sure.keys()].map((id) => knownOf(cache, id, page)));
  for (const known of everyone) {
    const own = sure.get(known.personId) ?? [];
    const isMarked = known.promises > 0 || page.markAll;
    if (isMarked) marks.push(...own.map((mention) => markOf(mention, known)));
    officials.push(officialOf(known, own, isMarked));
  }
  marks.sort((a, b) => a.block - b.block || a.start - b.start);
  const unsure = mentions.filter(({ outcome }) => outcome === 'ambiguous');
  return { marks, officials: [...officials, ...(await unsureOnPage(cache, unsure, page.lang))] };
}

/** The last day of a partial date, or null. */
export function dayOfArticle(date: string | null): Day | null {
  return date === null ? null : lastDay(date);
}
