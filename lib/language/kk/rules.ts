import type { LanguageRules } from '../rules';
import { KK_MARKERS } from './markers';
import { KK_SLOTS } from './suffixes';
import { KK_KINDS, KK_TITLES } from './titles';

const list = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** Kazakh, in Cyrillic and in its Latin spellings (the skeleton is one). */
export const KK_RULES: LanguageRules = {
  lang: 'kk',
  letters: 'әғқңөұүһіäğŋıūşǵńáúóý',
  commonWords:
    list(`және мен бен пен деді деп бұл осы үшін бойынша туралы болды болып бар жоқ де да ол оның еді
    екен емес ғана кейін дейін жыл облысы ауданы қаласы әкімі айтты айтуынша бір екі керек тағы тұр жылы барлық
    jäne dep dedi üşin boiynşa boldy bolyp jyly men bul kerek qalasy audany oblysy ministri aityynşa
    zhane degen turaly keiin deiin`),
  paradigms: [],
  slots: KK_SLOTS,
  voicing: { k: 'g', p: 'b' },
  strips: [],
  patronymics: [
    { suffix: 'ұлы', gender: 'male' },
    { suffix: 'қызы', gender: 'female' },
    { suffix: 'ович', gender: 'male' },
    { suffix: 'евич', gender: 'male' },
    { suffix: 'овна', gender: 'female' },
    { suffix: 'евна', gender: 'female' },
  ],
  areaSide: ['before'],
  titles: KK_TITLES,
  kinds: KK_KINDS,
  markers: KK_MARKERS,
  links: [],
  starters:
    list(`ал бірақ және мен де да сонда сондай сондықтан енді бүгін кеше ертең биыл былтыр осы сол бұл ол
    олар біз сіз сен мұнда онда содан кейін бұған бұдан оған одан егер алайда дегенмен тек әрі тіпті яғни өйткені
    себебі бір екі үш төрт бес алғаш алғашқы бірінші екінші үшінші жаңа бұрынғы қазіргі келесі соңғы барлық бәрі
    кейбір басқа өзі оны оның оларды біздің сіздің менің қайда қашан қалай неге кім не қай қандай рас әрине мүмкін
    айтуынша айтпақшы жиында жиынға кездесуде отырыста сот іс істі халық тұрғындар тұрғындардың журналистер депутат
    депутаттар министр әкім әкімге әкімнің әкімі президент премьер қызметінен дейді деді сөзінше пікірінше
    жақында таңертең кешке түнде жазда қыста күзде көктемде жылы мырза ханым құрметті`),
  tradeEndings: ['шы', 'ші', 'гер', 'кер', 'паз', 'ист', 'лог', 'граф'],
  tradeExceptions: [
    'жақсы',
    'басшы',
    'хатшы',
    'кеңесші',
    'көмекші',
    'қарсы',
    'сыртқы',
    'ішкі',
    'осы',
    'куәгер',
    'қайраткер',
    'алғашқы',
    'соңғы',
    'айтушы',
    'атқарушы',
  ],
  sayingWords: ['деді', 'айтты', 'мәлімдеді', 'хабарлады', 'жариялады', 'дейді', 'тапсырды'],
  prepositions: [],
  verbGender: [],
  branches: [
    ['ішм', 'ішкі істер'],
    ['іім', 'ішкі істер'],
    ['тжм', 'төтенше жағдайлар'],
    ['дсм', 'денсаулық сақтау'],
    ['ауылшаруашылық', 'ауыл шаруашылығы'],
  ],
  placeAdjectives: ['лик', 'дик', 'тик'],
};
