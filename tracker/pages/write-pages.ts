import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { replace } from '../publish/write-site';
import type { SiteFile } from './render';
import { LANGS } from './site';

/** Folders of a static host that hold nothing but our pages. */
const KINDS = ['office', 'person', 'area', 'promise'];

/**
 * Writes the plain pages into a folder, and takes away those of records that are no longer there: what was removed
 * for legal reasons must not stand on.
 */
export async function writePages(
  files: Iterable<SiteFile>,
  dir: string,
): Promise<{ readonly written: number; readonly removed: number }> {
  const written = new Set<string>();
  for (const { path, text } of files) {
    await replace(join(dir, path), text);
    written.add(path);
  }
  let removed = 0;
  for (const folder of LANGS.flatMap((lang) => KINDS.map((kind) => `${lang}/${kind}`))) {
    for (const name of await namesIn(join(dir, folder))) {
      if (written.has(`${folder}/${name}`)) continue;
      await fs.unlink(join(dir, folder, name));
      removed += 1;
    }
  }
  return { written: written.size, removed };
}

/** Names of a folder's files; none where there is no such folder. */
async function namesIn(dir: string): Promise<string[]> {
  try {
    return await fs.readdir(dir);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
