import type { DeadlineRule, DeadlineWords } from '../deadline-words';
import {
  KK_DAYS,
  KK_HOLIDAYS,
  KK_MONTHS,
  KK_NUMBERS,
  KK_ORDINALS,
  KK_SEASONS,
  KK_UNITS,
  KK_WEEKDAYS,
  KK_YEARS,
} from './deadline-tables';

const YEAR_CASE = '(?:ы|ғы|дың|дан|ға|да|ының|ында|ына)?';
const END = String.raw`(?:соң|аяғ|аяқ|ақыр)\p{L}*`;
const MONTH_WORD = String.raw`(?: ай(?:ы|ын|да)?\p{L}*)?`;

const DATES: readonly DeadlineRule[] = [
  {
    pattern: String.raw`{yp}{d1}(?:-\p{L}+)?(?: ?- ?| пен | бен | мен | және ){d}(?:-\p{L}+)? {month}${MONTH_WORD}(?: аралығында)?`,
    means: { as: 'date' },
  },
  { pattern: String.raw`{yp}{d}(?:-\p{L}+)? {month}${MONTH_WORD}`, means: { as: 'date' } },
  {
    pattern: String.raw`{yp}{month} ай(?:ының|дың) {d}(?:-?\p{L}+)?(?: күні\p{L}*)?`,
    means: { as: 'date' },
  },
  {
    pattern: String.raw`{yp}{month} {d}(?:-\p{L}+|(?=іне|ына|не|на))\p{L}*`,
    means: { as: 'date' },
  },
  { pattern: String.raw`{yp}{month} {d}-?\p{L}* (?:жұлдыз|күн)\p{L}*`, means: { as: 'date' } },
  { pattern: String.raw`{d}\.{mm}\.(?<y>20\d\d)`, means: { as: 'date' } },
  {
    pattern: String.raw`{yp}{month1} ?(?:-|мен|пен|бен|бастап) ?{month}${MONTH_WORD}`,
    means: { as: 'date' },
  },
  {
    pattern: String.raw`{yp}{month}${MONTH_WORD}(?: (?:${END}|бас(?!тап)\p{L}*|ортас\p{L}*))?`,
    means: { as: 'date' },
  },
  { pattern: String.raw`{yps} маусым\p{L}*`, means: { as: 'date' } },
];

const YEARS: readonly DeadlineRule[] = [
  {
    pattern: String.raw`{y1}(?: жыл${YEAR_CASE})? ?- ?{y} ?жыл\p{L}*(?: аралығында| ішінде)?`,
    means: { as: 'year' },
  },
  {
    pattern: String.raw`{y1} (?:жылдан|жылы) (?:бастап )?{y} жыл\p{L}*(?: дейін)?`,
    means: { as: 'year' },
  },
  { pattern: String.raw`{y1} (?:және|мен|пен) {y} жыл\p{L}*`, means: { as: 'year' } },
  {
    pattern: String.raw`{y}(?:-\p{L}{1,3})? ?жыл${YEAR_CASE}(?: (?:${END}|ішінде|бойы|бас\p{L}*|ортас\p{L}*|қарсаң\p{L}*))?`,
    means: { as: 'year' },
  },
  { pattern: String.raw`{yw} жыл\p{L}*`, means: { as: 'year' } },
  { pattern: String.raw`{y}-(?:де|да|ға|ге|қа|ке|ның|ші)`, means: { as: 'year' } },
  {
    pattern: String.raw`{rel}(?: (?:${END}|ішінде|бойы|бас\p{L}*|ортас\p{L}*))?`,
    means: { as: 'year' },
  },
  {
    pattern: String.raw`жыл(?:дың)? (?:${END}|ақыр\p{L}*|біткенше|бітпей)`,
    means: { as: 'year', add: 0 },
  },
];

const SEASONS: readonly DeadlineRule[] = [
  {
    pattern: String.raw`{yp}(?:{next} |{this} )?(?:{season}) (?:мезгіліне )?(?:дейін|қарай|шейін|таман)`,
    means: { as: 'season', edge: 'first' },
  },
  {
    pattern: String.raw`{yp}(?:{next} |{this} )?{season}(?: мезгіл\p{L}*)? (?:бас\p{L}*|қарсаң\p{L}*|түскенше|түспей|келмей|басталмай|келгенше|шыққанша|басталғанша|кіргенше)`,
    means: { as: 'season', edge: 'first' },
  },
  {
    pattern: String.raw`{season} (?:[^\s,.;]+ ){0,4}қарсы ал\p{L}*`,
    means: { as: 'season', edge: 'first' },
  },
  {
    pattern: String.raw`{yp}(?:{next} |{this} )?{season}(?: мезгіл\p{L}*)? ортас\p{L}*`,
    means: { as: 'season', edge: 'middle' },
  },
  {
    pattern: String.raw`{yp}(?:{next} |{this} )?{season}(?: ай\p{L}*)? ${END}`,
    means: { as: 'season', edge: 'last' },
  },
  {
    pattern: String.raw`{yp}(?:{next} |{this} )?{season}(?:(?<=де|да|та)| (?:бойы|ішінде|мезгілінде|айларында|маусымында))`,
    means: { as: 'season', edge: 'last' },
  },
];

