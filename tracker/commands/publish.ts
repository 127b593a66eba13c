import { join, resolve } from 'node:path';
import type { Lang } from '@/lib/ledger/records';
import { dayOf } from '../http/deps';
import type { PageSettings } from '../http/page-routes';
import { publishedLedger } from '../pages/published-ledger';
import { allFiles } from '../pages/render';
import { writePages } from '../pages/write-pages';
import { folderGuard } from '../publish/guard';
import { changeToNextKey, openSigner, prepareNextKey } from '../publish/keys';
import { datasetNames, publish } from '../publish/publish';
import { writeSite } from '../publish/write-site';
import { OperatorError } from '../store/sql';
import type { Output } from './output';
import { openSettings, readArgs, settingsOf, siteUrlOf } from './settings';

/** The pages are those of the first data set. */
const NO_PAGES = { written: 0, removed: 0 };

/** `publish --to DIR [--data DIR]`: writes all published files for a static host, CDN or object storage. */
export async function publishCommand(
  args: readonly string[],
  out: Output,
  words: PageSettings['words'],
): Promise<number> {
  const { values } = readArgs(args, { to: { type: 'string' }, data: { type: 'string' } });
  if (values.to === undefined)
    throw new OperatorError('"publish" needs a folder: publish --to DIR.');
  const settings = settingsOf(values, process.env);
  const signer = await openSigner(join(settings.dataDir, 'keys'));
  const guard = folderGuard(join(settings.dataDir, 'published'));
  const base = siteUrlOf(process.env);
  const store = await openSettings(settings);
  let isFirst = true;
  try {
    for (const dataset of await datasetNames(store)) {
      await publish(store, dataset, { signer, guard, now: () => new Date() });
      const report = await writeSite(store, dataset, signer.publicKeys, resolve(values.to));
      const { index } = await publishedLedger(store, dataset);
      const today = dayOf(new Date());
      const siteIn = (lang: Lang) => ({ index, dataset, lang, words: words(lang), today, base });
      const pages = isFirst ? await writePages(allFiles(siteIn), resolve(values.to)) : NO_PAGES;
      isFirst = false;
      out.line(
        `${dataset}: rev ${report.rev}, ${report.written} files written, ${report.removed} removed, ${pages.written} pages written, ${pages.removed} removed.`,
      );
    }
  } finally {
    await store.close();
  }
  return 0;
}

/**
 * `keys`: prints the public keys; `keys next` makes the next one, to be shipped to readers before it
 * signs; `keys change` lets it sign from now on.
 */
export async function keysCommand(args: readonly string[], out: Output): Promise<number> {
  const { values, positionals } = readArgs(args, { data: { type: 'string' } });
  const dir = join(settingsOf(values, process.env).dataDir, 'keys');
  const [act] = positionals;
  if (act === 'next' && !(await prepareNextKey(dir))) out.line('There is a next key already.');
  if (act === 'change') await changeToNextKey(dir, dayOf(new Date()));
  if (act !== undefined && act !== 'next' && act !== 'change') {
    throw new OperatorError(`"keys ${act}" is unknown: expected keys, keys next or keys change.`);
  }
  const { publicKeys } = await openSigner(dir);
  for (const [index, { kid, public: raw }] of publicKeys.keys.entries()) {
    out.line(`${index === 0 ? 'current' : 'next   '} ${kid} ${raw}`);
  }
  return 0;
}
