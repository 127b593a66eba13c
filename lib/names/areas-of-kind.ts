import type { KindRow } from '@/lib/language/rules';
import type { AreaFocus } from './area-focus';
import type { Reading } from './reading';
import type { TitleSpan } from './title-spans';
import { sentenceAround } from './tokens';
import type { Whereabouts } from './whereabouts';

/**
 * «Аким города»: of the one of its kind that the sentence names, or of the one whose officials the paragraph or else
 * the text has named, first beside their offices; with officials of several it may be any of theirs.
 */
export function areasOfKind(
  reading: Reading,
  title: TitleSpan,
  kind: KindRow,
  { focus, titled, introduced, officials }: Whereabouts,
): readonly string[] {
  const { tokens } = reading.document;
  const beside = [
    focus.between(sentenceAround(tokens, title.from).from, title.from),
    officials.inBlock(tokens, title.from),
  ].map((one) => one.lastOf(kind, title.from));
  const here = beside.find((one) => one.length > 0);
  if (here !== undefined) return here;
  const theirs = officials.allOf(kind, title.from);
  const [office, other] = new Set(titled.allOf(kind, title.from));
  // A column on one city may name the akim of another in passing.
  if (office !== undefined && other === undefined && isMost(theirs, office))
    return [ofItself(officials, theirs, title.from) ?? office];
  const named = [...new Set(introduced.allOf(kind, title.from))];
  if (named.length === 1) return named;
  // An official of today may be spoken of as one of another place: «Омаров принял Талгарский район».
  const said = theirs.filter((id) => focus.names(id));
  if (said.length > 0) return mostNamed(said);
  const last = focus.lastOf(kind, title.from);
  if (last.length === 0 && theirs.length > 0) return mostNamed(theirs);
  return last.length > 0 || !isAtHome(reading, title) ? last : focus.onlyOf(kind);
}

/**
 * «Аким Меркенского района …, Ильяс Жаркенов …, аким области»: the one region whose own official the text has named,
 * before one that merely holds the district.
 */
function ofItself(officials: AreaFocus, areas: readonly string[], at: number): string | undefined {
  const [only, second] = new Set(areas.filter((id) => officials.isNamedBefore(id, at)));
  return second === undefined ? only : undefined;
}

/** Whether of the areas, as often as they are named, every other one stands there less often than this one. */
function isMost(areas: readonly string[], id: string): boolean {
  const timesOf = (one: string): number => areas.filter((area) => area === one).length;
  return areas.every((one) => one === id || timesOf(one) < timesOf(id));
}

/** Of areas, as often as they are named, the one that has most of it; else all of them. */
function mostNamed(areas: readonly string[]): readonly string[] {
  const all = [...new Set(areas)];
  const most = all.filter((id) => areas.filter((one) => one === id).length >= areas.length * MOST);
  return most.length === 1 ? most : all;
}

const MOST = 2 / 3;

/**
 * «Глава области …» before its region is named: in a text that names no place but those of the ledger. «Аким села
 * отвечает за всё», – объясняет юрист: what somebody says before that is of any.
 */
const isAtHome = ({ document, places }: Reading, { wholeFrom }: TitleSpan): boolean =>
  !/[«"“„]$/u.test(document.tokens[wholeFrom]?.gap ?? '') &&
  [...places.at.values()].every(({ ids }) => ids.length > 0);