const PARTS: readonly DeadlineRule[] = [
  {
    pattern: String.raw`{yp}{ord} ?-?(?:жартыжылдығы|жартыжылдық|жарты жылдық|жарты жылы|жартысы)\p{L}*(?: ${END})?`,
    means: { as: 'half' },
  },
  {
    pattern: String.raw`(?:жыл(?:дың|ғы)? ){ord} ?-?(?:жартыжылдығы|жартыжылдық|жарты жылдық|жартысы)\p{L}*(?: ${END})?`,
    means: { as: 'half' },
  },
  {
    pattern: String.raw`{yp}(?:жыл(?:дың)? )?{ord} ?-?тоқсан(?!ын)\p{L}*(?: ${END})?`,
    means: { as: 'quarter' },
  },
  {
    pattern: String.raw`{yp}(?:жыл(?:дың)? )?{ord} ?-?тоқсаны\p{L}*(?: ${END})?`,
    means: { as: 'quarter' },
  },
  { pattern: String.raw`(?:{this} )?тоқсан(?:ның)? ${END}`, means: { as: 'quarter', of: 'this' } },
  { pattern: String.raw`{this} тоқсан\p{L}*`, means: { as: 'quarter', of: 'this' } },
  { pattern: String.raw`{next} тоқсан\p{L}*`, means: { as: 'quarter', of: 'next' } },
];

const AFTER_SPAN = String.raw`(?:дан|ден|тан|тен|нан|нен)? (?:кейін|соң|асырмай|аспай|қалмай|кешіктірмей)`;
const IN_SPAN = String.raw`(?:дың|дің|тың|тің|ның|нің)? (?:ішінде|көлемінде|аралығында|шамасында)`;
const SOON = String.raw`(?:(?:алдағы|таяу|келесі|жақын|тура|бар болғаны|небәрі|шамамен|ары кетсе) )*`;
const STEM = String.raw`(?:сағат|күн|тәулік|апта|ай|жыл|тоқсан|жартыжылдық)`;

const SPANS: readonly DeadlineRule[] = [
  {
    pattern: String.raw`${SOON}(?:{n1}(?:-| не | немесе | - ))?{n}(?<half> жарым)? {unit}(?: (?:кейін|соң|ішінде|көлемінде|асырмай|аспай|аралығында))`,
    means: { as: 'span' },
  },
  {
    pattern: String.raw`${SOON}(?:{n1}(?:-| не | немесе ))?{n}(?<half> жарым)? (?=${STEM}(?:да|де|та|те)(?![\p{L}]))(?:{unit})`,
    means: { as: 'span' },
  },
  {
    pattern: String.raw`${SOON}(?:{n1}(?:-| не | немесе ))?{n}(?<half> жарым)? (?:{unit} )?мерзім(?:де|ішінде)`,
    means: { as: 'span' },
  },
  {
    pattern: String.raw`${SOON}жарты жыл(?:да|дан кейін|дан соң|ішінде|дың ішінде| ішінде| көлемінде)`,
    means: { as: 'span', n: 1, unit: 'halfYear' },
  },
  {
    pattern: String.raw`{n}(?<half> жарым)? {unit} жетпей`,
    means: { as: 'span' },
  },
  {
    pattern: String.raw`жарты жыл (?:беріңіз|беріңдер|шыда|күте тұр|сабыр)\p{L}*`,
    means: { as: 'span', n: 1, unit: 'halfYear' },
  },
  {
    pattern: String.raw`(?:бір )?тәулік(?:те|тің)?(?: ішінде)?`,
    means: { as: 'span', n: 1, unit: 'day' },
  },
  {
    pattern: String.raw`{n}(?<half> жарым)? {unit} (?:беріңіз\p{L}*|беріңдер|керек|қажет|жетеді|жеткілікті|кетеді|шыда\p{L}*|күт\p{L}*|сабыр\p{L}*)`,
    means: { as: 'span' },
  },
  {
    pattern: String.raw`${SOON}(?:(?:апта|ай|жыл)${IN_SPAN}|(?:апта|ай|жыл)${AFTER_SPAN})(?<none>)`,
    means: { as: 'span', n: 1 },
    weak: true,
  },
];

