import type { UiStrings } from '@/lib/language/ui';

/** The formats in which a page's records are given out. */
export const EXPORTS = ['csv', 'json', 'popolo', 'annotation', 'claimReview', 'calendar'] as const;
export type ExportFormat = (typeof EXPORTS)[number];

/** The ways of handing a page on. */
export type ShareWay = 'link' | 'picture' | 'system';

/** The one thing that a page is most often opened for. */
export interface MainTool {
  readonly href: string;
  readonly label: (words: UiStrings) => string;
}
