import type { Lang } from '@/lib/ledger/records';
import { EN_TOPIC } from './en/topic';
import { EN_TOPIC_NAMES } from './en/topic-names';
import { KK_TOPIC } from './kk/topic';
import { KK_TOPIC_NAMES } from './kk/topic-names';
import { RU_TOPIC } from './ru/topic';
import { RU_TOPIC_NAMES } from './ru/topic-names';
import type { ConceptId } from './topic-concepts';

/** How one language hides names at the start of a sentence, and says numbers in words. */
export interface TopicNames {
  /** Words that open sentences and are no names, and verbs by their endings. */
  readonly openers: string;
  /** Numbers in words that count things people sit or live in: hundreds. */
  readonly hundreds: readonly (readonly [pattern: string, value: number])[];
  /** Words that any promise may hold: they tell no matter from another. */
  readonly stop: string;
  /** Capitalised words that are part of no name. */
  readonly common: string;
}

/** A last «қ», «к» or «п» before an ending is written «ғ», «г», «б»: қазандық, қазандығы. */
function withSoftEnds(words: Readonly<Record<ConceptId, string>>): Record<ConceptId, string> {
  const soft: Record<string, string> = { қ: '[қғ]', к: '[кг]', п: '[пб]' };
  const soften = (text: string): string => text.replace(/[қкп](?=~)/gu, (end) => soft[end] ?? end);
  // The keys stay those of the table.
  return Object.fromEntries(
    Object.entries(words).map(([id, text]) => [id, soften(text)]),
  ) as Record<ConceptId, string>;
}

/** Words of the concepts by language. */
export const TOPIC_WORDS: Readonly<Record<Lang, Readonly<Record<ConceptId, string>>>> = {
  ru: RU_TOPIC,
  kk: withSoftEnds(KK_TOPIC),
  en: EN_TOPIC,
};

export const TOPIC_NAMES: Readonly<Record<Lang, TopicNames>> = {
  ru: RU_TOPIC_NAMES,
  kk: KK_TOPIC_NAMES,
  en: EN_TOPIC_NAMES,
};

/** Names that are translated and not transcribed: skeletons of one name in the three languages. */
export const SAME_NAMES: readonly (readonly string[])[] = [
  ['pobed', 'jenis', 'viktor'],
  ['nezavisimost', 'tauelsizdik', 'independenk', 'independen'],
  ['respublik', 'republik'],
  ['mir', 'beibit', 'peak', 'peac'],
  ['drujb', 'dostik', 'friend'],
  ['centr', 'ortal', 'kentr', 'central'],
  ['molodejn', 'jastar', 'yout', 'iout'],
  ['vostok', 'vostoqn', 'wigis', 'east'],
  ['zapad', 'batis', 'vest', 'west'],
  ['sever', 'soltustik', 'nort'],
  ['ujn', 'ontustik', 'sout'],
  ['irtiw', 'ertis', 'irtis'],
  ['ural', 'jaik', 'oral'],
  ['semei', 'sem', 'semipalatinsk'],
  ['ili', 'ile'],
  ['wkoln', 'mektep', 'skool'],
  ['xelkov', 'jibek', 'silk'],
];
