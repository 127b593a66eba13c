/**
 * The records of the ledger. The same shapes travel everywhere: tracker, wire, cache, pages.
 * Terms are those of Popolo, the W3C Web Annotation model and the promise trackers.
 * `null` means "not known": an `endDate` of null is not "still in office".
 */

/** A partial date of Popolo: `2020`, `2020-06` or `2020-06-30`. Compare as an interval, never as a string. */
export type PartialDate = string;

/** A calendar day of Asia/Almaty, `YYYY-MM-DD`. */
export type Day = string;

/** A UTC time stamp, ISO 8601. */
export type Stamp = string;

/** The languages of the ledger and of the interface. */
export type Lang = 'ru' | 'kk' | 'en';

/** One text in at least one language. */
export interface Text {
  readonly ru?: string;
  readonly kk?: string;
  readonly en?: string;
}

/** Where a fact was read. `url` is https (an http address is shown as text only). */
export interface Source {
  readonly url: string;
  readonly title?: string;
  readonly publisher?: string;
  /** Day on which the page was published; given only where the page states it. */
  readonly publishedOn?: PartialDate;
  readonly archivedUrl?: string;
  readonly note?: string;
  readonly selectors?: readonly SelectorGroup[];
}

/** W3C TextQuoteSelector: 32 characters of context on each side. */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** W3C TextPositionSelector: UTF-16 offsets into the reader's text, blocks joined by `\n`; end exclusive. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** W3C RangeSelector as XPaths from the article's root. */
export interface RangeSelector {
  readonly type: 'RangeSelector';
  readonly startSelector: { readonly type: 'XPathSelector'; readonly value: string };
  readonly endSelector: { readonly type: 'XPathSelector'; readonly value: string };
  readonly refinedBy?: TextPositionSelector;
}

/** The selectors of one block; a selection over several blocks is one group of these, in text order. */
export interface SelectorGroup {
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector;
  readonly range?: RangeSelector;
}

export type AreaClass = 'country' | 'oblast' | 'city' | 'district' | 'ruralDistrict' | 'settlement';

export interface Area {
  readonly id: string;
  readonly classification: AreaClass;
  /** KATO code. */
  readonly identifier: string | null;
  /** The parent as it is today, not as it was. */
  readonly parentId: string | null;
  readonly name: Text;
  readonly otherNames: readonly {
    readonly lang: Lang;
    readonly name: string;
    readonly note?: string;
  }[];
}

export interface PersonName {
  readonly family: string;
  readonly given: string;
  readonly patronymic?: string;
}

export type Gender = 'male' | 'female';

export interface Person {
  readonly id: string;
  readonly gender: Gender | null;
  readonly name: { readonly ru?: PersonName; readonly kk?: PersonName; readonly en?: PersonName };
  readonly otherNames: readonly { readonly name: string; readonly note?: string }[];
  readonly identifiers: readonly { readonly scheme: string; readonly identifier: string }[];
}

export interface Post {
  readonly id: string;
  /** `akim`, `deputyAkim`, `minister`, `president` … an open list: a dataset may bring others. */
  readonly role: string;
  readonly areaId: string | null;
  readonly label: Text;
  /** Founded. */
  readonly startDate: PartialDate | null;
  /** Abolished. */
  readonly endDate: PartialDate | null;
}

export interface Membership {
  readonly id: string;
  readonly personId: string;
  readonly postId: string;
  readonly startDate: PartialDate | null;
  readonly endDate: PartialDate | null;
  /** Days on which a source shows the person in office. */
  readonly attestedOn: readonly PartialDate[];
  /** The membership that this one is stated to follow, where dates are missing. */
  readonly followsId: string | null;
  readonly acting: boolean;
  readonly sources: readonly Source[];
}

export type LineageKind = 'renamed' | 'split' | 'merged';

export interface Lineage {
  readonly id: string;
  readonly fromPostId: string;
  readonly toPostId: string;
  readonly date: PartialDate;
  readonly kind: LineageKind;
  /** What moved. */
  readonly areaIds: readonly string[];
}

export const TOPICS = [
  'roads',
  'housing',
  'utilities',
  'water',
  'gas',
  'transport',
  'schools',
  'health',
  'environment',
  'streetTrade',
  'jobs',
  'other',
] as const;
export type Topic = (typeof TOPICS)[number];

