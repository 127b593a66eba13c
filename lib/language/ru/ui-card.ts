import type { Gender, PartialDate } from '@/lib/ledger/records';
import { dateInWords } from '../dates';
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

const YEARS = 'один два три четыре пять шесть семь восемь девять десять'.split(' ');
const ROLES: Readonly<Record<string, string>> = {
  akim: 'аким',
  deputyAkim: 'заместитель акима',
  minister: 'министр',
  president: 'президент',
};

/** The facts of the one-line gist. Made and inherited are never summed. */
export interface GistFacts {
  /** «Четвёртый аким за пять лет»; null: not known or not telling. */
  readonly holders: {
    readonly role: string;
    readonly nth: number;
    readonly years: number;
    readonly atLeast: boolean;
  } | null;
  readonly inherited: number;
  readonly own: number;
  readonly closed: number;
}

const promises = (n: number) => pluralRu(n, ['обещание', 'обещания', 'обещаний']);

function holderWords(holders: GistFacts['holders']): string {
  if (holders === null || holders.nth < 2) return '';
  const role = ROLES[holders.role] ?? 'на этой должности';
  const nth = ORDINALS[holders.nth - 1] ?? `${holders.nth}-й`;
  const years = YEARS[holders.years - 1] ?? String(holders.years);
  const span = `${years} ${pluralRu(holders.years, ['год', 'года', 'лет'])}`;
  return `${holders.atLeast ? 'по меньшей мере ' : ''}${nth} ${role} за ${span}`;
}

function gist({ holders, inherited, own, closed }: GistFacts): string {
  const parts = [
    holderWords(holders),
    inherited > 0 ? `от прежних осталось ${inherited} ${promises(inherited)}` : '',
    own > 0 ? `${inherited > 0 ? 'своих' : 'своих обещаний'}: ${own}` : '',
    closed > 0 ? `закрыто: ${closed}` : '',
  ].filter((part) => part !== '');
  const line = parts.join(' · ');
  return line.charAt(0).toLocaleUpperCase('ru') + line.slice(1);
}

/** The card at a name in an article. */
export const ruCard = {
  label: (name: string) => `Обещания: ${name}`,
  loading: 'Открываю книгу обещаний…',
  atDate: (date: PartialDate) => `на ${dateInWords('ru', date)}`,
  officeOn: (office: string, atDate: string) => `${office} ${atDate}`,
  dateFrom: {
    jsonLd: 'дата из статьи',
    meta: 'дата из статьи',
    time: 'дата из статьи',
    visible: 'дата из текста статьи',
    none: 'дата не известна',
  },
  undated:
    'Дата статьи не известна, поэтому о том, что досталось по должности, здесь не говорится.',
  noOffice: (atDate: string) => `должность ${atDate} не установлена`,
  gist,
  inherited: 'Досталось от предшественников',
  own: (gender: Gender | null) =>
    bySex(gender, 'Обещал сам', 'Обещала сама', 'Собственные обещания'),
  closed: 'Закрыто при этом человеке',
  leftBehind: 'Осталось в прежних должностях',
  fromUnnamed: 'от предшественника, которого источник не называет',
  andMore: (n: number) =>
    COLLECTIVE[n] ?? `ещё ${n} ${pluralRu(n, ['человек', 'человека', 'человек'])}`,
  repeated: (times: number) => {
    const word = ORDINALS[times - 1] ?? `${times}-й`;
    return `обещано ${word === 'второй' ? 'во' : 'в'} ${word} раз`;
  },
  slipped: (span: string) => `срок сдвинут на ${span}`,
  saidOn: (date: string) => `сказано ${date}`,
  saidHere: 'сказано на этой странице',
  closedOn: (status: string, date: string) => `${status} ${date}`,
  answersNow: (name: string) => `сейчас отвечает ${name}`,
  weak: 'источник: перепечатка, не подтверждено',
  weakStatus: 'статус: по перепечатке, не подтверждён',
  replied: 'есть ответ ведомства',
  moreSources: (n: number) =>
    `и ещё ${n} ${pluralRu(n, ['источник', 'источника', 'источников'])} в книге`,
  unclear: 'Чьё это теперь, не установлено',
  outside: 'Нельзя проверить',
  outsidePowers: 'вне полномочий должности',
  more: (n: number) => `показать ещё ${n}`,
  moreInBook: (n: number) => `ещё ${n} в книге`,
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
  whyReasons: {
    fullName: 'Названы имя и фамилия.',
    initials: 'Названы инициалы и фамилия.',
    givenPatronymic: 'Названы имя и отчество человека, который в этой статье назван и полностью.',
    title: 'Рядом названа должность этого человека.',
    bareSurname: 'Фамилия стоит одна; из людей с такой фамилией в статье назван только этот.',
    office: 'Имени нет, названа должность: на дату статьи её занимал этот человек.',
    area: 'Место этой должности подходит к статье.',
    tenure: 'Эта должность записана в книге за этим человеком.',
  },
  whyOffice: (office: string, atDate: string) => `Должность взята ${atDate}: ${office}.`,
  whyInherited:
    'Обещание принадлежит должности: пока оно открыто, за него отвечает тот, кто её занимает.',
  failed: 'Не удалось прочитать книгу обещаний',
  failedHint: 'Закройте карточку и откройте снова. Если не поможет, перезагрузите страницу.',
  unknown: 'Этого человека больше нет в книге',
  unknownHint: 'Книга обновилась, пока страница была открыта. Перезагрузите страницу.',
};
