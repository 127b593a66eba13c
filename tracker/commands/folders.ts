import { faultLine, readFolder } from '../folder/read-folder';
import { datasetNames } from '../publish/publish';
import { exportFolder } from '../records/export-folder';
import { importFolder } from '../records/import-folder';
import { OperatorError, type Store } from '../store/sql';
import type { Output } from './output';
import { folderOf, openSettings, readArgs, settingsOf } from './settings';

/** `import DIR [--data DIR]`: all of a ledger folder, or nothing of it. */
export async function importCommand(args: readonly string[], out: Output): Promise<number> {
  const { values, positionals } = readArgs(args, { data: { type: 'string' } });
  const read = await readFolder(folderOf(positionals, 'import'));
  if (!read.ok) {
    for (const fault of read.faults) out.fault(faultLine(fault));
    out.fault(`${read.faults.length} faults: nothing was imported.`);
    return 1;
  }
  const store = await openSettings(settingsOf(values, process.env));
  try {
    const changed = await importFolder(store, read.folder);
    const { dataset } = read.folder.meta;
    out.line(`${dataset}: ${read.folder.records.length} records read, ${changed} new or changed.`);
  } finally {
    await store.close();
  }
  return 0;
}

/** `export DIR [--dataset NAME] [--data DIR]`: a ledger folder of the records as they are now. */
export async function exportCommand(args: readonly string[], out: Output): Promise<number> {
  const { values, positionals } = readArgs(args, {
    data: { type: 'string' },
    dataset: { type: 'string' },
  });
  const dir = folderOf(positionals, 'export');
  const store = await openSettings(settingsOf(values, process.env));
  try {
    const dataset = values.dataset ?? (await onlyDataset(store));
    out.line(`${dataset}: ${await exportFolder(store, dataset, dir)} records written to ${dir}`);
  } finally {
    await store.close();
  }
  return 0;
}

async function onlyDataset(store: Store): Promise<string> {
  const [name, other] = await datasetNames(store);
  if (name === undefined) throw new OperatorError('There is no data set yet: import one first.');
  if (other !== undefined)
    throw new OperatorError('There are several data sets: name one by --dataset.');
  return name;
}
