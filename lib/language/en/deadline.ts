import type { DeadlineRule, DeadlineWords } from '../deadline-words';
import {
  EN_DAYS,
  EN_HOLIDAYS,
  EN_MONTHS,
  EN_NUMBERS,
  EN_ORDINALS,
  EN_SEASONS,
  EN_UNITS,
  EN_WEEKDAYS,
} from './deadline-tables';

const PREP =
  '(?:no later than|not later than|by the time of|by|before|until|till|in|on|during|within|through|to|from|for|come|around|as early as|not until|due(?: in| on| by)?|ready for)';
const PART =
  '(?:(?:the )?(?:very )?(?:end|close|start|beginning|middle|first days|last days|last day|first half|second half|first week|last week)(?: of)?(?: the)?|late|early|mid-?|mid)';

const DATES: readonly DeadlineRule[] = [
  {
    pattern:
      '(?:from|between) (?:the )?{d1}(?:st|nd|rd|th)?(?: {month1})? (?:to|and|until) (?:the )?{d}(?:st|nd|rd|th)?(?: of)? {month}{yp}',
    means: { as: 'date' },
  },
  {
    pattern: '(?:{d1}(?:st|nd|rd|th)? ?- ?)?{d}(?:st|nd|rd|th)?(?: of)? {month}{yp}',
    means: { as: 'date' },
  },
  { pattern: '(?:{prep} )?{month} {d}(?:st|nd|rd|th)?{yp}', means: { as: 'date' } },
  { pattern: String.raw`{d}[./]{mm}[./](?<y>20\d\d)`, means: { as: 'date' } },
  {
    pattern: '(?:from|between) {month1}{yp1} (?:to|and|until|through) {month}{yp}',
    means: { as: 'date' },
  },
  { pattern: `{prep} (?:{part} ?)?(?:next |this |the coming )?{month}{yp}`, means: { as: 'date' } },
  { pattern: `{part} ?{month}{yp}`, means: { as: 'date' } },
  { pattern: '{month} {yps}', means: { as: 'date' } },
  { pattern: '(?:will|would) (?:now )?be {month}{yp}', means: { as: 'date' } },
  { pattern: '(?:this|the coming) {month}', means: { as: 'date' } },
  {
    pattern: '{month}(?: {y})? (?:will (?:see|bring)|is the (?:deadline|month))',
    means: { as: 'date' },
  },
  {
    pattern: '(?:now|instead) (?:speaks?|talks?|says?|spoke|talked) (?:of|about) {month}{yp}',
    means: { as: 'date' },
  },
  { pattern: '{prep} (?:{part} ?)?{month} (?:of )?{rel}', means: { as: 'date' } },
  {
    pattern: String.raw`(?:deadline|date|target|opening)(?: is| is now|:| -) {month}{yp}`,
    means: { as: 'date' },
  },
];

const YEARS: readonly DeadlineRule[] = [
  { pattern: '(?:named|set|gave|picked) {y} as', means: { as: 'year' } },
  {
    pattern: '(?:in |over |during |from |between )?{y1} ?(?:-|to|and|until) ?{y}',
    means: { as: 'year' },
  },
  { pattern: '{prep} (?:the )?(?:year )?(?:{part} ?)?(?:of )?{y}', means: { as: 'year' } },
  { pattern: String.raw`(?:deadline|date|target)(?: is| is now|:| -) {y}`, means: { as: 'year' } },
  { pattern: '(?:{prep} )?(?:{part} ?)?(?:of )?{rel}', means: { as: 'year' } },
  {
    pattern:
      '(?:by|before|at|until) (?:the )?(?:end|close) of the year|by year-?\'?s?[ -]end|before year[ -]end|before the year (?:is out|ends|is over)|by the year"s end|later in the year|by the year end',
    means: { as: 'year', add: 0 },
  },
];

