/** What the page's JSON-LD says of its article; empty strings where it says nothing. */
export interface LinkedArticle {
  readonly type: string;
  readonly headline: string;
  readonly datePublished: string;
  readonly publisher: string;
  readonly url: string;
}

/** All that the page's JSON-LD says about what the page is. */
export interface LinkedData {
  readonly articles: readonly LinkedArticle[];
  /** Types of all nodes, e.g. `CollectionPage`. */
  readonly types: ReadonlySet<string>;
}

type Json = Readonly<Record<string, unknown>>;

const ARTICLE = /(?:Article|BlogPosting|Report|Posting)$/;
/** Nodes nested deeper than this are not the page's own article. */
const MAX_DEPTH = 6;

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  if (typeof value === 'string') return decoded(value).trim();
  if (Array.isArray(value)) return text(value[0]);
  if (isRecord(value))
    return text(value['name'] ?? value['@value'] ?? value['@id'] ?? value['url']);
  return '';
}

/** JSON-LD often holds text escaped for HTML. A string is parsed as text, never as markup. */
function decoded(value: string): string {
  if (!value.includes('&')) return value;
  const named: Readonly<Record<string, string>> = {
    quot: '"',
    amp: '&',
    laquo: '«',
    raquo: '»',
    nbsp: '\u00A0',
    ndash: '–',
    mdash: '—',
    apos: "'",
    lt: '<',
    gt: '>',
  };
  return value.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (whole, dec, hex, name) => {
    if (dec !== undefined) return String.fromCodePoint(Number(dec));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(String(hex), 16));
    return named[String(name)] ?? whole;
  });
}

/** Sites put raw line breaks into strings, comments around, and commas at ends. */
function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    const mended = source
      .replace(
        /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>)\s*$/g,
        '',
      )
      .replace(/\p{Cc}+/gu, ' ')
      .replace(/,\s*([}\]])/g, '$1')
      .replace(/;\s*$/, '');
    try {
      return JSON.parse(mended);
    } catch {
      return salvaged(source);
    }
  }
}

/** Last resort for JSON that is beyond mending: single fields of an article, by pattern. */
function salvaged(source: string): unknown {
  const field = (name: string): string | undefined =>
    new RegExp(`"${name}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)"`).exec(source)?.[1];
  const type = field('@type');
  return type === undefined ? null : { '@type': type, datePublished: field('datePublished') };
}

function typesOf(node: Json): string[] {
  const type = node['@type'];
  const list: unknown[] = Array.isArray(type) ? type : [type];
  return list.filter((one) => typeof one === 'string').map((one) => one.replace(/^.*[/:#]/, ''));
}

function articleOf(node: Json, type: string): LinkedArticle {
  return {
    type,
    headline: text(node['headline'] ?? node['name']),
    datePublished: text(node['datePublished']),
    publisher: text(isRecord(node['publisher']) ? node['publisher']['name'] : node['publisher']),
    url: text(node['mainEntityOfPage'] ?? node['url'] ?? node['@id']),
  };
}

/** Walks nodes that stand for the page itself: lists of other pages' articles are not entered. */
function collect(
  value: unknown,
  depth: number,
  articles: LinkedArticle[],
  types: Set<string>,
  byId: Map<string, Json>,
): void {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, depth + 1, articles, types, byId);
    return;
  }
  if (!isRecord(value)) return;
  const id = value['@id'];
  if (typeof id === 'string' && Object.keys(value).length > 1) byId.set(id, value);
  const own = typesOf(value);
  for (const type of own) types.add(type);
  const article = own.find((type) => ARTICLE.test(type));
  if (article !== undefined) articles.push(articleOf(withPublisher(value, byId), article));
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) {
    collect(value[key], depth + 1, articles, types, byId);
  }
}

/** In a @graph the publisher is often a reference to another node. */
function withPublisher(node: Json, byId: ReadonlyMap<string, Json>): Json {
  const publisher = node['publisher'];
  const id = isRecord(publisher) && publisher['name'] === undefined ? publisher['@id'] : undefined;
  const named = typeof id === 'string' ? byId.get(id) : undefined;
  return named === undefined ? node : { ...node, publisher: named };
}

/** Reads all JSON-LD of a page. What cannot be parsed is as good as not there. */
export function readLinkedData(doc: Document): LinkedData {
  const articles: LinkedArticle[] = [];
  const types = new Set<string>();
  const byId = new Map<string, Json>();
  const roots = [...doc.querySelectorAll('script[type="application/ld+json" i]')].map((script) =>
    parse(script.textContent),
  );
  // Twice: a reference may point to a node that comes later.
  for (const root of roots) collect(root, 0, [], new Set(), byId);
  for (const root of roots) collect(root, 0, articles, types, byId);
  return { articles, types };
}
