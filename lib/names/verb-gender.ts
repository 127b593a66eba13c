import { CASE } from '@/lib/language/rules';
import type { Gender } from '@/lib/ledger/records';
import type { NameHit } from './name-hits';
import type { Reading } from './reading';
import { isAttribution } from './saying';
import { languageAt } from './text-document';
import { isNextTo, type Token } from './tokens';

/** «Зима в этом году кончилась»: a verb in the past, beside the name or reflexive in its clause, shows another sex. */
export function isOfOtherSex(reading: Reading, at: number, { person, mask }: NameHit): boolean {
  const { gender } = person;
  if (gender === null) return false;
  const called = genderOfAddress(reading, at);
  if (called !== null) return called !== gender;
  if ((mask & CASE.nominative) === 0) return isWomanOfName(reading, at, gender);
  if (!mayBeSubject(reading, at)) return false;
  if (isNeuter(followerOf(reading.document.tokens, at))) return true;
  const told = genderAround(reading, at) ?? genderInClause(reading, at);
  return told !== null && told !== gender;
}

/** `Mrs. Kim`, «господин Ким», `Ким ханым`. */
function genderOfAddress({ document: { tokens } }: Reading, at: number): Gender | null {
  const before = isBeside(tokens[at - 1], tokens[at]) ? tokens[at - 1] : undefined;
  const after = isBeside(tokens[at], tokens[at + 1]) ? tokens[at + 1] : undefined;
  return (before && addressedBy(before)) ?? (after && addressedBy(after)) ?? null;
}

/** Over a blank, or the full stop of `Mrs.`. */
const isBeside = (before: Token | undefined, token: Token | undefined): boolean =>
  before?.block === token?.block && /^\.?[ \u00A0]$/u.test(token?.gap ?? '');

function addressedBy({ rules, text }: Token): Gender | null {
  const word = text.toLowerCase();
  return rules.honorificGender.find(([begins]) => word.startsWith(begins))?.[1] ?? null;
}

function isNeuter(verb: Token | undefined): boolean {
  if (verb?.shape !== 'lower') return false;
  return verb.rules.neuterEndings.some((ending) => verb.text.endsWith(ending));
}

/** «Омарова пришла»: the genitive of a man is the nominative of a woman, whom the verb beside it shows. */
function isWomanOfName(reading: Reading, at: number, gender: 'male' | 'female'): boolean {
  const { tokens } = reading.document;
  const [before, own] = [tokens[at - 1], tokens[at]];
  if (gender === 'female' || !own || !/[аa]$/u.test(own.text)) return false;
  if (isSaidByWoman(reading, at)) return true;
  // «обещание Омарова подтвердила»: after another word it is that word's genitive.
  const isFirst = own.startsSentence || !isNextTo(before, own);
  return isFirst && genderOfVerb(followerOf(tokens, at), own) === 'female';
}

/** «…», – невесело пошутила Омарова; in «учительница похвалила Омарова» he is praised. */
function isSaidByWoman({ document }: Reading, at: number): boolean {
  const [before, own] = [document.tokens[at - 1], document.tokens[at]];
  const word = own?.text.toLowerCase() ?? '';
  if (!before || !own?.rules.surnameEndings.some((one) => word.endsWith(one))) return false;
  // Over an adverb.
  const isAfterSpeech = isAttribution(document, at - 1) || isAttribution(document, at - 2);
  return isAfterSpeech && isNextTo(before, own) && genderOfVerb(before, own) === 'female';
}

/** No preposition stands before the name: «за Шило отчитался …» is another's report. */
function mayBeSubject({ document: { tokens } }: Reading, at: number): boolean {
  const [before, own] = [tokens[at - 1], tokens[at]];
  if (!before || !own || !isNextTo(before, own)) return true;
  const asked = languageAt(before).prepositions.get(before.skeleton) ?? 0;
  return asked === 0 || (asked & CASE.nominative) !== 0;
}

/** Words of a clause in which its verb is looked for. */
const LONGEST_CLAUSE = 6;

/** Reflexive verbs alone are told by their ending, for «школа», «отдел» end as the others do. */
function genderInClause({ document: { tokens } }: Reading, at: number): 'male' | 'female' | null {
  for (let next = at + 1; next < at + LONGEST_CLAUSE; next += 1) {
    const token = tokens[next];
    if (!token || !isNextTo(tokens[next - 1], token) || token.shape !== 'lower') return null;
    const word = token.text.toLowerCase();
    const found = token.rules.verbGender.find(
      ([ending]) => ending.length >= REFLEXIVE && word.endsWith(ending),
    );
    if (found) return found[1];
  }
  return null;
}

const REFLEXIVE = 3;

/** The sex that a verb in the past beside the name tells. */
export function genderAround(reading: Reading, at: number): 'male' | 'female' | null {
  const called = genderOfAddress(reading, at);
  if (called !== null) return called;
  const { tokens } = reading.document;
  const next = followerOf(tokens, at);
  const isNegated = next !== undefined && next.rules.negations.includes(next.text);
  return (
    genderOfVerb(isNegated ? tokens[at + 2] : next, tokens[at]) ??
    (isVerbBefore(reading, at) ? genderOfVerb(tokens[at - 1], tokens[at]) : null)
  );
}

/** «Хамзину – чай, Рахимжан – стул»: over a dash or a comma stands no verb of the name. */
export function followerOf(tokens: readonly Token[], at: number): Token | undefined {
  const next = tokens[at + 1];
  return next !== undefined && isNextTo(tokens[at], next) ? next : undefined;
}

/** «– доложила Омарова», «сказал Омаров»: before a name a noun may end as a verb does, so the verb must be one of saying. */
function isVerbBefore({ document }: Reading, at: number): boolean {
  const before = document.tokens[at - 1];
  const own = document.tokens[at];
  if (!before || !own || !isNextTo(before, own)) return false;
  return languageAt(before).saying.begins(before.skeleton) || isAttribution(document, at - 1);
}

export function genderOfVerb(
  verb: Token | undefined,
  name: Token | undefined,
): 'male' | 'female' | null {
  if (!verb || verb.block !== name?.block || verb.shape !== 'lower') return null;
  const word = verb.text.toLowerCase();
  return verb.rules.verbGender.find(([ending]) => word.endsWith(ending))?.[1] ?? null;
}
