/**
 * A Popolo file in the layout of EveryPolitician's `ep-popolo`: one list a kind. What Popolo has no word for
 * stands in properties of our own (the schemas allow more): `attested_on`, `follows_id`, `acting`, and
 * `lang` in other names, as EveryPolitician has it.
 */
export interface PopoloFile {
  readonly persons: readonly PopoloPerson[];
  readonly organizations: readonly never[];
  readonly areas: readonly PopoloArea[];
  readonly posts: readonly PopoloPost[];
  readonly memberships: readonly PopoloMembership[];
}

export interface PopoloName {
  readonly name: string;
  readonly lang?: string;
  readonly note?: string;
  readonly family_name?: string;
  readonly given_name?: string;
  readonly patronymic_name?: string;
}

export interface PopoloLink {
  readonly url: string;
  readonly note?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published_on?: string;
  readonly archived_url?: string;
}

export interface PopoloPerson {
  readonly id: string;
  readonly name: string;
  readonly lang: string;
  readonly family_name: string;
  readonly given_name: string;
  readonly patronymic_name?: string;
  readonly gender: string | null;
  readonly other_names: readonly PopoloName[];
  readonly identifiers: readonly { readonly scheme: string; readonly identifier: string }[];
}

export interface PopoloArea {
  readonly id: string;
  readonly name: string;
  readonly lang: string;
  readonly identifier: string | null;
  readonly classification: string;
  readonly parent_id: string | null;
  readonly other_names: readonly PopoloName[];
}

export interface PopoloPost {
  readonly id: string;
  readonly label: string;
  readonly lang: string;
  /** Popolo has plain strings here; the language of each is in `other_label_langs`, in the same order. */
  readonly other_label: readonly string[];
  readonly other_label_langs: readonly string[];
  readonly role: string;
  readonly area_id: string | null;
  readonly start_date: string | null;
  readonly end_date: string | null;
}

export interface PopoloMembership {
  readonly id: string;
  readonly person_id: string;
  readonly post_id: string;
  readonly role: string | null;
  readonly area_id: string | null;
  readonly start_date: string | null;
  readonly end_date: string | null;
  readonly attested_on: readonly string[];
  readonly follows_id: string | null;
  readonly acting: boolean;
  readonly sources: readonly PopoloLink[];
}

/** The note of a name that is the same name in another language, as EveryPolitician writes it. */
export const MULTILINGUAL = 'multilingual';
