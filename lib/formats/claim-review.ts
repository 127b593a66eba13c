import { strings } from '@/lib/language/ui';
import type { LedgerIndex } from '@/lib/ledger/lookups';
import type { Day, Lang, Pledge, Status } from '@/lib/ledger/records';
import { type CurrentStatus, statusOn } from '@/lib/ledger/statuses';
import { nameIn, textIn } from './texts';

/** Who publishes the reviews, in which language, as of which day. */
export interface ReviewOptions {
  readonly lang: Lang;
  readonly today: Day;
  readonly publisher: { readonly name: string; readonly url: string };
  /** Address of a promise's own page. */
  readonly pageOf: (promiseId: string) => string;
}

/** ClaimReview of schema.org: only for closed statuses; broken 1, partly kept 2, kept 3. */
export interface ClaimReview {
  readonly '@context': 'https://schema.org';
  readonly '@type': 'ClaimReview';
  readonly url: string;
  readonly inLanguage: Lang;
  readonly datePublished: string;
  readonly author: {
    readonly '@type': 'Organization';
    readonly name: string;
    readonly url: string;
  };
  readonly claimReviewed: string;
  readonly itemReviewed: {
    readonly '@type': 'Claim';
    readonly author: {
      readonly '@type': 'Person';
      readonly name?: string;
      readonly jobTitle: string;
    };
    readonly datePublished?: string;
    readonly firstAppearance: { readonly '@type': 'CreativeWork'; readonly url: string };
  };
  readonly reviewRating: {
    readonly '@type': 'Rating';
    readonly ratingValue: number;
    readonly worstRating: 1;
    readonly bestRating: 3;
    readonly alternateName: string;
  };
}

const RATINGS: { readonly [S in Status]?: 1 | 2 | 3 } = { broken: 1, partlyKept: 2, kept: 3 };

/** The reviews of all closed promises, ordered by id. */
export function claimReviews(index: LedgerIndex, options: ReviewOptions): readonly ClaimReview[] {
  return [...index.promises.values()].flatMap(
    (promise) => claimReview(index, promise, options) ?? [],
  );
}

/** The review of a promise; null while it is not closed. */
export function claimReview(
  index: LedgerIndex,
  promise: Pledge,
  options: ReviewOptions,
): ClaimReview | null {
  const current = statusOn(index.eventsByPromise.get(promise.id) ?? [], options.today);
  const rating = RATINGS[current.status];
  return rating === undefined ? null : reviewOf(index, promise, current, rating, options);
}

function reviewOf(
  index: LedgerIndex,
  promise: Pledge,
  current: CurrentStatus,
  ratingValue: number,
  { lang, publisher, pageOf }: ReviewOptions,
): ClaimReview {
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: pageOf(promise.id),
    inLanguage: lang,
    datePublished: current.event?.on ?? '',
    author: { '@type': 'Organization', ...publisher },
    claimReviewed: textIn(promise.text, lang),
    itemReviewed: {
      '@type': 'Claim',
      author: authorOf(index, promise, lang),
      ...(promise.saidOn === null ? {} : { datePublished: promise.saidOn }),
      firstAppearance: { '@type': 'CreativeWork', url: promise.source.url },
    },
    reviewRating: {
      '@type': 'Rating',
      ratingValue,
      worstRating: 1,
      bestRating: 3,
      alternateName: strings(lang).common.status[current.status],
    },
  };
}

/** A maker whom the source does not name has a job and no name. */
function authorOf(index: LedgerIndex, promise: Pledge, lang: Lang) {
  const post = index.posts.get(promise.postId);
  const jobTitle = post ? textIn(post.label, lang) : promise.postId;
  const person = promise.personId === null ? undefined : index.persons.get(promise.personId);
  return {
    '@type': 'Person' as const,
    ...(person ? { name: nameIn(person, lang) } : {}),
    jobTitle,
  };
}
