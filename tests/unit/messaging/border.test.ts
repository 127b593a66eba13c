import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  answerOwnPages,
  answerPages,
  type FromOwnPageHandlers,
  type FromPageHandlers,
} from '@/lib/messaging/answer-background';
import { CallError } from '@/lib/messaging/call';
import { parseSettings, type Settings } from '@/lib/messaging/settings';

const ID = 'test-extension-id';
const OWN = `chrome-extension://${ID}`;

type Sender = Parameters<FromPageHandlers['findOfficials']>[1];
type Listener = (
  message: unknown,
  sender: Sender,
  respond: (envelope: unknown) => void,
) => true | undefined;

const PAGE: Sender = {
  id: ID,
  url: 'https://news.example/a',
  frameId: 0,
  // A tab has many more fields; none of them is read here.
  tab: { id: 7, incognito: false } as NonNullable<Sender['tab']>,
};
const POPUP: Sender = { id: ID, url: `${OWN}/popup.html` };

const listeners: Listener[] = [];
const calls: string[] = [];
const failures: unknown[] = [];

function noted<T>(name: string, answer: T): () => Promise<T> {
  return async () => {
    calls.push(name);
    return answer;
  };
}

const FROM_PAGE: FromPageHandlers = {
  readPage: noted('readPage', { on: true }),
  findOfficials: noted('findOfficials', {
    marks: [],
    officials: [],
    issued: null,
    strings: { clip: '', nothing: '', reload: '', privateWindow: '', failed: '' },
  }),
  loadPart: async () => {
    throw new RangeError('unforeseen');
  },
  cardData: async () => {
    throw new CallError('privateWindow', 'not here');
  },
  openDraft: noted('openDraft', { clipId: 'c' }),
  quotesOfPage: noted('quotesOfPage', { quotes: [], more: 0 }),
  quotesChecked: noted('quotesChecked', {}),
  openLedger: noted('openLedger', {}),
};
const FROM_OWN: FromOwnPageHandlers = {
  syncNow: noted('syncNow', { state: 'success' }),
  flushClips: noted('flushClips', { sent: 0, waiting: 0 }),
  withdrawClip: noted('withdrawClip', { state: 'withdrawn' }),
};

beforeEach(() => {
  listeners.length = 0;
  calls.length = 0;
  failures.length = 0;
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path) => `${OWN}${path}`);
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    // The fake browser's listeners know no sender; these are called with one below.
    listeners.push(listener as unknown as Listener);
  });
  fakeBrowser.runtime.id = ID;
  const failed = (_: string, error: unknown) => void failures.push(error);
  answerPages(FROM_PAGE, failed);
  answerOwnPages(FROM_OWN, failed);
});

/** What the browser does with a message: the first listener that says `true` answers. */
async function send(message: unknown, sender: Sender): Promise<unknown> {
  return await new Promise((resolve) => {
    const isTaken = listeners.some((listener) => listener(message, sender, resolve) === true);
    if (!isTaken) resolve('nobody');
  });
}

const FIND = { blocks: ['Аким'], title: '', date: null };
const CHECKS = {
  textDigest: 'a',
  checks: [{ clipId: 'c', state: 'changed', diff: [{ was: '5 км', now: null }] }],
};
const DRAFT = {
  quote: 'Отремонтируем дорогу',
  selectors: [],
  article: {
    url: 'https://news.example/a',
    title: 't',
    publisher: 'p',
    publishedOn: null,
    dateOrigin: 'none',
    lang: 'ru',
    textDigest: 'a',
    context: '',
  },
  speaker: null,
};

describe('who may call what', () => {
  it.each([
    ['a content script looks up', 'findOfficials', FIND, PAGE, true],
    ['a content script opens a draft', 'openDraft', DRAFT, PAGE, true],
    ['one of our pages looks up', 'findOfficials', FIND, POPUP, true],
    ['one of our pages syncs', 'syncNow', {}, POPUP, true],
    [
      'one of our pages in a tab syncs',
      'syncNow',
      {},
      { ...PAGE, url: `${OWN}/ledger.html` },
      true,
    ],
    ['a content script says what became of quotes', 'quotesChecked', CHECKS, PAGE, true],
    ['another extension says so', 'quotesChecked', CHECKS, { ...PAGE, id: 'other' }, false],
    ['a content script syncs', 'syncNow', {}, PAGE, false],
    ['a content script sends clips', 'flushClips', {}, PAGE, false],
    ['a content script takes a clip back', 'withdrawClip', { clipId: 'c' }, PAGE, false],
    ['another extension looks up', 'findOfficials', FIND, { ...PAGE, id: 'other' }, false],
    ['another extension syncs', 'syncNow', {}, { ...POPUP, id: 'other' }, false],
    [
      'a page whose address begins like ours',
      'syncNow',
      {},
      { ...PAGE, url: `${OWN}.evil.example/` },
      false,
    ],
    ['no sender id', 'findOfficials', FIND, { url: 'https://news.example/' }, false],
    ['our id, but neither tab nor page', 'findOfficials', FIND, { id: ID }, false],
  ] as const)('%s: %s', async (_, call, request, sender, isAllowed) => {
    const answer = await send({ call, request }, sender);
    expect(answer).toMatchObject(isAllowed ? { ok: true } : { ok: false, code: 'forbidden' });
    expect(calls).toEqual(isAllowed ? [call] : []);
  });

  it.each([
    undefined,
    null,
    7,
    'findOfficials',
    [],
    {},
    { call: 5 },
    { call: 'toString' },
    { call: '__proto__' },
  ])('a message that is none (%o) is left to others', async (message) => {
    expect(await send(message, PAGE)).toBe('nobody');
  });
});