const SEASONS: readonly DeadlineRule[] = [
  {
    pattern:
      '(?:by|before|until|till|in time for|ahead of|come) (?:the )?(?:start of |beginning of |onset of )?(?:the )?(?:{next} |{this} )?{season}{yp}',
    means: { as: 'season', edge: 'first' },
  },
  {
    pattern:
      '(?:by|in|before|until) (?:mid|the middle of)[ -](?:the )?(?:{next} |{this} )?{season}{yp}',
    means: { as: 'season', edge: 'middle' },
  },
  {
    pattern:
      '(?:by|before|at|until|in) (?:the )?(?:end of|close of|late) (?:the )?(?:{next} |{this} )?{season}{yp}',
    means: { as: 'season', edge: 'last' },
  },
  {
    pattern: 'before (?:the )?(?:{next} |{this} )?{season} (?:is over|is out|ends){yp}',
    means: { as: 'season', edge: 'last' },
  },
  {
    pattern:
      '(?:in|over|during|through|for|within) (?:the )?(?:course of )?(?:the )?(?:{next} |{this} )?{season}{yp}',
    means: { as: 'season', edge: 'last' },
  },
  { pattern: '(?:{next}|{this}) {season}{yp}', means: { as: 'season', edge: 'last' } },
  {
    pattern:
      '(?:now|instead) (?:speaks?|talks?|says?|spoke|talked) (?:of|about) (?:the )?(?:{next} |{this} )?{season}{yp}',
    means: { as: 'season', edge: 'last' },
  },
  {
    pattern: '{season}(?: {y})? will (?:see|bring)',
    means: { as: 'season', edge: 'last' },
  },
];

const PARTS: readonly DeadlineRule[] = [
  {
    pattern: '(?:{prep} )?(?:the )?(?:{part} )?(?:the )?{ord} half(?: of)?(?: the year)?{yp}',
    means: { as: 'half' },
  },
  {
    pattern: '{prep} (?:the )?(?:{part} )?(?:the )?{ord} quarter(?: of(?: the year)?)?{yp}',
    means: { as: 'quarter' },
  },
  { pattern: '(?:{prep} )?(?:{part} )?(?<ord>q[1-4])(?: of)?{yp}', means: { as: 'quarter' } },
  {
    pattern: '(?:by|before|in|at) (?:the )?(?:end of )?(?:the |{this} )quarter',
    means: { as: 'quarter', of: 'this' },
  },
  {
    pattern: '(?:{prep} )?(?:the )?(?:end of )?(?:the )?{next} quarter',
    means: { as: 'quarter', of: 'next' },
  },
];

const IN_SPAN =
  '(?:in no more than|in less than|in under|within|inside|in|over|during|after|give us|give me|we need|i need|(?:it|that|this|which)(?: will|"ll) take(?: us)?|will take(?: us)?|takes?|give it|for)';
const SOON =
  '(?:the )?(?:next |coming |following |course of |space of |another |just |about |only |at most |exactly |full )*';

const SPANS: readonly DeadlineRule[] = [
  {
    pattern: `${IN_SPAN} ${SOON}(?:{n1}(?: or | to |(?<=\\d)-))?{n}(?<half> and a half)?[ -]{unit}(?:" time| from now)?`,
    means: { as: 'span' },
  },
  { pattern: `${IN_SPAN} ${SOON}(?:a|one) {unit} and a half`, means: { as: 'span', n: 1.5 } },
  {
    pattern: `${IN_SPAN} ${SOON}(?:half a year|half of a year|a half-year|half year|six months" time)`,
    means: { as: 'span', n: 1, unit: 'halfYear' },
  },
  { pattern: `${IN_SPAN} ${SOON}half a {unit}`, means: { as: 'span', n: 0.5 } },
  {
    pattern: `${IN_SPAN} ${SOON}(?:a |one )?fortnight(?:"s time)?`,
    means: { as: 'span', n: 2, unit: 'week' },
  },
  {
    pattern:
      '(?:bear with us|wait|be patient|hold on)(?: for)? (?:another |just |only )?{n}(?<half> and a half)?[ -]{unit}',
    means: { as: 'span' },
  },
  { pattern: '(?:the )?next {n} {unit} will', means: { as: 'span' } },
  { pattern: '{n}(?<half> and a half)? {unit} from (?:now|today)', means: { as: 'span' } },
  {
    pattern: '(?:half a year|six months) from (?:now|today)',
    means: { as: 'span', n: 6, unit: 'month' },
  },
  { pattern: '(?:within|inside|in) (?:the )(?:next )?{unit}', means: { as: 'span' } },
];

