import { isSameMatter } from '@/lib/pledges/likeness';
import type { Matter } from '@/lib/pledges/likeness-facts';
import { answerRows, langOf, textOf } from './_rows';

function matterOf(value: unknown): Matter {
  if (typeof value !== 'object' || value === null) throw new Error('a and b must be records');
  const row: Record<string, unknown> = { ...value };
  const areaId = row['areaId'];
  return {
    text: textOf(row, 'text'),
    lang: langOf(row),
    saidOn: textOf(row, 'saidOn'),
    areaId: typeof areaId === 'string' ? areaId : null,
  };
}

/** `npm run eval -- repeat --in FILE.jsonl --out FILE.jsonl`. */
export async function run(args: string[]): Promise<void> {
  answerRows(args, ['id', 'a', 'b'], (row) => ({
    id: row['id'],
    same: isSameMatter(matterOf(row['a']), matterOf(row['b'])).same,
  }));
}