const NEAR: readonly DeadlineRule[] = [
  { pattern: String.raw`(?:{this} )?ай(?:дың)? ${END}`, means: { as: 'month', add: 0 } },
  { pattern: String.raw`{this} ай(?:да|дың|дан)?(?: ішінде)?`, means: { as: 'month', add: 0 } },
  {
    pattern: String.raw`{next} ай(?:да|дың|ға)?(?: ${END}| ішінде)?`,
    means: { as: 'month', add: 1 },
  },
  { pattern: String.raw`(?:{this} )?апта(?:ның)? ${END}`, means: { as: 'week', add: 0 } },
  { pattern: String.raw`{this} апта(?:да|ның)?(?: ішінде)?`, means: { as: 'week', add: 0 } },
  {
    pattern: String.raw`{next} апта(?:да|ның|ға)?(?: ${END}| ішінде)?`,
    means: { as: 'week', add: 1 },
  },
  {
    pattern: String.raw`(?:(?:осы|бұл) )?{wd}(?: күні(?:не)?)?(?: (?:дейін|қарай|шейін))?`,
    means: { as: 'weekday' },
  },
  { pattern: String.raw`{next} {wd}(?: күні(?:не)?)?`, means: { as: 'weekday', add: 1 } },
  { pattern: 'бүрсігүні\\p{L}*|арғы күні', means: { as: 'day', add: 2 } },
  {
    pattern: '(?:ертең(?:ге|гі)?|таңға|таң атқанша)(?: таңға| кешке| түске)?(?: дейін)?',
    means: { as: 'day', add: 1 },
  },
  {
    pattern:
      'бүгін(?:нен| кешке| түнде|-ақ| түн)(?: дейін| қалмай)?|кешке(?: дейін)|күн(?:нің)? соң\\p{L}*',
    means: { as: 'day', add: 0 },
  },
];

const FEASTS: readonly DeadlineRule[] = [
  { pattern: String.raw`{yp}{holiday}`, means: { as: 'holiday' } },
  { pattern: String.raw`{yp}{d}(?:-\p{L}+)? мамыр (?:мереке|мейрам)\p{L}*`, means: { as: 'date' } },
  {
    pattern: String.raw`жаңа (?:(?<y>20\d\d) )?жыл(?:ға|дың|да|\p{L}*)(?: қарсаң\p{L}*)?`,
    means: { as: 'newYear' },
  },
  {
    pattern: String.raw`{yp}(?:{next} |{this} |жаңа )?(?:жылыту|жылу беру|жылу|от жағу) (?:маусым|кезең)\p{L}*(?: бас\p{L}*)?`,
    means: { as: 'heating' },
  },
  {
    pattern: String.raw`{yp}(?:{next} |{this} |жаңа )?оқу жыл\p{L}*(?: бас\p{L}*)?|білім күн\p{L}*|сабақ басталғанша|алғашқы қоңырау\p{L}*`,
    means: { as: 'school' },
  },
];

/** Terms that others have: papers handed in, duties of residents and owners, what runs out, courts and elections. */
const OTHERS_TERM = [
  String.raw`(?:өтініш|өтінім|декларация)\p{L}* (?:[^,;.]+ )?(?:тапсыр(?:ады|уы|у)|қабылда(?:нады|йды))`,
  String.raw`(?:өтініш|өтінім|құжат|декларация)(?:\p{L}+)? (?:тапсыру|қабылдау)`,
  // Those who are to get something have a term of ours.
  String.raw`(?:тұрғындар|иелері|кәсіпкерлер|шаруалар|диқандар|фермерлер|ата-аналар|абоненттер|тұтынушылар)(?: [^,;.]+)? (?!(?:алуы|көруі|кіруі|көшуі|болуы) )\p{L}+ (?:тиіс|керек|міндетті)`,
  String.raw`мораторий\p{L}*|(?:лицензия|жалдау|кепілдік)\p{L}* мерзім\p{L}*`,
  String.raw`(?:сот|сайлау|референдум|матч|концерт) (?:[^,;.]+ )?(?:өтеді|болады)`,
  'неге(?! десе)|неліктен',
].join('|');

