import type { CardStrings } from '@/lib/language/card-strings';
import { Sign } from './signs';

/** The host of a source without `www.`; null when the address is no http(s) address at all. */
export function hostOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? hostname.replace(/^www\./, '') : null;
}

/**
 * A source as «host ↗». Only an https address becomes a link; an http one is shown as text, anything else
 * is not shown: the ledger's data, though signed, is somebody else's. A copy or aggregator (`isWeak`) is named but
 * never linked: it is no source.
 */
export function SourceLink(props: {
  readonly url: string;
  readonly words: CardStrings;
  readonly isWeak?: boolean;
  /** Where the link leads, when that is more than the page: to the quoted words. */
  readonly href?: string;
}) {
  const { url, words, isWeak = false, href = url } = props;
  const host = hostOf(url);
  if (host === null) return null;
  if (isWeak || new URL(url).protocol !== 'https:') return <bdi>{host}</bdi>;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={words.common.sourceOpens(host)}
    >
      <bdi>{host}</bdi>
      <Sign name="source" size={11} />
    </a>
  );
}
