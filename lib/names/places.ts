import { hasCaseEnding } from '@/lib/language/case-endings';
import { stem } from '@/lib/language/fold';

import { phrasesAt } from '@/lib/language/lexicon';
import { CASE, type KindRow } from '@/lib/language/rules';
import type { AreaClass } from '@/lib/ledger/records';
import { isPlural, listedPlaces } from './area-lists';
import { matchesAt, type NameMatch } from './area-matches';
import type { Knowledge } from './knowledge';
import { languageAt, skeletonsFrom, type TextDocument } from './text-document';
import { isNextTo, type Token } from './tokens';

/** A place in the text, tokens end exclusive. No ids: a place that the ledger does not know. */
export interface PlaceSpan {
  readonly from: number;
  readonly to: number;
  readonly ids: readonly string[];
  readonly mask: number;
  /** The words for its kind stand with it. */
  readonly hasKind: boolean;
  readonly classes: readonly AreaClass[];
  /** Only an adjective or a name from which one is made fits («талгарский», «Панфилова»). */
  readonly isDerived: boolean;
  /** All areas that are called so: «талгарский аким», `Zhanat Omarov of Talgar` are of the town or of the district. */
  readonly others?: readonly string[];
  /** Several areas, each of them named. */
  readonly isList?: boolean;
}

/** A word for a kind without a name: «района», «облыс», `the district`. */
export interface KindSpan {
  readonly from: number;
  readonly to: number;
  readonly row: KindRow;
  readonly mask: number;
}

export interface Places {
  readonly at: ReadonlyMap<number, PlaceSpan>;
  readonly endingAt: ReadonlyMap<number, PlaceSpan>;
  readonly kindsAt: ReadonlyMap<number, KindSpan>;
  readonly kindsEndingAt: ReadonlyMap<number, KindSpan>;
}

/** Which classes a name without its kind stands for first. */
const CLASS_ORDER: readonly AreaClass[] = [
  'city',
  'country',
  'settlement',
  'oblast',
  'district',
  'ruralDistrict',
];

/** Classes that are named without a word for their kind. */
const PLAIN_CLASSES: readonly AreaClass[] = ['city', 'country', 'settlement', 'oblast'];

/** Finds the places and the words for kinds of places in a text. */
export function findPlaces(document: TextDocument, knowledge: Knowledge): Places {
  const { tokens } = document;
  const kindsAt = new Map<number, KindSpan>();
  for (const at of document.kindStarts) {
    const token = tokens[at];
    if (!token) continue;
    const [found] = phrasesAt(languageAt(token).kinds, skeletonsFrom(tokens, at));
    if (found)
      kindsAt.set(at, { from: at, to: at + found.length, row: found.value, mask: found.mask });
  }
  const kindsEndingAt = new Map([...kindsAt.values()].map((kind) => [kind.to, kind]));
  const pluralEnds = [...kindsAt.values()].filter(isPlural);
  const spans: PlaceSpan[] = [];
  let next = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    if (at < next || !mayBePlace(tokens, at, knowledge, kindsAt)) continue;
    const span =
      (pluralEnds.length > 0 ? listedPlaces(tokens, at, knowledge, kindsAt, pluralEnds) : null) ??
      placeAt(tokens, at, knowledge, kindsAt, kindsEndingAt);
    if (!span) continue;
    spans.push(span);
    next = Math.max(next, span.to);
  }
  return {
    at: new Map(spans.map((span) => [span.from, span])),
    endingAt: new Map(spans.map((span) => [span.to, span])),
    kindsAt,
    kindsEndingAt,
  };
}

/** Nearly no word is an area of the ledger or stands before a word for one. */
function mayBePlace(
  tokens: readonly Token[],
  at: number,
  knowledge: Knowledge,
  kindsAt: ReadonlyMap<number, KindSpan>,
): boolean {
  const token = tokens[at];
  if (token === undefined || token.shape === 'number' || token.shape === 'initial') return false;
  return kindsAt.has(at + 1) || knowledge.areasAt(token.skeleton).length > 0;
}

function placeAt(
  tokens: readonly Token[],
  at: number,
  knowledge: Knowledge,
  kindsAt: ReadonlyMap<number, KindSpan>,
  kindsEndingAt: ReadonlyMap<number, KindSpan>,
): PlaceSpan | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const matches = matchesAt(tokens, at, knowledge);
  const length = Math.max(0, ...matches.map((m) => m.length));
  const longest = matches.filter((m) => m.length === length);
  const next = at + Math.max(1, length);
  const adjective =
    longest.length > 0 ? adjectiveNextTo(token, longest, tokens, next, kindsAt) : null;
  const ofAdjective = adjective ? withKind(longest, adjective, at, adjective.to) : null;
  // «Талгарский районный»: an adjective as before, of the area of that kind.
  if (ofAdjective) return { ...ofAdjective, isDerived: true };
  const after = kindNextTo(tokens, next, kindsAt);
  if (after) {
    const known = withKind(longest, after, at, after.to);
    if (known) return known;
    const isSurname = knowledge.personsAt(token.skeleton).length > 0;
    if (isUnknownName(token, after, tokens, isSurname)) return unknownPlace(at, after);
  }
  if (longest.length === 0) return null;
  const before = isNextTo(tokens[at - 1], token) ? singular(kindsEndingAt.get(at)) : null;
  const known = before ? withKind(longest, before, before.from, at + length) : null;
  return known ?? bareUnlessLower(token, longest, at, length);
}

