import type { DateParts, DateWords } from '../dates';

const NOMINATIVE =
  'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ');
const LOCATIVE =
  'қаңтарда ақпанда наурызда сәуірде мамырда маусымда шілдеде тамызда қыркүйекте қазанда қарашада желтоқсанда'.split(
    ' ',
  );
const DATIVE =
  'қаңтарға ақпанға наурызға сәуірге мамырға маусымға шілдеге тамызға қыркүйекке қазанға қарашаға желтоқсанға'.split(
    ' ',
  );
const ABLATIVE =
  'қаңтардан ақпаннан наурыздан сәуірден мамырдан маусымнан шілдеден тамыздан қыркүйектен қазаннан қарашадан желтоқсаннан'.split(
    ' ',
  );
const GENITIVE =
  'қаңтардың ақпанның наурыздың сәуірдің мамырдың маусымның шілденің тамыздың қыркүйектің қазанның қарашаның желтоқсанның'.split(
    ' ',
  );

const month = (forms: readonly string[], number: number) => forms[number - 1] ?? String(number);

function inForm(date: DateParts, forms: readonly string[], ofYear: string): string {
  if (date.month === null) return ofYear;
  const day = date.day === null ? '' : `${date.day} `;
  return `${date.year} жылғы ${day}${month(forms, date.month)}`;
}

/** Kazakh dates: year first with «жылғы», the case on the month. */
export const kkDates: DateWords = {
  months: NOMINATIVE,
  plain: (d) => inForm(d, NOMINATIVE, `${d.year} жыл`),
  on: (d) => inForm(d, LOCATIVE, `${d.year} жылы`),
  since: (d) => `${inForm(d, ABLATIVE, `${d.year} жылдан`)} бері`,
  by: (d) => {
    if (d.month === null) return `${d.year} жылдың соңына дейін`;
    return d.day === null
      ? `${d.year} жылғы ${month(GENITIVE, d.month)} соңына дейін`
      : `${inForm(d, DATIVE, '')} дейін`;
  },
};
