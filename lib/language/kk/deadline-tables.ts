import type { SpanUnit, WordRow } from '../deadline-words';

/** Case endings of a noun, bare or possessed. */
const CASE =
  '(?:ға|ге|қа|ке|да|де|та|те|ның|нің|дың|дің|тың|тің|дан|ден|тан|тен|нан|нен|ды|ді|ты|ті|ы|і|сы|сі|ына|іне|сына|сіне|ында|інде|сында|сінде|ының|інің|сының|сінің|ынан|інен|сынан|сінен|на|не|нда|нде)?';
const month = (stem: string, n: number): WordRow => [stem + CASE, n];

/** Months in any case; «маусым» in the possessive is a season unless a year stands before it. */
export const KK_MONTHS: readonly WordRow[] = [
  month('қаңтар', 1),
  month('ақпан', 2),
  month('наурыз', 3),
  month('сәуір', 4),
  month('мамыр', 5),
  ['маусым(?:ға|да|ның|нан|ды)?', 6],
  month('шілде', 7),
  month('тамыз', 8),
  month('(?:қыркүйек|қыркүйег)', 9),
  month('қазан', 10),
  month('қараша', 11),
  month('желтоқсан', 12),
];

const ONES: readonly WordRow[] = [
  ['бір', 1],
  ['екі', 2],
  ['үш', 3],
  ['төрт', 4],
  ['бес', 5],
  ['алты', 6],
  ['жеті', 7],
  ['сегіз', 8],
  ['тоғыз', 9],
];
const TENS: readonly WordRow[] = [
  ['он', 10],
  ['жиырма', 20],
  ['отыз', 30],
  ['қырық', 40],
  ['елу', 50],
  ['алпыс', 60],
  ['жетпіс', 70],
  ['сексен', 80],
  ['тоқсан', 90],
  ['жүз', 100],
];

/** Cardinals. */
export const KK_NUMBERS: readonly WordRow[] = [
  ...TENS.slice(0, 5).flatMap(([ten, tens]) =>
    ONES.map(([one, n]): WordRow => [`${ten} ${one}`, tens + n]),
  ),
  ...ONES,
  ...TENS,
];

const ORDINAL = '(?:нші|ншы|сыншы|інші|ыншы|ншісі|іншісі|ыншысы)';

/** Days of a month in words. */
export const KK_DAYS: readonly WordRow[] = KK_NUMBERS.filter(([, n]) => n <= 31).map(
  ([word, n]): WordRow => [word + ORDINAL, n],
);

/** Years of this century in words: «отызыншы жылға дейін». */
export const KK_YEARS: readonly WordRow[] = KK_NUMBERS.filter(([, n]) => n > 20 && n <= 50).map(
  ([word, n]): WordRow => [`(?:екі мың )?${word}${ORDINAL}`, 2000 + n],
);

export const KK_ORDINALS: readonly WordRow[] = [
  ['бірінші|алғашқы|1(?:-ші)?|[iі]', 1],
  ['екінші|соңғы жарты|2(?:-ші|-шi)?|[iі]{2}', 2],
  ['үшінші|3(?:-ші)?|[iі]{3}', 3],
  ['төртінші|соңғы|4(?:-ші)?|[iі]v', 4],
];

export const KK_UNITS: readonly (readonly [pattern: string, unit: SpanUnit])[] = [
  ['сағат(?:та|тан|тың|қа)?', 'hour'],
  ['күн(?:де|нен|нің|дік|ге)?|тәулік(?:те|тен|тің)?', 'day'],
  ['апта(?:да|дан|ның|лық|ға)?', 'week'],
  ['ай(?:да|дан|дың|лық|ға)?', 'month'],
  ['тоқсан(?:да|нан|ның)?', 'quarter'],
  ['жартыжылдық(?:та|тан|тың)?|жарты жыл(?:да|дан|дың)?', 'halfYear'],
  ['жыл(?:да|дан|дың|дық|ға)?', 'year'],
];

export const KK_SEASONS: readonly WordRow[] = [
  ['көктем\\p{L}{0,4}', 3],
  ['жаз(?:ға|да|дың|ғы|ды)?', 6],
  ['күз(?:ге|де|дің|гі|ді)?', 9],
  ['қыс(?:қа|та|тың|қы|ты)?', 12],
];

export const KK_WEEKDAYS: readonly WordRow[] = [
  ['дүйсенбі(?:ге|де|ні|нің)?', 1],
  ['сейсенбі(?:ге|де|нің)?', 2],
  ['сәрсенбі(?:ге|де|нің)?', 3],
  ['бейсенбі(?:ге|де|нің)?', 4],
  ['жұма(?:ға|да|ның)?', 5],
  ['сенбі(?:ге|де|нің)?', 6],
  ['жексенбі(?:ге|де|нің)?', 7],
];

const FEAST_DAY = '(?:күні(?:не|нде|нен|нің)?|мерекесі(?:не|нде)?|мейрамы(?:на|нда)?)';

export const KK_HOLIDAYS: readonly (readonly [pattern: string, month: number, day: number])[] = [
  ['наурыз (?:мейрам|мереке|тойы)\\p{L}*|ұлыстың ұлы күні\\p{L}*', 3, 22],
  [`әйелдер ${FEAST_DAY}`, 3, 8],
  [`бірлік ${FEAST_DAY}`, 5, 1],
  [`отан қорғаушы(?:лар)? ${FEAST_DAY}`, 5, 7],
  [`(?:ұлы )?жеңіс ${FEAST_DAY}`, 5, 9],
  [`(?:астана|елорда) ${FEAST_DAY}`, 7, 6],
  [`конституция ${FEAST_DAY}`, 8, 30],
  [`республика ${FEAST_DAY}`, 10, 25],
  [`тәуелсіздік ${FEAST_DAY}`, 12, 16],
];