/** A lower-case word is a place only as an adjective of one: «талгарский». */
function bareUnlessLower(
  token: Token,
  matches: readonly NameMatch[],
  at: number,
  length: number,
): PlaceSpan | null {
  const isAdjective = token.shape !== 'lower' || matches.some((m) => m.isDerived);
  return isAdjective ? bare(matches, at, length) : null;
}

const singular = (kind: KindSpan | undefined): KindSpan | null =>
  kind === undefined || kind.row.plural === true ? null : kind;

function kindNextTo(
  tokens: readonly Token[],
  at: number,
  kindsAt: ReadonlyMap<number, KindSpan>,
): KindSpan | null {
  const kind = singular(kindsAt.get(at));
  const token = tokens[at];
  if (!kind || !token || kind.row.adjective === true || !isNextTo(tokens[at - 1], token))
    return null;
  return kind;
}

/** «Кызылординский областной», `Қызылорда облыстық`; in Russian a noun is not joined to an adjective. */
function adjectiveNextTo(
  { rules }: Token,
  matches: readonly NameMatch[],
  tokens: readonly Token[],
  at: number,
  kindsAt: ReadonlyMap<number, KindSpan>,
): KindSpan | null {
  const [kind, token] = [kindsAt.get(at), tokens[at]];
  if (!kind || !token || kind.row.adjective !== true || !isNextTo(tokens[at - 1], token))
    return null;
  const isNounBefore = rules.agreement === 'last' || rules.links.length > 0;
  return isNounBefore || matches.every((m) => m.isDerived) ? kind : null;
}

function withKind(
  matches: readonly NameMatch[],
  kind: KindSpan,
  from: number,
  to: number,
): PlaceSpan | null {
  const fitting = matches.filter((m) => kind.row.classes.includes(m.area.classification));
  const direct = fitting.filter((m) => !m.isDerived);
  const chosen = direct.length > 0 ? direct : fitting;
  const [first] = chosen;
  if (!first) return null;
  return {
    from,
    to,
    ids: [...new Set(chosen.map((m) => m.area.id))],
    mask: kind.mask,
    hasKind: true,
    classes: kind.row.classes,
    isDerived: false,
  };
}

/** A capitalised word before a kind that the ledger does not know: «Балхашского района», `Oral Region`. */
function isUnknownName(
  token: Token,
  kind: KindSpan,
  tokens: readonly Token[],
  isSurname: boolean,
): boolean {
  if (token.shape !== 'title' && token.shape !== 'upper') return false;
  const word = tokens[kind.from];
  if (!word || token.skeleton === word.skeleton) return false;
  const language = languageAt(token);
  if (language.starters.has(token.skeleton)) return false;
  if (phrasesAt(language.titles, () => token.skeleton).some((t) => t.length === 1)) return false;
  const isAdjective = token.rules.placeAdjectives.some((end) => stem(token.skeleton).includes(end));
  // In Kazakh a kind in the possessive always has its name before it.
  if (token.rules.agreement === 'last') return kind.row.possessed === true && !isGenitive(token);
  // «при Батырове область отстроилась»: before a kind a listed surname is a person.
  return isAdjective || !(token.startsSentence || isSurname);
}

/** `Қалиевтің қаласы` is somebody's town, while in a town's name the first word has no ending. */
function isGenitive(token: Token): boolean {
  return hasCaseEnding(token.rules, token.skeleton, CASE.genitive);
}

function unknownPlace(at: number, kind: KindSpan): PlaceSpan {
  return {
    from: at,
    to: kind.to,
    ids: [],
    mask: kind.mask,
    hasKind: true,
    classes: kind.row.classes,
    isDerived: false,
  };
}

function bare(matches: readonly NameMatch[], from: number, length: number): PlaceSpan | null {
  const direct = matches.filter((m) => !m.isDerived);
  const chosen = direct.length > 0 ? direct : matches;
  const best = CLASS_ORDER.find((one) => chosen.some((m) => m.area.classification === one));
  // A district and a rural district of one name are equally far from the bare name.
  const isPlainName = best !== undefined && PLAIN_CLASSES.includes(best);
  // «Ұлытау әкімі»: a region and a district of one name are equally far too.
  const fitting =
    isPlainName && best !== 'oblast'
      ? chosen.filter((m) => m.area.classification === best)
      : chosen;
  const [first] = fitting;
  if (!first) return null;
  return {
    from,
    to: from + length,
    ids: [...new Set(fitting.map((m) => m.area.id))],
    mask: fitting.reduce((mask, m) => mask | m.mask, 0),
    hasKind: false,
    classes: [...new Set(fitting.map((m) => m.area.classification))],
    isDerived: direct.length === 0,
    others: [...new Set(chosen.map((m) => m.area.id))],
  };
}