/** Kazakh: when a deed is due. The verb stands last, so a clause's end tells past from future. */
export const KK_DEADLINE: DeadlineWords = {
  tables: {
    d: KK_DAYS,
    month: KK_MONTHS,
    season: KK_SEASONS,
    ord: KK_ORDINALS,
    n: KK_NUMBERS,
    wd: KK_WEEKDAYS,
    yw: KK_YEARS,
    rel: [
      [
        String.raw`(?:биыл(?:ғы|дан)?(?: жыл\p{L}*)?|(?:осы|ағымдағы|үстіміздегі|бұл) жыл\p{L}*)`,
        0,
      ],
      [String.raw`(?:келесі|келер|алдағы|келе жатқан|ендігі) жыл\p{L}*`, 1],
      [String.raw`(?:былтыр(?:ғы)?(?: жыл\p{L}*)?|(?:өткен|былтырғы|алдыңғы) жыл\p{L}*)`, -1],
    ],
  },
  units: KK_UNITS,
  holidays: KK_HOLIDAYS,
  macros: {
    yp: String.raw`(?:(?:(?<y>20\d\d)(?: ?жыл${YEAR_CASE}| ж\.)?|{rel}),? )?`,
    yps: String.raw`(?:(?<y>20\d\d) ?жыл${YEAR_CASE}|{rel})`,
    next: '(?<next>келесі|келер|алдағы)',
    this: '(?<this>осы|бұл|биылғы|ағымдағы)',
  },
  rules: [...DATES, ...PARTS, ...YEARS, ...SEASONS, ...SPANS, ...NEAR, ...FEASTS],
  clauseEnd: /[.;!?](?=\s|"|$)|[,:](?!\d)|\s-\s|(?<=\s)(?:ал|бірақ|алайда|дегенмен)(?=\s)/gu,
  notAfter:
    /(?:№ ?|(?:^|\s)(?:соңғы|өткен|әр|әрбір|сайын|жыл сайын|бюджет\p{L}*|бағдарлама\p{L}*|емес|кейінгі) )$/u,
  notBefore:
    /^ ?(?:(?:арналған )?(?:бюджет|бағдарлама|стратегия|тұжырымдама)\p{L}*|(?:күні )?(?:өткен|болған|өткізілген) |дайындал\p{L}*|дайындық\p{L}*|бұрын|сайын|бір рет|емес|(?:ішіндегі )?(?:қорытынды|есеб|есеп|нәтиже|көрсеткіш)\p{L}*|бойынша жоспар|орнына|(?:жасалған|қол қойылған|бекітілген|қабылданған)(?!\p{L})|(?:дейін )?(?:күшінде|жарамды|қолданыста)|көшесі\p{L}*|шағынауданы\p{L}*|даңғылы\p{L}*|атында\p{L}*|орынды\p{L}*|ерте|бері(?!\p{L})|аз емес)/u,
  precise: /(?:нақтырақ(?: айтқанда)?|дәлірек(?: айтқанда)?|дәл айтқанда|яғни)[ ,:-]*$/u,
  past: /(?:^|[^\p{L}])(?:былтыр\p{L}*|бұрын|кеше|\p{L}*(?:[бвгғджзклмнңпрстуфхһцчшіы](?:ды|ді|ты|ті)(?:қ|к|м|ңыз|ңіз)?|[аәеоөұүыі](?:дық|дік)|(?:бастады|аяқтады|тоқтады|тазалады|дайындады)|(?:ған|ген|қан|кен)(?:ы|і|бы|бі|мын|мін|біз|быз)?|еді(?:к|м)?))$/u,
  future:
    /(?:^|[^\p{L}])(?:\p{L}*(?:амыз|еміз|ймыз|йміз|амын|емін|ймын|ймін|ады|еді|йды|йді|мақ|мек|пақ|пек|бақ|бек)(?: деді| деп)?|деді|айтты|хабарлады|мәлімдеді|сендірді|уәде берді|уәде етті|жоспарланған|жоспарланып отыр|белгіленді|белгіленген|көзделген|ауыстырдық|ауыстырылды|шегерілді|жылжытылды|тиіс|керек|мерзім\p{L}*|тапсырды|міндеттенді)$/u,
  givenUp:
    /(?:^|[^\p{L}])(?:мерзім\p{L}* (?:[^,;.]+ )?(?:өт(?:ті|іп|кен)|бітті|аяқталды|шықты)|үлгер(?:м|е алма)\p{L}*|(?:жыл|ай|апта|көктем|күз) сайын|әр (?:жылы|жыл|ай|көктем|күз)\p{L}*|уәде (?:етілген|берілген|еткен|берген)|деп едік|деп еді|деген еді|жоспарлаған|бітпеді|ашылмады|салынбады|сөйлескен)/u,
  elsewhere: new RegExp(
    String.raw`(?:^|[^\p{L}])(?:${OTHERS_TERM}|сөйлесеміз|талқылаймыз|кездесеміз|айтамын|ораламыз|хабарласыңыз\p{L}*|сұраңыз\p{L}*|су басады|су басып|тоңады|тоңамыз|қиналады|зардап шегеді|жүре алмайды|өту мүмкін емес|жүру мүмкін емес|жетпейді|батып қалады)(?=[^\p{L}]|$)`,
    'u',
  ),
  step: /(?:^|[^\p{L}])(?:тендер|конкурс|жоба(?:сын|сы|лық|ны|лау)|сараптама|құжат|смета|бастаймыз|басталады|бастайды|қаржы(?:сы)? бөлін|ақша бөлін|келісімшарт|мердігер\p{L}* анықта)/u,
};
