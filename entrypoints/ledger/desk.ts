import type { Day, Lang } from '@/lib/ledger/records';
import type { CacheReader } from '@/lib/storage/cache';
import type { ClipStore } from '@/lib/storage/clips';
import type { FollowStore } from '@/lib/storage/follows';
import type { Editor } from '../own-page/editor';

/** What every page is made with. */
export interface LedgerDesk {
  readonly cache: CacheReader;
  readonly clips: ClipStore;
  readonly follows: FollowStore;
  readonly today: Day;
  readonly lang: Lang;
}

/** What every room of an editor works with. */
export interface ReviewDesk extends LedgerDesk {
  readonly editor: Editor;
}
