import type { SpeechRule, SpeechWords } from '../speech-words';

const HARM =
  '(?:raise|increase|close|shut|demolish|cut|fire|dismiss|sack|evict|sell|privati[sz]e|cancel|move|relocate|let|allow|permit|abandon|leave|forget|take away|build on|fell|chop|switch off|cut off|charge|fine|give up|back down|hide|touch|reduce|postpone|delay|go up|rise|change|repeat|happen again|lose|suffer|stop|be (?:raised|increased|closed|shut|cut|demolished|evicted|sold|felled|left|moved|forgotten|dismissed|reduced|postponed|delayed|charged|merged|cancelled|chopped|touched|without|allowed|privati[sz]ed|torn down))';
const SUBORDINATES =
  '(?:the |his |her |all |district |city |regional |village |local |rural )*(?:akims?|officials?|heads?|head of|chiefs?|managers?|directors?|deput(?:y|ies)|subordinates?|departments?|utilit(?:y|ies)|services?|staff|ministers?|ministry|contractors?)';
const WILL =
  '(?:you will (?:have|get|see)|aim(?:s|ing)? (?:for|to|at)|will|shall|~"ll|going to|(?:are|is|am|was|were) (?:to|set to|due to|bound to) [a-z]+|to be ~(?:ed|t|n)|about to|i(?:"m| am) (?:not )?~ing|we(?:"re| are) (?:putting|giving|sending|opening|bringing|buying|adding|getting|scrapping|doubling|taking)(?! about)|(?:is|are) getting (?:an?|the|its|their|\\d+|two|three|four|five|six)|consider (?:\\S+ ){1,3}(?:done|built|settled|fixed|solved)|~ (?:stays|remains) (?:open|free|put)|(?:every|each|no) (?:\\S+ ){1,6}(?:gets|goes|stays|opens|comes|receives)|(?:it|that|this|~ship|~fare|entry|admission) stays|on (?:my|our) watch|(?:~n"t|is not|are not) (?:going (?:up|anywhere)|rising|closing|moving)|(?:are|is|am) ~ing (?:\\S+ ){0,6}(?:tomorrow|next|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|this (?:week|month|spring|summer|autumn|winter)))';
/** A headline's future: "Aktau to get a plant". */
const TO_DO =
  '(?:(?:open|get|receive|have|build|close|launch|repair|replace|buy|start|begin|become|see|install|restore|renovate|light|pave|plant|gain|add|connect|hire|raise|cut|lower|expand|extend|finish|complete|welcome|host|offer|join|reopen|return|supply|provide|upgrade|double|ban|clean|move|rebuild|switch|fund|pay|set up|roll out)(?! (?:a|the) word))';
/** What nobody wants: that there will be none of it is a promise. */
const BAD =
  '(?:queues?|delays?|outages?|cuts?|blackouts?|shortages?|layoffs?|three-shift schools?|shifts?|evictions?|closures?|price (?:rises?|increases?)|increases?|rises?|jams?|potholes?|floods?|flooding|debts?|arrears|interruptions?|repeat|accidents?|dumps?|dust|mud)';

/** Those who can only ask. */
const ASKER =
  '(?:residents?|villagers?|pensioners?|parents?|farmers?|activists?|deput(?:y|ies)|mps?|senators?|mother|father|woman|man|student|driver|teacher|trader|journalist|environmental groups?|campaigners?|neighbours?|townspeople)';