export const OCCASIONS = [
  'reportMeeting',
  'residentsMeeting',
  'briefing',
  'interview',
  'session',
  'socialMedia',
  'siteVisit',
  'statement',
] as const;
export type Occasion = (typeof OCCASIONS)[number];

export const SPEECHES = ['direct', 'reported', 'plan'] as const;
export type Speech = (typeof SPEECHES)[number];

/** A promise, as recorded. Named `Pledge` in code, since `Promise` is the word of the language itself. */
export interface Pledge {
  readonly id: string;
  /** The matter, in our own words. */
  readonly text: Text;
  /** As said, or null. */
  readonly quote: string | null;
  readonly lang: Lang;
  readonly topic: Topic;
  readonly areaId: string | null;
  /** Who said it; null: an earlier holder whom the source does not name. */
  readonly personId: string | null;
  /** In which office it was said. */
  readonly postId: string;
  readonly boundTo: 'post' | 'person';
  /** Null: not known, then no later than `source.publishedOn`. */
  readonly saidOn: PartialDate | null;
  readonly dueOn: PartialDate | null;
  readonly occasion: Occasion | null;
  readonly speech: Speech;
  /** The matter lies outside the powers of the office: a flag, not a status. */
  readonly outsidePowers: boolean;
  /** The earlier promise of the same matter that this one repeats. */
  readonly repeatsId: string | null;
  readonly source: Source;
}

/** What a clip says of the promise that it may become; its office may not be known yet. */
export interface ClipDraft extends Omit<Pledge, 'id' | 'postId' | 'outsidePowers' | 'source'> {
  readonly postId: string | null;
}

export const STATUSES = [
  'notRated',
  'inProgress',
  'stalled',
  'kept',
  'partlyKept',
  'broken',
  'unrateable',
] as const;
export type Status = (typeof STATUSES)[number];

/** Append-only; an event named by another's `correctsId` is void. */
export interface StatusEvent {
  readonly id: string;
  readonly promiseId: string;
  readonly status: Status;
  readonly on: PartialDate;
  readonly reasonCode?: string;
  readonly note?: Text;
  readonly sources: readonly Source[];
  readonly correctsId?: string;
  readonly recordedAt: Stamp;
}

/** The office's right of reply: shown beside the verdict, at equal size. */
export interface Reply {
  readonly id: string;
  readonly promiseId: string;
  readonly postId: string;
  readonly on: PartialDate;
  readonly text: Text;
  readonly sources: readonly Source[];
}

export type SourceState = 'found' | 'changed' | 'gone';

export interface SourceCheck {
  readonly id: string;
  readonly promiseId?: string;
  readonly clipId?: string;
  readonly checkedOn: Stamp;
  readonly state: SourceState;
  /** SHA-256 of the article's text, hex. */
  readonly textDigest: string;
}

export type StanceKind = 'renewed' | 'acknowledged' | 'disclaimed';

/** What a later holder said of an inherited promise. */
export interface Stance {
  readonly id: string;
  readonly promiseId: string;
  readonly membershipId: string;
  readonly stance: StanceKind;
  readonly on: PartialDate;
  readonly sources: readonly Source[];
}

/** A host whose pages are copies or aggregations: a fact that rests on it alone decides no holder. */
export interface WeakSource {
  readonly host: string;
  readonly why: string;
}

/** Every kind of published record, by its wire name. Weak sources are published too, with their host as id. */
export interface RecordOfKind {
  area: Area;
  person: Person;
  post: Post;
  membership: Membership;
  lineage: Lineage;
  promise: Pledge;
  statusEvent: StatusEvent;
  reply: Reply;
  sourceCheck: SourceCheck;
  stance: Stance;
  weakSource: WeakSource;
}
export type Kind = keyof RecordOfKind;

/** A whole ledger, or the part of it that a question needs. Order of the arrays carries no meaning. */
export interface Ledger {
  readonly areas: readonly Area[];
  readonly persons: readonly Person[];
  readonly posts: readonly Post[];
  readonly memberships: readonly Membership[];
  readonly lineages: readonly Lineage[];
  readonly promises: readonly Pledge[];
  readonly statusEvents: readonly StatusEvent[];
  readonly replies: readonly Reply[];
  readonly sourceChecks: readonly SourceCheck[];
  readonly stances: readonly Stance[];
  readonly weakSources: readonly WeakSource[];
}
