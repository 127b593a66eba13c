import { areaHref, postHref, promiseHref } from '@/components/ledger/links';
import type { FollowRow } from '@/components/popup/following';
import { nameIn, textIn } from '@/components/text';
import { strings } from '@/lib/language/ui';
import type { FollowNews, FollowTarget } from '@/lib/ledger/following';
import { indexSteps, type LedgerIndex } from '@/lib/ledger/lookups';
import type { Lang } from '@/lib/ledger/records';
import { allInSlices } from '@/lib/page/slices';
import type { CacheReader } from '@/lib/storage/cache';
import { type Follow, ledgerOfFollow } from '@/lib/storage/follows';

const HREFS = { post: postHref, area: areaHref, promise: promiseHref } as const;

/** `post/{id}` and the like. */
export const nameOfTarget = ({ kind, id }: FollowTarget): string => `${kind}/${id}`;

function nameOf(index: LedgerIndex, { kind, id }: FollowTarget, lang: Lang): string | null {
  const texts = {
    post: index.posts.get(id)?.label,
    area: index.areas.get(id)?.name,
    promise: index.promises.get(id)?.text,
  };
  const text = texts[kind];
  return text === undefined ? null : textIn(text, lang).text;
}

function newsWords(index: LedgerIndex, news: FollowNews, lang: Lang) {
  const { follow, common } = strings(lang);
  const about = (promiseId: string) => textIn(index.promises.get(promiseId)?.text ?? {}, lang).text;
  switch (news.kind) {
    case 'newPromise':
      return { what: follow.newPromise, about: about(news.promiseId) };
    case 'status':
      return { what: common.status[news.status], about: about(news.promiseId) };
    case 'term':
      return { what: follow.term[news.term] ?? '', about: about(news.promiseId) };
    case 'holder': {
      const person = news.personId === null ? undefined : index.persons.get(news.personId);
      const post = index.posts.get(news.postId);
      return {
        what: person === undefined ? follow.holderUnknown : follow.holder(nameIn(person, lang)),
        about: post === undefined ? '' : textIn(post.label, lang).text,
      };
    }
  }
}

async function rowOf(follow: Follow, cache: CacheReader, lang: Lang): Promise<FollowRow> {
  const { target, news } = follow;
  const index = await allInSlices(indexSteps(await ledgerOfFollow(cache, target)));
  const name = nameOf(index, target, lang);
  return {
    target: nameOfTarget(target),
    name: name ?? target.id,
    isGone: name === null,
    news: news.toReversed().map((one) => newsWords(index, one, lang)),
    href: `/ledger.html${HREFS[target.kind](target.id)}`,
  };
}

/** Follows as rows, those with news first. */
export async function followRows(
  follows: readonly Follow[],
  cache: CacheReader,
  lang: Lang,
): Promise<readonly FollowRow[]> {
  const rows = await Promise.all(follows.map((follow) => rowOf(follow, cache, lang)));
  return rows.toSorted((a, b) => Number(b.news.length > 0) - Number(a.news.length > 0));
}
