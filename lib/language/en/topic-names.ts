import type { TopicNames } from '../topic-words';

/** English words that look like names or say numbers. */
export const EN_TOPIC_NAMES: TopicNames = {
  openers:
    'we|i|the|a|an|in|on|at|by|for|from|to|every|all|each|new|old|there|it|this|that|these|those|no|not|our|your|their|drinking|clean|second|first|third|two|three|four|residents|villagers|people|children|patients|passengers|farmers|families|traders|fees|work|money|buses|trucks|young|sick|drivers|teachers|doctors|~ing|piped|tap|running|gas|street|streets|roads|more|dilapidated|unsafe|stray|unemployment|housing|nobody|everyone|everybody|local|city|town|village|villages|district|regional|public|heating|sewage|power|another|houses|homes|once|soon|here|out',
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
  ],
  common:
    'akim~|minister~|president~|kazakhstan~|street|avenue|lane|district|region|oblast|school|village|river|no|house|hospital|station|airport|road|highway|microdistrict|park|market|bridge|lake|city',
};
