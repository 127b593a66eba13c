import { readDeadline } from '@/lib/pledges/deadline';
import { answerRows, langOf, textOf } from './_rows';

/** `npm run eval -- deadline --in FILE.jsonl --out FILE.jsonl`. */
export async function run(args: string[]): Promise<void> {
  answerRows(args, ['id', 'lang', 'text', 'saidOn'], (row) => {
    const found = readDeadline(textOf(row, 'text'), {
      saidOn: textOf(row, 'saidOn'),
      lang: langOf(row),
    });
    return { id: row['id'], dueOn: found?.dueOn ?? null };
  });
}
