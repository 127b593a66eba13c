import type { Prediction } from '../../eval/detect';

/** A place that a gold set labels. */
interface Label {
  readonly start: number;
  readonly end: number;
  readonly personId: string | null;
  readonly postId: string | null;
  readonly ambiguous: readonly string[];
}

/** What a gold set says of an article: what must be linked or told to be undecidable, and what may be linked besides. */
export interface Gold {
  readonly text: string;
  readonly mentions: readonly Label[];
  readonly allowed: readonly Omit<Label, 'ambiguous'>[];
}

/** How often an article is read otherwise than it is labelled, by kind. */
export interface Faults {
  /** Labelled, and nobody linked. */
  readonly missed: number;
  /** Linked with somebody else, or though nobody can tell who is meant. */
  readonly wrong: number;
  /** Linked where the labels have nothing. */
  readonly false: number;
  /** Linked rightly, from another letter or to another letter. */
  readonly borders: number;
  /** An office that is linked with the right person as another office. */
  readonly posts: number;
  /** Undecidable, and not told so. */
  readonly unsaid: number;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

const meet = (a: Place, b: Place): boolean => a.start < b.end && a.end > b.start;

/** Spaces, commas, dashes, brackets and quotes alone: «the akim, Ivanov» may be linked as one or as two. */
const GLUE = /^[\s,;:()«»"“”'’–—-]*$/u;

const touch = (text: string, a: Place, b: Place): boolean =>
  GLUE.test(a.end <= b.start ? text.slice(a.end, b.start) : text.slice(b.end, a.start));

/** The rules of the gold sets' scorer, for one article; and borders and offices, which it does not ask for. */
export function faultsOf(gold: Gold, predictions: readonly Prediction[]): Faults {
  const required = gold.mentions.filter(({ personId }) => personId !== null);
  const undecided = gold.mentions.filter(({ personId }) => personId === null);
  const links = predictions.filter(({ personId }) => personId !== null);
  const shrugs = predictions.filter(({ personId }) => personId === null);
  const linkOf = (label: Label) =>
    links.find((link) => link.personId === label.personId && meet(link, label));
  const found = required.flatMap((label) => {
    const link = linkOf(label);
    return link === undefined ? [] : [{ label, link }];
  });
  const isSame = (link: Prediction): boolean =>
    required.some((label) => label.personId === link.personId && meet(label, link));
  const isOther = (link: Prediction): boolean =>
    required.some((label) => label.personId !== link.personId && meet(label, link)) ||
    (!isSame(link) && undecided.some((label) => meet(label, link)));
  const isAllowed = (link: Prediction): boolean =>
    gold.allowed.some((label) => label.personId === link.personId && meet(label, link)) ||
    required.some((label) => label.personId === link.personId && touch(gold.text, label, link));
  const isSaid = (label: Label): boolean =>
    shrugs.some(
      (shrug) =>
        meet(shrug, label) && shrug.ambiguous.some((person) => label.ambiguous.includes(person)),
    );
  return {
    missed: required.length - found.length,
    wrong: links.filter(isOther).length,
    false: links.filter((link) => !isSame(link) && !isOther(link) && !isAllowed(link)).length,
    borders: found.filter(({ label, link }) => label.start !== link.start || label.end !== link.end)
      .length,
    posts: found.filter(({ label, link }) => label.postId !== null && label.postId !== link.postId)
      .length,
    unsaid: undecided.filter((label) => !isSaid(label)).length,
  };
}
