import type { DateParts, DateWords } from '../dates';

const NOMINATIVE =
  'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
const GENITIVE =
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const LOCATIVE =
  'январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре'.split(' ');

const month = (forms: readonly string[], number: number) => forms[number - 1] ?? String(number);
const fullDay = (day: number, of: number, year: number) => `${day} ${month(GENITIVE, of)} ${year}`;

function inForm(date: DateParts, ofMonth: (m: number) => string, ofYear: string): string {
  if (date.month === null) return ofYear;
  if (date.day === null) return ofMonth(date.month);
  return fullDay(date.day, date.month, date.year);
}

/** Russian dates, without «года» after a full day: the card has little room. */
export const ruDates: DateWords = {
  months: NOMINATIVE,
  plain: (d) => inForm(d, (m) => `${month(NOMINATIVE, m)} ${d.year}`, `${d.year} год`),
  on: (d) => inForm(d, (m) => `в ${month(LOCATIVE, m)} ${d.year}`, `в ${d.year} году`),
  since: (d) => `с ${inForm(d, (m) => `${month(GENITIVE, m)} ${d.year}`, `${d.year} года`)}`,
  by: (d) =>
    `до ${inForm(d, (m) => `конца ${month(GENITIVE, m)} ${d.year}`, `конца ${d.year} года`)}`,
};
