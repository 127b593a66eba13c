import type { TopicNames } from '../topic-words';

/** English words that look like names or say numbers. */
export const EN_TOPIC_NAMES: TopicNames = {
  openers:
    '~ers|~ies|~ons|~ts|~ly|~ed|half|we|i|the|a|an|in|on|at|by|for|from|to|every|all|each|new|old|there|it|this|that|these|those|no|not|our|your|their|drinking|clean|second|first|third|two|three|four|residents|villagers|people|children|patients|passengers|farmers|families|traders|fees|work|money|buses|trucks|young|sick|drivers|teachers|doctors|~ing|piped|tap|running|gas|street|streets|roads|more|dilapidated|unsafe|stray|unemployment|housing|nobody|everyone|everybody|local|city|town|village|villages|district|regional|public|heating|sewage|power|another|houses|homes|once|soon|here|out',
  stop: 'system~|equipment|modern|one|two|three|station|the|a|an|new|old|all|every|each|will|shall|would|be|is|are|we|our|its|their|this|that|there|for|and|with|from|into|near|over|around|along|whole|length|town|towns|city|cities|village~|district~|region~|residents?|people|villagers?|pupils?|again|more|also|going|give|gives|get|gets|government|akim~|promise~|local|public|central|place|places|seats?',
  hundreds: [
    ['a hundred|one hundred', 100],
    ['two hundred', 200],
    ['three hundred', 300],
    ['four hundred', 400],
    ['five hundred', 500],
    ['six hundred', 600],
    ['seven hundred', 700],
    ['eight hundred', 800],
    ['nine hundred', 900],
    ['a thousand|one thousand', 1000],
    ['two thousand', 2000],
    ['three thousand', 3000],
    ['five thousand', 5000],
    ['ten thousand', 10000],
  ],
  ordinals: [
    ['first', 1],
    ['second', 2],
    ['third', 3],
    ['fourth', 4],
    ['fifth', 5],
    ['sixth', 6],
    ['seventh', 7],
    ['eighth', 8],
    ['ninth', 9],
    ['tenth', 10],
    ['eleventh', 11],
    ['twelfth', 12],
  ],
  tens: {
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
  },
  common:
    'wi-fi|cent(?:re|er)|akim~|minister~|president~|kazakhstan~|street|avenue|lane|district|region|oblast|school|village|river|no|house|hospital|station|airport|road|highway|microdistrict|park|market|bridge|lake|city',
};
