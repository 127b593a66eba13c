import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { type CheckLine, missingInStartingArticle } from '../../scripts/check-page-expected.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SHARED = process.env['UADE_SHARED'] ?? path.resolve(ROOT, '../shared');
/** The day of the article's photograph; the text itself names none. */
const DATE = '2020-02-07';
const UNDATED = /дата статьи не известна/iu;
/** A marked name has a capital beyond its first word's: an office alone has none. */
const HAS_NAME = /(?:^|\s)\p{Lu}\p{L}+\s+\p{Lu}\p{L}+|^\p{Lu}\p{L}+$/u;

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** The article's lines as a page of a news site, dated in JSON-LD or not at all. */
function pageOf(text: string, date: string | null): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('!['));
  const facts = { '@type': 'NewsArticle', headline: lines[0], datePublished: date };
  const linked =
    date === null ? '' : `<script type="application/ld+json">${JSON.stringify(facts)}</script>`;
  const paragraphs = lines.slice(1).map((line) => `<p>${escaped(line)}</p>`);
  return `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>${escaped(lines[0] ?? '')}</title>${linked}</head><body><article><h1>${escaped(lines[0] ?? '')}</h1>${paragraphs.join('\n')}</article></body></html>`;
}

async function check(page: string): Promise<CheckLine> {
  const args = [path.join(ROOT, 'scripts/start.mjs'), '--check', '--page', page];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  // The line's shape is held by the check's own declaration.
  return JSON.parse(stdout) as CheckLine;
}

function missingWithoutDate(dated: CheckLine, undated: CheckLine): string[] {
  const missing: string[] = [];
  if (undated.article.date !== null) missing.push(`A date was found: ${undated.article.date}.`);
  const names = (line: CheckLine) =>
    line.marked.map((mark) => mark.text).filter((t) => HAS_NAME.test(t));
  for (const text of names(dated)) {
    if (!names(undated).includes(text)) missing.push(`«${text}» is not marked without a date.`);
  }
  for (const { text } of undated.marked) {
    if (!HAS_NAME.test(text)) missing.push(`«${text}», an office alone, is marked without a date.`);
  }
  for (const card of undated.cards) {
    if (!UNDATED.test(card.text))
      missing.push(`The card of ${card.name} hides that no date is known.`);
    if (card.sections['inherited']) missing.push(`The card of ${card.name} claims an inheritance.`);
  }
  return missing;
}

function report(label: string, line: CheckLine, missing: readonly string[]): void {
  const marks = line.marked.map((mark) => mark.text).join(' · ');
  const listed = line.listed.map((one) => `${one.name} (${one.why})`).join(', ');
  console.log(`seed ${label}: ${line.marked.length} marks: ${marks}`);
  console.log(`seed ${label}: listed: ${listed || 'nobody'}; ms ${JSON.stringify(line.ms)}`);
  for (const sentence of missing) console.log(`seed ${label}: MISSING ${sentence}`);
}

/**
 * `[--article FILE]`: puts the starting article into a page dated 2020-02-07 and into an undated copy, reads both
 * with the built extension in a real browser, and compares them with what they must show. Throws when something
 * is missing.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { article: { type: 'string' } } });
  const article = values.article ?? path.join(SHARED, 'articles', 'seed.txt');
  if (!existsSync(article)) {
    console.log(`skipped: seed (${article} is not there)`);
    return;
  }
  const text = readFileSync(article, 'utf8');
  mkdirSync(path.join(ROOT, '.tmp'), { recursive: true });
  const folder = mkdtempSync(path.join(ROOT, '.tmp', 'seed-'));
  try {
    const pages = {
      dated: path.join(folder, 'dated.html'),
      undated: path.join(folder, 'undated.html'),
    };
    writeFileSync(pages.dated, pageOf(text, DATE));
    writeFileSync(pages.undated, pageOf(text, null));
    const dated = await check(pages.dated);
    const undated = await check(pages.undated);
    const missing = {
      dated: missingInStartingArticle(dated),
      undated: missingWithoutDate(dated, undated),
    };
    report('dated', dated, missing.dated);
    report('undated', undated, missing.undated);
    const count = missing.dated.length + missing.undated.length;
    if (count > 0) throw new Error(`seed: ${count} things are missing`);
    console.log('seed: nothing is missing');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
