import type { SelectorGroup } from '@/lib/ledger/records';
import { selectorGroups } from '@/lib/quotes/selectors';
import type { Block } from './block';
import { isEditor, isElement } from './nodes';
import { blockStarts, type PageText } from './page-text';

/** A selected part of a block; offsets into its text, end exclusive, never blank at the ends. */
export interface QuotedSpan {
  /** Index of the block. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** A selection as a quote. */
export interface Quote {
  /** What was selected, blocks joined by a line break. */
  readonly text: string;
  readonly spans: readonly QuotedSpan[];
  readonly selectors: readonly SelectorGroup[];
  /** The quoted blocks and their neighbours. */
  readonly context: string;
}

/** The part of a block that a range covers, trimmed; null when none of its letters. */
function spanIn(range: Range, block: Block, index: number): QuotedSpan | null {
  let start = Number.POSITIVE_INFINITY;
  let end = -1;
  block.nodes.forEach((node, piece) => {
    if (!range.intersectsNode(node)) return;
    const nodeStart = block.nodeStarts[piece] ?? 0;
    const textStart = block.textStarts[piece] ?? 0;
    const length = (block.textStarts[piece + 1] ?? block.text.length) - textStart;
    const from = node === range.startContainer ? range.startOffset - nodeStart : 0;
    const to = node === range.endContainer ? range.endOffset - nodeStart : length;
    if (to <= 0 || from >= length) return;
    start = Math.min(start, textStart + Math.max(0, from));
    end = Math.max(end, textStart + Math.min(length, to));
  });
  if (end <= start) return null;
  const covered = block.text.slice(start, end);
  const trimmed = covered.trim();
  if (!/[\p{L}\p{N}]/u.test(trimmed)) return null;
  start += covered.length - covered.trimStart().length;
  return { block: index, start, end: start + trimmed.length };
}

/** A path of child elements from the root, as XPath; `.` for the root itself. */
function pathFrom(root: Element, element: Element): string {
  const steps: string[] = [];
  for (let at = element; at !== root; ) {
    const parent = at.parentElement;
    if (parent === null) break;
    const twins = [...parent.children].filter((child) => child.localName === at.localName);
    steps.unshift(`${at.localName}[${twins.indexOf(at) + 1}]`);
    at = parent;
  }
  return steps.length === 0 ? '.' : `./${steps.join('/')}`;
}

/** Adds the block's path from the root, and the place in the block's own text. */
function withPath(
  group: SelectorGroup,
  root: Element,
  blocks: readonly Block[],
  span: QuotedSpan | undefined,
): SelectorGroup {
  const block = span === undefined ? undefined : blocks[span.block];
  if (span === undefined || block === undefined) return group;
  const { start, end } = span;
  const at = { type: 'XPathSelector', value: pathFrom(root, block.element) } as const;
  const refinedBy = { type: 'TextPositionSelector', start, end } as const;
  return {
    ...group,
    range: { type: 'RangeSelector', startSelector: at, endSelector: at, refinedBy },
  };
}

function isInEditor(node: Node): boolean {
  for (let at: Node | null = node; at !== null; at = at.parentNode) {
    if (isElement(at) && (isEditor(at) || at.matches('input, textarea'))) return true;
  }
  return false;
}

/**
 * The quote that a range covers: exactly what was selected of the text that was read, trimmed, one selector
 * group a block. Null when it covers no word of the text, or lies in an editor.
 */
export function quoteOf(range: Range, page: PageText): Quote | null {
  const { root, blocks, text } = page;
  if (range.collapsed || isInEditor(range.startContainer) || isInEditor(range.endContainer))
    return null;
  const spans: QuotedSpan[] = [];
  blocks.forEach((block, index) => {
    if (!range.intersectsNode(block.element)) return;
    const span = spanIn(range, block, index);
    if (span !== null) spans.push(span);
  });
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return null;
  const starts = blockStarts(page);
  const selectors = selectorGroups(
    text,
    spans.map(({ block, start, end }) => {
      const at = starts[block] ?? 0;
      return { start: at + start, end: at + end };
    }),
  ).map((group, i) => withPath(group, root, blocks, spans[i]));
  return {
    text: selectors.map(({ quote }) => quote.exact).join('\n'),
    spans,
    selectors,
    context: blocks
      .slice(Math.max(0, first.block - 1), last.block + 2)
      .map((block) => block.text)
      .join('\n'),
  };
}
