import { dateOfEvent } from '../dates';
import type { GistFacts, ruCard } from '../ru/ui-card';

const ORDINALS =
  'бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы'.split(' ');

const YEARS = 'бір екі үш төрт бес алты жеті сегіз тоғыз он'.split(' ');
const ROLES: Readonly<Record<string, string>> = {
  akim: 'әкім',
  deputyAkim: 'әкім орынбасары',
  minister: 'министр',
  president: 'президент',
};

function holderWords(holders: GistFacts['holders']): string {
  if (holders === null || holders.nth < 2) return '';
  const nth = ORDINALS[holders.nth - 1] ?? `${holders.nth}-`;
  const years = YEARS[holders.years - 1] ?? String(holders.years);
  const role = ROLES[holders.role] ?? 'басшы';
  return `${years} жыл ішіндегі ${holders.atLeast ? 'кемінде ' : ''}${nth} ${role}`;
}

function gist({ holders, inherited, own, closed }: GistFacts): string {
  const parts = [
    holderWords(holders),
    inherited > 0 ? `бұрынғылардан ${inherited} уәде қалған` : '',
    own > 0 ? `өз уәдесі: ${own}` : '',
    closed > 0 ? `жабылғаны: ${closed}` : '',
  ].filter((part) => part !== '');
  const line = parts.join(' · ');
  return line.charAt(0).toLocaleUpperCase('kk') + line.slice(1);
}

/** The card at a name in an article. */
export const kkCard: typeof ruCard = {
  label: (name) => `Уәделер: ${name}`,
  loading: 'Уәделер кітабы ашылып жатыр…',
  atDate: (date) => dateOfEvent('kk', date),
  officeOn: (office, atDate) => `${office} · ${atDate}`,
  dateFrom: {
    jsonLd: 'күні мақаладан алынды',
    meta: 'күні мақаладан алынды',
    time: 'күні мақаладан алынды',
    visible: 'күні мақала мәтінінен алынды',
    none: 'күні белгісіз',
  },
  undated: 'Мақаланың күні белгісіз, сондықтан лауазыммен бірге не қалғаны мұнда айтылмайды.',
  noOffice: (atDate) => `лауазымы анықталмаған · ${atDate}`,
  gist,
  inherited: 'Алдыңғы басшылардан қалған',
  own: () => 'Өзі берген уәделер',
  closed: 'Осы адамның тұсында жабылған',
  leftBehind: 'Бұрынғы лауазымдарында қалған',
  fromUnnamed: 'дереккөз атын атамаған алдыңғы басшыдан',
  andMore: (n) => `тағы ${n} адам`,
  repeated: (times) => `${ORDINALS[times - 1] ?? `${times}-`} рет уәде етілді`,
  slipped: (span) => `мерзімі ${span} кейінге шегерілді`,
  saidOn: (date) => `${date} айтылған`,
  saidHere: 'осы бетте айтылған',
  closedOn: (status, date) => `${date} ${status}`,
  answersNow: (name) => `қазір жауап беретін: ${name}`,
  weak: 'дереккөз — көшірме, расталмаған',
  weakStatus: 'мәртебесі көшірмеге сүйенеді, расталмаған',
  replied: 'мекеменің жауабы бар',
  moreSources: (n) => `кітапта тағы ${n} дереккөз`,
  unclear: 'Қазір кімге тиесілі екені анықталмаған',
  outside: 'Тексеруге келмейді',
  outsidePowers: 'лауазым өкілетіне кірмейді',
  more: (n) => `тағы ${n} көрсету`,
  moreInBook: (n) => `кітапта тағы ${n}`,
  emptyTitle: 'Жазылған уәде жоқ',
  emptyHint: 'Мақалада уәде болса, сол сөздерді белгілеп, «Дәйексөз» түймесін басыңыз.',
  ownNotes: 'Менің жазбаларым',
  ownNote: 'менің жазбам, тексерілмеген',
  clip: 'Дәйексөз',
  book: 'Бүкіл кітап',
  notHim: () => 'Бұл ол емес пе?',
  notHimAsk: 'Бұл адамды қай жерде белгілемеу керек?',
  notHimScope: { mention: 'Тек осы жерде', page: 'Осы бетте', site: 'Осы сайтта' },
  switchOff: 'Осы сайтта өшіру',
  menu: 'Басқа әрекеттер',
  why: 'бұл неге көрсетілді?',
  whyText: (words, name) =>
    `Мақаладағы «${words}» сөздері кітаптағы бір адамға сәйкес келді: ${name}. Салыстыру осы құрылғыда жүреді, бет ешқайда жіберілмейді.`,
  whyReasons: {
    fullName: 'Аты мен тегі аталған.',
    initials: 'Атының бас әріптері мен тегі аталған.',
    givenPatronymic: 'Бұл мақалада толық аталған адамның аты мен әкесінің аты жазылған.',
    title: 'Қасында осы адамның лауазымы аталған.',
    bareSurname: 'Тегі ғана жазылған; мұндай тегі бар адамдардан мақалада тек осы адам аталған.',
    office: 'Аты жоқ, лауазымы аталған: мақаланың күні оны осы адам атқарған.',
    area: 'Лауазымның жері мақалаға сай келеді.',
    tenure: 'Кітапта бұл лауазым осы адамға жазылған.',
  },
  whyOffice: (office, atDate) => `Лауазым мақаланың күніне қарай алынды: ${atDate} — ${office}.`,
  whyInherited:
    'Уәде лауазымға тиесілі: ол жабылғанша, оған лауазымды атқарып отырған адам жауап береді.',
  failed: 'Уәделер кітабын оқу мүмкін болмады',
  failedHint: 'Карточканы жауып, қайта ашыңыз. Көмектеспесе, бетті қайта жүктеңіз.',
  unknown: 'Бұл адам кітапта енді жоқ',
  unknownHint: 'Бет ашық тұрғанда кітап жаңарды. Бетті қайта жүктеңіз.',
};
