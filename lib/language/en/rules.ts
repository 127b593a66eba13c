import type { LanguageRules } from '../rules';
import { EN_MARKERS } from './markers';
import { EN_KINDS, EN_TITLES } from './titles';

const list = (text: string): readonly string[] => text.trim().split(/\s+/u);

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
  titles: EN_TITLES,
  kinds: EN_KINDS,
  markers: EN_MARKERS,
  links: ['of', 'the', 'for', "'s", 's'],
  starters:
    list(`the a an and but or if son when while after before in on at by with without for from to of as since
    until although though because so then there here this that these those he she they we you i it his her their our
    your my its who what where why how which some many all both each every no not never always only even still also
    yet again once now today yesterday tomorrow later earlier soon meanwhile however moreover instead perhaps maybe
    one two three four five six seven eight nine ten first second third last next new old former current promises
    promise ask asked call tell tells said says say according mr mrs ms miss dr city council government regional local
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
    'said says told tells promis vow order admit announc repl ask answer note add explain claim call argu insist warn testif declin plan visit inspect sign met meet open blame want joked apolog pledg could will has had was did does talk spoke laugh shrug smil sigh nod grin quip mutter conced recall remember prais thank complain urg assur confess boast hope know'.split(
      ' ',
    ),
  auxiliaries: ['could', 'will', 'has', 'had', 'was', 'did', 'does'],
  namesakeWords: ['namesake'],
  reflexiveEndings: [],
  conditionEndings: [],
  ageWords: ['year'],
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
  possessives: ['his', 'her', 'their', 'its'],
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
    'tournament champion match goal wrestl boxing medal athlet coach team final cup concert play novel judo karate sambo marathon silver bronze badminton tennis hockey football chess ballet album film series orchestra violin exhibition poem singer season league scored knockout cyclist cycling jersey teammate puncture archer archery sprint relay obelisk stele frontline pianist soprano tenor encore premiere philharmonic overture symphon rehears painting sketches cartoon'.split(
      ' ',
    ),
  publicWords:
    'akim akimat region district government minist parliament deput maslikhat council governor mayor president official budget appoint'.split(
      ' ',
    ),
  hyphenPrefixes: ['ex'],
  hyphenSuffixes: [],
  schoolingWords: ['training', 'profession', 'trade', 'education'],
  seams: [],
  namedWords: ['called', 'named'],
  aboutWords: [],
  parentWords: ['father', 'mother', 'parent', 'family'],
  neuterEndings: [],
  copulas: ['became', 'becomes', 'is', 'was', 'remains'],
  honorificGender: [
    ['mrs', 'female'],
    ['mr', 'male'],
    ['ms', 'female'],
    ['miss', 'female'],
  ],
  alsoWords: ['also'],
  captionWords: ['left', 'right', 'centre', 'center', 'pictured'],
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
