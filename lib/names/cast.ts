import { stemsOfToken } from '@/lib/language/inflect';
import type { Token } from './tokens';

/**
 * Who is known so far in a text: the listed persons whom it names beyond doubt (anchors), and others who bear
 * a listed surname (rivals). Places are token indices; all questions cost the logarithm of the text.
 */
export interface Cast {
  anchor(personId: string, at: number): void;
  /** His office stands there: from there on he is known. */
  anchorByOffice(personId: string, at: number): void;
  /** `isWoman`: her surname is a form of his, but no form of his nominative is hers. */
  rival(token: Token, at: number, isWoman: boolean): void;
  /** A parent of somebody is named there: whose surname it is afterwards does not change. */
  parent(at: number): void;
  /** A full name stands there that may be his or another listed person's. */
  doubt(personId: string, at: number): void;
  /** Whether such a name stands before a place, and none that is his for sure. */
  isInDoubt(personId: string, at: number): boolean;
  /** Whether another bearer was named in this very form before a place: «Килимбаева» of a woman of that name. */
  isFormOfRival(token: Token, at: number): boolean;
  isAnchored(personId: string, at: number): boolean;
  isAnchoredWithin(personId: string, from: number, to: number): boolean;
  isRivalAt(at: number): boolean;
  /** The last mention of the person before a place; -1: none. */
  lastOf(personId: string, at: number): number;
  /** The same without what his office alone tells. */
  lastNamed(personId: string, at: number): number;
  firstOf(personId: string): number;
  /** The last rival of a token's surname before a place; -1: none. A man's own form is no woman's. */
  lastRivalOf(token: Token, at: number, isMans: boolean): number;
  firstRivalOf(token: Token, isMans: boolean): number;
  readonly personIds: Iterable<string>;
}

/** Sorted places, with the last one before another. */
class Places {
  readonly #at: number[] = [];

  add(at: number): void {
    const place = this.#lowerBound(at);
    if (this.#at[place] !== at) this.#at.splice(place, 0, at);
  }

  before(at: number): number {
    return this.#at[this.#lowerBound(at) - 1] ?? -1;
  }

  get first(): number {
    return this.#at[0] ?? Number.POSITIVE_INFINITY;
  }

  hasWithin(from: number, to: number): boolean {
    const next = this.#at[this.#lowerBound(from)];
    return next !== undefined && next < to;
  }

  #lowerBound(at: number): number {
    let low = 0;
    let high = this.#at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#at[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** An empty cast. */
export function newCast(): Cast {
  const anchors = new Map<string, Places>();
  const named = new Map<string, Places>();
  const rivals = new Map<string, Places>();
  const women = new Map<string, Places>();
  const doubts = new Map<string, Places>();
  const rivalAt = new Set<number>();
  const forms = new Map<string, number>();
  const placesOf = (map: Map<string, Places>, key: string): Places => {
    const known = map.get(key) ?? new Places();
    map.set(key, known);
    return known;
  };
  const rivalsOf = (token: Token, isMans: boolean): Places[] =>
    stemsOfToken(token.rules, token.skeleton)
      .flatMap((one) => [rivals.get(one), isMans ? undefined : women.get(one)])
      .filter((one) => one !== undefined);
  return {
    anchor: (personId, at) => {
      placesOf(named, personId).add(at);
      placesOf(anchors, personId).add(at);
    },
    anchorByOffice: (personId, at) => placesOf(anchors, personId).add(at),
    rival: (token, at, isWoman) => {
      rivalAt.add(at);
      forms.set(token.skeleton, Math.min(forms.get(token.skeleton) ?? at, at));
      for (const one of stemsOfToken(token.rules, token.skeleton))
        placesOf(isWoman ? women : rivals, one).add(at);
    },
    doubt: (personId, at) => placesOf(doubts, personId).add(at),
    isInDoubt: (personId, at) =>
      (doubts.get(personId)?.before(at) ?? -1) >= 0 && (named.get(personId)?.before(at) ?? -1) < 0,
    isFormOfRival: (token, at) => (forms.get(token.skeleton) ?? at) < at,
    isAnchored: (personId, at) => {
      const first = anchors.get(personId)?.first;
      return named.has(personId) || (first !== undefined && first <= at);
    },
    isAnchoredWithin: (personId, from, to) => anchors.get(personId)?.hasWithin(from, to) ?? false,
    parent: (at) => rivalAt.add(at),
    isRivalAt: (at) => rivalAt.has(at),
    lastOf: (personId, at) => anchors.get(personId)?.before(at) ?? -1,
    lastNamed: (personId, at) => named.get(personId)?.before(at) ?? -1,
    firstOf: (personId) => anchors.get(personId)?.first ?? Number.POSITIVE_INFINITY,
    lastRivalOf: (token, at, isMans) =>
      Math.max(-1, ...rivalsOf(token, isMans).map((one) => one.before(at))),
    firstRivalOf: (token, isMans) =>
      Math.min(Number.POSITIVE_INFINITY, ...rivalsOf(token, isMans).map((one) => one.first)),
    personIds: { [Symbol.iterator]: () => anchors.keys() },
  };
}
