import type { MatterRow } from '../topic-narrow';

/** What is done, in more words, and deeds that the first table does not tell apart. */
// biome-ignore format: a row is read across, its three languages beside each other
export const DEED_MATTERS = [
  ['design', 'deed', null, 'спроектир~, проектир~, техэко~', 'жобала~', 'designs?, drawings?, plans? drawn'],
  ['hire', 'deed', null, 'найм[еу]~, наня~, пригла[сш]~, привлеч~, привлек~, прием на работу, примем на работу, трудоустро~, приедет, приедут, направ[ия]~', 'шақыр~, жұмысқа ал~, жібер~, тарт(?:амыз|ылады), келеді', 'hir(?:e|ed|ing), recruit~, invit~, attract~, will join, take on, staffed, assigned'],
  ['move', 'deed', null, 'перенес~, перенос~, переедет, перевез[еу]~', 'орнын ауыстыр~, басқа жерге көшір~', 'relocat~, moved? (?:to|out|off), shift(?:ed)? to, transferred to'],
  ['paint', 'deed', null, 'покрас~, побел~, перекрас~, раскрас~', 'боя(?:ймыз|лады|п), сырла~', 'paint(?:ed|ing)?, whitewash~'],
  ['fenceOff', 'deed', null, 'огород[ия]~, огорож~, обнес~, оград[ия]т~, огражда~', 'қорша(?:ймыз|лады|п)~, қоршаймыз', 'fenced?, fenced off, fence in, wall off'],
  ['stockFish', 'deed', null, 'зарыб~', 'балықпен~', 'stock(?:ed)? with fish, restock~'],
  ['transfer', 'deed', null, 'передад~, передать, переда[дс]~', 'жекешелендір~', 'hand(?:ed)? over to, privati[sz]~, transfer(?:red)?'],
  ['ban', 'deed', null, 'запрет~, запрещ~, не пуст~, не пущ~, ограничим, ограничат, перекроем для, закро~ для', 'тыйым сал~, шекте~, кіргізбе~, жүргізбе~', 'ban, banned, prohibit~, kept? out, barred?, closed? to, off limits, off-limits'],
  ['raise', 'deed', null, 'повыс~, повыш~, подним~, поднят~, прибав~, больше получ~, получать больше', 'көтереміз, көтеріледі, өсіреміз, өседі, арттыр~, көбейт~', 'raise wages, pay rise, rais(?:e|ed|ing), go up, earn more'],
  ['give', 'deed', null, 'выдад~, выда[дс]~, вруч~, предостав~, подар~, выдел~, дадим, дадут, получат', 'береміз, беріледі, сыйла~, табыста~, бөлеміз, бөлінеді', 'give, given, hand(?:ed)? out, grant(?:ed)?, allocat~, awarded?, donat~, receive'],
  ['bring', 'deed', null, 'привез~, завез~, достав~, подвез~, поступ[ия]т, придет, придут', 'әкел~, жеткіз~, тасымалда~', 'brought, bring in, deliver~, suppl~, ship(?:ped)?'],
  ['comeBack', 'deed', null, 'верн[еу]~, возврат~, возоб~, снова зараб~, к жизни, оживим', 'қайтар~, жандандыр~, қайта ашыл~', 'bring back, restor~, reviv~, reopen~, resume~, back to life'],
  ['lay', 'deed', null, 'улож~, кладем, положим, положат, ляжет, лягут, вымост~, застел~, выстел~, насып~', 'төсе~, төселеді', 'lay, laid, relaid, surfac~, pave, paved'],
  ['improve', 'deed', null, 'благоустро~, озелен~, облагоро~', 'абаттандыр~, көркей~, гүлденді~', 'landscap~, beautif~, spruce up'],
  ['inspect', 'deed', null, 'провер[иея]~, инспект~, обслед~', 'тексер~, зертте~', 'inspect~, check(?:ed)?, audit~, survey~'],
  ['teach', 'deed', null, 'обучим, обучат, научим, переобуч~', 'оқытамыз, үйретеміз', 'train(?:ed|ing)?, teach, taught'],
  ['name', 'deed', null, 'назов~, назван~, переимен~, присво~', 'атау бер~, атын бер~, атала~', 'named?, renam~'],
  ['build', 'deed', null, 'возвод~, соору[дж]~, обустра~, оборуд~, разместим, разместят, разобьем, разобьют, поставим, повес[ия]~, смонтир~, вырастет, поднимется, достро~, довед[еу]~ до открытия, открыть, открытия, запуст~, будет (?:нов|сво|настоящ|нормальн|постоянн)~', 'тұрғызыл~, көтеріл~, орналастыр~, жабдықта~, іліне~, құра(?:мыз|лады), бітіреміз, аяқтаймыз, ашылады, қойыл~, түсіп, тапсырыл~, тапсырамыз', 'erect~, put up, set up, go up, goes up, equip~, fit(?:ted)? out, hung, mount~, stationed, pitch~, thrown, throw, open(?:s|ed)?'],
  ['repair', 'deed', null, 'почин~, чин[ия]~, залат~, подправ~, приведем, реставр~, отреставр~, обновл~, модерниз~, перекроем, перестел~, капремонт~, преобразит~, покраш~', 'жаңғырт~, жөнделеді, түзет~, жаңала~, бітейміз, қалпына кел~, жамай~', 'mend~, patch~, fix~, renovat~, refurbish~, overhaul~, restor~, upgrad~, moderni[sz]~, spruce~, re-roof~, repair~, re-tile~'],
  ['clean', 'deed', null, 'убер~, убира~, очищ~, расчист~, прочист~, вычист~, углуб~, выгреб~, вывез~, опорожн~, исчезн~, перестанет быть, осуш~, подмет~', 'аршы~, жоя~, тазарт~, шығарыл~, жиналады, жинаймыз, кетіре~, аластай~, тереңдет~, сыпыр~, құрғат~', 'clear~, cleared, cleaned?, swept, dredg~, remov~, haul(?:ed)? away, cart(?:ed)? (?:off|away), drain(?:ed)?, taken away, got rid'],
  ['demolish', 'deed', null, 'снес~, сносит~, спил~, вырубим, разбер[еу]~, снимем, демонт~', 'сүреміз, сүріледі, құлат~, кесеміз, кесіледі, бұзып~, бұзамыз, бұзылады', 'demolish~, pull(?:ed)? down, bulldoz~, torn down, tear down, cut down, fell(?:ed)?, knocked down, raz(?:e|ed), dismantl~'],
  ['strengthen', 'deed', null, 'укреп~, усил~, защит~, прикро[ею]~, обезопас~', 'бекіт~, нығайт~, күшейт~, қорға~', 'strengthen~, reinforc~, shor(?:e|ed) up, fortif~, protect~, defend~'],
  ['lower', 'deed', null, 'сниз~, снижа~, сократ~, уменьш~, отмен~, дешев~, меньше', 'төмендет~, арзанда~, азайт~, азая~, қысқар~, алып таста~, аз төле~', 'lower~, reduc~, cut, cuts, slash~, halv~, less, cheaper, drop, abolish~, waive~'],
  ['widen', 'deed', null, 'расшир~, станет шире, сделаем шире, станет больше, увелич~', 'кеңейт~, кеңи~, үлкейт~, ұлғай~', 'widen~, broaden~, enlarg~, expand~, bigger, wider'],
  ['buy', 'deed', null, 'купим, купят, куп[ия]т, закуп~, приобр~, обзавед~, пополн~', 'сатып ал~, аламыз, алынады, сатып~', 'buy, bought, purchas~, acquir~, procure~'],
  ['plant', 'deed', null, 'высад~, посад[ия]~, засад[ия]~, засе[еяю]~', 'отырғыз~, егеміз, егіледі, көгалдандыр~', 'plant(?:ed|ing)?, sow~, seeded'],
  ['resettle', 'deed', null, 'пересел~, рассел~, отсел~, получат (?:новые )?квартир~', 'көшіріл~, қоныстандыр~', 'rehous~, resettl~, mov(?:e|ed) (?:families|people|residents|tenants)'],
  ['switch', 'deed', null, 'перевед~, переключ~, перейд[еу]~ на, пересад~, пересяд~', 'көшіреміз, ауысады, ауыстырамыз', 'switch~, convert~, chang(?:e|ed) (?:over )?to'],
] as const satisfies readonly MatterRow[];
