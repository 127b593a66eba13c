import type { Block } from './block';
import { kindOf } from './element-kind';
import { isElement, isShadow, isText } from './nodes';

/** A text node longer than this is no prose (a data dump, a log): it is left out and counted. */
const MAX_NODE_CHARS = 200_000;

/** White space to collapse, and marks that no reader sees: soft hyphen, zero-width space, word joiner, BOM. */
const GAP = /[ \t\n\r\f]{2,}|[\t\n\r\f]|[\u00AD\u200B\u2060\uFEFF]+/g;
const HAS_GAP = /[\t\n\r\f\u00AD\u200B\u2060\uFEFF]| {2}/;
const LETTER = /[\p{L}\p{N}]/u;
/** Nearly all text has one of these, and `LETTER` is a large pattern: where it is not asked it is not made. */
const USUAL_LETTER = /[0-9A-Za-z\u0400-\u0481\u048A-\u04FF]/;

interface Growing {
  readonly element: Element;
  text: string;
  readonly nodes: Text[];
  readonly nodeStarts: number[];
  readonly textStarts: number[];
}

function endsBlank(text: string): boolean {
  return text === '' || text.endsWith(' ') || text.endsWith('\n');
}

function add(block: Growing, node: Text, from: number, text: string): void {
  // A blank after a blank, or at the block's beginning, is not seen.
  const blank = text.startsWith(' ') && endsBlank(block.text) ? 1 : 0;
  if (text.length <= blank) return;
  block.nodes.push(node);
  block.nodeStarts.push(from + blank);
  block.textStarts.push(block.text.length);
  block.text += blank === 1 ? text.slice(1) : text;
}

/** White space, and not marks that no reader sees; a gap is all of the one or all of the other. */
function isBlank(gap: string): boolean {
  return gap.charCodeAt(0) <= 0x20;
}

function addNode(block: Growing, node: Text): void {
  const text = node.data;
  if (!HAS_GAP.test(text)) {
    add(block, node, 0, text);
    return;
  }
  let last = 0;
  for (const gap of text.matchAll(GAP)) {
    if (gap.index > last) add(block, node, last, text.slice(last, gap.index));
    if (isBlank(gap[0])) add(block, node, gap.index, ' ');
    last = gap.index + gap[0].length;
  }
  if (last < text.length) add(block, node, last, text.slice(last));
}

function finished({ element, text, nodes, nodeStarts, textStarts }: Growing): Block | null {
  const seen = text.trimEnd();
  if (!USUAL_LETTER.test(seen) && !LETTER.test(seen)) return null;
  let count = textStarts.length;
  while (count > 1 && (textStarts[count - 1] ?? 0) >= seen.length) count--;
  // Copies are as long as they must be: a list that grows has room for 17, and most blocks are of one piece.
  return {
    text: seen,
    element,
    nodes: nodes.slice(0, count),
    nodeStarts: nodeStarts.slice(0, count),
    textStarts: textStarts.slice(0, count),
  };
}

function parentOf(node: Node): Node | null {
  const parent = node.parentNode;
  return parent !== null && isShadow(parent) ? parent.host : parent;
}

/**
 * Reads the text blocks under an element, in the page's order, as much at a time as the caller allows. Two
 * `<br>` end a block, one is a line break in it. Nothing is changed in the page.
 */
export class BlockReader {
  /** The blocks read so far. */
  readonly blocks: Block[] = [];
  /** Text nodes left out for their size. */
  tooLong = 0;
  readonly #root: Element;
  readonly #whole: boolean;
  readonly #onShadow: (shadow: ShadowRoot) => void;
  readonly #outer: Element[] = [];
  #around: Element;
  #open: Growing | null = null;
  #next: Node | null;

  /**
   * @param whole also what stands around the article.
   * @param onShadow called with each shadow root before its text is read.
   */
  constructor(
    root: Element,
    whole = false,
    onShadow: (shadow: ShadowRoot) => void = () => undefined,
  ) {
    this.#root = root;
    this.#whole = whole;
    this.#onShadow = onShadow;
    this.#around = root;
    this.#next = this.#firstInside(root);
  }

  /** Reads on until the time given (`performance.now()`); true when the end is reached. */
  step(until: number): boolean {
    let count = 0;
    while (this.#next !== null) {
      this.#next = this.#read(this.#next);
      // The clock costs more than a node: asked once in 64.
      if ((++count & 63) === 0 && performance.now() > until && this.#next !== null) return false;
    }
    this.#close();
    return true;
  }

  /** Reads one node; the answer is the one to read after it. */
  #read(node: Node): Node | null {
    if (isText(node)) this.#readText(node);
    const inner = isElement(node) ? this.#enter(node) : null;
    return inner ?? this.#after(node);
  }

  #readText(text: Text): void {
    if (text.data.length > MAX_NODE_CHARS) {
      this.tooLong++;
      return;
    }
    this.#open ??= { element: this.#around, text: '', nodes: [], nodeStarts: [], textStarts: [] };
    addNode(this.#open, text);
  }

  #enter(element: Element): Node | null {
    const kind = kindOf(element, this.#whole);
    if (kind === 'break') this.#lineBreak();
    if (kind === 'break' || kind === 'skip') return null;
    const first = this.#firstInside(element);
    if (kind === 'block') {
      this.#close();
      if (first === null) return null;
      this.#outer.push(this.#around);
      this.#around = element;
    }
    return first;
  }

  /** The children to read: those of an open shadow root in place of the element's own. */
  #firstInside(element: Element): Node | null {
    const { shadowRoot } = element;
    if (shadowRoot === null) return element.firstChild;
    this.#onShadow(shadowRoot);
    return shadowRoot.firstChild;
  }

  #after(node: Node): Node | null {
    let at: Node | null = node;
    while (at !== null && at !== this.#root) {
      if (at === this.#around) {
        this.#close();
        this.#around = this.#outer.pop() ?? this.#root;
      }
      if (at.nextSibling !== null) return at.nextSibling;
      at = parentOf(at);
    }
    return null;
  }

  #lineBreak(): void {
    if (this.#open === null) return;
    if (this.#open.text.endsWith('\n')) this.#close();
    else this.#open.text = `${this.#open.text.replace(/ $/, '')}\n`;
  }

  #close(): void {
    const block = this.#open === null ? null : finished(this.#open);
    if (block !== null) this.blocks.push(block);
    this.#open = null;
  }
}

/** Reads everything at once. */
export function readBlocks(root: Element, whole = false): Block[] {
  const reader = new BlockReader(root, whole);
  reader.step(Number.POSITIVE_INFINITY);
  return reader.blocks;
}
