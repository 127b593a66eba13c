import { TRACKER } from '@/hosts.config';
import type { TrustedKey } from '@/lib/sync/read-head';
import type { Tracker } from '@/lib/sync/tracker';
import release from '@/release.json';

/**
 * The keys of the released tracker: current and next. Empty until they are made (docs/releasing.md): a release build
 * then trusts no head and says `signature`, rather than trusting everybody.
 */
const RELEASE_KEYS: readonly TrustedKey[] = release.keys;

/** The tracker of this build. The end-to-end build follows the local one and keeps the key it shows first. */
export const BUILD_TRACKER: Tracker =
  import.meta.env.MODE === 'e2e'
    ? { origin: TRACKER.local, dataset: null, keys: 'firstSeen' }
    : { origin: TRACKER.production, dataset: 'kz', keys: RELEASE_KEYS };
