/**
 * Reads a ZIP file as the stores' packages are made: one part, no encryption, stored or deflated. Plain Node,
 * since the check of the packages must not trust the library that wrote them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const STORED = 0;
const DEFLATED = 8;

function endOf(zip) {
  for (let at = zip.length - END_BYTES; at >= 0; at--) {
    if (zip.readUInt32LE(at) === END) return at;
  }
  throw new Error('no end record: this is no ZIP file');
}

function contentOf(zip, at, { method, packed }) {
  const begin = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const bytes = zip.subarray(begin, begin + packed);
  if (method === STORED) return bytes;
  if (method === DEFLATED) return inflateRawSync(bytes);
  throw new Error(`a method of packing that is not known: ${method}`);
}

/** The files of a ZIP file by name, in its order. Throws on a name that leads out of the folder. */
export function readZip(file) {
  const zip = readFileSync(file);
  const end = endOf(zip);
  const files = new Map();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error('the list of files is damaged');
    const length = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + length);
    if (path.isAbsolute(name) || name.split(/[\\/]/).includes('..')) {
      throw new Error(`a name that leads out of the folder: ${name}`);
    }
    const entry = { method: zip.readUInt16LE(at + 10), packed: zip.readUInt32LE(at + 20) };
    if (!name.endsWith('/')) files.set(name, contentOf(zip, zip.readUInt32LE(at + 42), entry));
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

/** Unpacks a ZIP file into a folder. */
export function unzip(file, folder) {
  for (const [name, content] of readZip(file)) {
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
