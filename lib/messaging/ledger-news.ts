import { type Browser, browser } from 'wxt/browser';

/** Which ledger is in use, for contexts that do not read it. Kept in `storage.local`, which they may watch. */
const KEY = 'ledger';

/** Says which ledger is in use now; only another one than before is news. */
export async function tellLedger(version: string): Promise<void> {
  await browser.storage.local.set({ [KEY]: version });
}

/** Calls back whenever another ledger is in use. */
export function watchLedger(onNew: () => void): void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>): void => {
    const change = changes[KEY];
    // Firefox reports a value that was set to what it was.
    if (change !== undefined && change.newValue !== change.oldValue) onNew();
  };
  browser.storage.local.onChanged.addListener(listener);
}
