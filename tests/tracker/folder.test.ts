import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readFolder } from '@/tracker/folder/read-folder';
import { tempDir } from './harness';

/** More than one call can take as arguments. */
const MANY = 200_000;

it('a folder with 200,000 records of one kind is read', async () => {
  const dir = tempDir();
  const write = (file: string, content: unknown) =>
    fs.writeFileSync(path.join(dir, file), JSON.stringify(content));
  write('ledger.json', { format: 1, dataset: 'kz', asOf: '2026-01-01' });
  write(
    'weakSources.json',
    Array.from({ length: MANY }, (_, n) => ({ host: `copy${n}.example`, why: 'a copy' })),
  );
  const read = await readFolder(dir);
  expect(read.ok ? read.folder.records.length : read.faults.slice(0, 3)).toBe(MANY);
});
