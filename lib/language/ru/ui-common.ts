import type {
  AreaClass,
  Occasion,
  PartialDate,
  Speech,
  StanceKind,
  Status,
  Topic,
} from '@/lib/ledger/records';
import { dateInWords, dateOfTerm } from '../dates';
import { pluralRu } from '../plurals';

const STATUS: Record<Status, string> = {
  notRated: 'не оценено',
  inProgress: 'в работе',
  stalled: 'застопорилось',
  kept: 'выполнено',
  partlyKept: 'выполнено частично',
  broken: 'не выполнено',
  unrateable: 'нельзя проверить',
};

const STATUS_MEANING: Record<Status, string> = {
  notRated: 'записано, никто ещё не проверял; о самой работе ничего не говорит',
  inProgress: 'источник с датой показывает, что работа идёт или деньги выделены',
  stalled: 'источник с датой показывает, что работа остановилась, хотя ещё возможна',
  kept: 'сделано полностью или во всём существенном',
  partlyKept: 'сделано заметно меньше сказанного, но сделано',
  broken: 'срок прошёл и не сделано, или отказались; оценивается итог, а не старание',
  unrateable: 'нет меры или сказано с условием; причина указана',
};

const TOPIC: Record<Topic, string> = {
  roads: 'дороги',
  housing: 'жильё и дворы',
  utilities: 'свет, тепло, канализация',
  water: 'вода',
  gas: 'газ',
  transport: 'транспорт',
  schools: 'школы и детсады',
  health: 'медицина',
  environment: 'экология',
  streetTrade: 'уличная торговля',
  jobs: 'работа и доходы',
  other: 'другое',
};

const OCCASION: Record<Occasion, string> = {
  reportMeeting: 'отчётная встреча',
  residentsMeeting: 'встреча с жителями',
  briefing: 'брифинг',
  interview: 'интервью',
  session: 'сессия или заседание',
  socialMedia: 'соцсети',
  siteVisit: 'выезд на место',
  statement: 'заявление',
};

const SPEECH: Record<Speech, string> = {
  direct: 'прямая речь',
  reported: 'пересказ',
  plan: 'план ведомства',
};

const STANCE: Record<StanceKind, string> = {
  renewed: 'преемник повторил обещание',
  acknowledged: 'преемник признал обещание',
  disclaimed: 'преемник отказался от обещания',
};

const AREA: Record<AreaClass, string> = {
  country: 'страна',
  oblast: 'область',
  city: 'город',
  district: 'район',
  ruralDistrict: 'сельский округ',
  settlement: 'населённый пункт',
};

/** Words that every place of the interface shares. */
export const ruCommon = {
  product: 'Уәде',
  status: STATUS,
  statusMeaning: STATUS_MEANING,
  topic: TOPIC,
  occasion: OCCASION,
  speech: SPEECH,
  stance: STANCE,
  areaClass: AREA,
  term: {
    noDate: 'срок не назван',
    notDue: (by: string) => by,
    dueSoon: (by: string) => `срок скоро: ${by}`,
    passedUnchecked: (by: string) => `срок прошёл (${by}), не проверено`,
    overdue: (by: string) => `срок прошёл (${by})`,
  },
  promises: (n: number) => `${n} ${pluralRu(n, ['обещание', 'обещания', 'обещаний'])}`,
  sources: (n: number) => `${n} ${pluralRu(n, ['источник', 'источника', 'источников'])}`,
  days: (n: number) => `${n} ${pluralRu(n, ['день', 'дня', 'дней'])}`,
  months: (n: number) => `${n} ${pluralRu(n, ['месяц', 'месяца', 'месяцев'])}`,
  years: (n: number) => `${n} ${pluralRu(n, ['год', 'года', 'лет'])}`,
  dataDate: (day: PartialDate) => dateInWords('ru', day),
  termDate: (day: PartialDate) => dateOfTerm('ru', day),
  dataAge: (date: string) => `данные на ${date}`,
  dataOld: (date: string, days: number) =>
    `данные на ${date}, им ${days} ${pluralRu(days, ['день', 'дня', 'дней'])}: могло измениться`,
  dataNone: 'данные ещё не загружены',
  sourceOpens: (host: string) => `источник: ${host}, откроется в новой вкладке`,
  close: 'Закрыть',
  back: 'Назад',
  retry: 'Попробовать ещё раз',
  acting: 'и. о.',
  unknownHolder: 'кто занимал должность, не установлено',
  disputedHolder: 'источники расходятся, кто занимал должность',
  vacant: 'должность была свободна',
};
