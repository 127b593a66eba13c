import { promises as fs } from 'node:fs';
import { resolve } from 'node:path';
import type { Lang } from '@/lib/ledger/records';
import { faultLine, readFolder } from '../folder/read-folder';
import { storedLedger } from '../pages/published-ledger';
import { datasetNames } from '../publish/publish';
import { exportFolder } from '../records/export-folder';
import { importFolder } from '../records/import-folder';
import { upsertRecords } from '../records/upsert';
import { OperatorError, type Store } from '../store/sql';
import { EXPORT_FORMATS, type ExportFormat, exportAs, readForeign } from './formats';
import type { Output } from './output';
import { folderOf, openSettings, readArgs, type Settings, settingsOf, siteUrlOf } from './settings';

/**
 * `import DIR [--data DIR]`: all of a ledger folder, or nothing of it. `import --format popolo|csv FILE
 * [--dataset NAME]` adds to a data set that is there.
 */
export async function importCommand(args: readonly string[], out: Output): Promise<number> {
  const { values, positionals } = readArgs(args, {
    data: { type: 'string' },
    format: { type: 'string' },
    dataset: { type: 'string' },
  });
  const settings = settingsOf(values, process.env);
  const path = folderOf(positionals, 'import');
  if (values.format === undefined) return importLedger(path, settings, out);
  const { records, faults, left } = await readForeign(values.format, path);
  for (const line of left) out.line(`not carried: ${line}`);
  if (faults.length > 0) return refuse(faults, out);
  return withStore(settings, async (store) => {
    const dataset = await datasetOf(store, values.dataset);
    const changed = await store.transaction((sql) => upsertRecords(sql, dataset, records));
    out.line(`${dataset}: ${records.length} records read, ${changed} new or changed.`);
  });
}

async function importLedger(dir: string, settings: Settings, out: Output): Promise<number> {
  const read = await readFolder(dir);
  if (!read.ok) return refuse(read.faults.map(faultLine), out);
  const { folder } = read;
  return withStore(settings, async (store) => {
    const changed = await importFolder(store, folder);
    out.line(
      `${folder.meta.dataset}: ${folder.records.length} records read, ${changed} new or changed.`,
    );
  });
}

/** Faults shown one by one; the rest is counted: a wrong file would otherwise fill the screen. */
const SHOWN = 50;

function refuse(faults: readonly string[], out: Output): number {
  for (const fault of faults.slice(0, SHOWN)) out.fault(fault);
  if (faults.length > SHOWN) out.fault(`… and ${faults.length - SHOWN} more.`);
  out.fault(`${faults.length} faults: nothing was imported.`);
  return 1;
}

async function withStore(
  settings: Settings,
  work: (store: Store) => Promise<void>,
): Promise<number> {
  const store = await openSettings(settings);
  try {
    await work(store);
  } finally {
    await store.close();
  }
  return 0;
}

/**
 * `export DIR [--dataset NAME] [--data DIR]`: a ledger folder of the records as they are now; with
 * `--format csv|popolo|annotation|claimreview|ics [--lang ru|kk|en]` one file of the same records.
 */
export async function exportCommand(args: readonly string[], out: Output): Promise<number> {
  const { values, positionals } = readArgs(args, {
    data: { type: 'string' },
    dataset: { type: 'string' },
    format: { type: 'string' },
    lang: { type: 'string' },
  });
  const target = folderOf(positionals, 'export');
  const format = formatOf(values.format);
  const lang = langOf(values.lang ?? 'ru');
  return withStore(settingsOf(values, process.env), async (store) => {
    const dataset = await datasetOf(store, values.dataset);
    if (format === null) {
      out.line(
        `${dataset}: ${await exportFolder(store, dataset, target)} records written to ${target}`,
      );
      return;
    }
    const index = await storedLedger(store, dataset);
    const telling = { lang, now: new Date(), base: siteUrlOf(process.env) };
    const { text, left } = exportAs(format, index, telling);
    await fs.writeFile(resolve(target), text);
    for (const line of left) out.line(`not carried: ${line}`);
    out.line(`${dataset}: written to ${target}`);
  });
}

function formatOf(text: string | undefined): ExportFormat | null {
  if (text === undefined) return null;
  const format = EXPORT_FORMATS.find((known) => known === text);
  if (format !== undefined) return format;
  throw new OperatorError(`--format is "${text}": expected one of ${EXPORT_FORMATS.join(', ')}.`);
}

function langOf(text: string): Lang {
  if (text === 'ru' || text === 'kk' || text === 'en') return text;
  throw new OperatorError(`--lang is "${text}": expected ru, kk or en.`);
}

/** The data set that is named, else the only one. */
async function datasetOf(store: Store, named: string | undefined): Promise<string> {
  const names = await datasetNames(store);
  if (named !== undefined && !names.includes(named)) {
    const known = names.length === 0 ? 'none yet' : names.join(', ');
    throw new OperatorError(`There is no data set "${named}", only: ${known}. A folder makes one.`);
  }
  if (named !== undefined) return named;
  const [name, other] = names;
  if (name === undefined) throw new OperatorError('There is no data set yet: import one first.');
  if (other !== undefined)
    throw new OperatorError('There are several data sets: name one by --dataset.');
  return name;
}
