import type { LedgerIndex } from '@/lib/ledger/lookups';
import { firstDay } from '@/lib/ledger/partial-date';
import type { Day, Lang, Pledge } from '@/lib/ledger/records';
import { chainSteps, type RepeatChain, repeatChain } from '@/lib/ledger/repeats';
import { each, type Steps } from '@/lib/ledger/steps';
import { compareMatters } from './likeness';
import { type Matter, type ReadMatter, readMatter } from './likeness-facts';

const LANGS: readonly Lang[] = ['ru', 'kk', 'en'];

/** Promises read or compared in one step: to read one takes up to 1 ms (measured). */
const A_STEP = 4;

/** The day by which a promise was said; null when nothing dated tells it. */
function saidBy({ saidOn, source }: Pledge): Day | null {
  const date = saidOn ?? source.publishedOn ?? null;
  return date === null ? null : firstDay(date);
}

/** The promise's matter in the asked language, else in the first that it is written in. */
function matterOf(promise: Pledge, lang: Lang, otherwise: Day): ReadMatter | null {
  const written = [lang, ...LANGS].find((one) => promise.text[one] !== undefined);
  if (written === undefined) return null;
  const { [written]: text = '' } = promise.text;
  const { areaId } = promise;
  return readMatter({ text, lang: written, saidOn: saidBy(promise) ?? otherwise, areaId });
}

/** A question in a page's or a draft's language, and today for promises without a day. */
export interface AskedMatters {
  readonly matters: readonly Omit<Matter, 'lang'>[];
  readonly lang: Lang;
  readonly today: Day;
}

/**
 * For each of some matters the chains of promises, said no later, of what seems to be the same; each chain once. A
 * promise is read once and not kept: a hundred thousand of them filled the memory, and to clear it took 61 ms (measured).
 */
export function* earlierChains(
  index: LedgerIndex,
  { matters, lang, today }: AskedMatters,
): Steps<readonly (readonly RepeatChain[])[]> {
  const asked = matters.map((matter) => ({
    saidOn: matter.saidOn,
    read: readMatter({ ...matter, lang }),
    like: [] as Pledge[],
  }));
  const compares = (promise: Pledge) => {
    const read = matterOf(promise, lang, today);
    const day = saidBy(promise);
    if (read === null) return;
    for (const one of asked)
      if ((day === null || day <= one.saidOn) && compareMatters(one.read, read).same)
        one.like.push(promise);
  };
  if (asked.length > 0) yield* each(index.promises.values(), compares, A_STEP);
  const found: (readonly RepeatChain[])[] = [];
  for (const { like } of asked) {
    yield* chainSteps(index, like);
    found.push([...new Set(like.map((promise) => repeatChain(index, promise)))]);
  }
  return found;
}
