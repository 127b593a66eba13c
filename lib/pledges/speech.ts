import {
  SPEECH_WORDS,
  type SpeechLabel,
  type SpeechRule,
  type SpeechWords,
} from '@/lib/language/speech-words';
import type { Lang } from '@/lib/ledger/records';
import { sayingClause, speakerOf } from './speaker';
import { type Framed, frameOf } from './speech-frame';
import { searcher } from './speech-patterns';

/** What a sentence does, and whose words or act it is. */
export interface Speech {
  readonly label: SpeechLabel;
  /** As it stands in the text, else in the context; null when nobody is named. */
  readonly speaker: string | null;
}

function holds(rule: SpeechRule, framed: Framed, speaker: string): boolean {
  const text = rule.where === 'text' ? `${framed.frame} | ${framed.said}` : framed[rule.where];
  if (!searcher(rule.pattern).test(text)) return false;
  if (rule.unless !== undefined && searcher(rule.unless).test(text)) return false;
  return rule.who === undefined || searcher(rule.who).test(speaker);
}

/** A question binds nobody, unless it is only what a commitment answers. */
function isQuestion(framed: Framed): boolean {
  return /\?[" ]*$/.test(framed.said) && !/[.!] /.test(framed.said);
}

const OPENING_WORDS = 3;

function withoutHearers(clause: string, { hearers }: SpeechWords): string {
  return hearers === undefined ? clause : clause.replace(searcher(hearers), ' ');
}

/** A commitment of somebody who holds no office: a firm's, or a third party's talk. */
function bindsNoOffice(
  framed: Framed,
  context: string,
  speaker: string,
  words: SpeechWords,
): boolean {
  const has = (pattern: string, text: string): boolean => searcher(pattern).test(text);
  if (!framed.isQuoted && !has(words.saying, framed.frame))
    return has(words.agents, framed.frame.split(' ').slice(0, OPENING_WORDS).join(' '));
  const clause = framed.isQuoted ? framed.frame : sayingClause(framed.frame, words);
  const near = `${speaker} | ${withoutHearers(clause ?? '', words)}`;
  if (has(words.thirdParty, near)) return !has(words.officials, speaker);
  if (has(words.nonOfficial, near)) return !has(words.officials, near);
  const isFromContext = speaker !== '' && !framed.casedFrame.toLowerCase().includes(speaker);
  if (!isFromContext || has(words.officials, context)) return false;
  return has(words.thirdParty, context) || has(words.nonOfficial, context);
}

/**
 * What a sentence of an article does (`promise`, `demand`, `order`, `report`, `conditional`, `denial` or
 * `other`) and who speaks; `context` is the text before it, where pronouns look for their name.
 */
export function readSpeech(text: string, context: string, lang: Lang): Speech {
  const words = SPEECH_WORDS[lang];
  const framed = frameOf(text, words);
  const isTold = words.told !== undefined && searcher(words.told).test(framed.frame);
  const speaker = isTold ? null : speakerOf(framed, context, words);
  if (isQuestion(framed)) return { label: 'other', speaker };
  const who = (speaker ?? '').toLowerCase();
  const rule = words.rules.find((one) => holds(one, framed, who));
  const label = rule?.label ?? 'other';
  const idle =
    label === 'promise' && !isTold && bindsNoOffice(framed, context.toLowerCase(), who, words);
  return { label: idle ? 'other' : label, speaker };
}
