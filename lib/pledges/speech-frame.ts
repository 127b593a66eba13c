import type { SpeechWords } from '@/lib/language/speech-words';
import { plainText } from './plain';
import { searcher } from './speech-patterns';

/** A sentence taken apart: the words spoken and the words that tell who spoke them. */
export interface Framed {
  /** What is quoted, in plain form, small letters but for names; the whole text when nothing is. */
  readonly said: string;
  /** What stands around it; the whole text when nothing is quoted. */
  readonly frame: string;
  /** The frame with its capitals. */
  readonly casedFrame: string;
  readonly isQuoted: boolean;
}

/** Shorter quotations are names of programmes and firms. */
const LEAST_QUOTED_WORDS = 3;

interface Piece {
  readonly text: string;
  readonly isSaid: boolean;
}

/** `"…", - he said, - "…"`: by quotation marks. */
function byQuotes(cased: string): Piece[] {
  return cased.split(/(?<=\p{L})"(?=\p{L})|"/u).map((text, at) => ({ text, isSaid: at % 2 === 1 }));
}

/** `- …? - …, - he said`: the question only says what is answered. */
function withoutQuestion(line: string, words: SpeechWords): string {
  const answer = /^[^?]+\? - (?=\p{Lu})(.+)$/u.exec(line)?.[1];
  const opening = answer?.split(' ', 1)[0]?.toLowerCase() ?? '';
  return answer === undefined || searcher(words.saying).test(opening) ? line : answer;
}

/** `- …, - he said, - …`: a line of dialogue. */
function byDashes(cased: string, words: SpeechWords): Piece[] {
  return withoutQuestion(cased.slice(2), words)
    .split(/(?<=[,.!?;]) - /u)
    .map((text, at) => ({ text, isSaid: at % 2 === 0 }));
}

/** A frame put into the middle of a quotation: `"…, - said X, - …"`. */
function withInserted(pieces: readonly Piece[], words: SpeechWords): Piece[] {
  return pieces.flatMap((piece) => {
    if (!piece.isSaid) return [piece];
    const parts = piece.text.split(/(?<=[,.!?]) - /u);
    return parts.map((text, at) => ({
      text,
      isSaid: at % 2 === 0 || !searcher(words.saying).test(text.toLowerCase()),
    }));
  });
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function join(pieces: readonly Piece[], isSaid: boolean): string {
  return pieces
    .filter((piece) => piece.isSaid === isSaid)
    .map((piece) => piece.text.trim())
    .filter((text) => text !== '')
    .join(' | ');
}

/** Small letters but for names: a capital inside a sentence keeps a name from looking like a word. */
function lowerWords(cased: string): string {
  return cased
    .replace(/(?<![\p{L}\p{N}])\p{Lu}(?![\p{L}\p{N}])/gu, (letter) => letter.toLowerCase())
    .replace(/(?<=^|[.!?|:"(-] ?)\p{Lu}/gu, (letter) => letter.toLowerCase());
}

/** Takes a sentence apart; apostrophes inside words are no quotation marks. */
export function frameOf(text: string, words: SpeechWords): Framed {
  const { cased } = plainText(text.replace(/(?<=\p{L})['’](?=\p{L})/gu, 'ʼ'));
  const pieces = withInserted(
    cased.startsWith('- ') ? byDashes(cased, words) : byQuotes(cased),
    words,
  );
  const said = join(pieces, true);
  const isQuoted = wordCount(said) >= LEAST_QUOTED_WORDS;
  const frame = isQuoted ? join(pieces, false) : cased;
  const back = (plain: string): string => plain.replace(/ʼ/g, '"');
  return {
    said: back(lowerWords(isQuoted ? said : cased)),
    frame: back(lowerWords(frame)),
    casedFrame: back(frame),
    isQuoted,
  };
}
