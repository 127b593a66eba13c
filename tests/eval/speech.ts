import { readSpeech } from '@/lib/pledges/speech';
import { answerRows, langOf, textOf } from './_rows';

/** `npm run eval -- speech --in FILE.jsonl --out FILE.jsonl`. */
export async function run(args: string[]): Promise<void> {
  answerRows(args, ['id', 'lang', 'text', 'context'], (row) => {
    const context = typeof row['context'] === 'string' ? row['context'] : '';
    return { id: row['id'], ...readSpeech(textOf(row, 'text'), context, langOf(row)) };
  });
}
