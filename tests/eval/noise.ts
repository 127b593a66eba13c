import { join } from 'node:path';
import { link } from '@/lib/names/link';
import { memoryGazetteer } from '@/lib/names/memory-gazetteer';
import { needed, readArguments } from './arguments';
import { readLedgerFolder } from './ledger-folder';
import { readCorpus } from './person-corpus';

const STARTER_LEDGER = join(import.meta.dirname, '../../tracker/ledger/kz');

/** Foreign news over the ledger of Kazakhstan: every link is listed, and false but for its own officials abroad. */
export async function countNoise(path: string, ledger = STARTER_LEDGER): Promise<number> {
  const gazetteer = memoryGazetteer(readLedgerFolder(ledger));
  let links = 0;
  const texts = readCorpus(path);
  for (const { id, text } of texts)
    for (const mention of await link([text], { date: null }, gazetteer)) {
      if (mention.personId === null) continue;
      links += 1;
      console.log(`  ${id} ${mention.start} "${mention.surface}" → ${mention.personId}`);
    }
  console.log(`noise: ${links} links in ${texts.length} texts of foreign news`);
  return links;
}

/** `noise --in FILE.jsonl [--ledger DIR]`. */
export async function run(args: readonly string[]): Promise<void> {
  const values = readArguments(args);
  await countNoise(needed(values, 'in'), values.get('ledger'));
}
