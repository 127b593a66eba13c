import { browser } from 'wxt/browser';

function dropDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const dropping = indexedDB.deleteDatabase(name);
    dropping.addEventListener('success', () => resolve());
    dropping.addEventListener('error', () => reject(dropping.error ?? new Error(name)));
    // Other pages of the extension are asked to let go; one that does not is named to the user in words.
    dropping.addEventListener('blocked', () => reject(new Error(`${name} is in use`)));
  });
}

/** Deletes every database and setting of the extension; throws when one is in use elsewhere. */
export async function wipeEverything(): Promise<void> {
  const databases = await indexedDB.databases();
  const names = databases.map(({ name }) => name).filter((name) => name !== undefined);
  await Promise.all(names.map(dropDatabase));
  await browser.storage.local.clear();
}
