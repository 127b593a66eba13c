import release from './release.json';

/**
 * Where the content script runs, and which tracker the build talks to.
 * The news hosts are those outlets of Kazakhstan that the starter ledger cites as sources and that are
 * not weak (copies, mirrors, aggregators); a test compares this list with the ledger.
 */
const OUTLETS = [
  'mgorod.kz',
  'inform.kz',
  'otyrar.kz',
  'astanatimes.com',
  'ktk.kz',
  'nur.kz',
  'lada.kz',
  'egemen.kz',
  'baq.kz',
  'time.kz',
  'informburo.kz',
  'yk-news.kz',
  'mtrk.kz',
  'zakon.kz',
  'primeminister.kz',
  'enbekshiqazaq.kz',
  'liter.kz',
  'kazpravda.kz',
  'bestnews.kz',
  'altyn-orda.kz',
  'ratel.kz',
  'astanatv.kz',
  'newtimes.kz',
  'tengrinews.kz',
  'caravan.kz',
  'smartnews.kz',
  'qmonitor.kz',
  'baigenews.kz',
  'inbusiness.kz',
  'zhetysutv.kz',
  'qostanai.media',
  'vlast.kz',
  'orda.kz',
  'sputniknews.kz',
  'ustinka.kz',
  'inaktau.kz',
  'azh.kz',
  'abai.kz',
  'almaty.tv',
  'kstnews.kz',
  'gov.kz',
] as const;

export const NEWS_HOSTS: string[] = OUTLETS.map((host) => `https://*.${host}/*`);

export const LOCAL_HOSTS: string[] = [
  'http://*.test/*',
  '*://*.example/*',
  'http://127.0.0.1/*',
  'http://localhost/*',
];

export const TRACKER = {
  /** The tracker of a released build. */
  production: release.tracker,
  /** The tracker that `npm start` runs. */
  local: 'http://127.0.0.1:8787',
};
