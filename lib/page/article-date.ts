import type { PartialDate } from '@/lib/ledger/records';
import type { Steps } from '@/lib/ledger/steps';
import type { DateOrigin } from '@/lib/messaging/protocol';
import { datesIn, dayOfStamp } from './dates';
import { isAround, isShown } from './element-kind';
import { meta, plain } from './headline';
import type { LinkedArticle } from './linked-data';
import { isLongerThan } from './nodes';
import { A_STEP } from './steps';

/** An article's day and where it was found; with origin `none` the date is null. */
export interface ArticleDate {
  readonly date: PartialDate | null;
  readonly origin: DateOrigin;
}

const META = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'datepublished',
  'pubdate',
  'publishdate',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'parsely-pub-date',
  'sailthru.date',
];

/** A date line is short; a paragraph that mentions a date is no date line. */
const MAX_LINE_CHARS = 120;
/** Elements looked at and no more, on a page of whatever size. */
const MAX_LINES = 4000;
/** Blocks looked at on each side of the headline. */
const LINES_AFTER = 8;
const LINES_BEFORE = 4;

/** Words that make a date another one: of a change, of today, of something to come. */
const OTHER_DATE =
  /обновл|измен|отредакт|сегодня|жаңартылды|өзгертілді|бүгін|updated|modified|today|©|copyright/i;
const PUBLISHED = /опубликован|дата публикации|жарияланған|жарияланды|published|posted on/i;
const HAS_DIGIT = /\d/;
const UPDATED_NAME = /modif|updat|upd\b/i;

function firstDate(line: string): PartialDate | null {
  if (line.length > MAX_LINE_CHARS) return null;
  let from = 0;
  for (const { date, index } of datesIn(line)) {
    // What stands between this date and the one before says what it is the date of.
    if (!OTHER_DATE.test(line.slice(from, index))) return date;
    from = index;
  }
  return null;
}

function fromMeta(doc: Document): PartialDate | null {
  for (const name of META) {
    const content = meta(doc, name);
    const day = content === '' ? null : dayOfStamp(content);
    if (day !== null) return day;
  }
  const item = doc.querySelector('meta[itemprop~="datePublished"]');
  return item === null ? null : dayOfStamp(item.getAttribute('content') ?? '');
}

/** Is it a date of the article, and not of a card, a comment or a ticker? */
function isOwn(element: Element, root: Element | null): boolean {
  for (
    let at: Element | null = element;
    at !== null && at.localName !== 'body';
    at = at.parentElement
  ) {
    if (at === root) return true;
    if (isAround(at) || at.localName === 'li' || at.localName === 'a') return false;
    if (at.localName === 'article' && root !== null && !at.contains(root) && !root.contains(at))
      return false;
  }
  return true;
}

function isOfChange(element: Element): boolean {
  const names = `${element.getAttribute('itemprop') ?? ''} ${element.className} ${element.parentElement?.className ?? ''}`;
  return (
    UPDATED_NAME.test(names) ||
    OTHER_DATE.test(element.previousSibling?.textContent?.slice(-40) ?? '')
  );
}

/** The `<time datetime>` nearest to the headline; that which is named as the date of publishing goes first. */
function fromTime(
  doc: Document,
  headline: Element | null,
  root: Element | null,
): PartialDate | null {
  const times = [...doc.querySelectorAll('time[datetime]')].filter(
    (time) => isOwn(time, root) && !isOfChange(time),
  );
  const named = times.find((time) => time.matches('[itemprop~="datePublished"], [pubdate]'));
  const ordered = named === undefined ? nearestFirst(times, headline ?? root) : [named];
  for (const time of ordered) {
    const day = dayOfStamp(time.getAttribute('datetime') ?? '');
    if (day !== null) return day;
  }
  return null;
}

/** Those after the anchor in page order, then those before it, the nearest first. */
function nearestFirst(elements: readonly Element[], anchor: Element | null): Element[] {
  if (anchor === null) return [...elements];
  const isAfter = (element: Element): boolean =>
    (anchor.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const after = elements.filter(isAfter);
  const before = elements.filter((element) => !isAfter(element)).reverse();
  return [...after.slice(0, 1), ...before.filter((element) => shareNear(element, anchor))];
}

/** Do two elements stand in one small part of the page? */
function shareNear(one: Element, other: Element): boolean {
  let at: Element | null = other;
  for (let up = 0; up < 3 && at !== null; up++) {
    if (at.localName === 'body') return false;
    if (at.contains(one)) return true;
    at = at.parentElement;
  }
  return false;
}

const LINES =
  'p, div, span, time, td, li, dd, small, em, i, b, font, a, address, section, h4, h5, h6';

/** Date lines in page order: elements whose own short text prints a date. */
function* dateLines(doc: Document, root: Element | null): Steps<Element[]> {
  const lines: Element[] = [];
  const elements = doc.querySelectorAll(LINES);
  yield;
  const count = Math.min(elements.length, MAX_LINES);
  for (let i = 0; i < count; i++) {
    const element = elements[i];
    if (i % A_STEP === A_STEP - 1) yield;
    if (element !== undefined && isDateLine(element, root)) lines.push(element);
  }
  return lines;
}

function isDateLine(element: Element, root: Element | null): boolean {
  if (isLongerThan(element, MAX_LINE_CHARS * 2)) return false;
  const raw = element.textContent;
  // Cheaper than any pattern of a date, and most lines have none.
  if (!HAS_DIGIT.test(raw)) return false;
  return firstDate(plain(raw)) !== null && isOwn(element, root) && isShown(element);
}

function* fromVisible(
  doc: Document,
  headline: Element | null,
  root: Element | null,
): Steps<PartialDate | null> {
  const anchor = headline ?? root;
  if (anchor === null) return null;
  const lines = (yield* dateLines(doc, root)).filter((line) => !line.contains(anchor));
  const isAfter = (element: Element): boolean =>
    (anchor.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const after = lines.filter((line) => isAfter(line) && isNear(anchor, line, root));
  const before = lines.filter((line) => !isAfter(line) && shareNear(line, anchor)).reverse();
  const labelled = lines.find((line) => PUBLISHED.test(line.textContent));
  const line = labelled ?? after.slice(0, LINES_AFTER)[0] ?? before.slice(0, LINES_BEFORE)[0];
  return line === undefined ? null : firstDate(plain(line.textContent));
}

/** Between headline and date line stand no paragraphs: only short lines, a picture, an author. */
function isNear(anchor: Element, line: Element, root: Element | null): boolean {
  const range = anchor.ownerDocument.createRange();
  range.setStartAfter(anchor);
  range.setEndBefore(line);
  const between = range.toString();
  const inside = root?.contains(line) === true && root.contains(anchor) === false;
  return plain(between).length < (inside ? 200 : 400);
}

/**
 * The day on which the article was published: JSON-LD, then meta, then `<time datetime>`, then a visible date
 * near the headline, else none (the order of the ledger's rules).
 */
export function* findDate(
  doc: Document,
  linked: LinkedArticle | null,
  headline: Element | null,
  root: Element | null,
): Steps<ArticleDate> {
  const jsonLd = linked === null ? null : dayOfStamp(linked.datePublished);
  if (jsonLd !== null) return { date: jsonLd, origin: 'jsonLd' };
  const fromTags = fromMeta(doc);
  if (fromTags !== null) return { date: fromTags, origin: 'meta' };
  const time = fromTime(doc, headline, root);
  if (time !== null) return { date: time, origin: 'time' };
  const visible = yield* fromVisible(doc, headline, root);
  return visible === null ? { date: null, origin: 'none' } : { date: visible, origin: 'visible' };
}