const RULES: readonly SpeechRule[] = [
  {
    label: 'other',
    where: 'frame',
    pattern:
      'joked|quipped|scoffed|sneered|laughed|smirked|recalled|recalls|remembers|remembered|likes to (?:say|repeat)|is fond of|ironically|mocked|doubted|doubts|wondered|asked when|sighed|shrugged|complained that every',
  },
  {
    label: 'other',
    where: 'text',
    pattern:
      'in my view|promises (?:are )?cheap|in my opinion|i think|i believe that|forecasters?|forecast|meteorologists?|pigs (?:learn to )?fly|hell freezes|hot air|promises (?:are|come) (?:cheap|easily)|is located|lies \\S+ kilomet|are held every|is known for|population of|the day (?:\\S+ ){1,3}(?:learn|fly|sing|freeze)~|temperatures|rain is|snow is|prices will|inflation|(?:session|meeting|conference|concert|match|fair|exhibition|elections?|briefing|hearing|forum|tournament)s? (?:\\S+ ){0,3}(?:will|is|are) (?:be )?(?:held|take place|start|open|be)',
  },
  {
    label: 'denial',
    where: 'text',
    pattern: `(?:never|not|n"t) (?:\\S+ )?promised?|promise (?:\\S+ )?nothing|never said|never gave|(?:will|can|could|would) ?not (?:\\S+ )?(?:promise|give my word|give (?:any )?(?:dates?|guarantees?|a date)|name a date|guarantee|say when|commit)|(?:won|can|couldn|wouldn)"t (?:promise|guarantee|name|give|say when|commit)|no (?:promises|guarantees|dates?)|refused?|refuses|declined|declines|rejected|turned down|ruled out|not (?:my|our) (?:promise|job|responsibility|business)|ask (?:him|her|my predecessor|them)|nothing to do with (?:me|us)|made no promises|make no promises|den(?:y|ies|ied)|disavow~|backed away|no such (?:plans?|promise)|do(?:es)? not recall|(?:aren|weren|isn)"t my words|(?:not|never) my words|never used (?:those|such|the) words|said no such thing|no one heard|nobody heard|don"t (?:recall|remember)|would (?:not|never) (?!${HARM})|wouldn"t (?!${HARM})`,
  },
  {
    label: 'order',
    where: 'frame',
    pattern: `instruct~|ordered|orders|directed|commanded|tasked|told ${SUBORDINATES}(?: \\S+){0,6} to|demanded (?:that|from|of) ${SUBORDINATES}|required ${SUBORDINATES}|gave ${SUBORDINATES}(?: \\S+){0,6} (?:week|weeks|days?|months?|deadline)|(?:told|tells|bids|bade|reminds|reminded) ${SUBORDINATES}|obliged|gave (?:\\S+ ){1,4}(?:a |an )?(?:deadline|ultimatum)|set (?:\\S+ ){1,4}deadline|assigned|issued (?:an order|instructions)|warned ${SUBORDINATES}`,
    unless: `was ordered by a court|${ASKER} (?:\\S+ ){0,4}(?:told|asked)|told (?:the |his |her )?akim`,
  },
  {
    label: 'order',
    where: 'said',
    pattern:
      'i am instructing|i instruct|i order|i am ordering|you have (?:a|one|two|three|\\d+) (?:week|day|month|hour)s?|report (?:back )?to me|no excuses|i want (?:it|this|the \\S+) (?:done|finished|ready)|i expect (?:each|every|a plan)',
  },
  {
    label: 'demand',
    where: 'frame',
    pattern:
      'demand~|ask(?:ed|s|ing)?|are asking|urg(?:e|ed|es|ing)|call(?:ed|s|ing)? (?:on|for|upon)|petition~|insist(?:s|ed)? on|plead~|beg(?:ged|s)?|appeal(?:ed|s)?|want|wants|wanted|propos(?:ed|es)|suggest(?:ed|s)|threaten~|complain~|pressed|lobb~|request(?:ed|s)?|wrote to|are waiting|recommend~|protest~|collect(?:ed|ing) signatures|campaign~',
    unless:
      '(?:akim|minister|ministry|government|akimat|governor|mayor|president|department) (?:\\S+ ){0,3}(?:proposed|suggested|proposes|suggests|wants|wanted)|asked (?:about|when|whether)|calls? for tenders?|(?:plan|programme|budget|strategy)s? (?:\\S+ ){0,3}calls? for',
  },
  {
    label: 'demand',
    where: 'said',
    pattern:
      '(?<=^|[.!] ?)(?:please|promise us|promise me|give us|build us|fix|repair|open|put|bring|return|do something|stop|help us|let us have|at least)',
  },
  {
    label: 'demand',
    where: 'said',
    pattern: 'must|should|ought to|have to|has to|need to|it is time',
    who: 'resident~|villager~|deput(?:y|ies)|activist~|environmentalist~|campaigner~|journalist~|driver~|pensioner~|parent~|farmer~|teacher~|woman|man',
  },
  {
    label: 'conditional',
    where: 'text',
    pattern:
      '(?<=^|[.!|"] ?)(?:give|bring|find|get|show|send|sign|collect|pay|clear|free|hand) (?:[^.|]{1,80}) and (?:i|we|you|it|the \\S+)(?:"ll| will)|(?:only )?if|provided(?: that)?|on condition|as long as|unless|should the|otherwise|subject to|only (?:after|when)|not (?:until|before) (?:the money|funding)|depend~|contingent|pending|given (?:the )?(?:funding|money)|in the event|depends on|depending on|once (?:an investor|the money|funding|the ministry|we (?:get|receive))|when (?:an investor|the money|funding)|find (?:us|me) an investor|assuming|in case',
    unless:
      'give (?:me|us) (?:\\S+ ){1,3}(?:years?|months?|weeks?|days?)|even if|if i (?:do not|don"t|fail)|if we (?:do not|don"t|fail)|as if|no ifs|what if|if anything',
  },
  {
    label: 'other',
    where: 'text',
    pattern:
      '(?:promised?|promises|swore|pledged|vowed) (?:.{0,400} )?(?:but|yet|still|nothing|again|never|instead|same)|(?:three akims|every akim|every year|last time|again and again|once again|each spring) (?:.{0,400} )?(?:promised?|promises|told us|swore|pledged)',
    unless: 'i will|we will|has finally|finally been|still be',
  },
  {
    label: 'promise',
    where: 'said',
    pattern: 'give (?:me|us) (?:\\S+ ){1,3}(?:years?|months?|weeks?|days?),? and',
  },
  {
    label: 'promise',
    where: 'text',
    pattern: `there (?:will|would) be no (?:[a-z]+ ){0,2}${BAD}|(?:will|shall|would|~"ll) ?(?:not|never) (?:\\S+ ){0,2}${HARM}|(?:wouldn"t|not) (?:\\S+ )?${HARM}|(?:no|an end to|end) (?:more )?(?:[a-z]+ ){0,2}${BAD}|${BAD} (?:will|would) (?:not|never)|without ${BAD}|(?:will|would) (?:not|never) (?:be )?(?:any )?(?:[a-z]+ )?${BAD}|(?:won"t|not going to|promised not to|pledged not to|vowed not to|undertook not to) (?:\\S+ ){0,2}${HARM}|no ?(?:one|body) will (?:be )?${HARM}|not a single \\S+ will|(?:promised|pledged|vowed) (?:never|not) to|will never ${HARM}`,
  },
  {
    label: 'denial',
    where: 'text',
    pattern:
      '(?:will|shall|can|could|would) ?not|wouldn"t|won"t|cannot|can"t|not going to|no (?:plans?|money|funds|intention) (?:to|for)|there (?:is|are) no (?:money|funds|plans?)|not planned|not in the (?:plan|budget)|did not grant|not be able|not possible|impossible|does not intend|do not plan|does not plan|would never|nothing (?:will|would)|no (?:[a-z]+ ){1,3}(?:is|are|was|were) (?:planned|foreseen|envisaged|provided for|expected)|apparently|ruled out|there will be no|there will be none',
    unless: 'not only|will not rest|cannot wait',
  },
  {
    label: 'report',
    where: 'frame',
    pattern:
      '(?:reported|boasted|announced|said|told|informed) (?:\\S+ ){0,6}(?:has|have|had) (?:already )?(?:been )?|reported on',
    unless: WILL,
  },
  {
    label: 'promise',
    where: 'text',
    pattern:
      'promis(?:ed|es|ing)|pledg(?:ed|es)|vow(?:ed|s)|undertook|undertakes|guarantee[sd]?|intends? to|plans? (?:to|for)|planned (?:to|for)|planning to|hop(?:es?|ing) to|aim(?:s|ing)? to|expect(?:s|ing|ed)? to|commit(?:s|ted)? (?:itself |himself |herself )?to|means to|seeks to|set (?:out )?to|look(?:s|ing)? to|in the (?:plan|pipeline)|(?:is|are) (?:expected|earmarked|slated|supposed) (?:to|for)|(?:is|are|has been|have been) (?:included in|put into|written into) (?:\\S+ ){0,4}(?:plan|programme|budget)|(?:works?|construction|building|repairs?) (?:\\S+ ){0,6}(?:starts?|begins?) (?:in|on|next|this|by)|(?:is|are) (?:planned|scheduled|envisaged|foreseen|provided for)|(?:plan|programme|program|budget|strategy|roadmap|project)s? (?:\\S+ ){0,3}(?:provides? for|foresees?|envisages?|includes?|calls? for|allocates?|sets? aside|earmarks?)|take(?:s|n)? (?:\\S+ )?under (?:\\S+ )?control|see to it|make sure|promise you|count on us|assured|swore|gave (?:his|her|their) word|you have my word|my word|is (?:due|scheduled|planned|set) (?:to|for)|are (?:due|scheduled|planned|set) (?:to|for)|is included in the plan|personal control|ready to (?:build|open)|try to|do (?:my|our) best|would(?! (?:not|like|rather|have ~(?:ed|en)))',
  },
  {
    label: 'promise',
    where: 'said',
    pattern: `${WILL}|to be ~(?:ed|t|n)|to ${TO_DO}|(?:once|when|as soon as|tomorrow|next (?:week|month|year)) (?:[^.,]+, )?(?:we|i) [a-z]+`,
  },
  {
    label: 'report',
    where: 'said',
    pattern:
      '(?:has|have|had|was|were) (?:\\S+ ){0,2}~(?:ed|t|n|d|aid|ught|lt)|~(?:ed|ened|built)|(?:built|opened|finished|completed|repaired|laid|paid|bought|sent|done)',
  },
];

