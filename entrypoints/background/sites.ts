import { browser } from 'wxt/browser';
import { ARTICLE_SCRIPT } from '../own-page/article-script';
import { start } from './report';

const idOf = (origin: string): string => `site ${origin}`;

/** Sites that the reader switched on himself: allowed, and not of the manifest. */
async function sitesOn(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const listed: readonly string[] = browser.runtime.getManifest().host_permissions ?? [];
  return origins.filter((origin) => !listed.includes(origin));
}

/** Sees to it that our script runs on each site that was switched on, and on no other. */
async function registerSites(): Promise<void> {
  const wanted = new Map((await sitesOn()).map((origin) => [idOf(origin), origin]));
  const known = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const gone = known.filter((id) => !wanted.has(id));
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone });
  const missing = [...wanted].filter(([id]) => !known.includes(id));
  await browser.scripting.registerContentScripts(
    missing.map(([id, origin]) => ({
      id,
      matches: [origin],
      js: [...ARTICLE_SCRIPT.js],
      css: [...ARTICLE_SCRIPT.css],
    })),
  );
}

/** One after another: two events at once would register the same site twice, which throws. */
let registering: Promise<void> = Promise.resolve();

function registerAgain(): void {
  registering = registering.catch(() => undefined).then(registerSites);
  start('sites', registering);
}

/**
 * Keeps the scripts of switched-on sites. Chromium drops them with every update of the extension, and a permission
 * may be given or taken in the browser's own settings.
 */
export function keepSites(): void {
  browser.runtime.onInstalled.addListener(registerAgain);
  browser.runtime.onStartup.addListener(registerAgain);
  browser.permissions.onAdded.addListener(registerAgain);
  browser.permissions.onRemoved.addListener(registerAgain);
}
