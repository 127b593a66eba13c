/** What the bench runs in a fresh worker of a real browser: look-ups as the popup makes them, or a peer's. */
import { openCache } from '@/lib/storage/cache';
import { lookUpRows } from '../../entrypoints/own-page/look-up-rows';
import { type Find, miniSearch, prefixScan, TODAY } from './_lookup-peers';

declare const scriptStart: number;

export interface LookUpQuestion {
  readonly by: 'ours' | 'mini' | 'scan';
  /** Each is typed letter by letter, and asked at every letter. */
  readonly queries: readonly string[];
}

/** From the script's start to the first answer, then every later one, and how many queries found anybody. */
export interface LookUpTimes {
  readonly first: number;
  readonly later: readonly number[];
  readonly found: number;
}

function ours(): Find {
  const desk = { cache: openCache(), lang: 'ru', onPage: new Set<string>(), today: TODAY } as const;
  return async (query) => (await lookUpRows(query, desk)).length;
}

const WAYS = { ours, mini: miniSearch, scan: prefixScan } as const;

async function answer({ by, queries }: LookUpQuestion): Promise<void> {
  const find = WAYS[by]();
  const later: number[] = [];
  let first = Number.NaN;
  let found = 0;
  for (const query of queries) {
    let rows = 0;
    for (let end = 2; end <= query.length; end += 1) {
      const start = performance.now();
      rows = await find(query.slice(0, end));
      const now = performance.now();
      if (Number.isNaN(first)) first = now - scriptStart;
      else later.push(now - start);
    }
    if (rows > 0) found += 1;
  }
  self.postMessage({ first, later, found });
}

self.addEventListener('message', ({ data }: MessageEvent<LookUpQuestion>) => {
  // A failure reaches the page as the worker's error.
  answer(data).catch((error: unknown) =>
    setTimeout(() => {
      throw error;
    }),
  );
});
