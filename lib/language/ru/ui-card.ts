import type { Gender } from '@/lib/ledger/records';
import { pluralRu } from '../plurals';

const ORDINALS =
  'первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый'.split(' ');
const COLLECTIVE: Record<number, string> = {
  1: 'ещё один',
  2: 'ещё двое',
  3: 'ещё трое',
  4: 'ещё четверо',
};

const bySex = (gender: Gender | null, male: string, female: string, unknown: string) =>
  gender === null ? unknown : gender === 'male' ? male : female;

const promises = (n: number) => `${n} ${pluralRu(n, ['обещание', 'обещания', 'обещаний'])}`;

/** Counts of the gist: made and inherited are never summed. */
export interface GistCounts {
  readonly inherited: number;
  readonly own: number;
  readonly closed: number;
}

function gist({ inherited, own, closed }: GistCounts): string {
  const parts = [
    inherited > 0 ? `От предшественников: ${promises(inherited)}` : '',
    own > 0 ? (inherited > 0 ? `своих: ${own}` : `Своих обещаний: ${own}`) : '',
    closed > 0 ? `${inherited + own > 0 ? 'закрыто' : 'Закрыто'}: ${closed}` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** The card at a name in an article. */
export const ruCard = {
  label: (name: string) => `Обещания: ${name}`,
  loading: 'Открываю книгу обещаний…',
  officeOn: (office: string, date: string) => `${office} на ${date}`,
  dateFrom: {
    jsonLd: 'дата из статьи',
    meta: 'дата из статьи',
    time: 'дата из статьи',
    visible: 'дата из текста статьи',
    none: 'дата не известна',
  },
  undated:
    'Дата статьи не известна, поэтому о том, что досталось по должности, здесь не говорится.',
  noOffice: (date: string) => `должность на ${date} не установлена`,
  gist,
  inherited: 'Досталось от предшественников',
  own: (gender: Gender | null) =>
    bySex(gender, 'Обещал сам', 'Обещала сама', 'Собственные обещания'),
  closed: 'Закрыто при этом человеке',
  leftBehind: 'Осталось в прежних должностях',
  fromUnnamed: 'от предшественника, которого источник не называет',
  from: (name: string) => `от кого: ${name}`,
  andMore: (n: number) =>
    COLLECTIVE[n] ?? `ещё ${n} ${pluralRu(n, ['человек', 'человека', 'человек'])}`,
  repeated: (times: number) => {
    const word = ORDINALS[times - 1];
    return word === undefined ? `обещано в ${times}-й раз` : `обещано в ${word} раз`;
  },
  slipped: (span: string) => `срок сдвинут на ${span}`,
  saidOn: (date: string) => `сказано ${date}`,
  saidHere: 'сказано на этой странице',
  closedOn: (status: string, date: string) => `${status} ${date}`,
  answersNow: (name: string) => `сейчас отвечает ${name}`,
  outsidePowers: 'вне полномочий должности',
  more: (n: number) => `показать ещё ${n}`,
  emptyTitle: 'Обещаний не записано',
  emptyHint: 'Если в статье есть обещание, выделите его слова и нажмите «Цитата».',
  ownNotes: 'Мои заметки',
  ownNote: 'моя заметка, не проверена',
  clip: 'Цитата',
  book: 'Вся книга',
  notHim: (gender: Gender | null) => bySex(gender, 'Не он?', 'Не она?', 'Не тот человек?'),
  notHimAsk: 'Где больше не отмечать этого человека?',
  notHimScope: { mention: 'Только это место', page: 'На этой странице', site: 'На этом сайте' },
  switchOff: 'Выключить на этом сайте',
  menu: 'Ещё действия',
  why: 'почему это показано?',
  whyText: (words: string, name: string) =>
    `Слова «${words}» в статье подошли к одному человеку в книге: ${name}. Сравнение идёт на этом устройстве, страница никуда не отправляется.`,
  whyOffice: (office: string, date: string) => `Должность взята на ${date}: ${office}.`,
  whyInherited:
    'Обещание принадлежит должности: пока оно открыто, за него отвечает тот, кто её занимает.',
  failed: 'Не удалось прочитать книгу обещаний',
  failedHint: 'Закройте карточку и откройте снова. Если не поможет, перезагрузите страницу.',
};
