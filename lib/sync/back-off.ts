const FIRST_MS = 30_000;
const LAST_MS = 6 * 3_600_000;
const RETRY_AFTER_MIN_MS = 60_000;
/** No pause is longer than this, whoever asks for it. */
export const PAUSE_MAX_MS = 24 * 3_600_000;

/** Pause after the n-th failure in a row (n from 1): anything up to 30 s · 2ⁿ⁻¹, at most 6 h, so that readers do not come back together. */
function pauseMs(failures: number, random: number): number {
  // 2^30 steps are far past the cap; the cut keeps the power finite.
  return random * Math.min(LAST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 30));
}

/** `Retry-After` in ms within 60 s … 24 h: seconds or a date; null when there is none to be read. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - now;
  if (!Number.isFinite(seconds)) return null;
  return Math.min(PAUSE_MAX_MS, Math.max(RETRY_AFTER_MIN_MS, seconds));
}

/** When the next try may be made. */
export function notBefore(
  now: number,
  failures: number,
  random: number,
  askedMs: number | null,
): number {
  return now + (askedMs ?? pauseMs(failures, random));
}
