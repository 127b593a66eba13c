import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import type { SelectorGroup } from '@/lib/ledger/records';
import type { QuoteToClip } from './_page-script';
import { bundle, openChromium, visit } from './_pages';

interface QuotesRow {
  readonly page: string;
  readonly pageUrl: string;
  readonly quotes: readonly (QuoteToClip & { readonly id: string })[];
  readonly later: readonly string[];
}

interface State {
  readonly file: string;
  readonly quote: string;
  readonly state: string;
}

async function statesOf(page: Page, folder: string, row: QuotesRow, script: string) {
  const clipped: (readonly SelectorGroup[])[] = [];
  const answers: State[] = [];
  for (const file of [row.page, ...row.later]) {
    await visit(page, folder, { file, url: row.pageUrl });
    await page.evaluate(script);
    if (file === row.page) {
      for (const quote of row.quotes) {
        clipped.push(await page.evaluate(`uadeEval.clip(${JSON.stringify(quote)})`));
      }
    }
    const states: string[] = await page.evaluate(`uadeEval.states(${JSON.stringify(clipped)})`);
    row.quotes.forEach(({ id }, i) => answers.push({ file, quote: id, state: states[i] ?? '' }));
  }
  return answers;
}

/** `--pages DIR --out FILE.json`: clips each quote in a real browser and says what became of it on each later page. */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { pages: { type: 'string' }, out: { type: 'string' } },
  });
  const { pages: folder, out } = values;
  if (folder === undefined || out === undefined) throw new Error('anchor: --pages DIR --out FILE');
  // The evaluation set's own format.
  const rows = JSON.parse(readFileSync(path.join(folder, 'quotes.json'), 'utf8')) as QuotesRow[];
  const script = await bundle('tests/eval/_page-script.ts');
  const browser = await openChromium();
  const answers: State[] = [];
  try {
    const page = await browser.newPage();
    for (const row of rows) answers.push(...(await statesOf(page, folder, row, script)));
  } finally {
    await browser.close();
  }
  writeFileSync(out, `${JSON.stringify(answers, null, 1)}\n`);
}