/** English: what a sentence does and who speaks. */
export const EN_SPEECH: SpeechWords = {
  rules: RULES,
  saying:
    'said|says|told|added|replied|answered|promised|stated|noted|stressed|explained|announced|reported|insisted|objected|shouted|asked|ordered|instructed|warned|declared|pledged|vowed|assured|confirmed|admitted|joked|recalled|demanded|wrote|repeated|scoffed|quipped|urged|sighed|complained|denied|reports|announces|promises|pledges|vows|assures|adds|notes|orders|instructs|tells|objects|replies|claims|claimed|insists|according to|informed|demands|asks|urges|revealed|concluded|remarked|responded|maintained|predicted|cautioned|retorted',
  pronouns: 'he|she|they|the akim|the minister|the official',
  offices:
    '(?:(?:the |a |an )?(?:(?:first )?deputy |acting |former |new )?(?:(?:district|city|regional|oblast|village|rural|town|local|transport|health|education|roads?|housing|building|press) )*(?:deputy akims?|akimat|akims?|mayor|city|authorities|environmental groups|vice-minister|campaigners?|mothers?|students|fishermen|mps?|senators?|ministers?|ministry|president|prime minister|governor|head|heads|secretary|service|office|department|deput(?:y|ies)|council|residents?|villagers?|parents|farmers|pensioners?|activists?|contractors?|developers?|teachers|doctors|drivers|students|owners?|company|plant|factory|investors?|entrepreneurs?|traders|shopkeepers?|environmentalists|government|people|townspeople|women|woman|men|man|forecasters?|experts?|spokes(?:man|woman|person))(?: of (?:the )?[\\p{L}-]+(?: [\\p{L}-]+)?| in the [\\p{L}-]+ row)?)',
  notNames:
    'The By In Next This Give If No We Our It They School Street District City Regional Balpyk Otegen Kabanbai New Republic Victory Tekeli A An All Every There Residents Parents Farmers Deputy Akim Minister Should When Once',
  nonOfficial:
    'contractor~|developer~|owner~|compan(?:y|ies)|plant|factory|investor~|entrepreneur~|supplier~|bank~|operator~|shopkeeper~|builder~|carrier~|foreman',
  thirdParty: `${ASKER}|(?<!deputy )(?:experts?|analysts?|economists?|forecasters?|environmentalists?|candidates?|journalists?|bloggers?|veterans?|lawyers?|historians?|taxi drivers?|shoppers?|passengers?|readers?|opposition~)`,
  told: `${ASKER} (?:of \\S+ )?(?:were|was|have been|has been) (?:told|promised|assured)`,
  hearers: `(?:told|assured|promised|informed|reassured) (?:the |his |her |all |a )?(?:[a-z]+ ){0,2}${ASKER}`,
  agents:
    'contractor|developer|investor|company|firm|businessman|businesswoman|entrepreneur|owners?|builder',
  officials:
    '(?:the )?(?:[a-z]+ )?(?:akim|deputy akim|(?:vice-|deputy )?minister|ministry|government|akimat|governor|mayor|president|prime minister|department|press office|press secretary|spokes(?:man|woman|person)|head of (?:the )?(?:district|city|region|department))',
};
