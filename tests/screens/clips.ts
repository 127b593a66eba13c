const STATES = [
  { name: 'draft' },
  { name: 'queued' },
  { name: 'sent' },
  { name: 'accepted' },
  { name: 'merged', survivorId: 'kz-p05' },
  { name: 'rejected', reason: 'Это поручение, а не обещание' },
  { name: 'blocked', by: 'consent' },
  { name: 'dead', reason: 'source.url: an https or http address' },
] as const;

const idOf = (at: number) => `01920000-0000-7000-8000-00000000000${at}`;

/** The draft of a clipped page among them. */
export const DRAFT_ID = idOf(0);

/** A file of own clips, one in each state, as the extension exports it; every second one is heard, without a page. */
export function clipFile(): string {
  const clips = STATES.map((state, at) => ({
    id: idOf(at),
    createdAt: '2026-11-20T08:00:00.000Z',
    updatedAt: '2026-11-20T08:00:00.000Z',
    draft: {
      text: { ru: `Провести водопровод в микрорайон № ${at + 1} до конца года` },
      quote: at % 2 === 1 ? null : 'проведём водопровод до конца года',
      lang: 'ru',
      topic: 'water',
      areaId: null,
      personId: null,
      postId: null,
      boundTo: 'post',
      saidOn: '2026-11-19',
      dueOn: '2026-12',
      occasion: 'reportMeeting',
      speech: 'direct',
      repeatsId: null,
    },
    article:
      at % 2 === 1
        ? null
        : {
            url: `https://news.example/article-${at}`,
            title: 'Отчётная встреча',
            publisher: 'news.example',
            publishedOn: '2026-11-19',
            dateOrigin: 'jsonLd',
            lang: 'ru',
            textDigest: 'a'.repeat(64),
            context: '',
          },
    selectors: [],
    state,
    attempts: at,
    lastError: null,
  }));
  return JSON.stringify({ format: 1, clips });
}

/** A reader's clip about the akim of Astana, as the extension sends it to the tracker. */
export function queuedClip(text: string) {
  return {
    v: 1,
    text: { ru: text },
    quote: `${text}, сказал он`,
    lang: 'ru',
    topic: 'transport',
    areaId: null,
    personId: 'kassymbek-zhenis',
    postId: 'akim-710000000',
    boundTo: 'post',
    saidOn: '2026-11-20',
    dueOn: '2027-09',
    occasion: 'reportMeeting',
    speech: 'direct',
    repeatsId: null,
    source: {
      url: 'https://news.example/report',
      title: 'Отчётная встреча',
      publisher: 'news.example',
      selectors: [
        {
          quote: {
            type: 'TextQuoteSelector',
            exact: `${text}, сказал он`,
            prefix: 'На встрече говорили о делах: ',
            suffix: ' и обещал вернуться.',
          },
          position: { type: 'TextPositionSelector', start: 0, end: 10 },
        },
      ],
    },
    textDigest: 'b'.repeat(64),
    retrievedAt: '2026-11-25T02:00:00.000Z',
  };
}

/** A verdict on a promise of the starter ledger; with two editors to a verdict it waits. */
export function proposedVerdict(id: string) {
  return {
    id,
    promiseId: 'kz-p46',
    status: 'kept',
    on: '2026-10-01',
    note: { ru: 'Сдано и принято комиссией.' },
    sources: [{ url: 'https://news.example/report' }],
    recordedAt: '2026-10-02T00:00:00Z',
  } as const;
}
