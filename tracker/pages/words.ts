import type {
  AreaClass,
  Occasion,
  SourceState,
  Speech,
  StanceKind,
  Status,
  Topic,
} from '@/lib/ledger/records';

/**
 * The sentences that the static pages need. The tracker does not stand on the language room: whoever
 * starts it hands them in, and the extension's own tables fit.
 */
export interface PageWords {
  readonly common: {
    readonly product: string;
    readonly status: Readonly<Record<Status, string>>;
    readonly statusMeaning: Readonly<Record<Status, string>>;
    readonly topic: Readonly<Record<Topic, string>>;
    readonly occasion: Readonly<Record<Occasion, string>>;
    readonly speech: Readonly<Record<Speech, string>>;
    readonly stance: Readonly<Record<StanceKind, string>>;
    readonly areaClass: Readonly<Record<AreaClass, string>>;
    readonly term: {
      readonly noDate: string;
      readonly notDue: (by: string) => string;
      readonly dueSoon: (by: string) => string;
      readonly passedUnchecked: (by: string) => string;
      readonly overdue: (by: string) => string;
    };
    readonly promises: (n: number) => string;
    readonly dataDate: (day: string) => string;
    /** By when: the last day of a month or year counts. */
    readonly termDate: (day: string) => string;
    readonly dataAge: (date: string) => string;
    readonly acting: string;
    readonly unknownHolder: string;
    readonly disputedHolder: string;
    readonly vacant: string;
  };
  readonly card: {
    /** The source is a copy: not confirmed. */
    readonly weak: string;
  };
  readonly ledger: {
    readonly title: string;
    readonly nowHolds: (name: string) => string;
    readonly nowActing: (name: string) => string;
    readonly nowUnknown: (since: string) => string;
    readonly nowUnknownEver: string;
    readonly nowDisputed: string;
    readonly nowVacant: string;
    readonly figures: {
      readonly left: string;
      /** Open, and who answers is not established. */
      readonly openNobody: string;
      readonly made: string;
      readonly kept: string;
      readonly broken: string;
    };
    readonly columns: {
      readonly promise: string;
      readonly status: string;
      readonly said: string;
      readonly due: string;
    };
    readonly showOpen: string;
    readonly showClosed: string;
    readonly empty: string;
    readonly holders: string;
    readonly unordered: string;
    readonly moved: string;
    readonly outside: string;
    readonly tenure: (from: string | null, until: string | null) => string | null;
    readonly datesUnknown: string;
    readonly offices: string;
    readonly personSections: Readonly<
      Record<'made' | 'inherited' | 'left' | 'closed' | 'outside' | 'unclear', string>
    >;
    readonly promise: {
      readonly quote: string;
      readonly hands: string;
      readonly handSaid: string;
      readonly handUnnamed: string;
      readonly handSuccession: string;
      readonly handLineage: string;
      readonly events: string;
      readonly noEvents: string;
      readonly stances: string;
      readonly replies: string;
      readonly source: string;
      readonly sourceState: Readonly<Record<SourceState, string>>;
      readonly archived: string;
      readonly repeats: string;
      readonly answers: string;
      readonly office: string;
      readonly person: string;
      readonly speech: string;
      readonly occasion: string;
    };
  };
}
