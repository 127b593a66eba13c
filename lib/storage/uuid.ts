const TIME_BITS = 48n;

/** A UUID of version 7 in lower case: 48 bits of time (ms), the rest random. `random` fills the bytes it is given. */
export function uuidV7(now: number, random: (bytes: Uint8Array<ArrayBuffer>) => void): string {
  const bytes = new Uint8Array(16);
  random(bytes);
  const view = new DataView(bytes.buffer);
  const tail = view.getBigUint64(0) & 0xfffn;
  view.setBigUint64(0, (BigInt(now) << (64n - TIME_BITS)) | 0x7000n | tail);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
