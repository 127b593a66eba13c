import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { SourceLink } from '@/components/source-link';
import { parseCsv } from '@/lib/formats/csv';
import { promisesFromTable } from '@/lib/formats/promise-table-import';
import { cardStrings } from '@/lib/language/card-strings';
import type { Ledger } from '@/lib/ledger/records';
import { cleanText } from '@/lib/wire/text';
import { type DataRow, FREEZE_MS, PLAIN, rowOf } from './data-row';
import { hostile, ledgerSaying, received, SOUND } from './hostile-ledger';
import { exportsOf } from './hostile-pages';

interface Address {
  readonly url: string;
  readonly is: 'refused' | 'text' | 'link';
  readonly host?: string;
}

/** What becomes of an address in a field of a promise's source. */
function fateOf(field: 'url' | 'archivedUrl', { url }: Address): string {
  const source = { url: 'https://news.example/1', [field]: url };
  const parsed = received('promise', { ...SOUND.promise, source });
  if (!parsed.ok) return parsed.field === `d.source.${field}` ? 'refused' : `at ${parsed.field}`;
  if (!('d' in parsed.value) || parsed.value.t !== 'promise') return 'lost';
  return shown(parsed.value.d.source[field] ?? '');
}

function shown(url: string): string {
  const words = cardStrings('ru');
  const markup = renderToStaticMarkup(createElement(SourceLink, { url, words }));
  const host = /<bdi>([^<]*)<\/bdi>/.exec(markup)?.[1] ?? '';
  return `${markup.includes('<a ') ? 'link' : 'text'} ${host}`;
}

/** Where the host is read as a person would, from what stands behind the slashes. */
function naiveFate({ url }: Address): string {
  const host = /^[a-z]+:\/\/([^/]*)/i.exec(url)?.[1];
  return host === undefined ? 'refused' : `link ${host}`;
}

export function addresses(): readonly DataRow[] {
  const wanted = ({ is, host = '' }: Address) => (is === 'refused' ? is : `${is} ${host}`);
  return (['url', 'archivedUrl'] as const).map((field) =>
    rowOf({
      limitMs: FREEZE_MS,
      injected: `addresses in source.${field}`,
      expected: 'refused with the field, or shown with the true host, a link only if https',
      cases: hostile<Address>('addresses.jsonl'),
      named: ({ url }) => url,
      holds: (one) => fateOf(field, one) === wanted(one),
      control: (one) => naiveFate(one) === wanted(one),
    }),
  );
}

/** Tags with the names of their attributes; of an address, its scheme too. Texts are left out. */
function skeleton(markup: string): string {
  const tags = markup.match(/<[^>]*>/g) ?? [];
  return tags
    .map((tag) =>
      tag
        .replace(/\b(href|src|action)="([^":/?#]*:)?[^"]*"/g, '$1=$2')
        .replace(/="[^"]*"/g, '')
        .replace(/<script\b.*/, '<script>'),
    )
    .join('');
}

function decoded(markup: string): string {
  return markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

export function markup(render: (ledger: Ledger) => string, injected: string): DataRow {
  const plain = skeleton(render(ledgerSaying(PLAIN)));
  const rendered = ({ text }: { readonly text: string }) => render(ledgerSaying(cleanText(text)));
  return rowOf({
    limitMs: null,
    injected,
    expected: 'the tags are those of a harmless text, and the text is shown as it is',
    cases: hostile<{ readonly text: string }>('markup.jsonl'),
    named: ({ text }) => text,
    holds: (one) => {
      const made = rendered(one);
      return skeleton(made) === plain && decoded(made).includes(cleanText(one.text));
    },
    control: (one) => skeleton(decoded(rendered(one))) === plain,
  });
}

/** All paths of a JSON value, and its texts. */
function pathsOf(value: unknown, at = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, `${at}.${key}`));
}

function propertiesOf(ics: string): readonly string[] {
  return ics
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map((line) => line.split(/[:;]/)[0] ?? '');
}

export function exports(): DataRow {
  const plain = exportsOf(ledgerSaying(PLAIN));
  const isSound = (text: string, made: ReturnType<typeof exportsOf>): boolean => {
    const { promises, faults } = promisesFromTable(made.csv);
    const hasFormula = /(?:^|[,\n])"?[=+@＝＋－＠-]/u.test(
      made.csv.split('\r\n').slice(1).join('\r\n'),
    );
    return (
      pathsOf(made.json).join() === pathsOf(plain.json).join() &&
      propertiesOf(made.ics).join() === propertiesOf(plain.ics).join() &&
      faults.length === 0 &&
      promises.every((promise) => promise.quote === text) &&
      !hasFormula
    );
  };
  const naiveCsv = (text: string) => `a,b\r\n${text},x\r\n`;
  return rowOf({
    limitMs: null,
    injected: 'markup and formulas in exports (Popolo, ClaimReview, annotation, CSV, calendar)',
    expected: 'the same fields as for a harmless text; a table reads back as it was',
    cases: hostile<{ readonly text: string }>('markup.jsonl').map(({ text }) => cleanText(text)),
    named: String,
    holds: (text) => isSound(text, exportsOf(ledgerSaying(text))),
    control: (text) => {
      try {
        const cell = parseCsv(naiveCsv(text))[1]?.[0];
        return cell === text && !/^[=+@-]/.test(text);
      } catch {
        // What cannot even be read back is what the control is for.
        return false;
      }
    },
  });
}
