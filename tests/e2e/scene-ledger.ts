import fs from 'node:fs';
import path from 'node:path';
import { FILE_OF_KIND } from '@/lib/wire/ledger-file';
import { freshFolder } from './tracker';

/** The official of whom the pages of the corpus tell, as they name him. */
export const AKIM = 'Нурлан Бекетов';
/** Another, of another town. */
export const OTHER = 'Галым Сейтов';
/** An official of whom no promise is recorded. */
export const NO_RECORDS = 'Ерлан Тасболатов';
/** An official of a long name and a long office, who has many promises. */
export const LONG = 'Мухаммедали Кожамжаров-Турсынбеков';
export const LONG_PROMISES = 40;

/** What each of them is introduced by in a text: a name alone is nobody's for sure. */
export const INTRODUCED = {
  [AKIM]: `аким города Сарыозек ${AKIM}`,
  [OTHER]: `аким города Тасотар ${OTHER}`,
  [NO_RECORDS]: `аким города Кенжыра ${NO_RECORDS}`,
  [LONG]: `аким Жанаозенбатырского района ${LONG}`,
} as const;

interface Official {
  readonly id: string;
  readonly name: object;
  readonly from: string;
  readonly to: string | null;
  readonly promises: number;
}

interface Office {
  readonly town: string;
  readonly classification: 'city' | 'district';
  readonly name: object;
  readonly label: object;
  readonly holders: readonly Official[];
}

const OFFICES: readonly Office[] = [
  {
    town: 'saryozek',
    classification: 'city',
    name: { ru: 'Сарыозек', kk: 'Сарыөзек', en: 'Saryozek' },
    label: {
      ru: 'аким города Сарыозек',
      kk: 'Сарыөзек қаласының әкімі',
      en: 'Akim of Saryozek',
    },
    holders: [
      {
        id: 'before',
        name: {
          ru: { family: 'Ахметжанов', given: 'Серик' },
          kk: { family: 'Ахметжанов', given: 'Серік' },
          en: { family: 'Akhmetzhanov', given: 'Serik' },
        },
        from: '2008-02-01',
        to: '2010-02-01',
        promises: 2,
      },
      {
        id: 'beketov',
        name: {
          ru: { family: 'Бекетов', given: 'Нурлан' },
          kk: { family: 'Бекетов', given: 'Нұрлан' },
          en: { family: 'Beketov', given: 'Nurlan' },
        },
        from: '2010-02-01',
        to: null,
        promises: 3,
      },
    ],
  },
  {
    town: 'tasotar',
    classification: 'city',
    name: { ru: 'Тасотар', kk: 'Тасотар', en: 'Tasotar' },
    label: { ru: 'аким города Тасотар', kk: 'Тасотар қаласының әкімі', en: 'Akim of Tasotar' },
    holders: [
      {
        id: 'seitov',
        name: {
          ru: { family: 'Сейтов', given: 'Галым' },
          kk: { family: 'Сейтов', given: 'Ғалым' },
          en: { family: 'Seitov', given: 'Galym' },
        },
        from: '2012-03-01',
        to: null,
        promises: 1,
      },
    ],
  },
  {
    town: 'kenzhyra',
    classification: 'city',
    name: { ru: 'Кенжыра', kk: 'Кеңжыра', en: 'Kenzhyra' },
    label: { ru: 'аким города Кенжыра', kk: 'Кеңжыра қаласының әкімі', en: 'Akim of Kenzhyra' },
    holders: [
      {
        id: 'tasbolatov',
        name: {
          ru: { family: 'Тасболатов', given: 'Ерлан' },
          kk: { family: 'Тасболатов', given: 'Ерлан' },
          en: { family: 'Tasbolatov', given: 'Yerlan' },
        },
        from: '2012-03-01',
        to: null,
        promises: 0,
      },
    ],
  },
  {
    town: 'zhanaozenbatyr',
    classification: 'district',
    name: {
      ru: 'Жанаозенбатырский район',
      kk: 'Жаңаөзенбатыр ауданы',
      en: 'Zhanaozenbatyr District',
    },
    label: {
      ru: 'аким Жанаозенбатырского района',
      kk: 'Жаңаөзенбатыр ауданының әкімі',
      en: 'Akim of Zhanaozenbatyr District',
    },
    holders: [
      {
        id: 'long',
        name: {
          ru: {
            family: 'Кожамжаров-Турсынбеков',
            given: 'Мухаммедали',
            patronymic: 'Абдрахманович',
          },
          kk: {
            family: 'Қожамжаров-Тұрсынбеков',
            given: 'Мұхаммедәлі',
            patronymic: 'Әбдірахманұлы',
          },
          en: { family: 'Kozhamzharov-Tursynbekov', given: 'Mukhammedali' },
        },
        from: '2012-03-01',
        to: null,
        promises: LONG_PROMISES,
      },
    ],
  },
];

