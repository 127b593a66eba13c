import type { Lang, Topic } from '@/lib/ledger/records';
import { EN_TOPIC } from './en/topic';
import { EN_TOPIC_NAMES } from './en/topic-names';
import { KK_TOPIC } from './kk/topic';
import { KK_TOPIC_NAMES } from './kk/topic-names';
import { MATTERS } from './matters/all';
import { RU_TOPIC } from './ru/topic';
import { RU_TOPIC_NAMES } from './ru/topic-names';
import { type BaseConceptId, CONCEPTS, type ConceptId } from './topic-concepts';
import type { ConceptKind } from './topic-narrow';

/** How one language hides names at the start of a sentence, and says numbers in words. */
export interface TopicNames {
  /** Words that open sentences and are no names, and verbs by their endings. */
  readonly openers: string;
  /** Numbers in words that count things people sit or live in: hundreds. */
  readonly hundreds: readonly (readonly [pattern: string, value: number])[];
  /** Numbers of schools, hospitals and the like in words. */
  readonly ordinals: readonly (readonly [pattern: string, value: number])[];
  /** Words that stand before an ordinal: «двадцать вторая». */
  readonly tens: Readonly<Record<string, number>>;
  /** Words that any promise may hold: they tell no matter from another. */
  readonly stop: string;
  /** Capitalised words that are part of no name. */
  readonly common: string;
}

/** A concept with all its words: whole words in small letters, `~` for any letters, a comma between alternatives. */
export interface Concept {
  readonly id: ConceptId;
  readonly kind: ConceptKind;
  readonly topic: Topic | null;
  readonly words: Readonly<Record<Lang, string>>;
}

/** A last «қ», «к» or «п» before an ending is written «ғ», «г», «б»: қазандық, қазандығы. */
function withSoftEnds(words: string): string {
  const soft: Record<string, string> = { қ: '[қғ]', к: '[кг]', п: '[пб]' };
  return words.replace(/[қкп](?=~)/gu, (end) => soft[end] ?? end);
}

const BASE_WORDS: Readonly<Record<Lang, Readonly<Record<BaseConceptId, string>>>> = {
  ru: RU_TOPIC,
  kk: KK_TOPIC,
  en: EN_TOPIC,
};

function joined(...words: readonly string[]): string {
  return words.filter((one) => one !== '').join(', ');
}

/** Rows of one id become one concept; those of the spheres that bring a new one stand first. */
function allConcepts(): readonly Concept[] {
  const byId = new Map<ConceptId, Concept>();
  const isBase = (id: ConceptId): id is BaseConceptId => id in RU_TOPIC;
  const add = (row: Concept): void => {
    const known = byId.get(row.id) ?? { ...row, words: { ru: '', kk: '', en: '' } };
    const words = (lang: Lang): string => joined(known.words[lang], row.words[lang]);
    byId.set(row.id, { ...known, words: { ru: words('ru'), kk: words('kk'), en: words('en') } });
  };
  const spheres = MATTERS.map(([id, kind, topic, ru, kk, en]) => {
    const words = { ru, kk, en };
    return { id, kind, topic, words };
  });
  spheres.filter(({ id }) => !isBase(id)).forEach(add);
  for (const [id, kind, topic] of CONCEPTS) {
    const words = { ru: BASE_WORDS.ru[id], kk: BASE_WORDS.kk[id], en: BASE_WORDS.en[id] };
    add({ id, kind, topic, words });
  }
  spheres.filter(({ id }) => isBase(id)).forEach(add);
  return [...byId.values()].map((one) => ({
    ...one,
    words: { ...one.words, kk: withSoftEnds(one.words.kk) },
  }));
}

/** The things, places and deeds that promises speak of, with their words by language. */
export const ALL_CONCEPTS: readonly Concept[] = allConcepts();

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
  ['wkol', 'mektep', 'skol', 'wol'],
  ['xelkov', 'jibek', 'silk'],
];