const NEAR: readonly DeadlineRule[] = [
  {
    pattern:
      '(?:by|before|at|until) (?:the )?end of (?:the|this) month|this month|before the month is out|by month-end|before the month ends',
    means: { as: 'month', add: 0 },
  },
  {
    pattern: '(?:by |before |in |at )?(?:the )?(?:end of )?next month',
    means: { as: 'month', add: 1 },
  },
  {
    pattern:
      '(?:by|before|at|until) (?:the )?(?:end of (?:the|this) week|week"?s? end|weekend)|this week|before the week is out',
    means: { as: 'week', add: 0 },
  },
  {
    pattern: '(?:by |before |in |at )?(?:the )?(?:end of )?next week',
    means: { as: 'week', add: 1 },
  },
  {
    pattern:
      '(?:by|before|on|until|till|no later than|this|come) (?:this )?{wd}(?: morning| evening| night)?',
    means: { as: 'weekday' },
  },
  { pattern: '(?:by |on |before )?next {wd}', means: { as: 'weekday', add: 1 } },
  { pattern: 'the day after tomorrow', means: { as: 'day', add: 2 } },
  {
    pattern: '(?:by |before )?tomorrow(?: morning| evening| night)?',
    means: { as: 'day', add: 1 },
  },
  {
    pattern:
      '(?:by |before )?(?:tonight|this evening|the end of the day|midnight)|by today|later today|this very day|today',
    means: { as: 'day', add: 0 },
    weak: true,
  },
];

const FEASTS: readonly DeadlineRule[] = [
  { pattern: '{holiday}{yp} will (?:see|bring|be the day)', means: { as: 'holiday' } },
  {
    pattern:
      '(?:by|before|for|on|in time for|until|ahead of|at) (?:the )?(?:{next} |{this} )?{holiday}{yp}',
    means: { as: 'holiday' },
  },
  {
    pattern: '(?:by|before|for|until|in time for|ahead of) (?:the )?new year(?:"s)?(?: eve| day)?',
    means: { as: 'newYear' },
  },
  {
    pattern:
      '(?:by|before|for|until|in time for|ahead of|in|when) (?:the )?(?:start of |beginning of |onset of |opening of )?(?:the )?(?:{next} |{this} |new )?heating (?:season|period){yp}(?: begins| starts)?',
    means: { as: 'heating' },
  },
  {
    pattern:
      '(?:by|before|for|until|in time for|ahead of|at|by the time) (?:the )?(?:start of |beginning of |opening of )?(?:the )?(?:{next} |{this} |new )?(?:school|academic) year{yp}(?: begins| starts)?',
    means: { as: 'school' },
  },
  {
    pattern:
      '(?:by|before|for|on|in time for) (?:knowledge day|the first school bell|the first bell)',
    means: { as: 'school' },
  },
];

/** Terms that others have: papers handed in, duties of residents and owners, what runs out, courts and elections. */
const OTHERS_TERM = [
  // Those who are to get something have a term of ours.
  String.raw`(?:residents|owners|farmers|growers|entrepreneurs|businesses|parents|subscribers|households|tenants|landlords|applicants)(?: \p{L}+){0,3} (?:must|should|have (?:to|until)|are (?:obliged|required) to)(?! (?:have|get|receive|see|move|be|feel|live|drink))`,
  String.raw`(?<!(?:^|[^\p{L}])(?:we|i) )(?:may|can|must|should|have (?:to|until)) (?:\p{L}+ ){0,3}(?:lodge|submit|file) (?:\p{L}+ ){0,2}(?:claims?|applications?|declarations?|forms)`,
  String.raw`(?:applications|claims|entries|nominations) (?:\p{L}+ ){0,3}(?:close|are (?:accepted|taken)|will be (?:accepted|taken)|may be)`,
  String.raw`(?:moratorium|lease|licen[cs]e|mandate|warranty) (?:\p{L}+ ){0,3}(?:runs|ends|lasts|runs out|stands)`,
  String.raw`elections? (?:is|are|will|takes?)|the court (?:sits|will|rules|meets)`,
  '(?<!(?:that is|that"s|this is|which is) )why',
].join('|');

