import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { SourceLink } from '@/components/source-link';
import { parseCsv } from '@/lib/formats/csv';
import { promisesFromTable } from '@/lib/formats/promise-table-import';
import { cardStrings } from '@/lib/language/card-strings';
import type { FaultCode } from '@/lib/ledger/faults';
import { checkLedger } from '@/lib/ledger/faults';
import { indexLedger } from '@/lib/ledger/lookups';
import { personBook } from '@/lib/ledger/person-book';
import { postBook } from '@/lib/ledger/post-book';
import type { Kind, Ledger } from '@/lib/ledger/records';
import { parseChange } from '@/lib/wire/head';
import { cleanText } from '@/lib/wire/text';
import { area, held, ledgerOf, person, said, step } from '../unit/ledger/build';
import { hostile, ledgerSaying, received, SOUND } from './hostile-ledger';
import { exportsOf, extensionMarkup, trackerMarkup } from './hostile-pages';

/** One kind of hostile data: what was put in, what must happen, what did, and a check that must fail. */
export interface DataRow {
  readonly injected: string;
  readonly cases: number;
  readonly expected: string;
  /** Cases that came out otherwise, the first few named; empty: none. */
  readonly wrong: readonly string[];
  /** Cases that the control, which lacks the defence, lets through: none would mean that nothing was tested. */
  readonly controlWrong: number;
  /** Milliseconds that one case may take; null: the row holds whole sets of pages, or a book of an own page. */
  readonly limitMs: number | null;
  /** The longest that one case took; 0 when nothing was timed. */
  readonly slowestMs: number;
  readonly slowest: string;
}

const TODAY = '2026-11-25';
/** A case is timed only when asked for: `npm run faults -- data` tries each so often, `npm test` not at all. */
const TRIES = Number(process.env['UADE_TRIES'] ?? 0);
/** Nothing may hold a thread for longer. */
const FREEZE_MS = 50;
const DAYS = { day: TODAY, today: TODAY };

interface Claim<T> {
  readonly limitMs: number | null;
  readonly injected: string;
  readonly expected: string;
  readonly cases: readonly T[];
  readonly named: (one: T) => string;
  readonly holds: (one: T) => boolean;
  /** The same claim of a product without the defence. */
  readonly control: (one: T) => boolean;
}

