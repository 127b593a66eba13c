/** A single-page site changes its address first and its text later: looked at again after these, in milliseconds. */
export const MOVED_MS: readonly number[] = [400, 1500, 4000];
/** A page that does not read like an article at first may be filled by its script. */
export const LATE_MS: readonly number[] = [1500, 4000];
