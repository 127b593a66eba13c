/**
 * More given names of Kazakhstan, men's and women's, as `fold` writes them: a worker that has just been started has
 * nothing to fold. Our own list; without names that are common words too («Талап», «Наурыз»).
 */
export const GIVEN_SKELETONS = `
abdikadir abdikarim abdimajit abdimomin abdrahman abdulaziz abdusatar abiba abilkasim abilmajin abulhair adela
adelaida adelina adilbek adilet adilhan adiljan adviga agabek agata ahmad ahmed ahmetbek ahmetjan aibala aibanu
aibas aibike aibolat aibota aidai aidarbek aidarhan aigaiwa aiganim aigawa aihan aijamal aikorkem aikul aimaral
aimen aimgul aimjan ainaw aipara aisana aisara aisari aisaule aislu aitbala aitbek aitjan aitkali aitkul
aitmuhamed aitolkin aituar aitugan aiwagul aizada aizat ajan akbala akban akbar akbergen akbope akbota akenje akif
akilai akiljan akimjan akjan akjol akmal aknur akram aksaule aksina aksulu aksunkar aktoti akub akubjan akumis
akup albert albina aldabergen alen alevtina alima alimhan alimjan alinur aliwer aljan almagul almira alpamis
alpisbai altingul altinsari altinwaw amanbai amanbek amangali amangul amantur amina amirhan amirjan anafa anarbek
anargul anbek anel anela angelina anina anisa anjela anjelika ansagan ansar apsatar aradna arailim ardak ardakgul
arina aripjan aristanbek armuhamed arnur artikbai arujan asanali asanhan aselgul asemgul asemjan ashan asilai
asilan asilgul asilhan asiljan asilzat askarbek aslan aslanbek asol atabek atimtai aueshan aulim azat aziz aznabai
babahan badigul badirhan bagdaulet bagila baglan bahadir bahitbek bahitgul bahrom bahtigerei baibolat baigali
baijan baimuhamet baimurat baizak bakbergen bakdaulet bakitbek bakitgul bakitjan bakitkul baktar balgabai balgabek
baljan balken balnur baltabai barlibek barwagul batew batima bazarbai bazarbek behzod beibaris beibut beisenbai
beisenkul bekaris bekasil bekbol bekbulat bekejan beken bekjigit bekmuhamed bekmurat beknur bektas bektemir bektur
berdimurat bereket berikali berikbol berikgul beslan bibifatima bibinur bibisara biganim bikew bisengali bogdan
bogdana bolatbek bolathan borislav botakoz bubijan bulat burhan dameli dametken damil damila damira danabek
danagul danal darigaw dariha darina darkembai dastan dauilbai daulethan dauletkan dauletkerei deman demid didara
dila dilara dilbar dilda dilnara dilnaz dilwod dinagul dinislam dorofei dosai dosan dosbol dosim dosmuhamed dostan
duisen duisenbek duisengali dumanbek dusembai dusembek dusen dusenbek edita efim efrosina elaman eldos elemes
eleonora eleusiz elina elisei elnar elnur elqin elvira elwad elza embergen emelan emil emila ensep erasil erast
erbolsin erbulan erdan erdaulet erden erdos ergeldi ergoja erhan erika erkanat erkeaim erkebai erkebulan erkegul
erkejan erkem erkenaz erkew erlik ermahan ermaw ermen ermolai ermuhan ernaz ernazar ernest ersain ersin ersultan
ertai ertargan ertugan erubai erulan esbolat esenali esenbek esengali esenjan esenkeldi esentai estai evdoka
evdokim evgraf faizula farabek farhat farhod fatiha fatima fauza fedosa feliks firuza foma fuad gabas gabdeluahit
gabdrawit gabiden gafur galakton galihan galimbek ganiza gaziz gaziza geidar genreta gizat glafira gordei gulai
gulaim gulbarwin guldana gulden gulimai gulimjan guljahan guljaina guljamal guljamila guljihan gulmaira gulmairam
gulnafis gulnat gulnuza gulsa gulsezim gulsim gulwahar gulwan gulwara gulza gulzada gulzat gulzinat gulzipa gumar
guri gusein habib habibola habidola hafiza haidar hairat hairula hakimjan halel halil halima halit hamida hamidola
hamza hanbek handos hankeldi hanzada hariton hasan hasen hurwid husain husein ibadula ibagul ibiw idiris idris
ignati ikilas ilaron ilhom ilmira ilona imangali imangeldi inesa inkarbek inkargul inokenti iraida irisaldi irma
irsaldi isabek isahan iskak islambek ismail ismet izat izbasar jailaubai jaina jainagul jaksibai jaksibek jalel
jamiga jamwid janabai janabek janagul janarbek janargul janazar janbolat jandarbek jangali jangeldi jangir jangul
janilsin janisbai jankoja janmurat janpeis janserik jansultan jansulu jantas jantemir jantuar janur januzak japar
jarbol jarilkasin jarkinai jarkinbek jasmin jastalap jasur jaubasar jazira jeken jeksen jeksenbai jenbai jenisbek
jenishan jibekjan joldasbek jomartbek jorabek juldizai juldizbek jumadil jumageldi jumajan jumakan jumamurat jumaw
junis jusip jusup kabden kabdew kabiken kabil kabilbek kadirbek kadirjan kadiwa kairbek kairgali kairgeldi kairola
kaldibai kaldibek kaldigul kalibai kalibek kalijan kalima kalken kalmurat kamajai kamalbek kamil kamka kamol
kanafa kanagat kanapa kanibek kaniw kapitolina karabai karabek karajan karakoz karawaw karimjan karimtai kasen
kasimbek kasimhan katibek kauken kazbek kazibek kazizhan kemal kemelbek kenesbai kenesbek kenjebai kenjegali
kenjegara kenjegul kenjetai kerim kidir kidirbai kidirbek kirikbai klara klementi koiwibai koiwibek kojabek
kojahan konisbai konisbek kuanbek kuaniwkul kuantai kuatbek kuatjan kubanbek kulbagila kulbaraw kuldanai kulipa
kuljamal kuljan kulmagambet kulsara kulsum kultai kulwat kulza kulzira kumisai kuralbai kurman kurmanbek
kurmangazi kusain kutjan kuzma ladislava laila lalagul lana latif latipa leonti lesa lesbek lila lubava ludvig
madana madibek madreim magomed mahmet mahmud mahsat maigul mailibai maira mairagul makari makpalgul maksatbek
maksut maldibai malibek malika mambet mamet mamirhan mamirjan mangibai mansa mansur manzur maralbek maram marana
marfuga marjangul marlen masgut masimhan mavlon mehmet meir meiramgali meiramgul meirbek meirgul meirhan meirjan
mendibai mendigul mergali merim merjan milana miras mirbek mirgul mirhat mirjan miron miroslav miroslava mirzabek
mirzagali mirzan mirzo moldabai moldabek moldar mstislav mubarak muhamedar muhamedkali muhamejan muhan mukagali
mukan mukat mukaw munaidar munira murad murathan murzabek murzagali musabek muslim mustahim mutal nada nadir
nagawibai nagima nagmetola naila naizabek narima nartai nasiba naurizbai naurizbek navruz nazbek nazigul nazimgul
nazipa nela neli nesibeli ninel nodir nurabai nurahmet nuralhan nuralim nurbai nurbakit nurbergen nurbol nurdos
nurgaiwa nurgalim nurgazi nurgeldi nurgisa nurgiza nurhan nurila nurili nurjau nurjigit nurken nurkuat nurmagambet
nurmat nurmuhamed nursa nursapa nursaule nurserik nursin nursulu nurtai nurwaw nurzada nurzat oljabai oljabek
omirbai omirbek omirhan omirjan omirserik omirzak onalbai onalbek onerbek ongar ongarbek orazai orazgali orazgeldi
orazgul orazhan oreken orhan orinbai orinbek orinkul orinwa ormanbet ostap otabek otarbai otebai otegen patima
patimat pelagea perdebek pernebai pernebek pernegul pernew peruza praskova prohor prokofi prokop rafig raha
rahatbek rahila rahim rahima rahimbek rahmetola raila ramzan rauf rauwangul ravil ravwan rawid regina renata
rimbek risaldi risbai risbek risgul riskeldi riskul risti rizabek rizagul rozagul rsaldi rudolf rufina rustambek
sabirjan sadaw sadibek saduakas sadvakas sagadat sagatbek sagidola sagila sagimbai sagimbek saginbai sagira sagul
sailaubai sailaubek saira sairan sake sakenbek sakip sakipjamal salavat saliha salim salima samalgul samir
sanatbek sanaz sandibai sandugaw sanjarbek saparbai saparbek sapargali saragul sardor sargul saribai sarsenbai
sarsenbek sarsengali satbek satibai satjan saulebek sava seidahmet seidola seilhan seisen seisenbai seisenbek seit
seitbek seitek seitkerim sembai sembek senbai serafim serafima serikali serikbolat serikbolsin serikgul serikhan
seriktas sirimbek sirlibai smagul smail smatai snejana spiridon stefana stela sultanbek sultangali suluwaw sungat
svatoslav tagir talasbai talgatbek tampiw tanagoz tanat tanatar tanirbergen tansulu tanwolpan tarbi tasbolat
tasbulat tasibai taubai taupik temirbai temirbek temirbolat temirgali temirhan temirlan temirtas terenti tihon
tilegen tileuberdi tileukabil tinimbai tiniwbai tiniwtikbek tleuberdi tleugali tleuhan tofik toigul toktarbai
toktasin tolebai tolebi tolegenbai toleubai toleubek toleuhan tolimbek tomiris toregali torehan totigul trofim
tulebai turarbek turdibek turebek turegali turgut turimbet turlibek tursinbai tursinbek tursinhan tursinkul
tursunbai tursunbek tursungali tursunhan tursunkul ualihan uderbai ugilai ulai ulansin ulbala ulbike ulbolgan
ulbosin uldanai ulduz ulgan ulikbek uljalgas ulmeken ulpan ulsun ultai ultuar ulugbek umar umigul umitkul undasin
unona unus urazali urazbai urazbek urazgul urinbai urken urkua usif utebai utegen uzakbai vagif vahid valeran
varlam vasilisa venamin vidadi vikenti vitalina vladlen vladlena voldemar voleta wabai wabden wadar wadiman
wahmardan waihi waihigul waiken waizada wakarim waken wakir wakizada walabai wamgali wamgon wamsat wamwa wamwat
warip waripa waripbai waripbek werazdan werazdi wernaz werzod winargul winbolat winibek wintai wintas wiraigul
wokai wolpangul wonai wortanbai zabek zada zafar zainola zakara zamanbek zamir zarema zaripa zaur zauzagul
zeinegul zeinel zeinep zeinew zeinula zeken zelimhan zinovi zubaida zubaira zuhra zulfira zulhira
`;
