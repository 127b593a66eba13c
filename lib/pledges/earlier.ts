import type { LedgerIndex } from '@/lib/ledger/lookups';
import { firstDay } from '@/lib/ledger/partial-date';
import type { Day, Lang, Pledge } from '@/lib/ledger/records';
import { chainSteps, type RepeatChain, repeatChain } from '@/lib/ledger/repeats';
import { each, type Steps } from '@/lib/ledger/steps';
import { readDeadline } from './deadline';
import { compareMatters } from './likeness';
import { type Matter, type ReadMatter, readMatter } from './likeness-facts';

const LANGS: readonly Lang[] = ['ru', 'kk', 'en'];

/** Texts read in one step: one takes some 0.6 ms, the first ones, while rules are made ready, up to 40 (measured). */
const A_STEP = 1;

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

interface Asked {
  readonly saidOn: Day;
  readonly read: ReadMatter;
  readonly like: Pledge[];
}

/**
 * For each of some matters the chains of promises, said no later, of what seems to be the same; each chain once. A
 * promise is read once and not kept: a hundred thousand of them filled the memory, and to clear it took 61 ms (measured).
 */
export function* earlierChains(
  index: LedgerIndex,
  { matters, lang, today }: AskedMatters,
): Steps<readonly (readonly RepeatChain[])[]> {
  const [first] = matters;
  if (first === undefined) return [];
  // The rules of terms are made ready by the first text that is read with them: half of 50 ms, in a step of its own.
  readDeadline(first.text, { saidOn: first.saidOn, lang });
  yield;
  const asked: Asked[] = [];
  const reads = (matter: AskedMatters['matters'][number]) => {
    asked.push({ saidOn: matter.saidOn, read: readMatter({ ...matter, lang }), like: [] });
  };
  yield* each(matters, reads, A_STEP);
  const compares = (promise: Pledge) => {
    const read = matterOf(promise, lang, today);
    const day = saidBy(promise);
    if (read === null) return;
    for (const one of asked)
      if ((day === null || day <= one.saidOn) && compareMatters(one.read, read).same)
        one.like.push(promise);
  };
  yield* each(index.promises.values(), compares, A_STEP);
  const found: (readonly RepeatChain[])[] = [];
  for (const { like } of asked) {
    yield* chainSteps(index, like);
    const chains = new Set<RepeatChain>();
    yield* each(like, (promise) => chains.add(repeatChain(index, promise)));
    found.push([...chains]);
  }
  return found;
}
