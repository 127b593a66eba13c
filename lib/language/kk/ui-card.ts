import type { GistCounts, ruCard } from '../ru/ui-card';

const ORDINALS =
  'бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы'.split(' ');

function gist({ inherited, own, closed }: GistCounts): string {
  const parts = [
    inherited > 0 ? `Алдыңғы басшылардан қалғаны: ${inherited} уәде` : '',
    own > 0 ? (inherited > 0 ? `өз уәдесі: ${own}` : `Өз уәдесі: ${own}`) : '',
    closed > 0 ? `${inherited + own > 0 ? 'жабылғаны' : 'Жабылғаны'}: ${closed}` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** The card at a name in an article. */
export const kkCard: typeof ruCard = {
  label: (name) => `Уәделер: ${name}`,
  loading: 'Уәделер кітабы ашылып жатыр…',
  officeOn: (office, date) => `${office} · ${date}`,
  dateFrom: {
    jsonLd: 'күні мақаладан алынды',
    meta: 'күні мақаладан алынды',
    time: 'күні мақаладан алынды',
    visible: 'күні мақала мәтінінен алынды',
    none: 'күні белгісіз',
  },
  undated: 'Мақаланың күні белгісіз, сондықтан лауазыммен бірге не қалғаны мұнда айтылмайды.',
  noOffice: (date) => `лауазымы анықталмаған · ${date}`,
  gist,
  inherited: 'Алдыңғы басшылардан қалған',
  own: () => 'Өзі берген уәделер',
  closed: 'Осы адамның тұсында жабылған',
  leftBehind: 'Бұрынғы лауазымдарында қалған',
  fromUnnamed: 'дереккөз атын атамаған алдыңғы басшыдан',
  from: (name) => `уәде берген: ${name}`,
  andMore: (n) => `тағы ${n} адам`,
  repeated: (times) => `${ORDINALS[times - 1] ?? `${times}-`} рет уәде етілді`,
  slipped: (span) => `мерзімі ${span} кейінге шегерілді`,
  saidOn: (date) => `${date} айтылған`,
  saidHere: 'осы бетте айтылған',
  closedOn: (status, date) => `${date} ${status}`,
  answersNow: (name) => `қазір жауап беретін: ${name}`,
  outsidePowers: 'лауазым өкілетіне кірмейді',
  more: (n) => `тағы ${n} көрсету`,
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
  whyOffice: (office, date) => `Лауазым мына күнгі дерекпен алынды: ${date} — ${office}.`,
  whyInherited:
    'Уәде лауазымға тиесілі: ол жабылғанша, оған лауазымды атқарып отырған адам жауап береді.',
  failed: 'Уәделер кітабын оқу мүмкін болмады',
  failedHint: 'Карточканы жауып, қайта ашыңыз. Көмектеспесе, бетті қайта жүктеңіз.',
};
