import type { KindRow, LanguageRules, MarkerRow, TitleRow } from '../rules';

const list = (text: string): readonly string[] => text.trim().split(/\s+/u);
const words = (text: string): string[] => text.split(/\s*,\s*/u);

const AKIM = { roles: ['akim', 'mayor', 'governor'], area: 'any' } as const;
const DEPUTY = { roles: ['deputyAkim', 'firstDeputyAkim'], area: 'any' } as const;

const TITLES: readonly TitleRow[] = [
  { phrase: 'akim', ...AKIM, ours: true },
  ...['mayor', 'governor'].map((phrase): TitleRow => ({ phrase, ...AKIM })),
  ...['akims', 'mayors', 'governors'].map(
    (phrase): TitleRow => ({ phrase, ...AKIM, plural: true }),
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
  ...['council deputy', 'city council deputy', 'maslikhat deputy'].map(
    (phrase): TitleRow => ({ phrase, roles: ['maslikhatDeputy'], area: 'any' }),
  ),
  {
    phrase: 'maslikhat secretary',
    roles: ['maslikhatSecretary', 'secretaryOfMaslikhat'],
    area: 'any',
  },
];

const KINDS: readonly KindRow[] = [
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

const MARKERS: readonly MarkerRow[] = [
  {
    kind: 'dependent',
    side: 'after',
    phrases: words(
      'branch, chapter, police, department, division, directorate, prosecutor, court, hospital, university, college, school, plant, airport, party, union, federation, chamber, committee, museum, bureau, customs, office, spokesman, spokeswoman, spokesperson, press secretary, press service, adviser, advisor, aide, assistant, deputy, staff, administration, residence, driver, candidate, candidates, elect, election, job, post, car, motorcade, convoy, account',
    ),
  },
  {
    kind: 'dependent',
    side: 'before',
    phrases: words(
      'deputy of, spokesman for, spokeswoman for, spokesperson for, adviser to, advisor to, aide to, aide of, assistant to, office of, press secretary of, press secretary to, press secretary for, deputy to, staff of, press service of, secretary to, secretary of, administration of, post of, job of, position of, election of, candidate for, run for, candidates for, deputy, vice',
    ),
  },
  {
    kind: 'kin',
    side: 'after',
    phrases: words(
      'brother, sister, wife, husband, widow, widower, son, daughter, father, mother, cousin, friend, nephew, niece, namesake',
    ),
  },
  {
    kind: 'former',
    side: 'before',
    phrases: words('former, ex, previous, past, then, late, one-time, outgoing'),
  },
  {
    kind: 'future',
    side: 'before',
    phrases: words('future, next, would-be, incoming, prospective'),
  },
  { kind: 'acting', side: 'before', phrases: words('acting, interim') },
  {
    kind: 'another',
    side: 'before',
    phrases: words(
      'another, other, two, three, four, five, both, some, a, an, a certain, any, every, a second, also called, also named, man named, woman named, man called, woman called, by the name of, one',
    ),
  },
  {
    kind: 'another',
    side: 'after',
    phrases: words(
      'not the one, not that one, no relation, not to be confused, unrelated, a namesake, his namesake, her namesake, not related, not his',
    ),
  },
  { kind: 'trade', side: 'after', phrases: words('scored twice, scored a, scored the, netted') },
  { kind: 'meaning', side: 'after', phrases: words('means, is a word, is a name') },
  {
    kind: 'modifier',
    side: 'before',
    phrases: words(
      'new, current, present, the, our, a, local, incumbent, newly appointed, longtime',
    ),
  },
  {
    kind: 'generic',
    side: 'before',
    phrases: words(
      'as, any, every, each, if, some, another, two, three, four, no, which, what kind of, whoever, several, many, all',
    ),
  },
  {
    kind: 'memorial',
    side: 'after',
    phrases: words(
      'street, avenue, square, park, school, university, college, lyceum, gymnasium, foundation, fund, stadium, club, theatre, theater, museum, hospital, bridge, plant, lake, river, mountain, mountains, station, airport, company, group, holding, and sons, and partners, llp, llc, ltd, jsc, bank, cup, prize, award, library, village, road, district, region, city, boulevard, lane, center, centre, academy, monument, line',
    ),
  },
  {
    kind: 'memorial',
    side: 'before',
    phrases: words(
      'named after, lake, mount, port, fort, street, university of, school of, team, fc, holiday of, feast of, festival of, month of, statue of, bust of, portrait of, monument to, memory of, tomb of, mausoleum of, poems of, works of, novels of, legend of, film about, novel about, book about, town of, village of, city of, river, house of, battle of',
    ),
  },
  { kind: 'honorific', side: 'before', phrases: words('mr, mrs, ms, miss, madam, sir, dr') },
  {
    kind: 'trade',
    side: 'before',
    phrases: words(
      'striker, midfielder, defender, goalkeeper, forward, coach, referee, boxer, wrestler, athlete, champion, singer, actor, actress, poet, writer, composer, painter, artist, director, teacher, schoolteacher, doctor, surgeon, nurse, farmer, shepherd, blogger, pensioner, veteran, entrepreneur, businessman, businesswoman, contractor, contractors, lawyer, prosecutor, investigator, student, pupil, shopkeeper, resident, residents, activist, historian, professor, engineer, builder, journalist, reporter, footballer, player, chess player, tennis player, policeman, firefighter, driver, spokesman, spokeswoman, spokesperson, accountant, plumber, electrician, economist, analyst, ecologist, judge, guide, grandmother, grandfather, mother, father, neighbour, neighbor, rapper, pianist, cyclist, skier, swimmer, captain, colonel, major, khan, saint, adviser, advisor, aide, assistant, secretary, namesake, manager, librarian, worker, volunteer, baker, cook, chef, owner, tenant, witness, defendant, wrestling, candidate, miner, welder, midwife, blacksmith, pharmacist, dentist, vet, carpenter, mechanic, fisherman, hunter, ranger, tailor, hairdresser, barber, paramedic, lecturer, scientist, physicist, mathematician, archaeologist, geologist, expert, designer, architect, programmer, courier, guard, cleaner, cashier, waiter, waitress, dancer, ballerina, sculptor, photographer, cameraman, editor, correspondent, columnist, weightlifter, gymnast, imam, sergeant, lieutenant, soldier, notary, beekeeper, stenographer, widow, headteacher, headmaster, principal, no relation, chairman, chairwoman, chairperson, chair, police chief, fire chief, chief executive, ceo, founder, rector, vice rector, jockey, medallist, medalist, winner, laureate, graduate, alumnus, native, novelist, author, screenwriter, producer, choreographer, miller, jeweller, jeweler, potter, locksmith, pilot, sailor, diver, cellist, violinist, ornithologist, psychologist, sociologist, teenager, boy, girl, villager, shareholder, consul, ambassador, diplomat, priest, mullah, caller, suspect, plaintiff, victim, fan, tourist, apprentice, porter, translator, interpreter, conductor, coroner, caretaker, janitor',
    ),
  },
  {
    kind: 'foreign',
    side: 'before',
    phrases: words(
      'russia, ukraine, kyrgyzstan, uzbekistan, tajikistan, turkmenistan, azerbaijan, georgia, armenia, turkey, china, iran, germany, france, britain, japan, korea, india, belarus, mongolia, russian, ukrainian, kyrgyz, uzbek, tajik, turkish, chinese, american, belarusian, turkmen, azerbaijani, german, british, french, japanese, korean, iranian, indian',
    ),
  },
];

/** English, as the press of Kazakhstan writes it. */
export const EN_RULES: LanguageRules = {
  lang: 'en',
  letters: '',
  commonWords:
    list(`the of and to in a is that for on was with as by at from has have had said his her its will be
    an it he she they not are were who which after new their this but`),
  paradigms: [
    {
      suffix: '',
      gender: null,
      drop: 0,
      endings: [
        [63, ''],
        [128, 's'],
      ],
    },
  ],
  slots: [],
  voicing: {},
  strips: ['s'],
  patronymics: [
    { suffix: 'ovich', gender: 'male' },
    { suffix: 'evich', gender: 'male' },
    { suffix: 'uly', gender: 'male' },
    { suffix: 'ovna', gender: 'female' },
    { suffix: 'evna', gender: 'female' },
    { suffix: 'kyzy', gender: 'female' },
  ],
  surnameEndings: ['ov', 'ova', 'ev', 'eva', 'in', 'ina', 'sky', 'skaya', 'ko', 'yan'],
  areaSide: ['after', 'before'],
  titles: TITLES,
  kinds: KINDS,
  markers: MARKERS,
  links: ['of', 'the', 'for', "'s", 's'],
  starters:
    list(`the a an and but or if when while after before in on at by with without for from to of as since
    until although though because so then there here this that these those he she they we you i it his her their our
    your my its who what where why how which some many all both each every no not never always only even still also
    yet again once now today yesterday tomorrow later earlier soon meanwhile however moreover instead perhaps maybe
    one two three four five six seven eight nine ten first second third last next new old former current promises
    promise ask asked tell tells said says say according mr mrs ms miss dr city council government regional local
    district head deputy minister president prime mayor akim governor monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november december
    why morning evening under over during between among against about into through despite let`),
  tradeEndings: [
    'ist',
    'ists',
    'man',
    'woman',
    'ologist',
    'smith',
    'ian',
    'er',
    'or',
    'ooper',
    'eur',
  ],
  tradeCases: [''],
  tradeExceptions:
    'successor predecessor counterpart chairman chairwoman woman man gentleman statesman exist fellow list for nor major governor mayor senator or after over under however never ever leader minister premier former officer speaker member whether rather together later earlier other another number ever either neither order offer matter letter per former commissioner manager her under newer'.split(
      ' ',
    ),
  sayingWords:
    'said says told tells promis vow order admit announc repl ask answer note add explain claim call argu insist warn testif declin plan visit inspect sign met meet open blame want joked apolog pledg could will has had was did does'.split(
      ' ',
    ),
  conditionEndings: [],
  participleEndings: [],
  compoundEndings: [],
  notGivenEndings: ['ing', 'ed', 'ly', 'tion', 'ment', 'ness'],
  roleEndings: [],
  notRoleEndings: [],
  adjectiveSurnames: [],
  obliqueEndings: [],
  selfWords: ['himself', 'herself'],
  seniority: [
    ['senior', 'elder'],
    ['sr', 'elder'],
    ['junior', 'younger'],
    ['jr', 'younger'],
    ['elder', 'elder'],
    ['younger', 'younger'],
  ],
  firstWords: ['first'],
  appositionWords: ['as', 'a', 'an', 'the', 'then', 'now'],
  placeWords: [
    'in',
    'at',
    'near',
    'from',
    'around',
    'across',
    'into',
    'past',
    'beside',
    'behind',
    'outside',
    'opposite',
  ],
  originWords: ['from'],
  belongingWords: ['of'],
  sceneWords:
    'tournament champion match goal wrestl boxing medal athlet coach team final cup concert play novel judo karate sambo marathon silver bronze badminton tennis hockey football chess ballet album film series orchestra violin exhibition poem singer season league scored knockout'.split(
      ' ',
    ),
  publicWords:
    'akim akimat region district government minist parliament deput maslikhat council governor mayor president official budget appoint'.split(
      ' ',
    ),
  hyphenPrefixes: ['ex'],
  hyphenSuffixes: [],
  clauseWords: ['but', 'while', 'although', 'when', 'and'],
  listWords: ['and'],
  agreement: 'all',
  prepositions: [],
  verbGender: [],
  negations: ['not'],
  branches: [
    ['interior', 'internal affairs'],
    ['health', 'healthcare'],
    ['farm', 'agriculture'],
    ['labor', 'labour'],
    ['defense', 'defence'],
    ['economy', 'national economy'],
    ['emergencies', 'emergency situations'],
    ['energy', 'energy'],
    ['foreign', 'foreign affairs'],
  ],
  placeAdjectives: [],
};
