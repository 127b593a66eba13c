/** HTML that is safe to write: made only by the tag `html`, which escapes what is put into it. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Piece = Markup | string | number | null | false | readonly Piece[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for element content and quoted attributes. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
}

function piece(value: Piece): string {
  if (value === null || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(piece).join('');
  return escaped(String(value));
}

/** Template tag: strings are escaped, markup is kept, null and false are nothing, lists are joined. */
export function html(parts: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  const text = parts.map((part, index) => part + piece(values[index] ?? null)).join('');
  return new Markup(text);
}

/** Data for machines inside a page; `<` is escaped so that no text can end the block. */
export function jsonLd(value: unknown): Markup {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return new Markup(`<script type="application/ld+json">${json}</script>`);
}
