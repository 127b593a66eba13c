import { EMPTY_LEDGER } from '@/lib/ledger/lookups';
import type { Area, AreaClass, Ledger, Membership, Person, Post } from '@/lib/ledger/records';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';

/** One official for a test: names, sex, office and its area. */
export interface Row {
  readonly id: string;
  readonly gender: 'male' | 'female';
  readonly ru: string;
  readonly kk?: string;
  readonly en?: string;
  readonly role: string;
  readonly areaId: string;
  readonly from?: string;
  readonly to?: string | null;
  readonly label?: { ru?: string; kk?: string; en?: string };
}

/** An official, a man whose name is the same in Russian and Kazakh unless more is said. */
export const row = (
  id: string,
  ru: string,
  role: string,
  areaId: string,
  more: Partial<Row> = {},
): Row => ({
  id,
  gender: 'male',
  ru,
  kk: ru,
  role,
  areaId,
  ...more,
});

/** «Family Given Patronymic» to a name. */
function nameOf(text: string) {
  const [family = '', given = '', patronymic] = text.split(' ');
  return patronymic === undefined ? { family, given } : { family, given, patronymic };
}

/** An area for a test. */
export function area(
  id: string,
  classification: AreaClass,
  parentId: string | null,
  ru: string,
  kk: string,
  en: string,
): Area {
  return { id, classification, identifier: null, parentId, name: { ru, kk, en }, otherNames: [] };
}

const personOf = (row: Row): Person => ({
  id: row.id,
  gender: row.gender,
  name: {
    ru: nameOf(row.ru),
    ...(row.kk === undefined ? {} : { kk: nameOf(row.kk) }),
    ...(row.en === undefined ? {} : { en: nameOf(row.en) }),
  },
  otherNames: [],
  identifiers: [],
});

const postId = (row: Row): string => `${row.role}-${row.areaId}-${row.label?.en ?? ''}`;

const postOf = (row: Row): Post => ({
  id: postId(row),
  role: row.role,
  areaId: row.areaId,
  label: row.label ?? { ru: row.role },
  startDate: null,
  endDate: null,
});

const membershipOf = (row: Row): Membership => ({
  id: `m-${row.id}-${postId(row)}`,
  personId: row.id,
  postId: postId(row),
  startDate: row.from ?? '2020-01-01',
  endDate: row.to === undefined ? '2024-12-31' : row.to,
  attestedOn: [],
  followsId: null,
  acting: false,
  sources: [{ url: 'https://example.org/roster' }],
});

/** A ledger of officials and areas. */
export function ledgerOf(rows: readonly Row[], areas: readonly Area[]): Ledger {
  const persons = new Map(rows.map((row) => [row.id, personOf(row)]));
  const posts = new Map(rows.map((row) => [postId(row), postOf(row)]));
  return {
    ...EMPTY_LEDGER,
    areas,
    persons: [...persons.values()],
    posts: [...posts.values()],
    memberships: rows.map(membershipOf),
  };
}

/** The areas and officials that most tests of the name finder use. */
export const AREAS: readonly Area[] = [
  area('kz', 'country', null, 'Казахстан', 'Қазақстан', 'Kazakhstan'),
  area('turgai', 'oblast', 'kz', 'Тургайская область', 'Торғай облысы', 'Turgai Region'),
  area('dala', 'oblast', 'kz', 'Далинская область', 'Дала облысы', 'Dala Region'),
  area('arka', 'city', 'turgai', 'Аркатау', 'Арқатау', 'Arkatau'),
  area('arka-d', 'district', 'turgai', 'Аркатауский район', 'Арқатау ауданы', 'Arkatau District'),
  area('oz-d', 'district', 'turgai', 'Озёрный район', 'Өзен ауданы', 'Ozen District'),
  area('oz-d2', 'district', 'dala', 'Озёрный район', 'Өзен ауданы', 'Ozen District'),
];

export const OFFICIALS: readonly Row[] = [
  {
    id: 'bolatov',
    gender: 'male',
    ru: 'Болатов Ескен Маратович',
    kk: 'Болатов Ескен Маратұлы',
    en: 'Bolatov Yesken',
    role: 'akim',
    areaId: 'turgai',
  },
  {
    id: 'saurova',
    gender: 'female',
    ru: 'Саурова Инкар Талгатовна',
    kk: 'Саурова Іңкәр Талғатқызы',
    en: 'Saurova Inkar',
    role: 'akim',
    areaId: 'arka',
  },
  {
    id: 'tauov',
    gender: 'male',
    ru: 'Тауов Олжас',
    kk: 'Тауов Олжас',
    en: 'Tauov Olzhas',
    role: 'akim',
    areaId: 'arka-d',
  },
  {
    id: 'kerei',
    gender: 'male',
    ru: 'Керей Дамир Асанович',
    kk: 'Керей Дамир Асанұлы',
    en: 'Kerei Damir',
    role: 'akim',
    areaId: 'oz-d',
  },
  {
    id: 'lesnoi',
    gender: 'male',
    ru: 'Лесной Павел Олегович',
    en: 'Lesnoi Pavel',
    role: 'akim',
    areaId: 'oz-d2',
  },
  {
    id: 'kunaeva',
    gender: 'female',
    ru: 'Кунаева Дана',
    kk: 'Қонаева Дана',
    en: 'Kunayeva Dana',
    role: 'minister',
    areaId: 'kz',
    label: {
      ru: 'министр водных ресурсов',
      kk: 'Су ресурстары министрі',
      en: 'Minister of Water Resources',
    },
  },
  {
    id: 'batyrbek',
    gender: 'male',
    ru: 'Батырбек Санжар',
    kk: 'Батырбек Санжар',
    en: 'Batyrbek Sanzhar',
    role: 'president',
    areaId: 'kz',
    label: { ru: 'президент', kk: 'президент', en: 'President' },
  },
];

/** What is linked in a text of 1 May 2022, a block a line: «surface → person», in text order. */
export function linksOn(
  rows: readonly Row[],
  areas: readonly Area[] = AREAS,
): (text: string) => Promise<string[]> {
  const gazetteer = memoryGazetteer(ledgerOf(rows, areas));
  return async (text) => {
    const mentions = await link(text.split('\n'), { date: '2022-05-01' }, gazetteer);
    return mentions
      .filter((mention) => mention.personId !== null)
      .map((mention) => `${mention.surface} → ${mention.personId}`);
  };
}
