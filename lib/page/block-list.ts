import type { Block } from './block';
import { inPage } from './nodes';

/** The blocks of an article after a part of it was read again. */
export interface Replaced {
  readonly blocks: readonly Block[];
  /** Those that were not there before, in page order. */
  readonly added: readonly Block[];
  /** Those that are there no longer. */
  readonly gone: readonly Block[];
}

/** Does the block still stand in the page as it was read? */
function stillStands(block: Block): boolean {
  return block.nodes.every((node, piece) => {
    if (!node.isConnected) return false;
    const end = (block.textStarts[piece + 1] ?? block.text.length) - (block.textStarts[piece] ?? 0);
    return (block.nodeStarts[piece] ?? 0) + end <= node.length;
  });
}

function isSame(one: Block, other: Block): boolean {
  // The same text may stand elsewhere in its node: white space that came before it is not read.
  return (
    one.text === other.text &&
    one.nodes.every((node, i) => node === other.nodes[i]) &&
    one.nodeStarts.every((start, i) => start === other.nodeStarts[i])
  );
}

/** Where an element's text belongs among sorted blocks: the index of the first that follows its beginning. */
function placeOf(blocks: readonly Block[], node: Element): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = blocks[middle]?.nodes[0];
    const follows =
      there !== undefined &&
      (node.compareDocumentPosition(inPage(there)) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if (follows) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The blocks under an element stand together: the index of the first, and of the first after them. */
function stretchUnder(blocks: readonly Block[], scope: Element): readonly [number, number] {
  const isUnder = (at: number): boolean => {
    const node = blocks[at]?.nodes[0];
    return node !== undefined && scope.contains(inPage(node));
  };
  const start = placeOf(blocks, scope);
  let end = start;
  while (isUnder(end)) end++;
  return [start, end];
}

/**
 * Leaves out the blocks that have gone from the page. Asks each block: needed only where nodes were removed, and
 * then before `replaceUnder`, which looks for places by nodes that are there.
 */
export function withoutGone(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly gone: readonly Block[];
} {
  const gone = blocks.filter((block) => !stillStands(block));
  return { blocks: gone.length === 0 ? blocks : blocks.filter(stillStands), gone };
}

/**
 * Puts what was read again under an element in place of what was known under it. A block whose text and nodes
 * are as they were stays the same object, and keeps its marks. Looks only at what stands there: the same cost on
 * a page of any length.
 */
export function replaceUnder(
  blocks: readonly Block[],
  scope: Element,
  fresh: readonly Block[],
): Replaced {
  const [start, end] = stretchUnder(blocks, scope);
  const before = new Map(blocks.slice(start, end).map((block) => [block.nodes[0], block]));
  const added: Block[] = [];
  const now = fresh.map((block) => {
    const known = before.get(block.nodes[0]);
    if (known !== undefined && isSame(known, block)) return known;
    added.push(block);
    return block;
  });
  const kept = new Set(now);
  const gone = blocks.slice(start, end).filter((block) => !kept.has(block));
  return { blocks: [...blocks.slice(0, start), ...now, ...blocks.slice(end)], added, gone };
}
