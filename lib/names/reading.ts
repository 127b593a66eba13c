import type { Knowledge } from './knowledge';
import type { Places } from './places';
import type { TextDocument } from './text-document';

/** The text with what the ledger says of its words. */
export interface Reading {
  readonly document: TextDocument;
  readonly knowledge: Knowledge;
  readonly places: Places;
}
