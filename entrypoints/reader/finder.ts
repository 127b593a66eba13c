import { callBackground } from '@/lib/messaging/call';
import type { FindAnswer, Mark, OfficialOnPage } from '@/lib/messaging/protocol';
import type { ArticleFacts } from '@/lib/page/article';
import type { Block } from '@/lib/page/block';

/** What was found in a batch of blocks: marks with the block each stands in. */
export interface Found {
  readonly marks: readonly { readonly mark: Mark; readonly block: Block }[];
  readonly answer: FindAnswer;
}

/**
 * Asks the background for the officials in blocks. The context are blocks read before that a late block needs, as
 * `contextSteps` tells; no marks come back for them.
 */
export async function findIn(
  facts: ArticleFacts,
  context: readonly Block[],
  fresh: readonly Block[],
): Promise<Found> {
  const blocks = [...context, ...fresh];
  const answer = await callBackground('findOfficials', {
    blocks: blocks.map((block) => block.text),
    title: facts.title,
    date: facts.date,
  });
  const marks = answer.marks.flatMap((mark) => {
    const block = mark.block < context.length ? undefined : blocks[mark.block];
    return block === undefined ? [] : [{ mark, block }];
  });
  return { marks, answer };
}

/** The unsure are told apart by all who may be meant and why; one person may be found for sure and unsurely as well. */
function keyOf({ personId, candidates, listed, postId }: OfficialOnPage): string {
  return candidates.length === 0 ? personId : [listed, postId, ...candidates].join(' ');
}

/** Who is marked was mentioned as often as he is marked by now: a batch knows of no other batch's mentions. */
export function counted(
  officials: readonly OfficialOnPage[],
  marks: readonly Pick<Mark, 'personId'>[],
): OfficialOnPage[] {
  return officials.map((one) => {
    const own = marks.filter(({ personId }) => personId === one.personId);
    const isMarked = one.listed === null && own.length > 0;
    return isMarked ? { ...one, mentions: own.length } : one;
  });
}

/**
 * Joins what two batches found of the same officials. Mentions are those of the batch that found them first: a later
 * one reads some blocks again, as context.
 */
export function joinOfficials(
  known: readonly OfficialOnPage[],
  fresh: readonly OfficialOnPage[],
): OfficialOnPage[] {
  const byId = new Map(known.map((official) => [keyOf(official), official]));
  for (const official of fresh) {
    const before = byId.get(keyOf(official));
    byId.set(
      keyOf(official),
      before === undefined ? official : { ...before, listed: before.listed && official.listed },
    );
  }
  return [...byId.values()];
}