/** Processor time, the least of some tries: the clock of a busy machine says nothing of the work. */
function msOf(work: () => unknown, tries: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries; i++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

function rowOf<T>({
  limitMs,
  injected,
  expected,
  cases,
  named,
  holds,
  control,
}: Claim<T>): DataRow {
  let slowestMs = 0;
  let slowest = '';
  const wrong: string[] = [];
  for (const one of cases) {
    if (!holds(one)) wrong.push(named(one).slice(0, 120));
    const ms = msOf(() => holds(one), TRIES);
    if (TRIES > 0 && ms > slowestMs) [slowestMs, slowest] = [ms, named(one).slice(0, 60)];
  }
  const controlWrong = cases.filter((one) => !control(one)).length;
  return {
    injected,
    cases: cases.length,
    expected,
    wrong,
    controlWrong,
    limitMs,
    slowestMs,
    slowest,
  };
}

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

function addresses(): readonly DataRow[] {
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

const PLAIN = 'Слово';

function decoded(markup: string): string {
  return markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function markup(render: (ledger: Ledger) => string, injected: string): DataRow {
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

function exports(): DataRow {
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

interface Invisible {
  readonly text: string;
  readonly clean: string;
  readonly why: string;
}

/** The family name of a person as it comes out of the wire; null: refused. */
function nameReceived(family: string): string | null {
  const name = { ru: { family, given: 'Жолан' } };
  const parsed = received('person', { ...SOUND.person, name });
  if (!parsed.ok || !('d' in parsed.value) || parsed.value.t !== 'person') return null;
  return parsed.value.d.name.ru?.family ?? null;
}

function invisible(): DataRow {
  return rowOf({
    limitMs: FREEZE_MS,
    injected: 'invisible and turning characters in a name',
    expected: 'gone; a name of nothing else is refused',
    cases: hostile<Invisible>('invisible.jsonl'),
    named: ({ text, why }) => `${why}: ${JSON.stringify(text)}`,
    holds: ({ text, clean }) => {
      const hidden = Array.from(text)
        .filter((char) => !clean.normalize('NFD').includes(char))
        .join('');
      return nameReceived(text) === clean && (hidden === '' || nameReceived(hidden) === null);
    },
    control: ({ text, clean }) => text.trim() === clean,
  });
}

interface LookAlike {
  readonly word: string;
  readonly flagged: boolean;
  readonly why: string;
}

function lookAlikes(): DataRow {
  const flags = (word: string): boolean => {
    const one = person('p', { name: { ru: { family: word, given: 'Ж' } } });
    const faults = checkLedger(ledgerOf({ persons: [one] }));
    return faults.some(
      ({ code, field }) => code === 'lookAlikeLetters' && field.endsWith('family'),
    );
  };
  return rowOf({
    limitMs: FREEZE_MS,
    injected: 'names with look-alike letters, and plain ones',
    expected: 'named by the check of the ledger; plain names are not',
    cases: hostile<LookAlike>('look-alikes.jsonl'),
    named: ({ word, why }) => `${word} (${why})`,
    holds: ({ word, flagged }) => flags(word) === flagged,
    control: ({ flagged }) => !flagged,
  });
}

function ids(): DataRow {
  const book = (ledger: Ledger) =>
    JSON.stringify([
      postBook(indexLedger(ledger), ledger.posts[0]?.id ?? '', DAYS),
      personBook(indexLedger(ledger), ledger.persons[0]?.id ?? '', DAYS),
      checkLedger(ledger),
    ]);
  const renamed = (ledger: Ledger, id: string): Ledger =>
    JSON.parse(JSON.stringify(ledger).replaceAll('"io"', JSON.stringify(id)));
  const plain = book(ledgerSaying(PLAIN));
  // A book kept by plain objects, as the control, finds what every object has by itself.
  const naive: Record<string, unknown> = {};
  return rowOf({
    limitMs: FREEZE_MS,
    injected: 'ids that are names of every object, and paths',
    expected: 'they work as any other id, and no object gains a field',
    cases: hostile<{ readonly id: string }>('ids.jsonl').map(({ id }) => id),
    named: String,
    holds: (id) => {
      const parsed = received('promise', { ...SOUND.promise, id, postId: id }, id);
      const before = Object.getOwnPropertyNames(Object.prototype).length;
      const mine = book(renamed(ledgerSaying(PLAIN), id));
      const back = mine.replaceAll(JSON.stringify(id), '"io"').replaceAll(`post ${id}`, 'post io');
      return (
        parsed.ok &&
        back === plain &&
        Object.getOwnPropertyNames(Object.prototype).length === before
      );
    },
    control: (id) => naive[id] === undefined,
  });
}

/** JSON.parse and a cast, without schemas: nothing is refused. */
const refusesNothing = (): boolean => false;

interface Shape {
  readonly kind: Kind;
  readonly patch: object;
  readonly field: string;
  readonly why: string;
}

function shapes(): DataRow {
  return rowOf({
    limitMs: FREEZE_MS,
    injected: 'wrong types, dates that are none, ids that are none',
    expected: "refused with the field's name",
    cases: hostile<Shape>('shapes.jsonl'),
    named: ({ kind, patch }) => `${kind} ${JSON.stringify(patch)}`,
    holds: ({ kind, patch, field }) => {
      const sound = received(kind, SOUND[kind] ?? {});
      const parsed = received(kind, { ...SOUND[kind], ...patch });
      return sound.ok && !parsed.ok && parsed.field === `d.${field}`;
    },
    control: refusesNothing,
  });
}

const MB = 1_048_576;

interface Size {
  readonly what: string;
  readonly line: string;
  readonly field: string;
}

function sizesOf(): readonly Size[] {
  const long = 'я'.repeat(MB);
  const line = (t: Kind, d: object) => JSON.stringify({ t, id: 'x', r: 1, d });
  const { promise = {}, person: one = {}, membership = {} } = SOUND;
  const source = { url: 'https://news.example/1' };
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const withDeep = line('promise', promise).replace('"quote":null', `"quote":${deep}`);
  const unknownDeep = line('promise', promise).replace(
    '"quote":null',
    `"quote":null,"new":${deep}`,
  );
  return [
    {
      what: 'a name of 1 MB',
      field: 'd.name.ru.family',
      line: line('person', { ...one, name: { ru: { family: long, given: 'Ж' } } }),
    },
    {
      what: 'a text of 1 MB',
      field: 'd.text.ru',
      line: line('promise', { ...promise, text: { ru: long } }),
    },
    {
      what: 'a quotation of 1 MB',
      field: 'd.quote',
      line: line('promise', { ...promise, quote: long }),
    },
    {
      what: 'a name of 1 MB of nothing',
      field: 'd.name.ru.family',
      line: line('person', { ...one, name: { ru: { family: '\u200b'.repeat(MB), given: 'Ж' } } }),
    },
    {
      what: 'a name of 1 MB of marks over one letter',
      field: 'd.name.ru.family',
      line: line('person', {
        ...one,
        name: { ru: { family: `a${'\u0301'.repeat(MB)}`, given: 'Ж' } },
      }),
    },
    {
      what: 'an address of 1 MB',
      field: 'd.source.url',
      line: line('promise', { ...promise, source: { url: `https://a.kz/${'a'.repeat(MB)}` } }),
    },
    {
      what: 'an id of 1 MB',
      field: 'd.postId',
      line: line('promise', { ...promise, postId: 'a'.repeat(MB) }),
    },
    {
      what: '20,000 sources',
      field: 'd.sources',
      line: line('membership', {
        ...membership,
        sources: Array.from({ length: 20_000 }, () => source),
      }),
    },
    {
      what: '20,000 other names',
      field: 'd.otherNames',
      line: line('person', {
        ...one,
        otherNames: Array.from({ length: 20_000 }, () => ({ name: 'x' })),
      }),
    },
    { what: 'a field as deep as 100,000', field: 'd.quote', line: withDeep },
    { what: 'an unknown field as deep as 100,000', field: '', line: unknownDeep },
  ];
}

function sizes(): DataRow {
  return rowOf({
    limitMs: FREEZE_MS,
    injected: 'sizes and depths',
    expected:
      "refused with the field's name; an unknown field, however deep, is dropped or refused",
    cases: sizesOf(),
    named: ({ what }) => what,
    holds: ({ line, field }) => {
      const parsed = parseChange(line);
      return field === '' ? parsed.ok || parsed.field !== '' : !parsed.ok && parsed.field === field;
    },
    control: refusesNothing,
  });
}

interface Ring {
  readonly code: FaultCode;
  readonly ledger: Ledger;
  readonly length: number;
}

function ringsOf(): readonly Ring[] {
  const LENGTHS = [1, 2, 3, 50, 1_000];
  return LENGTHS.flatMap((length): readonly Ring[] => {
    const at = Array.from({ length }, (_, i) => i);
    const next = (i: number) => (i + 1) % length;
    const areas = at.map((i) => area(`a${i}`, { parentId: `a${next(i)}` }));
    const promises = at.map((i) => said(`x${i}`, 'q', { repeatsId: `x${next(i)}` }));
    const memberships = at.map((i) => held('q', { id: `m${i}`, followsId: `m${next(i)}` }));
    const lineages = at.map((i) => step(`p${i}`, `p${next(i)}`, '2020-01-01'));
    return [
      { code: 'areaRing', length, ledger: ledgerOf({ areas }) },
      { code: 'repeatRing', length, ledger: ledgerOf({ promises }) },
      { code: 'followsRing', length, ledger: ledgerOf({ memberships }) },
      {
        code: 'lineageRing',
        length,
        ledger: ledgerOf({ lineages, promises: [said('x', 'q', { postId: 'p0' })] }),
      },
    ];
  });
}

const STEPS = 10_000;

function walkEnds(code: FaultCode, { areas, promises, memberships, lineages }: Ledger): boolean {
  const links: Readonly<Partial<Record<FaultCode, readonly (readonly [string, string | null])[]>>> =
    {
      areaRing: areas.map((one) => [one.id, one.parentId]),
      repeatRing: promises.map((one) => [one.id, one.repeatsId]),
      followsRing: memberships.map((one) => [one.id, one.followsId]),
      lineageRing: lineages.map((one) => [one.fromPostId, one.toPostId]),
    };
  const next = new Map(links[code]);
  let [at] = next.keys();
  for (let left = STEPS; left > 0 && at !== undefined; left--) at = next.get(at) ?? undefined;
  return at === undefined;
}

function rings(): DataRow {
  const endsWithBooks = (ledger: Ledger): boolean => {
    const index = indexLedger(ledger);
    const books = [
      ...ledger.posts.slice(0, 3).map(({ id }) => postBook(index, id, DAYS)),
      ...ledger.persons.slice(0, 3).map(({ id }) => personBook(index, id, DAYS)),
    ];
    return books.every((book) => book !== null);
  };
  return rowOf({
    limitMs: null,
    injected: 'rings of areas, repeats, followers and lineages, of 1 to 1,000',
    expected: 'named by the check of the ledger; the books of all in them still end',
    cases: ringsOf(),
    named: ({ code, length }) => `${code} of ${length}`,
    holds: ({ code, ledger }) =>
      checkLedger(ledger).some((fault) => fault.code === code) && endsWithBooks(ledger),
    // A walk without a memory of where it was.
    control: ({ code, ledger }) => walkEnds(code, ledger),
  });
}

/** Promises on one office: a flood in `npm run faults`, enough to tell N from N² in `npm test`. */
const FLOOD = TRIES > 0 ? 100_000 : 2_000;

interface Flood {
  readonly shape: string;
  /** What promise number `i` of `n` repeats. */
  readonly repeats: (i: number, n: number) => number | null;
}

const FLOODS: readonly Flood[] = [
  { shape: 'none repeats another', repeats: () => null },
  { shape: 'all repeat one', repeats: (i) => (i === 0 ? null : 0) },
  { shape: 'each repeats the one before', repeats: (i) => (i === 0 ? null : i - 1) },
  { shape: 'all are one ring', repeats: (i, n) => (i + 1) % n },
];

function floodOf({ repeats }: Flood): Ledger {
  const promises = Array.from({ length: FLOOD }, (_, i) => {
    const repeated = repeats(i, FLOOD);
    return said(`x${i}`, 'q', {
      saidOn: `20${10 + (i % 15)}-0${1 + (i % 9)}-1${i % 10}`,
      repeatsId: repeated === null ? null : `x${repeated}`,
    });
  });
  return ledgerOf({ promises, memberships: [held('q', { startDate: '2005-01-01' })] });
}

/** Steps of a search through the whole chain for the place of each of its promises, up to a hundred a promise. */
function naiveSteps(ledger: Ledger): number {
  const chained = ledger.promises.filter(({ repeatsId }) => repeatsId !== null);
  let steps = 0;
  for (const promise of chained) {
    for (const other of chained) {
      steps++;
      if (other === promise || steps > 100 * FLOOD) break;
    }
  }
  return steps;
}

function floods(): DataRow {
  return rowOf({
    limitMs: null,
    injected: `${FLOOD} promises on one office, repeating each other in four ways`,
    expected: 'the book holds all of them, in time that grows as their number does',
    cases: FLOODS.map((flood) => ({ ...flood, ledger: floodOf(flood) })),
    named: ({ shape }) => shape,
    holds: ({ ledger, repeats }) => {
      const book = postBook(indexLedger(ledger), 'p', DAYS);
      const last = book?.open.find(({ promise }) => promise.id === `x${FLOOD - 1}`);
      const total = repeats(1, FLOOD) === null ? undefined : FLOOD;
      return book?.counts.total === FLOOD && last?.repeat?.total === total;
    },
    control: ({ ledger }) => naiveSteps(ledger) <= 100 * FLOOD,
  });
}

/** Puts the whole hostile corpus in; every row says what came of it. */
export function dataFaults(): readonly DataRow[] {
  return [
    ...addresses(),
    markup(extensionMarkup, "markup in every text, on the extension's pages and card"),
    markup(trackerMarkup, "markup in every text, on the tracker's pages and feeds"),
    exports(),
    invisible(),
    lookAlikes(),
    ids(),
    shapes(),
    sizes(),
    rings(),
    floods(),
  ];
}
