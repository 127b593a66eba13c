import type { QuoteWords } from '../quote-words';

/** Words whose change turns an English promise into another one. */
export const EN_QUOTE: QuoteWords = {
  negations: ['not', 'no', 'never', 'nobody', 'none', 'cannot', 'without', 'nor'],
  negationMarks: [/n"t$/u],
  months:
    /^(?:january|february|march|april|may$|june|july|august|september|october|november|december)/u,
  units:
    /^(?:thousand|million|billion|tenge|kilomet|km|met(?:re|er)|hectare|tonne|lit(?:re|er)|per ?cent|year|month|week|day|hour|place|seat|flat|people)/u,
};
