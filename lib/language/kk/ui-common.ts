import type { AreaClass, Occasion, Speech, StanceKind, Status, Topic } from '@/lib/ledger/records';
import { dateInWords, dateOfTerm } from '../dates';
import type { ruCommon } from '../ru/ui-common';

const STATUS: Record<Status, string> = {
  notRated: 'бағаланбаған',
  inProgress: 'орындалуда',
  stalled: 'тоқтап қалған',
  kept: 'орындалды',
  partlyKept: 'ішінара орындалды',
  broken: 'орындалмады',
  unrateable: 'тексеруге келмейді',
};

const STATUS_MEANING: Record<Status, string> = {
  notRated: 'жазылған, әлі ешкім тексермеген; жұмыстың өзі туралы ештеңе айтпайды',
  inProgress: 'күні көрсетілген дереккөз жұмыстың жүріп жатқанын не қаржы бөлінгенін көрсетеді',
  stalled:
    'күні көрсетілген дереккөз жұмыстың тоқтағанын көрсетеді, бірақ оны әлі де істеуге болады',
  kept: 'толық немесе мәні бойынша толық орындалды',
  partlyKept: 'айтылғаннан едәуір аз, бірақ іс жүзінде жасалды',
  broken: 'мерзімі өтті, жасалмады немесе бас тартылды; талпыныс емес, нәтиже бағаланады',
  unrateable: 'өлшемі жоқ немесе шартпен айтылған; себебі көрсетілген',
};

const TOPIC: Record<Topic, string> = {
  roads: 'жолдар',
  housing: 'тұрғын үй мен аулалар',
  utilities: 'жарық, жылу, кәріз',
  water: 'су',
  gas: 'газ',
  transport: 'көлік',
  schools: 'мектеп пен балабақша',
  health: 'медицина',
  environment: 'экология',
  streetTrade: 'көшедегі сауда',
  jobs: 'жұмыс пен табыс',
  other: 'басқа',
};

const OCCASION: Record<Occasion, string> = {
  reportMeeting: 'есеп беру кездесуі',
  residentsMeeting: 'тұрғындармен кездесу',
  briefing: 'брифинг',
  interview: 'сұхбат',
  session: 'сессия немесе отырыс',
  socialMedia: 'әлеуметтік желі',
  siteVisit: 'орнына барып көру',
  statement: 'мәлімдеме',
};

const SPEECH: Record<Speech, string> = {
  direct: 'төл сөз',
  reported: 'басқаның айтуынша',
  plan: 'мекеменің жоспары',
};

const STANCE: Record<StanceKind, string> = {
  renewed: 'келесі басшы уәдені қайталады',
  acknowledged: 'келесі басшы уәдені мойындады',
  disclaimed: 'келесі басшы уәдеден бас тартты',
};

const AREA: Record<AreaClass, string> = {
  country: 'ел',
  oblast: 'облыс',
  city: 'қала',
  district: 'аудан',
  ruralDistrict: 'ауылдық округ',
  settlement: 'елді мекен',
};

/** Words that every place of the interface shares. */
export const kkCommon: typeof ruCommon = {
  product: 'Уәде',
  status: STATUS,
  statusMeaning: STATUS_MEANING,
  topic: TOPIC,
  occasion: OCCASION,
  speech: SPEECH,
  stance: STANCE,
  areaClass: AREA,
  term: {
    noDate: 'мерзімі айтылмаған',
    notDue: (by) => by,
    dueSoon: (by) => `мерзімі таяп қалды: ${by}`,
    passedUnchecked: (by) => `мерзімі өтті (${by}), тексерілмеген`,
    overdue: (by) => `мерзімі өтті (${by})`,
  },
  promises: (n) => `${n} уәде`,
  sources: (n) => `${n} дереккөз`,
  days: (n) => `${n} күн`,
  months: (n) => `${n} ай`,
  years: (n) => `${n} жыл`,
  dataDate: (day) => dateInWords('kk', day),
  termDate: (day) => dateOfTerm('kk', day),
  dataAge: (date) => `деректер: ${date}`,
  dataOld: (date, days) => `деректер: ${date}, содан бері ${days} күн өтті, өзгеруі мүмкін`,
  dataNone: 'деректер әлі жүктелмеген',
  sourceOpens: (host) => `дереккөз: ${host}, жаңа бетте ашылады`,
  close: 'Жабу',
  back: 'Артқа',
  retry: 'Қайталап көру',
  acting: 'м. а.',
  unknownHolder: 'лауазымды кім атқарғаны анықталмаған',
  disputedHolder: 'лауазымды кім атқарғаны туралы дереккөздер әртүрлі айтады',
  vacant: 'лауазым бос болған',
};
