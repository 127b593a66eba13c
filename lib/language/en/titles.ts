import type { KindRow, TitleRow } from '../rules';

const AKIM = { roles: ['akim', 'mayor', 'governor'], area: 'any' } as const;
const DEPUTY = { roles: ['deputyAkim', 'firstDeputyAkim'], area: 'any' } as const;

/** Titles of office. */
export const EN_TITLES: readonly TitleRow[] = [
  { phrase: 'akim', ...AKIM, ours: true },
  ...['mayor', 'governor'].map((phrase): TitleRow => ({ phrase, ...AKIM })),
  ...['akims', 'mayors', 'governors'].map(
    (phrase): TitleRow => ({ phrase, ...AKIM, plural: true }),
  ),
  ...['head', 'chief', 'director'].map(
    (phrase): TitleRow => ({
      phrase,
      roles: ['headOfDepartment'],
      area: 'branch',
      units: ['department', 'directorate', 'division'],
    }),
  ),
  ...['head', 'chief'].map(
    (phrase): TitleRow => ({
      phrase,
      roles: ['headOfDepartment'],
      area: 'branch',
      branchNeeded: true,
    }),
  ),
  ...['head', 'chief'].map((phrase): TitleRow => ({ phrase, ...AKIM, area: 'needed' })),
  ...['deputy akim', 'deputy mayor', 'deputy governor', 'deputy head', 'vice mayor'].map(
    (phrase): TitleRow => ({ phrase, ...DEPUTY }),
  ),
  ...['first deputy akim', 'first deputy mayor', 'first deputy governor'].map(
    (phrase): TitleRow => ({
      phrase,
      roles: ['firstDeputyAkim', 'deputyAkim'],
      area: 'any',
      first: true,
    }),
  ),
  { phrase: 'president', roles: ['president'], area: 'none' },
  { phrase: 'head of state', roles: ['president'], area: 'none', unique: true },
  ...['prime minister', 'premier', 'head of government', 'head of the government'].map(
    (phrase): TitleRow => ({ phrase, roles: ['primeMinister'], area: 'none', unique: true }),
  ),
  { phrase: 'minister', roles: ['minister'], area: 'ministry' },
  { phrase: 'ministers', roles: ['minister'], area: 'ministry', plural: true },
  { phrase: 'state secretary', roles: ['stateSecretary'], area: 'none' },
  { phrase: 'secretary of state', roles: ['stateSecretary'], area: 'none' },
  {
    phrase: 'secretary of the security council',
    roles: ['secretaryOfSecurityCouncil'],
    area: 'none',
  },
  { phrase: 'first deputy prime minister', roles: ['firstDeputyPrimeMinister'], area: 'none' },
  {
    phrase: 'head of the presidential administration',
    roles: ['headOfPresidentialAdministration'],
    area: 'none',
  },
  ...[
    'council deputy',
    'council member',
    'city council deputy',
    'city deputy',
    'maslikhat deputy',
    'city maslikhat deputy',
    'deputy of the maslikhat',
    'deputy of the city maslikhat',
    'member of the maslikhat',
    'member of the city maslikhat',
  ].map((phrase): TitleRow => ({ phrase, roles: ['maslikhatDeputy'], area: 'any' })),
  {
    phrase: 'maslikhat secretary',
    roles: ['maslikhatSecretary', 'secretaryOfMaslikhat'],
    area: 'any',
  },
];

/** Words for kinds of areas. */
export const EN_KINDS: readonly KindRow[] = [
  { phrase: 'region', classes: ['oblast'] },
  { phrase: 'oblast', classes: ['oblast'] },
  { phrase: 'province', classes: ['oblast'] },
  { phrase: 'rural district', classes: ['ruralDistrict'] },
  { phrase: 'district', classes: ['district'] },
  { phrase: 'city', classes: ['city'] },
  { phrase: 'town', classes: ['city'] },
  { phrase: 'capital', classes: ['city'], only: 'Astana' },
  { phrase: 'village', classes: ['settlement', 'ruralDistrict'] },
  { phrase: 'country', classes: ['country'] },
  { phrase: 'regional', classes: ['oblast'], adjective: true },
  { phrase: 'provincial', classes: ['oblast'], adjective: true },
  { phrase: 'regions', classes: ['oblast'], plural: true },
  { phrase: 'districts', classes: ['district'], plural: true },
  { phrase: 'cities', classes: ['city'], plural: true },
];
