import type { Block } from './block';
import { type Replaced, replaceUnder, withoutGone } from './block-list';
import { scopeOf } from './element-kind';
import { inPage } from './nodes';

/** What has changed in a text since it was read. */
export interface Change {
  /** Where words came, went or changed. */
  readonly nodes: ReadonlySet<Node>;
  /** Nodes were removed or replaced: what was read of them stands no longer. */
  readonly hasRemoved: boolean;
  /** To be read again though they be as they were. */
  readonly stale: ReadonlySet<Block>;
}

/** Leaves out what lies inside another of the same set. */
function outermost(scopes: ReadonlySet<Element>): Set<Element> {
  const found = new Set<Element>();
  for (const scope of scopes) {
    let inner = false;
    for (let at = scope.parentElement; at !== null && !inner; at = at.parentElement)
      inner = scopes.has(at);
    if (!inner) found.add(scope);
  }
  return found;
}

/** The elements around nodes whose inside is read as blocks of its own. */
function scopesAround(nodes: Iterable<Node>, root: Element): Set<Element> {
  return new Set([...nodes].map((node) => scopeOf(node, root)).filter((scope) => scope !== null));
}

/** A digit that ticked took its block's place away, not its words: what is left of such blocks is read again. */
function halfGone(
  gone: ReadonlySet<Block>,
  scopes: ReadonlySet<Element>,
  root: Element,
): Set<Element> {
  const left = [...gone].map(({ element }) => element).filter((element) => element.isConnected);
  const missed = left.filter((one) => ![...scopes].some((scope) => scope.contains(inPage(one))));
  return scopesAround(missed, root);
}

/** Reads again what has changed under a root; `read` reads the blocks under an element. */
export async function reread(
  known: readonly Block[],
  { nodes, hasRemoved, stale }: Change,
  root: Element,
  read: (scope: Element) => Promise<readonly Block[]>,
): Promise<Replaced> {
  const added: Block[] = [];
  const gone = new Set(stale);
  let blocks: readonly Block[] = known.filter((block) => !gone.has(block));
  if (hasRemoved) {
    const left = withoutGone(blocks);
    blocks = left.blocks;
    for (const block of left.gone) gone.add(block);
  }
  const scopes = outermost(scopesAround(nodes, root));
  for (const scope of [...scopes, ...halfGone(gone, scopes, root)]) {
    const replaced = replaceUnder(blocks, scope, await read(scope));
    blocks = replaced.blocks;
    added.push(...replaced.added);
    for (const block of replaced.gone) gone.add(block);
  }
  return { blocks, added, gone: [...gone] };
}
