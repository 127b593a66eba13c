import { todayBy } from '@/components/data-age';
import { textIn } from '@/components/text';
import { strings } from '@/lib/language/ui';
import { glanceOf, personsNamedIn } from '@/lib/ledger/glance';
import { indexSteps } from '@/lib/ledger/lookups';
import { personBookSteps } from '@/lib/ledger/person-book';
import type { CardAnswer, CardRequest, FindAnswer, FindRequest } from '@/lib/messaging/protocol';
import { readSettings } from '@/lib/messaging/settings';
import { link } from '@/lib/names/link';
import { allInSlices } from '@/lib/page/slices';
import type { Clip } from '@/lib/storage/clip';
import { dayOfArticle, officialsOf } from './officials';
import type { Services } from './services';

/**
 * Finds officials in an article's text, in the cache that is in use. Never begins a sync, not even the first: a
 * request at the moment of reading would tell that something is being read.
 */
export async function findOfficials(
  { cache, world, opening }: Services,
  { blocks, title, date }: FindRequest,
): Promise<FindAnswer> {
  // The databases of a worker that was just woken open sooner while it does nothing else. What failed is tried again.
  await Promise.allSettled([opening]);
  const [settings, { head }, mentions] = await Promise.all([
    readSettings(),
    cache.syncState(),
    link(blocks, { date, title }, cache.gazetteer()),
  ]);
  const found = await officialsOf(cache, mentions, {
    day: dayOfArticle(date),
    today: todayBy(world.now(), head?.clockOffsetMs ?? null),
    lang: settings.lang,
    markAll: settings.markAll,
  });
  return { ...found, issued: head?.issued ?? null, strings: strings(settings.lang).page };
}

/** States in which the tracker has said its word: the promise, if any, comes with the ledger. */
const SETTLED: readonly Clip['state']['name'][] = ['accepted', 'merged', 'rejected', 'withdrawn'];

function isOwnNote({ draft, state }: Clip, { personId, postId }: CardRequest): boolean {
  if (SETTLED.includes(state.name)) return false;
  return draft.personId === personId || (postId !== null && draft.postId === postId);
}

/** One official's book for his card, and the reader's own unreviewed notes on him. */
export async function cardData(
  { cache, clips, world }: Services,
  request: CardRequest,
): Promise<CardAnswer> {
  const [settings, { head, cursor }, ledger, own] = await Promise.all([
    readSettings(),
    cache.syncState(),
    cache.ledgerForPerson(request.personId),
    clips.list(),
  ]);
  const today = todayBy(world.now(), head?.clockOffsetMs ?? null);
  const index = await allInSlices(indexSteps(ledger));
  const days = { day: dayOfArticle(request.date), today };
  const whole = await allInSlices(personBookSteps(index, request.personId, days));
  const book = whole === null ? null : glanceOf(whole);
  return {
    lang: settings.lang,
    theme: settings.theme,
    today,
    issued: head?.issued ?? null,
    dataset: cursor?.dataset ?? '',
    book,
    persons: book === null ? [] : personsNamedIn(book, index.persons),
    weakSources: ledger.weakSources,
    ownClips: own
      .filter((clip) => isOwnNote(clip, request))
      .map(({ id, draft }) => ({
        id,
        text: textIn(draft.text, settings.lang).text,
        saidOn: draft.saidOn,
        dueOn: draft.dueOn,
      })),
  };
}
