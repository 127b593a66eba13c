import { browser } from 'wxt/browser';
import { siteOf } from './settings';

/** "Not him": a person whom the reader does not want marked on one page or on a whole site. Kept on the device. */
export interface Correction {
  readonly personId: string;
  /** An article's canonical address, or a site's name. */
  readonly where: string;
}

const KEY = 'corrections';

function isCorrection(value: unknown): value is Correction {
  return (
    typeof value === 'object' &&
    value !== null &&
    'personId' in value &&
    typeof value.personId === 'string' &&
    'where' in value &&
    typeof value.where === 'string'
  );
}

/** All corrections, in the order in which they were made. */
export async function allCorrections(): Promise<readonly Correction[]> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return Array.isArray(stored) ? stored.filter(isCorrection) : [];
}

/** Who is not to be marked on an article. */
export async function correctedOn(pageUrl: string): Promise<ReadonlySet<string>> {
  const here = new Set([pageUrl, siteOf(pageUrl)]);
  const corrections = await allCorrections();
  return new Set(
    corrections.filter(({ where }) => here.has(where)).map(({ personId }) => personId),
  );
}

/** Remembers a correction for the page or the site; nothing is kept from a private window. */
export async function remember(
  personId: string,
  scope: 'page' | 'site',
  pageUrl: string,
): Promise<void> {
  if (browser.extension.inIncognitoContext) return;
  const where = scope === 'site' ? siteOf(pageUrl) : pageUrl;
  const known = await allCorrections();
  if (known.some((one) => one.personId === personId && one.where === where)) return;
  await browser.storage.local.set({ [KEY]: [...known, { personId, where }] });
}

/** Takes a correction back: the person is marked there again from the next reading on. */
export async function takeBack({ personId, where }: Correction): Promise<void> {
  const known = await allCorrections();
  const left = known.filter((one) => one.personId !== personId || one.where !== where);
  await browser.storage.local.set({ [KEY]: left });
}
