import { describe, expect, test } from 'vitest';
import type { SpeechLabel } from '@/lib/language/speech-words';
import type { Lang } from '@/lib/ledger/records';
import { readSpeech } from '@/lib/pledges/speech';

type Row = readonly [why: string, label: SpeechLabel, text: string];

const RU: readonly Row[] = [
  ['vouched for, not ordered', 'promise', 'Министр поручился, что больницу не закроют.'],
  ['«если честно» is no condition', 'promise', '«Если честно, построим», — сказал аким района.'],
  ['told as unkept', 'other', 'Год назад пообещали клуб, сегодня там пустырь.'],
  ['asked by who holds no office', 'demand', 'Пенсионер потребовал от акима вернуть автобус.'],
  ['first person, perfective', 'promise', '«Выкопаю колодец за свой счёт», — сказал аким села.'],
  ['first person plural', 'promise', '«Переоборудуем котельную», — сообщил глава района.'],
  ['third person of a prefix', 'promise', 'В посёлке отреставрируют мечеть, сообщили в акимате.'],
  ['imperfective future', 'promise', '«Будем возить воду каждый день», — сказал аким округа.'],
  ['future passive', 'promise', 'Дамба будет укреплена до паводка.'],
  ['a short participle of a plan', 'promise', 'Ремонт клуба намечен на май.'],
  ['an obligation taken', 'promise', 'Министерство взяло обязательство достроить объезд.'],
  [
    '«думаем» with an infinitive',
    'promise',
    '«Думаем поставить здесь сцену», — сказал аким города.',
  ],
  ['bodies that want', 'promise', 'Власти области хотят построить ледовый дворец.'],
  ['works that must end', 'promise', 'Работы должны завершить к ноябрю.'],
  [
    'no more of what nobody wants',
    'promise',
    '«Очередей в поликлинике не будет», — сказал министр.',
  ],
  [
    'a harm far from its negation',
    'promise',
    'Закрывать сельские школы ни в коем случае не станут, заверил аким.',
  ],
  ['a question answered', 'promise', '— А свет когда? — В пятницу включим, — ответил аким села.'],
  ['hearers are no speakers', 'promise', '«Трубу заменим», — сказал сельчанам Марат Оспанов.'],
  ['a plant is what is built', 'promise', 'Завод по сортировке мусора построят за городом.'],
  ['those who get', 'promise', 'Жители получат воду до осени, сказал аким района.'],
  ['an office whose name ends as a verb', 'other', 'Аким города родом из этих мест.'],
  ['an instrumental', 'other', 'Вопрос связан с освещением и движением.'],
  ['a numeral', 'other', 'В доме семьдесят квартир.'],
  ['an event', 'other', 'Сессия маслихата состоится во вторник.'],
  ['weather', 'other', 'В выходные похолодает и пройдут дожди.'],
  ['a firm', 'other', 'Застройщик достроит дом к маю.'],
  ['a political scientist', 'other', '«Дорогу никогда не построят», — считает политолог Иван Ким.'],
  ['disclaimed', 'denial', '«Я такого не говорил», — сказал министр.'],
  ['no recollection', 'denial', '«Не помню, чтобы мы брали такое обязательство», — сказал аким.'],
  ['refuted', 'denial', 'Акимат опроверг слухи о строительстве метро.'],
  ['not in the plans', 'denial', '«Расширять дорогу не планируем», — ответил аким.'],
  ['money first', 'conditional', '— Будут деньги — построим мост, — сказал аким округа.'],
  [
    'an imperative first',
    'conditional',
    '«Соберите подписи, и мы откроем маршрут», — сказал аким.',
  ],
  ['a task set', 'order', 'Аким области поставил перед службами задачу вывезти снег.'],
  ['told to one below', 'order', '«Уберите это», — сказал аким района начальнику ЖКХ.'],
  ['a demand in a letter', 'demand', 'Жильцы обратились к министру с требованием снести барак.'],
  ['signatures', 'demand', 'Студенты собрали тысячу подписей за ночной автобус.'],
  [
    'a council that advises',
    'demand',
    'Общественный совет рекомендует акимату расторгнуть договор.',
  ],
];

