import { floods, rings } from './data-chains';
import { addresses, exports, markup } from './data-markup';
import { ids, invisible, lookAlikes } from './data-names';
import type { DataRow } from './data-row';
import { shapes, sizes } from './data-shapes';
import { extensionMarkup, trackerMarkup } from './hostile-pages';

/** Puts the whole hostile corpus in; every row says what came of it. */
export function dataFaults(): readonly DataRow[] {
  return [
    ...addresses(),
    markup(extensionMarkup, "markup in every text, on the extension's pages and card"),
    markup(trackerMarkup, "markup in every text, on the tracker's pages and feeds"),
    exports(),
    invisible(),
    lookAlikes(),
    ids(),
    shapes(),
    sizes(),
    rings(),
    floods(),
  ];
}
