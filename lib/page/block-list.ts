import type { Block } from './block';

/** The blocks of an article after a part of it was read again. */
export interface Replaced {
  readonly blocks: readonly Block[];
  /** Those that were not there before, in page order. */
  readonly added: readonly Block[];
}

/** Does the block still stand in the page as it was read? */
export function stillStands(block: Block): boolean {
  return block.nodes.every((node, piece) => {
    if (!node.isConnected) return false;
    const end = (block.textStarts[piece + 1] ?? block.text.length) - (block.textStarts[piece] ?? 0);
    return (block.nodeStarts[piece] ?? 0) + end <= node.data.length;
  });
}

function isSame(one: Block, other: Block): boolean {
  return one.text === other.text && one.nodes.every((node, i) => node === other.nodes[i]);
}

/** Where a new block belongs among sorted ones: the index of the first that follows it. */
function placeOf(blocks: readonly Block[], node: Node | undefined): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = blocks[middle]?.nodes[0];
    const follows =
      node !== undefined &&
      there !== undefined &&
      (node.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if (follows) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Puts what was read again under an element in place of what was known under it. A block whose text and nodes
 * are as they were stays the same object, and keeps its marks.
 */
export function replaceUnder(
  blocks: readonly Block[],
  scope: Element,
  fresh: readonly Block[],
): Replaced {
  const before = new Map<Node, Block>();
  const rest: Block[] = [];
  for (const block of blocks) {
    const [node] = block.nodes;
    if (node === undefined || !scope.contains(node)) rest.push(block);
    else before.set(node, block);
  }
  const added: Block[] = [];
  const now = fresh.map((block) => {
    const known = block.nodes[0] === undefined ? undefined : before.get(block.nodes[0]);
    if (known !== undefined && isSame(known, block)) return known;
    added.push(block);
    return block;
  });
  const at = placeOf(rest, now[0]?.nodes[0]);
  return { blocks: [...rest.slice(0, at), ...now, ...rest.slice(at)], added };
}
