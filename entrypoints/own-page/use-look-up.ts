import { useEffect, useState } from 'react';
import type { LookUpProps, LookUpRow } from '@/components/popup/look-up';
import type { Lang } from '@/lib/ledger/records';
import type { CacheReader } from '@/lib/storage/cache';
import { lookUpRows } from './look-up-rows';

/** The look-up's field and results; an answer that a newer letter has overtaken is dropped. */
export function useLookUp(cache: CacheReader, lang: Lang): Omit<LookUpProps, 'lang'> {
  const [query, onQuery] = useState('');
  const [rows, setRows] = useState<readonly LookUpRow[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const show = (found: readonly LookUpRow[] | null) => {
      if (isCurrent) setRows(found);
    };
    if (query.trim() === '') show(null);
    else {
      lookUpRows(query, cache, lang).then(show, (error: unknown) => {
        console.error('[uade] look-up', error);
        show([]);
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [query, cache, lang]);
  return { query, rows, onQuery };
}