/** English: when a deed is due. */
export const EN_DEADLINE: DeadlineWords = {
  tables: {
    d: EN_DAYS,
    month: EN_MONTHS,
    season: EN_SEASONS,
    ord: EN_ORDINALS,
    n: EN_NUMBERS,
    wd: EN_WEEKDAYS,
    rel: [
      ['this year(?:"s)?|the current year|this coming year', 0],
      ['next year(?:"s)?|the coming year|the following year', 1],
      ['last year(?:"s)?|the previous year|the past year', -1],
    ],
  },
  units: EN_UNITS,
  holidays: EN_HOLIDAYS,
  macros: {
    prep: PREP,
    part: PART,
    yp: String.raw`(?:,? (?:of |in )?(?:(?<y>20\d\d)|{rel}))?`,
    yps: String.raw`(?:of |in )?(?:(?<y>20\d\d)|{rel})`,
    yp1: String.raw`(?: 20\d\d)?`,
    next: '(?<next>next|the coming|following)',
    this: '(?<this>this|this coming|coming|current)',
  },
  rules: [...DATES, ...PARTS, ...YEARS, ...SEASONS, ...SPANS, ...NEAR, ...FEASTS],
  clauseEnd:
    /[.;!?](?=\s|"|$)|[,:](?!\d)|\s-\s|(?<=\s)(?:but|however|though|while|and then|and(?= (?:(?:we|i|it|they|he|she)[ "]|will )))(?=\s)/gu,
  notAfter:
    /(?:№ ?|\b(?:reports?|results|figures|totals)(?: for| over| of)? |\b(?:meeting|session|briefing|conference|gathering|hearing) (?:on |of |held on |in )?|\bprepar\p{L}+ |\bno\. ?|(?:^|\s)(?:not|every|each|last|past|number|previous|since|rather than|instead of|after|once|twice|every other|(?:signed|dated|concluded|approved|adopted)(?: on| of| in)?|(?:(?:that|which) runs?|valid|in force|lasts?|expires?|expiring)) )$/u,
  placesBefore: /(?:^|\s)(?:street|road|room|highway) $/u,
  notBefore:
    /^ ?(?:(?:\p{L}+ ){0,3}(?:programmes?|programs?|budgets?|strategy)(?!\p{L})|ago|earlier|session|meeting|briefing|hearing|conference|floods?(?!\p{L})|fire(?!\p{L})|street|avenue|pupils|people|places|seats|per cent|percent|running|a year|each)/u,
  precise: /(?:to be (?:precise|exact)|more precisely|that is|namely|specifically)[ ,:-]*$/u,
  past: /(?:^|[^\p{L}])(?:was|were|had|has been|have been|has|have|did|did not|failed|missed|opened|closed|built|repaired|finished|completed|promised (?:it|this)|ago|last year|spent|laid|began|received)(?=[^\p{L}]|$)/u,
  future:
    /(?:^|[^\p{L}])(?:will|must|ha(?:s|ve) to|(?:is|are) to|shall|\p{L}+"ll|going to|to be|plans? to|intends? to|pledged|promised to|vowed|undertook|scheduled|planned for|is due|are due|due|expected|set for|moved to|postponed to|put off (?:to|until)|deadline|rescheduled|pushed (?:back|to)|put back|shifted to|brought forward|delayed (?:to|until|till))(?=[^\p{L}]|$)/u,
  givenUp:
    /(?:^|[^\p{L}])(?:(?:deadline|term|date|time limit) (?:has |had )?(?:passed|lapsed|expired|ran out|run out|come and gone)|will not (?:make|meet|manage|be (?:able|ready|done|finished|possible))|won"t (?:make|manage|be ready)|cannot make|can not make|missed|every year|each year|annually|was (?:promised|planned|supposed)|were (?:promised|planned|supposed)|had promised|we said|as was said|did not happen)(?=[^\p{L}]|$)/u,
  elsewhere: new RegExp(
    String.raw`(?:^|[^\p{L}])(?:${OTHERS_TERM}|come back to (?:this|it|that)|talk about (?:it|this|that)|discuss|ask me|call us|let us meet|born|expires|floods|(?:streets?|yards?|homes?|houses?|basements?|we|they) flood|freezes?|cannot (?:be )?(?:passed|pass|walk|drive|reach)\p{L}*|impassable|suffers?|get(?:s)? stuck)(?=[^\p{L}]|$)`,
    'u',
  ),
  step: /(?:^|[^\p{L}])(?:tender|bidding|design|project documents?|paperwork|survey|feasibility|begin|start(?!ing)|starts|contract|funding|money will be|allocat)/u,
};