describe('what may be asked', () => {
  it.each([
    ['findOfficials', undefined, 'request'],
    ['findOfficials', { ...FIND, blocks: 'text' }, 'blocks'],
    ['findOfficials', { ...FIND, blocks: ['a', 1] }, 'blocks[1]'],
    ['findOfficials', { ...FIND, date: '07.02.2020' }, 'date'],
    ['findOfficials', { ...FIND, date: undefined }, 'date'],
    ['openDraft', { ...DRAFT, quote: '  ' }, 'quote'],
    ['openDraft', { ...DRAFT, quote: 'x'.repeat(8_001) }, 'quote'],
    ['openDraft', { ...DRAFT, selectors: [{}] }, 'selectors[0].quote'],
    ['openDraft', { ...DRAFT, selectors: Array.from({ length: 41 }, () => ({})) }, 'selectors'],
    ['openDraft', { ...DRAFT, article: null }, 'article'],
    [
      'openDraft',
      { ...DRAFT, article: { ...DRAFT.article, dateOrigin: 'guess' } },
      'article.dateOrigin',
    ],
    ['openDraft', { ...DRAFT, speaker: { personId: 1, postId: null } }, 'speaker.personId'],
    ['openLedger', { hash: {} }, 'hash'],
  ])('%s refuses %o and names the field', async (call, request, field) => {
    const answer = await send({ call, request }, PAGE);
    expect(answer).toMatchObject({ ok: false, code: 'badRequest' });
    expect(answer).toHaveProperty(
      'message',
      expect.stringMatching(new RegExp(`^${field.replace(/[[\].]/g, '\\$&')}:`)),
    );
    expect(calls).toEqual([]);
  });

  it('what is not asked for does not come through', async () => {
    const seen: unknown[] = [];
    listeners.length = 0;
    answerPages(
      {
        ...FROM_PAGE,
        openDraft: async (request) => {
          seen.push(request);
          return { clipId: 'c' };
        },
      },
      () => undefined,
    );
    await send({ call: 'openDraft', request: { ...DRAFT, state: 'accepted', token: 'x' } }, PAGE);
    expect(seen).toEqual([DRAFT]);
  });
});

describe('failures', () => {
  it('a refusal in words reaches the page with its code', async () => {
    const request = { personId: 'p', postId: null, date: null, pageUrl: 'https://news.example/' };
    expect(await send({ call: 'cardData', request }, PAGE)).toEqual({
      ok: false,
      code: 'privateWindow',
      message: 'not here',
    });
    expect(failures).toEqual([]);
  });

  it('what nobody foresaw is reported once', async () => {
    expect(await send({ call: 'loadPart', request: { part: 'card' } }, PAGE)).toMatchObject({
      code: 'failed',
    });
    expect(failures).toEqual([new RangeError('unforeseen')]);
  });

  it('a handler starts in the turn of the message, so that a click still counts', async () => {
    const answer = send({ call: 'openDraft', request: DRAFT }, PAGE);
    expect(calls).toEqual(['openDraft']);
    await answer;
  });
});

describe('settings', () => {
  const usual: Settings = {
    lang: 'kk',
    theme: 'auto',
    markAll: false,
    markStyle: 'underline',
    clipButton: true,
    cardOpens: 'rest',
    paused: false,
    hintSeen: false,
    sitesOff: [],
  };

  it.each([
    [undefined, usual],
    [null, usual],
    ['x', usual],
    [{ lang: 'de', theme: 1, markAll: 'yes', sitesOff: 'all' }, usual],
    [
      { lang: 'en', markAll: true },
      { ...usual, lang: 'en', markAll: true },
    ],
    [{ cardOpens: 'never', paused: 1 }, usual],
    [
      { cardOpens: 'shift', paused: true },
      { ...usual, cardOpens: 'shift', paused: true },
    ],
    [{ sitesOff: ['a.kz', 3] }, { ...usual, sitesOff: ['a.kz'] }],
  ])('%o is read field by field', (stored, settings) => {
    expect(parseSettings(stored, usual)).toEqual(settings);
  });
});
