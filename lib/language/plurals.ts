/** Which form of a noun follows a whole number: Russian has three, English two, Kazakh one. */
export type PluralForms = readonly [one: string, few: string, many: string];

/**
 * Form of a Russian noun after a whole number: 1, 21, 101 → one; 2–4, 22–24 → few; 0, 5–20, 111 → many.
 * Rule: Unicode CLDR, cardinals of `ru`.
 */
export function pluralRu(count: number, [one, few, many]: PluralForms): string {
  const tens = Math.abs(count) % 100;
  const units = tens % 10;
  if (tens > 10 && tens < 20) return many;
  if (units === 1) return one;
  return units > 1 && units < 5 ? few : many;
}

/** Form of an English noun after a whole number: only 1 is singular. */
export function pluralEn(count: number, one: string, other: string): string {
  return Math.abs(count) === 1 ? one : other;
}