const KK: readonly Row[] = [
  ['first person plural', 'promise', '«Көпірді жөндейміз», — деді аудан әкімі.'],
  ['first person', 'promise', '«Өзім бақылаймын», — деді ауыл әкімі.'],
  [
    'the aorist with -атын бол-',
    'promise',
    '«Су тәулік бойы берілетін болады», — деді қала әкімі.',
  ],
  ['meant: -мақшы', 'promise', 'Аудан әкімдігі жаңа стадион салмақшы.'],
  ['aimed at', 'promise', 'Әкімдік екі саябақ ашуды көздеп отыр.'],
  ['planned', 'promise', 'Келесі жылы су қоймасын тазарту жоспарланып отыр.'],
  ['must be finished', 'promise', 'Құрылыс күзге дейін аяқталуы тиіс.'],
  ['a participle before a verb of saying', 'promise', 'Әкім екі балабақша салынатынын айтты.'],
  ['a harm negated', 'promise', '«Мектепті жаппаймыз», — деді аудан әкімі.'],
  ['a harm negated in a participle', 'promise', 'Әкім тарифтің көтерілмейтінін айтты.'],
  ['no more of what nobody wants', 'promise', '«Кезек болмайды», — деп сендірді министр.'],
  ['residents beside the office', 'promise', '«Жолды жөндейміз», — деді аудан әкімі тұрғындарға.'],
  ['a name that ends as a verb', 'other', 'Жанболат Мақсатбек ауданда көптен тұрады.'],
  ['a noun that ends as a verb', 'other', 'Бұл — ең үлкен аймақ.'],
  ['an event', 'other', 'Мәслихат сессиясы жұмада өтеді.'],
  ['recalled', 'other', 'Былтыр әкім жол саламыз деген еді, ауыл әлі күтіп отыр.'],
  ['a businessman', 'other', 'Кәсіпкер ауылда наубайхана ашпақшы.'],
  ['not to be built', 'denial', 'Басқарма бұл ауылда мектеп салынбайтынын айтты.'],
  ['nothing to do with it', 'denial', '«Бұған менің қатысым жоқ», — деді әкім.'],
  ['only if', 'conditional', 'Құрылыс қаржы бөлінген жағдайда ғана басталады.'],
  ['a term given', 'order', 'Премьер-министр министрлерге бір апта мерзім берді.'],
  [
    'the third person imperative',
    'order',
    '«Бөлім басшысы маған күн сайын баяндасын», — деді аудан әкімі.',
  ],
];

const EN: readonly Row[] = [
  ['will', 'promise', '"We will repave the square," said the city akim.'],
  ['going to', 'promise', '"We\'re going to add three buses," said the akim.'],
  ['a headline', 'promise', 'Village to get desalination plant by 2028'],
  ['due to', 'promise', 'The clinic is due to open in May.'],
  ['expected to', 'promise', 'The bridge is expected to be finished in autumn.'],
  ['would, reported', 'promise', 'The minister said every village would have a nurse.'],
  [
    'the present after once',
    'promise',
    '"Once the ground thaws, we start digging," said the akim.',
  ],
  ['a harm negated', 'promise', '"Fares will not go up," the mayor said.'],
  ['no more of what nobody wants', 'promise', '"There will be no more queues," said the minister.'],
  ['would not, reported', 'denial', 'The department said it would not build a school there.'],
  ['denied', 'denial', 'The akimat denied that it had ever promised a metro.'],
  ['only if', 'conditional', 'The mayor said the market would move only if traders agreed.'],
  ['a headline that orders', 'order', 'Akim tells utility chiefs to inspect every manhole'],
  ['asked of the akim', 'demand', '"Give us a date," pensioner Raushan Iskak told the akim.'],
  ['a group that urges', 'demand', 'Environmental groups urged the government to halt drilling.'],
  ['a firm', 'other', 'The developer will finish the block by May.'],
  ['never', 'other', '"They will fix it the day fish learn to sing," said a villager.'],
  ['an event', 'other', 'The council session will be held on Thursday.'],
];

describe('what a sentence does', () => {
  const rows = (lang: Lang, all: readonly Row[]) => all.map((row) => [lang, ...row] as const);
  test.each([...rows('ru', RU), ...rows('kk', KK), ...rows('en', EN)])(
    '%s, %s: %s «%s»',
    (lang, _why, label, text) => {
      expect(readSpeech(text, '', lang).label).toBe(label);
    },
  );
});

describe('who speaks', () => {
  test.each([
    ['ru', 'the subject after the verb', 'Жители получат воду, сказал аким района.', 'аким района'],
    ['ru', 'the subject before it', 'Жильцы дома просят акима о лифте.', 'Жильцы'],
    ['ru', 'not the hearer', '«Трубу заменим», — сказал сельчанам Марат Оспанов.', 'Марат Оспанов'],
    ['kk', 'an office without a place', 'Әкімдік жаңа аялдама салудан бас тартты.', 'Әкімдік'],
    ['en', 'not the one urged', 'The mayor said traders would be moved.', 'The mayor'],
  ] as const)('%s, %s: «%s» %s', (lang, _why, text, speaker) => {
    expect(readSpeech(text, '', lang).speaker).toContain(speaker);
  });
});
