import type { MarkerRow } from '../rules';

const words = (text: string): string[] => text.split(/\s*,\s*/u);

/** A trade of several has its plural. */
const inflected = (text: string): string[] => words(text).map((phrase) => `${phrase}~`);

/** What stands beside a title or a name in English. */
export const EN_MARKERS: readonly MarkerRow[] = [
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
    phrases: words(
      'former, ex, previous, past, then, late, one-time, outgoing, years, years as, years the, years as the',
    ),
  },
  {
    kind: 'future',
    side: 'before',
    phrases: words('future, next, would-be, incoming, prospective'),
  },
  { kind: 'acting', side: 'before', phrases: words('acting, interim') },
  { kind: 'generic', side: 'after', phrases: words('there') },
  {
    kind: 'another',
    side: 'before',
    phrases: words(
      'old, young, little, another, other, two, three, four, five, both, some, a, an, a certain, any, every, a second, brothers, sisters, is called, was called, are called, once called, also called, also named, man named, woman named, man called, woman called, by the name of, one',
    ),
  },
  {
    kind: 'another',
    side: 'after',
    phrases: words(
      'the one, not the one, not that one, no relation, not to be confused, unrelated, a namesake, his namesake, her namesake, not related, not his',
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
  { kind: 'incoming', side: 'before', phrases: words('new, newly appointed') },
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
      'street, avenue, square, park, school, university, college, lyceum, gymnasium, foundation, fund, stadium, club, theatre, theater, museum, hospital, bridge, plant, lake, river, mountain, mountains, station, airport, company, group, holding, and sons, and partners, llp, llc, ltd, jsc, bank, cup, prize, award, library, village, road, district, region, city, boulevard, lane, center, centre, academy, monument, line, opera, ballet, symphony, quartet, orchestra, choir, ensemble, festival, hotel, restaurant, café, express, readings, lowland, shop, music shop, store',
    ),
  },
  {
    kind: 'memorial',
    side: 'before',
    phrases: words(
      'named after, lake, mount, port, fort, street, university of, school of, team, fc, holiday of, feast of, festival of, month of, statue of, bust of, portrait of, monument to, monuments to, memory of, tomb of, mausoleum of, poems of, works of, novels of, legend of, film about, novel about, book about, town of, village of, city of, river, house of, battle of, café, hotel, restaurant',
    ),
  },
  { kind: 'honorific', side: 'before', phrases: words('mr, mrs, ms, miss, madam, sir, dr') },
  {
    kind: 'trade',
    side: 'before',
    phrases: inflected(
      'mazhilis deputy, mazhilis member, senator, lawmaker, member of parliament, striker, midfielder, defender, goalkeeper, forward, coach, referee, boxer, wrestler, athlete, champion, singer, actor, actress, poet, writer, composer, painter, artist, director, teacher, schoolteacher, doctor, surgeon, nurse, farmer, shepherd, blogger, pensioner, veteran, entrepreneur, businessman, businesswoman, contractor, contractors, lawyer, prosecutor, investigator, student, pupil, shopkeeper, resident, residents, activist, historian, professor, engineer, builder, journalist, reporter, footballer, player, chess player, tennis player, policeman, firefighter, driver, spokesman, spokeswoman, spokesperson, accountant, plumber, electrician, economist, analyst, ecologist, judge, guide, grandmother, grandfather, mother, father, neighbour, neighbor, rapper, pianist, cyclist, skier, swimmer, captain, colonel, major, khan, saint, adviser, advisor, aide, assistant, secretary, namesake, manager, librarian, worker, volunteer, baker, cook, chef, owner, tenant, defendant, wrestling, candidate, miner, welder, midwife, blacksmith, pharmacist, dentist, vet, carpenter, mechanic, fisherman, hunter, ranger, tailor, hairdresser, barber, paramedic, lecturer, scientist, physicist, mathematician, archaeologist, geologist, expert, designer, architect, programmer, courier, guard, cleaner, cashier, waiter, waitress, dancer, ballerina, sculptor, photographer, cameraman, editor, correspondent, columnist, weightlifter, gymnast, imam, sergeant, lieutenant, soldier, notary, beekeeper, stenographer, widow, headteacher, headmaster, principal, no relation, chairman, chairwoman, chairperson, chair of, police chief, fire chief, chief executive, ceo, founder, rector, vice rector, vice-rector, jockey, medallist, medalist, winner, laureate, graduate, alumnus, native, novelist, author, screenwriter, producer, choreographer, miller, jeweller, jeweler, potter, locksmith, pilot, sailor, diver, cellist, violinist, tenor, soprano, baritone, harpist, trumpeter, drummer, flautist, guitarist, ornithologist, psychologist, sociologist, teenager, boy, girl, villager, shareholder, consul, ambassador, diplomat, priest, mullah, caller, suspect, plaintiff, victim, fan, tourist, apprentice, porter, translator, interpreter, conductor, coroner, caretaker, janitor, forecaster, weather forecaster, meteorologist, hydrologist, dispatcher, foreman, roofer, co-owner, co-founder, proprietor, landlord, landlady, restaurateur, hotelier, moderator, auditor, broker, banker, trader, realtor, estate agent, haulier, trucker, truck driver, taxi driver, bus driver, tram driver, logistics manager, storekeeper, clerk, bookseller, publisher, archivist, curator, restorer, art historian, linguist, ethnographer, bassist, saxophonist, organist, vocalist, soloist, comedian, clown, magician, acrobat, trainer, racing driver, climber, mountaineer, fencer, shooter, basketball player, volleyball player, biathlete, speed skater, figure skater, snowboarder, runner, sprinter, gardener, grower, breeder, cattle breeder, herder, herdsman, lumberjack, poacher, prospector, surveyor, driller, oilman, concierge, nanny, babysitter, tutor, lab assistant, orderly, cardiologist, oncologist, epidemiologist, biologist, zoologist, botanist, astronomer, statistician, demographer, tester, hacker, influencer, streamer, subscriber, reader, listener, viewer, eyewitness, passer-by, shopper, customer, client, patient, lodger, homeowner, flat owner, car owner, farm owner, newcomer, settler, widower, birthday boy, centenarian, first-grader, freshman, applicant, postgraduate, intern, trainee, bailiff, detective, private detective, mediator, cadet, conscript, veteran soldier, sapper, partisan, serviceman, docent, seamstress, weaver, bricklayer, glazier, plasterer, tiler, crane operator, combine operator, combine driver, tractor driver, beekeeping, noodle maker, brewer, butcher, greengrocer, grocer, florist, watchmaker, bookbinder, undertaker, bell-ringer, postman, postwoman, milkmaid, fishmonger, counsel, guest, visitor, accordionist, calligrapher, engraver, boatman, ferryman, stoker, boilerman, collector, inventor, stuntman, fireman, rescuer, lifeguard, medic, psychiatrist, therapist, pediatrician, obstetrician, radiologist, optician, geneticist, chemist, seismologist, cartographer, metallurgist, steelworker, turner, fitter, joiner, crane driver, excavator driver, shepherdess, goatherd, falconer, wrangler, vintner, cheesemaker, dairyman, farmhand, ploughman, navigator, helmsman, boatswain, deckhand, rower, archer, judoka, karateka, kickboxer, hurdler, long-distance runner, marathon runner, marathoner, triathlete, water polo player, handball player, table tennis player, draughts player, monk, nun, deacon, rabbi, healer, shaman, orphan, old man, old woman, classmate, comrade, refugee, emigrant, migrant worker, philanthropist, benefactor, antiquarian, copywriter, gamer, playwright, essayist, poetess, memoirist, librettist, stagehand, prompter, puppeteer, animator, illustrator, caricaturist, cartoonist, ceramicist, embroiderer, dressmaker, milliner, furrier, cobbler, shoemaker, saddler, tanner, soap maker, chimney sweep, lamplighter, signalman, switchman, stationmaster, train driver, flight attendant, stewardess, air traffic controller, lodger, squatter, street vendor, market trader, stallholder',
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
