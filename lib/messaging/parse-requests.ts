import type { Lang, SourceState } from '@/lib/ledger/records';
import {
  bad,
  choice,
  dateOrNull,
  fields,
  list,
  selectorGroup,
  TEXT_MAX,
  text,
  textOrNull,
} from './parse-parts';
import {
  type ChecksRequest,
  type ClipRequest,
  type FromOwnPage,
  type FromPage,
  PAGE_PARTS,
} from './protocol';

/** A page with more blocks than this is no article: 50,000 nodes is the hostile page of the tests. */
const BLOCKS_MAX = 100_000;
/** A quote over more blocks than this is a page. */
const GROUPS_MAX = 40;
/** As the tracker's limit for a quotation; more could never be sent. */
const QUOTE_MAX = 8_000;

type PageParsers = { readonly [C in keyof FromPage]: (request: unknown) => FromPage[C]['request'] };
type OwnParsers = {
  readonly [C in keyof FromOwnPage]: (request: unknown) => FromOwnPage[C]['request'];
};

function clipArticle(value: unknown): ClipRequest['article'] {
  const article = fields(value, 'article');
  const lang = article['lang'];
  return {
    url: text(article['url'], 'article.url'),
    title: text(article['title'], 'article.title'),
    publisher: text(article['publisher'], 'article.publisher'),
    publishedOn: dateOrNull(article['publishedOn'], 'article.publishedOn'),
    dateOrigin: choice(article['dateOrigin'], 'article.dateOrigin', [
      'jsonLd',
      'meta',
      'time',
      'visible',
      'none',
    ]),
    lang: lang === null ? null : choice<Lang>(lang, 'article.lang', ['ru', 'kk', 'en']),
    textDigest: text(article['textDigest'], 'article.textDigest', 64),
    context: text(article['context'], 'article.context', TEXT_MAX),
  };
}

function clipSpeaker(value: unknown): ClipRequest['speaker'] {
  if (value === null) return null;
  const speaker = fields(value, 'speaker');
  return {
    personId: text(speaker['personId'], 'speaker.personId'),
    postId: textOrNull(speaker['postId'], 'speaker.postId'),
  };
}

/** Clips of one page that are checked in one message; nobody quotes a page more often. */
const CHECKS_MAX = 1_000;

function quoteCheck(value: unknown, field: string): ChecksRequest['checks'][number] {
  const { clipId, state, diff } = fields(value, field);
  return {
    clipId: text(clipId, `${field}.clipId`),
    state: choice<SourceState>(state, `${field}.state`, ['found', 'changed', 'gone']),
    diff: list(diff, `${field}.diff`, GROUPS_MAX, (line, at) => {
      const { was, now } = fields(line, at);
      return {
        was: text(was, `${at}.was`, QUOTE_MAX),
        now: now === null ? null : text(now, `${at}.now`, 2 * QUOTE_MAX),
      };
    }),
  };
}

function nonBlank(value: string, field: string): string {
  return value.trim() === '' ? bad(field, 'text that is not blank') : value;
}

/** Readers of what content scripts ask. */
export const PAGE_REQUESTS: PageParsers = {
  readPage: () => ({}),
  findOfficials: (request) => {
    const { blocks, title, date } = fields(request, 'request');
    return {
      blocks: list(blocks, 'blocks', BLOCKS_MAX, (block, field) => text(block, field, 20_000_000)),
      title: text(title, 'title', TEXT_MAX),
      date: dateOrNull(date, 'date'),
    };
  },
  loadPart: (request) => ({ part: choice(fields(request, 'request')['part'], 'part', PAGE_PARTS) }),
  cardData: (request) => {
    const { personId, postId, date, pageUrl } = fields(request, 'request');
    return {
      personId: text(personId, 'personId'),
      postId: textOrNull(postId, 'postId'),
      date: dateOrNull(date, 'date'),
      pageUrl: text(pageUrl, 'pageUrl'),
    };
  },
  openDraft: (request) => {
    const { quote, selectors, article, speaker } = fields(request, 'request');
    return {
      quote: nonBlank(text(quote, 'quote', QUOTE_MAX), 'quote'),
      selectors: list(selectors, 'selectors', GROUPS_MAX, selectorGroup),
      article: clipArticle(article),
      speaker: clipSpeaker(speaker),
    };
  },
  quotesOfPage: (request) => ({ url: text(fields(request, 'request')['url'], 'url') }),
  quotesChecked: (request) => {
    const { textDigest, checks } = fields(request, 'request');
    return {
      textDigest: text(textDigest, 'textDigest', 64),
      checks: list(checks, 'checks', CHECKS_MAX, quoteCheck),
    };
  },
  openLedger: (request) => ({ hash: text(fields(request, 'request')['hash'], 'hash') }),
};

/** Readers of what our own pages ask. */
export const OWN_REQUESTS: OwnParsers = {
  syncNow: () => ({}),
  flushClips: () => ({}),
  withdrawClip: (request) => ({ clipId: text(fields(request, 'request')['clipId'], 'clipId') }),
};
