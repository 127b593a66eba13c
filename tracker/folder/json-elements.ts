/** One element of a top-level JSON array: its text, and the line it begins on (from 1). */
export interface Element {
  readonly text: string;
  readonly line: number;
}

/** Where the text stops being a JSON array. */
export interface ArrayFault {
  readonly line: number;
  readonly expected: string;
}

const SPACE = /\s/;

/**
 * Splits a JSON array into its elements without parsing them, so that each fault can name its line.
 * The layout does not matter, though a ledger folder is written one record a line.
 */
export function splitArray(text: string): readonly Element[] | ArrayFault {
  const scanner = new Scanner(text.replace(/^\uFEFF/, ''));
  scanner.skipSpace();
  if (scanner.take() !== '[') return scanner.fault('a list of records: [');
  const elements: Element[] = [];
  scanner.skipSpace();
  if (scanner.peek() === ']') return elements;
  for (;;) {
    scanner.skipSpace();
    const element = scanner.element();
    if (element.text === '') return scanner.fault('a record');
    elements.push(element);
    const next = scanner.take();
    if (next === ']') return elements;
    if (next !== ',')
      return { line: element.line, expected: 'records parted by commas, and ] at the end' };
  }
}

class Scanner {
  private index = 0;
  private line = 1;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  peek(): string {
    return this.text.charAt(this.index);
  }

  take(): string {
    const char = this.peek();
    if (char === '\n') this.line += 1;
    this.index += 1;
    return char;
  }

  skipSpace(): void {
    while (SPACE.test(this.peek())) this.take();
  }

  fault(expected: string): ArrayFault {
    return { line: this.line, expected };
  }

  /** Up to the comma or bracket that ends the element on its own level. */
  element(): Element {
    const start = this.index;
    const { line } = this;
    let depth = 0;
    while (this.index < this.text.length) {
      const char = this.peek();
      if (depth === 0 && (char === ',' || char === ']')) break;
      if (char === '"') this.string();
      else depth += depthChange(this.take());
    }
    return { text: this.text.slice(start, this.index).trim(), line };
  }

  private string(): void {
    this.take();
    while (this.index < this.text.length) {
      const char = this.take();
      if (char === '\\') this.take();
      else if (char === '"') return;
    }
  }
}

function depthChange(char: string): number {
  if (char === '{' || char === '[') return 1;
  return char === '}' || char === ']' ? -1 : 0;
}
