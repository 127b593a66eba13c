import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { ArticlePrediction } from './_page-script';
import { bundle, openChromium, type PageFile, visit } from './_pages';

interface QuotesRow {
  readonly page: string;
  readonly pageUrl: string;
}

function pagesOf(folder: string): PageFile[] {
  // The evaluation set's own format; only the input is read, never the expected answers.
  const rows = JSON.parse(readFileSync(path.join(folder, 'quotes.json'), 'utf8')) as QuotesRow[];
  return rows.map(({ page, pageUrl }) => ({ file: page, url: pageUrl }));
}

/** `--pages DIR --out FILE.json`: reads the facts of every page in a real browser with the extension's reader. */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { pages: { type: 'string' }, out: { type: 'string' } },
  });
  const { pages: folder, out } = values;
  if (folder === undefined || out === undefined) throw new Error('article: --pages DIR --out FILE');
  const script = await bundle('tests/eval/_page-script.ts');
  const browser = await openChromium();
  const answers: Record<string, ArticlePrediction> = {};
  try {
    const page = await browser.newPage();
    for (const file of pagesOf(folder)) {
      await visit(page, folder, file);
      await page.evaluate(script);
      answers[file.file] = await page.evaluate('uadeEval.article()');
    }
  } finally {
    await browser.close();
  }
  writeFileSync(out, `${JSON.stringify(answers, null, 1)}\n`);
}
