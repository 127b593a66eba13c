/** A JSON object whose fields are not known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object, or null when it is none. */
export function asFields(value: unknown): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  // A JSON object has string keys; its values stay unknown.
  return value as Fields;
}

/** The objects of a list; anything else in it is left out. */
export function objectsIn(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(asFields).filter((fields) => fields !== null) : [];
}

/** A text that is not blank, trimmed, or null. */
export function asText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The texts of a list. */
export function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(asText).filter((text) => text !== null) : [];
}
