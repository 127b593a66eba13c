import { stem } from '@/lib/language/fold';
import { givenNames } from '@/lib/language/given-names';
import { CASE } from '@/lib/language/rules';
import type { Cast } from './cast';
import { BARE_ENDING } from './name-groups';
import type { NameHit } from './name-hits';
import type { Occurrence } from './occurrences';
import type { Reading } from './reading';
import type { TextDocument } from './text-document';
import type { Token } from './tokens';
import { followerOf, genderAround } from './verb-gender';

/**
 * «Турсунова Назира» beside an akim Турсунов: her nominative is his genitive. Her given name, in the nominative too,
 * tells; «Александра Турсунова» may be his own genitive.
 */
export function isNamedWoman(
  { tokens }: { readonly tokens: readonly Token[] },
  { at, group, hits }: Pick<Occurrence, 'at' | 'group' | 'hits'>,
): boolean {
  if (tokens[at]?.rules.agreement !== 'all') return false;
  if (hits.some(({ person, mask }) => person.gender !== 'male' || (mask & CASE.nominative) !== 0))
    return false;
  return tokens
    .slice(group.from, group.to)
    .some((token) => token !== tokens[at] && (isWomans(token) || isNotMans(token)));
}

/** «Гульшат Утебаева»: a man's given name has an ending in the genitive. */
function isNotMans({ text, shape }: Token): boolean {
  return shape === 'title' && BARE_ENDING.test(text);
}

/** A listed given name with a woman's ending that is the genitive of no other. */
function isWomans({ text, skeleton }: Token): boolean {
  if (!/[ая]$/u.test(text.toLowerCase()) || !givenNames().has(skeleton)) return false;
  const own = stem(skeleton);
  return ![...givenNames()].some((one) => one !== skeleton && stem(one) === own);
}

/** Whether a surname's form is a man's alone: «Турсунов», not «Турсунова». */
export function isMansForm({ text, rules }: Token, mask: number): boolean {
  const isNominative = rules.agreement === 'all' && (mask & CASE.nominative) !== 0;
  return isNominative && /[вн]$/u.test(text.toLowerCase());
}

/**
 * «Помощник Олег Омаров молчал. Там Омарова назвали оптимистом»: the nominative of a listed woman is also the accusative
 * of a man whom the text has named since it named her. A verb beside it that may be hers tells.
 */
export function isOfManNamedLast(
  reading: Reading,
  { at, context }: Occurrence,
  { person, mask }: NameHit,
  cast: Cast,
): boolean {
  const { tokens } = reading.document;
  const own = tokens[at];
  if (own === undefined || own.rules.agreement !== 'all' || person.gender !== 'female')
    return false;
  if ((mask & CASE.nominative) === 0 || !own.text.endsWith('а')) return false;
  const man = menBefore(reading.document).get(at);
  if (man === undefined || man < cast.lastNamed(person.id, at)) return false;
  const isSeveral = [tokens[at - 1], followerOf(tokens, at)].some((verb) =>
    verb?.text.endsWith('и'),
  );
  return genderAround(reading, at) !== 'female' && (isSeveral || !context.isPersonal);
}

/** By each name in -а where the same without it stood last before, made when a text first asks. */
function menBefore(document: TextDocument): ReadonlyMap<number, number> {
  const known = menOfText.get(document);
  if (known) return known;
  const made = new Map<number, number>();
  const last = new Map<string, number>();
  for (const [at, { shape, skeleton }] of document.tokens.entries()) {
    if (shape === 'lower') continue;
    const man = skeleton.endsWith('a') ? last.get(skeleton.slice(0, -1)) : undefined;
    if (man !== undefined) made.set(at, man);
    last.set(skeleton, at);
  }
  menOfText.set(document, made);
  return made;
}

const menOfText = new WeakMap<TextDocument, ReadonlyMap<number, number>>();
