import { browser } from 'wxt/browser';
import { strings } from '@/lib/language/ui';
import type { Day } from '@/lib/ledger/records';
import { readSettings } from '@/lib/messaging/settings';
import { followRows } from '../own-page/follow-rows';
import { ownAddress } from './own-address';
import { start } from './report';
import type { Services } from './services';

/** Notifications are named by what was followed, so that a later one takes the place of an earlier one. */
const PREFIX = 'follow:';

/** Looks at everything followed; what is new waits in the popup and, where the reader allowed it, is notified. */
export async function tellNews({ cache, follows }: Services, today: Day): Promise<void> {
  const found = await follows.look(today);
  if (found.length === 0) return;
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  const { lang } = await readSettings();
  for (const row of await followRows(found, cache, lang)) {
    const [first] = row.news;
    const { follow } = strings(lang);
    const more = row.news.length > 1 ? ` (${follow.more(row.news.length - 1)})` : '';
    await browser.notifications.create(`${PREFIX}${row.href}`, {
      type: 'basic',
      iconUrl: ownAddress('/icon/128.png'),
      title: row.name,
      message: `${first?.what ?? ''}${first?.about ? `: ${first.about}` : ''}${more}`,
    });
  }
}

/** A click on a notification opens the page of what was followed. */
export function registerNews(): void {
  // Without the permission there is nothing to listen to; a worker that starts after it was given listens.
  const { notifications } = browser as { readonly notifications?: typeof browser.notifications };
  notifications?.onClicked.addListener((id) => {
    if (!id.startsWith(PREFIX)) return;
    start('notification', browser.tabs.create({ url: ownAddress(id.slice(PREFIX.length)) }));
    start('notification', notifications.clear(id));
  });
}
