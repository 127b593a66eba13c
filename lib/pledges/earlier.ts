import type { LedgerIndex } from '@/lib/ledger/lookups';
import { firstDay } from '@/lib/ledger/partial-date';
import type { Day, Lang, Pledge } from '@/lib/ledger/records';
import { type RepeatChain, repeatChain } from '@/lib/ledger/repeats';
import { compareMatters } from './likeness';
import { type Matter, type ReadMatter, readMatter } from './likeness-facts';

const LANGS: readonly Lang[] = ['ru', 'kk', 'en'];

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

/** Promises of a ledger, read once for any number of questions in one language. */
export class EarlierPromises {
  readonly #index: LedgerIndex;
  readonly #known: readonly { readonly promise: Pledge; readonly read: ReadMatter }[];

  constructor(index: LedgerIndex, lang: Lang, today: Day) {
    this.#index = index;
    this.#known = [...index.promises.values()].flatMap((promise) => {
      const read = matterOf(promise, lang, today);
      return read === null ? [] : [{ promise, read }];
    });
  }

  /** Chains of promises, said no later than this one, of what seems to be the same matter; each once. */
  chainsLike(matter: Matter): readonly RepeatChain[] {
    const asked = readMatter(matter);
    const like = this.#known.filter(({ promise, read }) => {
      const day = saidBy(promise);
      return (day === null || day <= matter.saidOn) && compareMatters(asked, read).same;
    });
    return [...new Set(like.map(({ promise }) => repeatChain(this.#index, promise)))];
  }
}
