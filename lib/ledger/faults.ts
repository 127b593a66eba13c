import { faultsOfDates } from './fault-dates';
import { faultsOfReferences } from './fault-references';
import { faultsOfRings } from './fault-rings';
import { faultsOfSources } from './fault-sources';
import { faultsOfTerms } from './fault-terms';
import { faultsOfTexts } from './fault-texts';
import { indexLedger } from './lookups';
import type { Kind, Ledger } from './records';

export type FaultCode =
  | 'duplicateId'
  | 'unknownId'
  | 'badDate'
  | 'endBeforeStart'
  | 'attestedOutsideTerm'
  | 'dueBeforeSaid'
  | 'saidAfterSource'
  | 'eventBeforePromise'
  | 'repeatsLater'
  | 'overlap'
  | 'twoPostsAtOnce'
  | 'beforeFoundation'
  | 'afterAbolition'
  | 'followsOtherPost'
  | 'followsLater'
  | 'speakerWithoutMembership'
  | 'saidOutsideTerm'
  | 'lineageRing'
  | 'areaRing'
  | 'repeatRing'
  | 'followsRing'
  | 'areaInTwoSplits'
  | 'correctsOtherPromise'
  | 'unsourced'
  | 'missingReason'
  | 'weakSourcesOnly'
  | 'badAddress'
  | 'emptyText'
  | 'missingLanguage'
  | 'lookAlikeLetters'
  | 'duplicatePerson'
  | 'duplicateIdentifier';

/** A fault of the data: named, never silently repaired. */
export interface Fault {
  readonly code: FaultCode;
  /** `error`: the record contradicts another or the rules; `doubt`: kept, and shown as uncertain. */
  readonly severity: 'error' | 'doubt';
  readonly kind: Kind;
  readonly id: string;
  /** The field at fault, with its path: `sources[0].url`, `name.ru.family`. */
  readonly field: string;
  /** The other record, where two are at odds. */
  readonly otherId?: string;
  /** One English sentence for the operator. */
  readonly message: string;
}

/** Checks a whole ledger. Faults come by kind of check, and within it in an order of ids. */
export function checkLedger(ledger: Ledger): readonly Fault[] {
  const index = indexLedger(ledger);
  return [
    ...faultsOfReferences(ledger, index),
    ...faultsOfDates(ledger, index),
    ...faultsOfRings(ledger, index),
    ...faultsOfTerms(ledger, index),
    ...faultsOfSources(ledger, index),
    ...faultsOfTexts(ledger),
  ];
}
