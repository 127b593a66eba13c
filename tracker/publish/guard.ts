import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { type HeadBody, parseHeadBody } from '@/lib/wire/head';

/**
 * The last published head, kept outside the database: a database put back to an earlier day without a new
 * epoch would publish the same revs with other content.
 */
export interface Guard {
  read(dataset: string): Promise<HeadBody | null>;
  write(dataset: string, head: HeadBody): Promise<void>;
}

/** A guard in a folder, one file a data set. */
export function folderGuard(dir: string): Guard {
  const pathOf = (dataset: string) => join(dir, `${dataset}.json`);
  return {
    async read(dataset) {
      const text = await fs.readFile(pathOf(dataset), 'utf8').catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      });
      if (text === null) return null;
      const parsed = parseHeadBody(text);
      return parsed.ok ? parsed.value : null;
    },
    async write(dataset, head) {
      await fs.mkdir(dir, { recursive: true });
      const next = `${pathOf(dataset)}.${process.pid}.next`;
      await fs.writeFile(next, JSON.stringify(head));
      await fs.rename(next, pathOf(dataset));
    },
  };
}
