import { TRACKER } from '@/hosts.config';
import type { Lang } from '@/lib/ledger/records';

/** The kinds of the tracker's static pages, as its addresses name them (tracker/pages/site.ts). */
export type StaticKind = 'office' | 'person' | 'area' | 'promise';

const ORIGIN = import.meta.env.MODE === 'e2e' ? TRACKER.local : TRACKER.production;

/** Address of the page that the tracker publishes of a record: it opens without the extension. */
export function staticPage(lang: Lang, kind: StaticKind, id: string): string {
  return `${ORIGIN}/${lang}/${kind}/${encodeURIComponent(id)}`;
}
