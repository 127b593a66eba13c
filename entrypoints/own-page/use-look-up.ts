import { useEffect, useState } from 'react';
import type { LookUpProps } from '@/components/popup/look-up';
import type { Day, Lang } from '@/lib/ledger/records';
import type { CacheReader } from '@/lib/storage/cache';
import { lookUpRows, readyNames } from './look-up-rows';

/** Where no page is in front, nobody is on it. */
export const NOBODY_ON_PAGE: ReadonlySet<string> = new Set();

function report(error: unknown): void {
  console.error('[uade] look-up', error);
}

/** The look-up's field and results; an answer that a newer letter has overtaken is dropped. */
export function useLookUp(
  cache: CacheReader,
  lang: Lang,
  today: Day,
  onPage = NOBODY_ON_PAGE,
): Omit<LookUpProps, 'lang'> {
  const [query, onQuery] = useState('');
  const [{ rows, rowsOf }, setFound] = useState<Pick<LookUpProps, 'rows' | 'rowsOf'>>({
    rows: null,
    rowsOf: '',
  });
  useEffect(() => {
    let isCurrent = true;
    const show = (found: LookUpProps['rows']) => {
      if (isCurrent) setFound({ rows: found, rowsOf: query });
    };
    if (query.trim() === '') show(null);
    else {
      lookUpRows(query, { cache, lang, onPage, today }).then(show, (error: unknown) => {
        report(error);
        show('notRead');
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [query, cache, lang, today, onPage]);
  // The first letter is typed a moment after: by then the names are in memory.
  const onFocus = () => {
    readyNames(cache, today).catch(report);
  };
  return { query, rows, rowsOf, onQuery, onFocus };
}
