import { hasCaseEnding } from '@/lib/language/case-endings';
import { CASE } from '@/lib/language/rules';
import type { NameHit } from './name-hits';
import { languageAt, type TextDocument } from './text-document';
import { isInflecting, isNextTo, type Token } from './tokens';

/** «Мосты через каналы Король пообещал»: whether a verb of saying follows a surname; what is named after somebody says nothing. */
export function saysNext({ tokens }: TextDocument, { kind, mask, to }: NameHit): boolean {
  const [own, verb] = [tokens[to - 1], tokens[to]];
  if (!own || !verb || kind !== 'bare' || (mask & CASE.nominative) === 0) return false;
  return isInflecting(own) && isNextTo(own, verb) && languageAt(own).saying.begins(verb.skeleton);
}

const REACH = 2;
const SPEAKER = CASE.nominative | CASE.genitive;

/** `Schmidt says Wagner needs …`: where words have no cases, who speaks stands before the verb, but for attributions. */
const isOrdered = ({ rules }: Token): boolean => rules.links.length > 0;

/** `Жырау айтса, ел тыңдайды`: what is said of anybody. */
function isCondition({ rules, text }: Token): boolean {
  return rules.conditionEndings.some((ending) => text.toLowerCase().endsWith(ending));
}

/** Whether a word of saying, asking or the like stands beside the name. */
export function isPersonal(document: TextDocument, hit: NameHit): boolean {
  const own = document.tokens[hit.surnameAt];
  if (!own) return false;
  // `Махамбетке ұқсасын деп`: who speaks is named without an ending, or in the genitive.
  const isSpeaker = own.rules.agreement === 'all' || (hit.mask & SPEAKER) !== 0;
  return (isSpeaker && isSaidBeside(document, own, hit)) || isAttribution(document, hit.from - 1);
}

/** `Темір сатушылардың айтуынша`: a name without an ending before a genitive is no speaker, that word is. */
function isSaidByNext(tokens: readonly Token[], { to, mask }: NameHit): boolean {
  const next = tokens[to];
  if (next?.rules.agreement !== 'last' || next.shape !== 'lower') return false;
  return (mask & CASE.nominative) !== 0 && hasCaseEnding(next.rules, next.skeleton, CASE.genitive);
}

function isSaidBeside({ tokens }: TextDocument, own: Token, hit: NameHit): boolean {
  if (isSaidByNext(tokens, hit)) return false;
  if (isSaidBefore(tokens, own, hit)) return true;
  // «к Мысу, шутит капитан, …»: over a comma it is said of another.
  const isOverComma = tokens[hit.to]?.gap.includes(',') === true;
  const isSpeaker = (hit.mask & CASE.nominative) !== 0;
  return (isSpeaker || !isOverComma) && isSaidAfter(tokens, own, hit);
}

function isSaidBefore(tokens: readonly Token[], own: Token, { from }: NameHit): boolean {
  if (isOrdered(own)) return false;
  for (let at = from - 1; at >= from - REACH; at -= 1) {
    const token = tokens[at];
    if (token?.block !== own.block || tokens[at + 1]?.startsSentence === true) return false;
    if (isOfSaying(token, own)) return true;
  }
  return false;
}

function isSaidAfter(tokens: readonly Token[], own: Token, { to }: NameHit): boolean {
  const isSmall = own.startsSentence && languageAt(own).starters.has(own.skeleton);
  for (let at = to; at < to + REACH; at += 1) {
    const token = tokens[at];
    // `"Where is Tsai?" asked the akim` is one sentence.
    const isNext = token?.startsSentence === true && token.shape !== 'lower';
    if (token?.block !== own.block || isNext) return false;
    const isAuxiliary = isSmall && token.rules.auxiliaries?.includes(token.text) === true;
    if (!isAuxiliary && isOfSaying(token, own)) return true;
  }
  return false;
}

const isOfSaying = (token: Token, own: Token): boolean =>
  languageAt(own).saying.begins(token.skeleton) && !isCondition(token);

/** «…, – вставил Омаров», `…" quipped Omarov`: a word between a speech and a name is one of saying, whichever it is. */
export function isAttribution({ tokens }: TextDocument, at: number): boolean {
  const [verb, name] = [tokens[at], tokens[at + 1]];
  if (!verb || !name || verb.shape !== 'lower' || !isNextTo(verb, name)) return false;
  return SPEECH_END.test(verb.gap);
}

const SPEECH_END = /(?:[,!?…][»"”]?\s*[–—-]|[,!?…][»"”]|[»"”],?\s*[–—-])\s*$/u;
