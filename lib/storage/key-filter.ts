import { KEY } from '@/lib/names/keys';

/**
 * Which keys of surnames and areas the cache has, as a Bloom filter of 128 KiB: an article asks for some 2,000
 * keys and the cache has few of them. It may say yes to a key that is not there (1 of 50 at 100,000 officials;
 * then a row is read in vain), never no to one that is. A key that was taken back stays until the next re-key.
 */
export type KeyFilter = Uint8Array;

const BITS = 2 ** 20;
const PLACES = 4;

/** A filter without keys. */
export function emptyFilter(): KeyFilter {
  return new Uint8Array(BITS / 8);
}

/** Whether keys of this kind are in the filter: those that an article asks for by the hundred. */
export function isFiltered(key: string): boolean {
  return key.startsWith(KEY.family) || key.startsWith(KEY.area);
}

/** The bits of a key. */
function placesOf(key: string): number[] {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    h1 = Math.imul(h1 ^ unit, 0x9e3779b1);
    h2 = Math.imul(h2 ^ unit, 0x5f356495);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 0x85ebca6b) ^ (h2 >>> 13);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 0xc2b2ae35) | 1;
  return Array.from({ length: PLACES }, (_, n) => ((h1 + Math.imul(n, h2)) >>> 0) % BITS);
}

/** Puts a key in; true if that changed the filter. */
export function addToFilter(filter: KeyFilter, key: string): boolean {
  let isNew = false;
  for (const place of placesOf(key)) {
    const before = filter[place >>> 3] ?? 0;
    const after = before | (1 << (place & 7));
    if (after !== before) isNew = true;
    filter[place >>> 3] = after;
  }
  return isNew;
}

/** False: the key is certainly not in the cache. */
export function mayHaveKey(filter: KeyFilter, key: string): boolean {
  return placesOf(key).every((place) => ((filter[place >>> 3] ?? 0) & (1 << (place & 7))) !== 0);
}
