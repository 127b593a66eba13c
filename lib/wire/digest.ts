/**
 * The digest of a set of rows: a sum of 64-bit hashes, so that order does not matter and one changed row
 * is one subtraction and one addition. It finds lost, doubled and altered rows of a cache; it is no
 * signature (that is the chain key → head → manifest → segments).
 */

const MASK = (1n << 64n) - 1n;

/**
 * 64-bit hash of a change line (exact text, no line end), over its UTF-16 units: the whole of `text`, or from one place
 * to another. Lines of a file are read where they stand: of a piece cut out, each letter takes four times as long.
 */
export function rowHash(text: string, from = 0, to = text.length): bigint {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let index = from; index < to; index += 1) {
    const unit = text.charCodeAt(index);
    h1 = Math.imul(h1 ^ unit, 0x9e3779b1);
    h2 = Math.imul(h2 ^ unit, 0x5f356495);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 0x85ebca6b) ^ Math.imul(h2 ^ (h2 >>> 13), 0xc2b2ae35);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 0x85ebca6b) ^ Math.imul(h1 ^ (h1 >>> 13), 0xc2b2ae35);
  return (BigInt(h2 >>> 0) << 32n) | BigInt(h1 >>> 0);
}

/** Sum modulo 2^64. */
export function addHash(sum: bigint, hash: bigint): bigint {
  return (sum + hash) & MASK;
}

/** Difference modulo 2^64: takes a row out of a sum. */
export function dropHash(sum: bigint, hash: bigint): bigint {
  return (sum - hash) & MASK;
}

/** As written in a manifest: 16 hex digits. */
export function sumHex(sum: bigint): string {
  return sum.toString(16).padStart(16, '0');
}
