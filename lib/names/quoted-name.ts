import { CASE } from '@/lib/language/rules';
import type { NameHit } from './name-hits';
import { languageAt, type TextDocument } from './text-document';
import type { Token } from './tokens';

const QUOTE_OPEN = /[«"“„]$/u;
const QUOTE_CLOSE = /^[»"”]/u;

/** «Рахат», «Полевой стан»: a name of three words at most that begins with the surname, and says nothing. */
const LONGEST_BRAND = 3;

/** Whether a name stands alone between quotation marks. */
export function isQuoted(document: TextDocument, hit: NameHit): boolean {
  const { tokens } = document;
  const start = startOf(tokens, hit);
  const first = tokens[start];
  // «А. Темир» is a signature.
  if (hit.kind === 'initials') return false;
  if (!first || !QUOTE_OPEN.test(first.gap) || (hit.mask & CASE.nominative) === 0) return false;
  const text = document.blocks[first.block] ?? '';
  const { saying } = languageAt(first);
  for (let at = start; at < start + LONGEST_BRAND; at += 1) {
    const token = tokens[at];
    if (!token || token.block !== first.block) return false;
    if (saying.begins(token.skeleton) || isDeed(tokens, at, hit)) return false;
    if (QUOTE_CLOSE.test(text.slice(token.end, token.end + 1))) return at >= hit.to - 1;
  }
  return false;
}

/** «Баймурзин и Черных»: a firm of two begins with the other's name. */
function startOf(tokens: readonly Token[], { from }: NameHit): number {
  const [other, word] = [tokens[from - 2], tokens[from - 1]];
  const isOfTwo =
    word !== undefined &&
    other?.shape === 'title' &&
    languageAt(word).listWords.has(word.skeleton) &&
    word.gap === ' ' &&
    QUOTE_OPEN.test(other.gap);
  return isOfTwo ? from - 2 : from;
}

/** «Снегирь кормит снегиря»: two more words in small letters are what he does; «Снегирь и компания» are a band. */
function isDeed(tokens: readonly Token[], at: number, hit: NameHit): boolean {
  const [verb, object] = [tokens[at - 1], tokens[at]];
  if (at <= hit.to || verb?.shape !== 'lower' || object?.shape !== 'lower') return false;
  return !languageAt(verb).listWords.has(verb.skeleton);
}
