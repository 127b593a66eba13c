import type { AreaClass, Occasion, Speech, StanceKind, Status, Topic } from '@/lib/ledger/records';
import { dateInWords, dateOfTerm } from '../dates';
import { pluralEn } from '../plurals';
import type { ruCommon } from '../ru/ui-common';

const STATUS: Record<Status, string> = {
  notRated: 'not rated',
  inProgress: 'in progress',
  stalled: 'stalled',
  kept: 'kept',
  partlyKept: 'kept in part',
  broken: 'not kept',
  unrateable: 'cannot be rated',
};

const STATUS_MEANING: Record<Status, string> = {
  notRated: 'recorded, nobody has checked it yet; it says nothing about the work',
  inProgress: 'a dated source shows work under way or money assigned',
  stalled: 'a dated source shows that the work stopped while still possible',
  kept: 'done, wholly or in all that matters',
  partlyKept: 'substantially less than was said, yet real',
  broken: 'the term passed and it is not done, or it was refused; the outcome, not the effort',
  unrateable: 'there is no measure, or it was conditional; the reason is given',
};

const TOPIC: Record<Topic, string> = {
  roads: 'roads',
  housing: 'housing and yards',
  utilities: 'power, heat, sewerage',
  water: 'water',
  gas: 'gas',
  transport: 'transport',
  schools: 'schools and kindergartens',
  health: 'health care',
  environment: 'environment',
  streetTrade: 'street trade',
  jobs: 'jobs and incomes',
  other: 'other',
};

const OCCASION: Record<Occasion, string> = {
  reportMeeting: 'report meeting',
  residentsMeeting: 'meeting with residents',
  briefing: 'briefing',
  interview: 'interview',
  session: 'session or sitting',
  socialMedia: 'social media',
  siteVisit: 'site visit',
  statement: 'statement',
};

const SPEECH: Record<Speech, string> = {
  direct: 'direct speech',
  reported: 'reported speech',
  plan: 'plan of an authority',
};

const STANCE: Record<StanceKind, string> = {
  renewed: 'a successor renewed the promise',
  acknowledged: 'a successor acknowledged the promise',
  disclaimed: 'a successor disclaimed the promise',
};

const AREA: Record<AreaClass, string> = {
  country: 'country',
  oblast: 'region',
  city: 'city',
  district: 'district',
  ruralDistrict: 'rural district',
  settlement: 'settlement',
};

/** Words that every place of the interface shares. */
export const enCommon: typeof ruCommon = {
  product: 'Uäde',
  status: STATUS,
  statusMeaning: STATUS_MEANING,
  topic: TOPIC,
  occasion: OCCASION,
  speech: SPEECH,
  stance: STANCE,
  areaClass: AREA,
  term: {
    noDate: 'no term given',
    notDue: (by) => by,
    dueSoon: (by) => `due soon: ${by}`,
    passedUnchecked: (by) => `term passed (${by}), not checked`,
    overdue: (by) => `term passed (${by})`,
  },
  promises: (n) => `${n} ${pluralEn(n, 'promise', 'promises')}`,
  sources: (n) => `${n} ${pluralEn(n, 'source', 'sources')}`,
  days: (n) => `${n} ${pluralEn(n, 'day', 'days')}`,
  months: (n) => `${n} ${pluralEn(n, 'month', 'months')}`,
  years: (n) => `${n} ${pluralEn(n, 'year', 'years')}`,
  dataDate: (day) => dateInWords('en', day),
  termDate: (day) => dateOfTerm('en', day),
  dataAge: (date) => `data as of ${date}`,
  dataOld: (date, days) =>
    `data as of ${date}, ${days} ${pluralEn(days, 'day', 'days')} old: things may have changed`,
  dataNone: 'no data loaded yet',
  sourceOpens: (host) => `source: ${host}, opens in a new tab`,
  close: 'Close',
  back: 'Back',
  retry: 'Try again',
  acting: 'acting',
  unknownHolder: 'who held the office is not established',
  disputedHolder: 'sources differ on who held the office',
  vacant: 'the office was vacant',
};
