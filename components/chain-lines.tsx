import { strings } from '@/lib/language/ui';
import type { Lang } from '@/lib/ledger/records';

/** Earlier promises of one matter, oldest first: who said it when, and by when. */
export interface ChainRow {
  /** The promise that a new one would repeat: the last. */
  readonly id: string;
  readonly text: string;
  /** The last ones, the oldest first. Empty: not read as the same matter, only of the same office and topic. */
  readonly links: readonly { readonly id: string; readonly words: string }[];
  /** How many more there were before these. */
  readonly before: number;
}

/** The links of a chain, one a line. */
export function ChainLines({ chain, lang }: { readonly chain: ChainRow; readonly lang: Lang }) {
  const { before, links } = chain;
  return (
    <ol className="chain" start={before + 1}>
      {before > 0 && <li className="unnumbered">{strings(lang).follow.more(before)}</li>}
      {links.map(({ id, words }) => (
        <li key={id}>
          <bdi>{words}</bdi>
        </li>
      ))}
    </ol>
  );
}
