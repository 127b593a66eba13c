/** How well a typed word fits a word of a name, of 100. */
export const QUALITY = {
  same: 100,
  /** The same but for its last vowels: «Омарова» for Омаров. */
  stem: 97,
  /** Without a case ending; less by as much as was taken off. */
  form: 95,
  title: 94,
  /** «талгарский» for Талгар. */
  derived: 92,
  initial: 90,
  /** From here on a hit is sure. */
  sure: 86,
  /** Typed so far; more the less is missing. */
  prefix: 76,
  /** Above it nothing is mistyped, whatever part of a name was begun. */
  begun: 70,
  oneEdit: 66,
  twoEdits: 56,
  mistypedPrefix: 46,
} as const;

/** How much of the word must still be typed is worth so much. */
export const PREFIX_SPAN = 9;
