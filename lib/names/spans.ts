import type { Mention } from './gazetteer';
import type { NamedMention } from './named-mention';
import type { OfficeMention } from './offices';
import type { TextDocument } from './text-document';

/** A judged name as a mention of the text. */
export function mentionOfName(document: TextDocument, named: NamedMention): Mention {
  const { block, start, end, surface } = spanOf(document, named.from, named.to);
  return {
    block,
    start,
    end,
    surface,
    outcome: named.personId === null ? 'ambiguous' : 'sure',
    personId: named.personId,
    postId: null,
    candidates: named.candidates,
    light: named.light,
    reasons: named.reasons,
  };
}

/** A judged office as a mention of the text. */
export function mentionOfOffice(document: TextDocument, office: OfficeMention): Mention {
  const { wholeFrom, wholeTo } = office.title;
  const { block, start, end, surface } = spanOf(document, wholeFrom, wholeTo);
  return {
    block,
    start,
    end,
    surface,
    outcome: office.personId === null ? 'ambiguous' : 'sure',
    personId: office.personId,
    postId: office.postId,
    candidates: office.candidates,
    light: true,
    reasons: office.reasons,
  };
}

/** The full stop of a last initial belongs to the name: «Омаров Ж.». */
function spanOf(
  document: TextDocument,
  from: number,
  to: number,
): Pick<Mention, 'block' | 'start' | 'end' | 'surface'> {
  const [first, last] = [document.tokens[from], document.tokens[to - 1]];
  if (!first || !last) throw new RangeError(`no tokens ${from}–${to}`);
  const text = document.blocks[first.block] ?? '';
  const end = last.shape === 'initial' && text.charAt(last.end) === '.' ? last.end + 1 : last.end;
  return { block: first.block, start: first.start, end, surface: text.slice(first.start, end) };
}

/** Text order; of two mentions that overlap the one with a person, then the longer one. */
export function inOrder(mentions: readonly Mention[]): Mention[] {
  const sorted = mentions.toSorted(
    (a, b) => a.block - b.block || a.start - b.start || a.end - b.end,
  );
  const kept: Mention[] = [];
  for (const one of sorted) {
    const last = kept.at(-1);
    if (!last || last.block !== one.block || last.end <= one.start) kept.push(one);
    else if (weight(one) > weight(last)) kept[kept.length - 1] = one;
  }
  return kept;
}

function weight(mention: Mention): number {
  return (mention.outcome === 'sure' ? 1_000_000 : 0) + (mention.end - mention.start);
}