const STATUSES = [null, 'inProgress', 'kept', 'stalled', null, 'broken', 'partlyKept'] as const;
const SOURCE = { url: 'https://vesti.example/1', publisher: 'Вести', publishedOn: '2012-04-02' };

const areaOf = ({ town, classification, name }: Office) => ({
  id: town,
  classification,
  identifier: null,
  parentId: 'kz',
  name,
  otherNames: [],
});

const postOf = ({ town, label }: Office) => ({
  id: `akim-${town}`,
  role: 'akim',
  areaId: town,
  label,
  startDate: null,
  endDate: null,
});

const personOf = ({ id, name }: Official) => ({
  id,
  gender: 'male',
  name,
  otherNames: [],
  identifiers: [],
});

const membershipOf = ({ town }: Office, { id, from, to }: Official) => ({
  id: `m-${id}`,
  personId: id,
  postId: `akim-${town}`,
  startDate: from,
  endDate: to,
  // Without an end, one is known to hold an office only near the days on which he was seen in it.
  attestedOn: to === null ? ['2026-01-10'] : [],
  followsId: null,
  acting: false,
  sources: [SOURCE],
});

const promiseId = (official: Official, n: number): string => `p-${official.id}-${n}`;

const promiseOf = ({ town }: Office, official: Official, n: number) => ({
  id: promiseId(official, n),
  text: {
    ru: `Заасфальтировать улицу Абая и провести освещение до школы, очередь ${n + 1}`,
    kk: `Абай көшесін асфальттап, мектепке дейін жарық тарту, ${n + 1}-кезек`,
    en: `Pave Abai Street and light it as far as the school, stage ${n + 1}`,
  },
  quote: null,
  lang: 'ru',
  topic: 'roads',
  areaId: town,
  personId: official.id,
  postId: `akim-${town}`,
  boundTo: 'post',
  saidOn: official.from,
  dueOn: n % 2 === 0 ? '2013-10-01' : null,
  occasion: null,
  speech: 'direct',
  outsidePowers: false,
  repeatsId: null,
  source: SOURCE,
});

const eventsOf = (official: Official, n: number) => {
  const status = STATUSES[n % STATUSES.length] ?? null;
  const event = { on: '2013-05-01', sources: [SOURCE], recordedAt: '2024-01-01T00:00:00Z' };
  const promise = promiseId(official, n);
  return status === null ? [] : [{ id: `e-${promise}`, promiseId: promise, status, ...event }];
};

function numbersOf({ promises }: Official): number[] {
  return Array.from({ length: promises }, (_, n) => n);
}

/** Writes a ledger of invented officials; the answer is its folder. */
export function sceneLedger(): string {
  const folder = freshFolder('e2e-ledger');
  const write = (name: string, content: unknown) =>
    fs.writeFileSync(path.join(folder, name), JSON.stringify(content));
  const held = OFFICES.flatMap((office) => office.holders.map((holder) => ({ office, holder })));
  const country = {
    id: 'kz',
    classification: 'country',
    identifier: null,
    parentId: null,
    name: { ru: 'Казахстан', kk: 'Қазақстан', en: 'Kazakhstan' },
    otherNames: [],
  };
  write('ledger.json', { format: 1, dataset: 'scenes', asOf: '2024-01-01' });
  write(FILE_OF_KIND.area, [country, ...OFFICES.map(areaOf)]);
  write(FILE_OF_KIND.post, OFFICES.map(postOf));
  write(
    FILE_OF_KIND.person,
    held.map(({ holder }) => personOf(holder)),
  );
  write(
    FILE_OF_KIND.membership,
    held.map(({ office, holder }) => membershipOf(office, holder)),
  );
  write(
    FILE_OF_KIND.promise,
    held.flatMap(({ office, holder }) =>
      numbersOf(holder).map((n) => promiseOf(office, holder, n)),
    ),
  );
  write(
    FILE_OF_KIND.statusEvent,
    held.flatMap(({ holder }) => numbersOf(holder).flatMap((n) => eventsOf(holder, n))),
  );
  return folder;
}
