import type { SpeechWords } from '@/lib/language/speech-words';
import { withPlainLetters } from './letters';
import { plainText } from './plain';
import type { Framed } from './speech-frame';
import { searcher } from './speech-patterns';

const NAME =
  /(?<![\p{L}-])(\p{Lu}\p{Ll}+(?:-\p{Lu}?\p{Ll}+)?(?: \p{Lu}\p{Ll}+(?:-\p{Lu}?\p{Ll}+)?){1,2}|\p{Lu}\p{Ll}+ (?:әже|апа|ата|аға))(?![\p{L}-])/gu;

interface Found {
  readonly text: string;
  readonly at: number;
}

function namesIn(cased: string, words: SpeechWords): Found[] {
  const not = new Set(words.notNames.split(' '));
  return [...cased.matchAll(NAME)].flatMap((match) => {
    // An office's capital at the start of a sentence is no name: «Аким Талгата …».
    const parts = match[0].split(' ');
    let skipped = 0;
    while (parts.length > 0 && not.has(parts[0] ?? '')) skipped += (parts.shift() ?? '').length + 1;
    return parts.length < 2 ? [] : [{ text: parts.join(' '), at: match.index + skipped }];
  });
}

function officeIn(cased: string, words: SpeechWords): Found | null {
  const match = searcher(words.offices).exec(cased.toLowerCase());
  return match === null
    ? null
    : { text: cased.slice(match.index, match.index + match[0].length), at: match.index };
}

/** The name that stands nearest after a verb of saying, or else the first one. */
function speakingName(cased: string, names: readonly Found[], words: SpeechWords): Found | null {
  const [first] = names;
  if (first === undefined) return null;
  const verb = searcher(words.saying).exec(cased.toLowerCase());
  if (verb === null) return first;
  return names.find((name) => name.at < verb.index) ?? first;
}

/** A surname alone that opens a headline: «Мусин поручил …», "Musin orders …". */
function loneSurname(cased: string, words: SpeechWords): string | null {
  const match =
    /^(\p{Lu}\p{Ll}{2,}(?:ов|ев|ин|ова|ева|ина|баев|баева|ov|ev|in|ova|eva|ina))(?= \p{Ll})/u.exec(
      cased,
    );
  const name = match?.[1];
  return name === undefined || words.notNames.split(' ').includes(name) ? null : name;
}

/** The clause that a verb of saying stands in, on the side of its subject. */
export function sayingClause(cased: string, words: SpeechWords): string | null {
  const verb = searcher(words.saying).exec(cased.toLowerCase());
  if (verb === null) return null;
  const before = cased.slice(0, verb.index);
  if (!/(?:^|[,:|-] ?)$/u.test(before)) return before.split(/[.!?|]/u).at(-1) ?? before;
  return cased.slice(verb.index + verb[0].length).split(/[.,!?|:]/u, 1)[0] ?? null;
}

function speakerIn(cased: string, words: SpeechWords): string | null {
  const clause = sayingClause(cased, words);
  return (clause === null ? null : subjectOf(clause, words)) ?? speakerAmong(cased, words);
}

/** An office in the nominative goes before whom it speaks to: «успокоил продавцов аким района». */
function subjectOf(clause: string, words: SpeechWords): string | null {
  const office = searcher(words.officials).exec(clause.toLowerCase());
  const from = office === null || namesIn(clause, words).length > 0 ? 0 : office.index;
  return speakerAmong(clause.slice(from), words);
}

function speakerAmong(cased: string, words: SpeechWords): string | null {
  const office = officeIn(cased, words);
  const name = speakingName(cased, namesIn(cased, words), words);
  if (name === null) return office?.text.trim() ?? loneSurname(cased, words);
  return name.text;
}

const pronounsFirst = new Map<string, RegExp>();

/** A pronoun among the first words; compiled once a language. */
function pronounFirst(pronouns: string): RegExp {
  const known = pronounsFirst.get(pronouns);
  if (known !== undefined) return known;
  const made = new RegExp(
    withPlainLetters(String.raw`^(?:[^\p{L}]*)(?:[\p{L}]+ ){0,3}?(?:${pronouns})(?![\p{L}])`),
  );
  pronounsFirst.set(pronouns, made);
  return made;
}

/**
 * Whose words they are, as it stands in the sentence, else in the context: the name without the office when
 * there is a name, else the office or group; null when nobody is named.
 */
export function speakerOf(framed: Framed, context: string, words: SpeechWords): string | null {
  const outer = framed.casedFrame;
  const isPronoun = pronounFirst(words.pronouns).test(framed.frame);
  const own = outer === '' ? null : speakerIn(outer, words);
  const around = plainText(context).cased;
  if (own !== null && !(isPronoun && around !== '' && namesIn(outer, words).length === 0))
    return own;
  if (around !== '' && (isPronoun || framed.isQuoted)) return speakerIn(around, words) ?? own;
  return own;
}
