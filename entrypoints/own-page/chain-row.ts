import type { ChainRow } from '@/components/chain-lines';
import { shortNameIn, textIn } from '@/components/text';
import { dateInWords, dateOfTerm } from '@/lib/language/dates';
import { strings } from '@/lib/language/ui';
import type { LedgerIndex } from '@/lib/ledger/lookups';
import type { Lang } from '@/lib/ledger/records';
import type { RepeatChain, RepeatLink } from '@/lib/ledger/repeats';

function linkWords(
  { promise, personId, dueOn }: RepeatLink,
  index: LedgerIndex,
  lang: Lang,
): string {
  const { clip } = strings(lang);
  const person = personId === null ? undefined : index.persons.get(personId);
  const said = promise.saidOn ?? promise.source.publishedOn ?? null;
  return [
    person === undefined ? clip.speakerUnknown : shortNameIn(person, lang),
    ...(said === null ? [] : [dateInWords(lang, said)]),
    ...(dueOn === null ? [] : [`${clip.dueOn}: ${dateOfTerm(lang, dueOn)}`]),
  ].join(' · ');
}

/** Links shown of a chain; more of them nobody compares in a form. */
const LINKS_SHOWN = 12;

/** A chain of promises as it is shown; its last promise stands for it. Null for an empty chain. */
export function chainRow({ links }: RepeatChain, index: LedgerIndex, lang: Lang): ChainRow | null {
  const last = links.at(-1);
  if (last === undefined) return null;
  return {
    id: last.promise.id,
    text: textIn(last.promise.text, lang).text,
    links: links
      .slice(-LINKS_SHOWN)
      .map((link) => ({ id: link.promise.id, words: linkWords(link, index, lang) })),
    before: Math.max(0, links.length - LINKS_SHOWN),
  };
}
